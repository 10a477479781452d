"""Times transformers' HTS-AT with its projection in PyTorch eager mode, float32.

    htsat_eager.py WEIGHTS.safetensors THREADS REPEATS OUT.safetensors

The file holds the weights under the names of a published checkpoint and `mel`, [N, frames, bands] log-mel. Writes
`embeddings` [N, D] of length 1; prints the seconds of the fastest run of all N as one batch, and of all N one by one.
"""
import json
import sys
import time

import torch
from safetensors.torch import load_file, save_file
from transformers import ClapAudioConfig, ClapAudioModelWithProjection

weights, threads, repeats = load_file(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(threads)
mel = weights.pop("mel").unsqueeze(1)
model = ClapAudioModelWithProjection(ClapAudioConfig()).eval()
missing, _ = model.load_state_dict(weights, strict=False)
assert all(name.endswith(("relative_position_index", "num_batches_tracked")) for name in missing), missing


@torch.inference_mode()
def embed(part):
    return model(input_features=part, is_longer=torch.zeros(len(part), 1, dtype=torch.bool)).audio_embeds


def fastest(run):
    best = float("inf")
    for _ in range(repeats + 1):
        start = time.perf_counter()
        out = run()
        best = min(best, time.perf_counter() - start)
    return best, out


batch, embeddings = fastest(lambda: embed(mel))
one_by_one, _ = fastest(lambda: [embed(part) for part in mel.split(1)])
save_file({"embeddings": torch.nn.functional.normalize(embeddings)}, sys.argv[4])
print(json.dumps({"batch": batch, "one_by_one": one_by_one}))
