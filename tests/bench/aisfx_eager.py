"""Times the aisfx package's own network in PyTorch eager mode.

    aisfx_eager.py BLOCKS.safetensors THREADS REPEATS

The file holds `blocks`, [N, 100, 96] log-mel. Prints the seconds of the fastest run and the sum of all
embeddings: one JSON object.
"""
import importlib.util
import json
import sys
import time

import torch
from safetensors.torch import load_file

package = importlib.util.find_spec("aisfx").submodule_search_locations[0]
spec = importlib.util.spec_from_file_location("cnn2d", package + "/models/cnn2d.py")
cnn2d = importlib.util.module_from_spec(spec)
spec.loader.exec_module(cnn2d)

blocks, threads, repeats = load_file(sys.argv[1])["blocks"], int(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(threads)
state = torch.load(package + "/models/checkpoint.pth", map_location="cpu", weights_only=False)[0]
net = cnn2d.EmbeddingNet("max", 3, 1, 64)
net.load_state_dict({name.removeprefix("embedding_net."): tensor for name, tensor in state.items()
                     if name.startswith("embedding_net.")})
net.eval()
best = float("inf")
with torch.inference_mode():
    net(blocks[:8])
    for _ in range(repeats):
        start = time.perf_counter()
        out = torch.cat([net(part) for part in blocks.split(8)])
        best = min(best, time.perf_counter() - start)
print(json.dumps({"seconds": best, "sum": float(out.sum())}))
