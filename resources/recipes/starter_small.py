#!/usr/bin/env python3
"""Trains the small pack: both encoders from random weights, with the starter pack as a teacher, then its heads.

    python3 resources/recipes/starter_small.py --manifest ../shared/sounds/manifest.csv --out NEW-PACK

Needs the built `prolap` and the starter pack (packaging/run.sh makes both), and only Python's own library. Steps that
are complete in the work folder are not made again, an interrupted training goes on where it stopped.
"""
import argparse
import collections
import csv
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys

import study

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECIPES = ROOT / "resources/recipes/starter-small"
END = "<|endoftext|>"


def recipe(path):
    return json.loads(re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.M))


def allowed(licence, data):
    licence = licence.lower()
    return (not any(word.lower() in licence for word in data["licences_refused"])
            and any(licence.startswith(start.lower()) for start in data["licences_allowed"]))


def training_captions(manifest, data):
    with open(manifest, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["split"] == "train" and allowed(row["license"], data):
                yield from (row[f"caption{level}"] for level in (1, 2, 3, 4) if row[f"caption{level}"])


def byte_symbols():
    """GPT-2's printable stand-in for each byte, in the order of its vocabulary."""
    plain = [*range(ord("!"), ord("~") + 1), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    rest = [byte for byte in range(256) if byte not in plain]
    symbols = {byte: chr(byte) for byte in plain}
    symbols.update({byte: chr(256 + i) for i, byte in enumerate(rest)})
    return symbols


def learned_merges(captions, count):
    """Byte-level BPE: again and again the most frequent pair of neighbours within a word; of equals the first in order."""
    symbols = byte_symbols()
    pieces = re.compile(r"'(?:s|t|re|ve|m|ll|d)| ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+|\s+")
    words = collections.Counter(piece for caption in captions for piece in pieces.findall(caption))
    words = [([symbols[byte] for byte in word.encode()], number) for word, number in sorted(words.items())]
    merges = []
    while len(merges) < count:
        pairs = collections.Counter()
        for word, number in words:
            for pair in zip(word, word[1:]):
                pairs[pair] += number
        if not pairs:
            break
        best = max(pairs.items(), key=lambda item: (item[1], item[0]))[0]
        merges.append(best)
        for word, _ in words:
            i = 0
            while i + 1 < len(word):
                if (word[i], word[i + 1]) == best:
                    word[i:i + 2] = [word[i] + word[i + 1]]
                i += 1
    return merges


def write_base(folder, manifest, entries):
    """A pack without weights: what `fresh_encoders` starts from."""
    folder.mkdir(parents=True, exist_ok=True)
    data = recipe(RECIPES / "encoders.json")["data"]
    symbols = list(byte_symbols().values())
    merges = learned_merges(training_captions(manifest, data), entries - len(symbols) - 1)
    vocabulary = {symbol: i for i, symbol in enumerate([*symbols, *("".join(pair) for pair in merges), END])}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "merges.txt").write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in merges), encoding="utf-8")
    shutil.copyfile(RECIPES / "config.json", folder / "config.json")


CARD = """\
# ProLAP starter-small

A small model that finds sounds by description: {megabytes:.1f} MB, {weights:,} weights in half precision, trained from
random weights by `resources/recipes/starter_small.py` with the ProLAP starter pack as its teacher.

| | |
| --- | --- |
| sound encoder | a CNN of five blocks on windows of 2.54 s, 32 kHz, 64 mel bands |
| text encoder | GPT-2 of two layers, width 96; byte-level BPE of 1,500 entries made from the training captions: English |
| joint space | 256 dimensions, Gaussians |
| licence | CC BY 4.0 (aiSFX, the teacher's sound encoder) and Apache-2.0 (MiniLM, its text encoder) |

## Training

{clips:,} openly licensed clips with four captions each, from general to specific, which a script made from labels, file
names and signal measurements; `NOTICE` names the authors of the sounds. Stage 1: InfoNCE with label-aware targets, a
label classifier, and distillation of the teacher's means of clips and captions, {steps:,} steps, both encoders. Stage 2:
the encoders frozen, ProLAP's heads with inclusion of clips in captions and of specific captions in general ones.

## Figures

On the test split, none of whose clips was trained on; choices were made on the validation split.

| figure | value |
| --- | --- |
{figures}

## What it does not know

Sounds and words beyond the {labels} labels of its training data hardly; no languages but English. It is an order of
magnitude smaller than its teacher, and what the teacher does not know it has not learned.
"""

