#!/usr/bin/env python3
"""Sets ten classes aside that the starter's heads have then never heard, and fine-tunes on them.

Writes, from a manifest with captions, labels and splits (shared/sounds/manifest.csv):

    base.csv  everything but the ten classes: what the heads to start from are trained on; its test clips are the control
              set, what must not be forgotten
    new.csv   the ten classes alone: what a user brings

The classes are drawn by lot (--draw) from the labels with 15 to 30 clips, before anything is trained. Then trains the
heads by the starter's recipe on base.csv, fine-tunes each preset on new.csv with `prolap finetune`, and prints what
docs/finetuning.md shows.

    python3 resources/recipes/unseen_classes.py --manifest SOUNDS/manifest.csv --work /tmp/unseen
"""

import argparse
import collections
import csv
import json
import pathlib
import random
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent


def classes_set_aside(rows, draw):
    counts = collections.Counter(row["label"] for row in rows)
    candidates = sorted(label for label, clips in counts.items() if 15 <= clips <= 30)
    return sorted(random.Random(draw).sample(candidates, 10))


def write(file, rows, sounds):
    with open(file, "w", newline="", encoding="utf-8") as out:
        table = csv.DictWriter(out, ["path", "source", "label", "caption1", "caption2", "caption3", "caption4", "split",
                                     "license"], extrasaction="ignore")
        table.writeheader()
        for row in rows:
            table.writerow(dict(row, path=str(sounds / row["path"])))


def write_manifests(manifest, work, draw):
    with open(manifest, newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    chosen = classes_set_aside(rows, draw)
    sounds = manifest.parent
    base = [row for row in rows if row["label"] not in chosen]
    write(work / "base.csv", base, sounds)
    # The user's clips come without splits: the program splits them by group itself.
    new = [row for row in rows if row["label"] in chosen]
    with open(work / "new.csv", "w", newline="", encoding="utf-8") as out:
        table = csv.DictWriter(out, ["path", "label", "caption1", "caption2", "caption3", "caption4"],
                               extrasaction="ignore")
        table.writeheader()
        for row in new:
            table.writerow(dict(row, path=str(sounds / row["path"])))
    return chosen, len(new)


def base_recipe(work):
    """The starter's recipe without masked views, whose encoding takes longer than all the rest."""
    text = (SOURCE / "resources/training/starter.json").read_text(encoding="utf-8")
    recipe = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    recipe["losses"].update(inclusion_masked_clips=0, inclusion_masked_captions=0, mask_repulsive=0)
    recipe["pack"]["name"] = "Starter without ten classes"
    file = work / "base.json"
    file.write_text(json.dumps(recipe, indent=1), encoding="utf-8")
    return file


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--manifest", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--prolap", type=pathlib.Path, default=SOURCE / "build/release/bin/prolap")
    parser.add_argument("--draw", type=int, default=1, help="which ten classes: seed of the lot")
    parser.add_argument("--presets", nargs="*", default=["heads"])
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    chosen, clips = write_manifests(options.manifest.resolve(), work, options.draw)
    print(f"{clips} clips of {', '.join(chosen)}", flush=True)

    threads = ["--threads", str(options.threads)]
    base = work / "base"
    if not (base / "config.json").exists():
        subprocess.run([options.prolap, "train", "--manifest", work / "base.csv", "--config", base_recipe(work), "--out",
                        base, "--quiet", *threads], check=True)
    for preset in options.presets:
        out = work / preset
        begin = time.monotonic()
        done = subprocess.run([options.prolap, "finetune", "--from", base, "--data", work / "new.csv", "--control",
                               work / "base.csv", "--preset", preset, "--out", out, "--json", "--quiet", *threads],
                              stdout=subprocess.PIPE, text=True)
        if done.returncode not in (0, 3):
            sys.exit(done.returncode)
        answer = json.loads(done.stdout.splitlines()[-1])
        print(f"{preset}: {time.monotonic() - begin:.0f} s, of which training {answer['seconds']:.0f} s")
        for group in answer["comparison"]["groups"]:
            print(f"  {group['name']} ({group['clips']} clips)")
            for figure in group["figures"]:
                print(f"    {figure['name']:24} {figure['before']:.3f} -> {figure['after']:.3f}   "
                      f"{figure['change']:+.3f} [{figure['low']:+.3f}, {figure['high']:+.3f}]")


if __name__ == "__main__":
    main()
