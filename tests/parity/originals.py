"""Makes a checkpoint in a published layout with random weights and runs the original software on it.

    originals.py ARCHITECTURE SIZE OUT [--sounds FOLDER]

ARCHITECTURE: hf-unfused, hf-fused, hf-larger, msclap-2023; SIZE: small, full. OUT gets the model folder, clips/*.wav,
captions.json, expected.safetensors (log_mel.N of clip N; audio.1, audio.7, text.1, text.7: embeddings in batches of 1
and 7) and expected.json (where the model is, clips, tokens). Exit status 77: a package is missing.
"""
import argparse
import json
import sys
from pathlib import Path

MISSING = 77
ARCHITECTURES = ("hf-unfused", "hf-fused", "hf-larger", "msclap-2023")
SIZES = ("small", "full")
BATCH = 7


def make(architecture, size, out, sounds):
    import inputs
    import torch
    from safetensors.torch import save_file
    torch.set_num_threads(min(2, torch.get_num_threads()))
    if architecture == "msclap-2023":
        import ms_clap as software
    else:
        import hugging_face as software
    clips = inputs.write_clips(out / "clips", software.RATE, software.WINDOW_SECONDS, sounds)
    captions = list(inputs.CAPTIONS)
    model = software.make(architecture, size, out / "model")
    original = software.Original(model, size)
    original.centre(architecture, clips, captions)
    if original.longest_caption_fits:
        captions.append(inputs.longer_than_any())
    tensors = {f"log_mel.{i}": mel for i, mel in enumerate(original.log_mels(clips))}
    for batch in (1, BATCH):
        tensors[f"audio.{batch}"] = original.embed_audio(clips, batch)
        tensors[f"text.{batch}"] = original.embed_text(captions, batch)
    save_file({name: tensor.float().contiguous().clone() for name, tensor in tensors.items()},
              out / "expected.safetensors")
    (out / "captions.json").write_text(json.dumps(captions), encoding="utf-8")
    (out / "expected.json").write_text(json.dumps({
        "model": str(model), "clips": [str(clip) for clip in clips], "window_samples":
        software.RATE * software.WINDOW_SECONDS, "tokens": original.tokens(captions)}), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("architecture", choices=ARCHITECTURES)
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("out", type=Path)
    parser.add_argument("--sounds", type=Path, default=Path(__file__).resolve().parents[2].parent / "shared/sounds")
    arguments = parser.parse_args()
    try:
        make(arguments.architecture, arguments.size, arguments.out, arguments.sounds)
    except ModuleNotFoundError as error:
        print(f"The package {error.name} is not installed (packaging/requirements-test*.txt).")
        sys.exit(MISSING)


if __name__ == "__main__":
    main()