FIGURES = (("zero-shot top-1 over the ESC-10 classes", "esc10/top1"),
           ("caption of the label to any clip of it, mAP@10 (`t2a_label_map10`)", "t2a_label_map10"),
           ("clip to captions of its label, mAP@10 (`a2t_label_map10`)", "a2t_label_map10"),
           ("specific caption to its own clip, mAP@10 (`t2a_map10_level4`)", "t2a_map10_level4"),
           ("zero-shot top-1 over all labels (`top1`)", "top1"),
           ("r(caption level, u)", "r_level_u"), ("clips inside their captions (`share_audio_text`)", "share_audio_text"),
           ("AUROC of that against shuffled pairs", "auroc_audio_text"), ("calibration error (`ece`)", "ece"))


def weights(safetensors):
    """How many numbers a file holds, by its header."""
    with open(safetensors, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
    return sum(math.prod(tensor["shape"]) for name, tensor in header.items() if name != "__metadata__")


def card(pack, encoders, manifest, evaluation):
    found = study.figures({"training": {"steps": 0}, "evaluation": evaluation})
    said = json.loads((encoders / "config.json").read_text(encoding="utf-8"))["training"]
    data = recipe(RECIPES / "encoders.json")["data"]
    with open(manifest, encoding="utf-8", newline="") as file:
        labels = {row["label"] for row in csv.DictReader(file)
                  if row["split"] == "train" and allowed(row["license"], data)}
    file = pack / "model.safetensors"
    rows = "\n".join(f"| {title} | {found[name]:.3f} |" for title, name in FIGURES if found.get(name) is not None)
    return CARD.format(megabytes=file.stat().st_size / 1e6, weights=weights(file), clips=said["train_clips"], steps=said["steps"],
                       figures=rows, labels=len(labels))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--manifest", type=pathlib.Path, required=True, help="CSV with four caption levels and splits")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder of the new pack")
    parser.add_argument("--teacher", type=pathlib.Path, default=ROOT / "build/release/models/starter")
    parser.add_argument("--prolap", type=pathlib.Path, default=ROOT / "build/release/bin/prolap")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/starter-small", help="where steps are kept")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()

    def prolap(*arguments, **more):
        command = [str(options.prolap), *map(str, arguments)]
        print(" ".join(command), file=sys.stderr, flush=True)
        done = subprocess.run(command, env={**os.environ, "OMP_NUM_THREADS": str(options.threads)}, **more)
        if done.returncode not in (0, 3):  # 3: some files could not be used, which the answer lists
            sys.exit(done.returncode)
        return done.stdout

    def train(name, base, *more):
        out = options.work / name
        if not (out / "model.safetensors").exists():
            resume = ["--resume"] if (options.work / f"{name}.training/checkpoint.safetensors").exists() else []
            prolap("train", "--manifest", options.manifest, "--config", RECIPES / f"{name}.json", "--base", base,
                   "--out", out, "--device", "cpu", "--threads", options.threads, *more, *resume)
        return out

    base = options.work / "base"
    if not (base / "config.json").exists():
        write_base(base, options.manifest, 1500)
    encoders = train("encoders", base, "--teacher", options.teacher)
    heads = train("heads", encoders, "--teacher", options.teacher)
    prolap("model", "import", heads, "--out", options.out, "--weights", "fp16")
    answer = prolap("eval", "all", "--manifest", options.manifest, "--split", "test", "--model", options.out,
                    "--device", "cpu", "--threads", options.threads, "--json", "--quiet", stdout=subprocess.PIPE, text=True)
    text = card(options.out, encoders, options.manifest, json.loads(answer.strip().splitlines()[-1]))
    (options.out / "MODEL_CARD.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
