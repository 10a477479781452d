#!/usr/bin/env python3
"""Trains every row of a study with every seed, measures each model on the test split, and writes a page of results.

    python3 resources/recipes/study.py --manifest ../shared/sounds/manifest.csv --jobs 2

Needs the built `prolap` and the starter pack (packaging/run.sh makes both), and only Python's own library. A run
whose result lies in the work folder is not made again: an interrupted study goes on where it stopped.
"""
import argparse
import concurrent.futures
import csv
import hashlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMON = ["--threads", 1, "--device", "cpu", "--json", "--quiet"]


def merged(base, changes):
    if not isinstance(base, dict) or not isinstance(changes, dict):
        return changes
    return {key: merged(base.get(key), changes[key]) if key in changes else base[key] for key in {**base, **changes}}


class Study:
    def __init__(self, options):
        self.options = options
        self.study = json.loads(options.study.read_text())
        self.work = options.work

    def prolap(self, *arguments):
        command = [str(self.options.prolap), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True,
                              env={**os.environ, "OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive"})
        if done.returncode not in (0, 3):  # 3: some files could not be used, which the answer lists
            raise RuntimeError(f"{' '.join(command)}\nended with {done.returncode}: {done.stderr.strip()[-2000:]}")
        return json.loads(done.stdout.strip().splitlines()[-1])

    def rows(self):
        return [row for row in self.study["rows"] if not self.options.only or row["name"] in self.options.only]

    def steps(self, found):
        """Steps of the rows that start with fresh heads; and a sentence on those that go on from another row."""
        fresh = {run["steps"] for run in found.values() if not run["steps_before"]}
        further = {run["steps"] for run in found.values() if run["steps_before"]}
        return numbers(fresh), numbers(further)

    def manifest(self, split):
        """The manifest, or for `heldout` one whose held-out sources are neither trained on nor validated on."""
        if split == "test":
            return self.options.manifest
        path = self.work / "heldout.csv"
        with open(self.options.manifest, newline="", encoding="utf-8") as source, \
                open(path, "w", newline="", encoding="utf-8") as target:
            reader = csv.DictReader(source)
            writer = csv.DictWriter(target, reader.fieldnames)
            writer.writeheader()
            for row in reader:
                row["path"] = str((self.options.manifest.parent / row["path"]).resolve())
                if row["source"] in self.study["held_out"]["sources"]:
                    row["split"] = "heldout"
                writer.writerow(row)
        return path

    def named(self, name):
        return next(row for row in self.study["rows"] if row["name"] == name)

    def identity(self, row):
        """What a row's recipe is, and that of the row it goes on from."""
        recipe = merged(self.study["base"], row.get("changes", {}))
        whole = recipe if "from" not in row else [recipe, self.identity(self.named(row["from"]))]
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()[:12]

    def trained(self, row, split, seed):
        """Trains a row's model. Returns its folder and what the training said."""
        name = f"{row['name']}-{split}-{seed}-{self.identity(row)}"
        config, pack = self.work / "recipes" / f"{name}.json", self.work / "packs" / name
        config.write_text(json.dumps(merged(self.study["base"], row.get("changes", {}))))
        base = self.trained(self.named(row["from"]), split, seed)[0] if "from" in row else self.options.base
        self.remove(pack)
        said = self.prolap("train", "--manifest", self.manifests[split], "--config", config, "--base", base, "--out",
                           pack, "--seed", seed, *COMMON)
        if "from" in row:
            said["steps_before"] = json.loads((base / "config.json").read_text())["training"]["steps"]
            self.remove(base)
        return pack, said

    @staticmethod
    def remove(pack):
        for folder in (pack, pathlib.Path(f"{pack}.training")):
            shutil.rmtree(folder, ignore_errors=True)

    def result(self, row, split, seed):
        return self.work / "results" / f"{row['name']}-{split}-{seed}-{self.identity(row)}.json"

    def run(self, row, split, seed):
        """The figures of one model; trained now if there are none of this recipe yet."""
        result = self.result(row, split, seed)
        if not result.exists():
            pack, training = self.trained(row, split, seed)
            evaluation = self.prolap("eval", "all", "--manifest", self.manifests[split], "--split", split, "--model",
                                     pack, "--cache-features", *COMMON)
            result.write_text(json.dumps({"recipe": merged(self.study["base"], row.get("changes", {})), "seed": seed,
                                          "training": training, "evaluation": evaluation}))
            if not self.options.keep:
                self.remove(pack)
        print(f"{row['title']}, {split}, seed {seed}: done", file=sys.stderr, flush=True)
        return figures(json.loads(result.read_text()))

    def all(self):
        """Figures by row, split and seed."""
        for folder in ("recipes", "results", "packs"):
            (self.work / folder).mkdir(parents=True, exist_ok=True)
        wanted = [(row, "test", seed) for row in self.rows() for seed in row.get("seeds", self.study["seeds"])]
        held = self.study.get("held_out")
        if held:
            wanted += [(row, "heldout", seed) for row in self.rows() if row["name"] in held["rows"]
                       for seed in held["seeds"]]
        if self.options.finished:
            wanted = [run for run in wanted if self.result(*run).exists()]
        self.manifests = {split: self.manifest(split) for split in {split for _, split, _ in wanted}}
        # The row with every loss first and alone: it fills the caches of features that the others read.
        wanted.sort(key=lambda run: run[0]["name"] != self.study["claims"]["best"])
        found = {}
        if wanted:
            self.run(*wanted[0])
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            futures = {(row["name"], split, seed): pool.submit(self.run, row, split, seed)
                       for row, split, seed in wanted}
            for key, future in futures.items():
                found[key] = future.result()
        return found


def figures(result):
    """All figures of one run under one flat set of names; those of a source under source/name."""
    flat = {"steps": result["training"]["steps"], "steps_before": result["training"].get("steps_before", 0)}
    for part in result["evaluation"]["protocols"]:
        for name, value in part["metrics"].items():
            flat[name] = value
        for source in part.get("sources", []):
            for name, value in source["metrics"].items():
                flat[f"{source['source']}/{name}"] = value
    return flat


def cell(values, digits=3):
    values = [value for value in values if value is not None]
    if not values:
        return ""
    text = f"{statistics.fmean(values):.{digits}f}"
    return f"{text} ± {statistics.stdev(values):.{digits}f}" if len(values) > 1 else text


def table(study, found, columns, split="test"):
    """Markdown: a row for each row of the study, a column for each (title, figure)."""
    lines = ["| | " + " | ".join(title for title, _ in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for row in study.rows():
        runs = [figures for (name, where, _), figures in found.items() if name == row["name"] and where == split]
        if runs:
            lines.append(f"| {row['title']} | " +
                         " | ".join(cell([run.get(figure) for run in runs]) for _, figure in columns) + " |")
    return "\n".join(lines) + "\n"


def mean(found, name, figure, split="test"):
    values = [run[figure] for (row, where, _), run in found.items()
              if row == name and where == split and figure in run]
    return statistics.fmean(values) if values else None


def claim(text, holds, figures):
    verdict = "not measured" if holds is None else "holds" if holds else "does not hold"
    return f"| {text} | {figures} | {verdict} |"


def numbers(values):
    return " or ".join(map(str, sorted(values)))


def number(value):
    return "–" if value is None else f"{value:.3f}"


def claims(study, found):
    names = study.study["claims"]
    clap, plain, masks, best = names["infonce"], names["prolap"], names["hierarchical"], names["best"]
    lines = ["| claim | figures | |", "|---|---|---|"]
    for title, row in (("ProLAP's", masks), ("the chosen row's", best)):
        ours, theirs = (mean(found, name, "t2a_label_map10") for name in (row, clap))
        lines.append(claim(f"{title} mAP@10 over labels is not below InfoNCE's",
                           None if None in (ours, theirs) else ours >= theirs, f"{number(ours)}, {number(theirs)}"))
    for root in ("empty", "masked", "centroid"):
        ours, theirs = (mean(found, name, f"{root}_line_precision") for name in (masks, clap))
        lines.append(claim(f"traversal precision with L_inc^h is at least 1.5 times InfoNCE's, root {root}",
                           None if None in (ours, theirs) else ours >= 1.5 * theirs,
                           f"{number(ours)}, {number(theirs)}"))
    for figure, least in (("share_audio_text", .8), ("share_levels", .8), ("auroc_audio_text", .75),
                          ("auroc_levels", .75)):
        value = mean(found, best, figure)
        lines.append(claim(f"chosen row: {figure} ≥ {least}", None if value is None else value >= least, number(value)))
    value = mean(found, best, "r_length_u")
    lines.append(claim("chosen row: r(length, u) ≤ -0.3", None if value is None else value <= -.3, number(value)))
    levels = [mean(found, best, f"mean_u_level{level}") for level in (1, 2, 3, 4)]
    lines.append(claim("chosen row: u falls with every caption level",
                       None if None in levels else all(a > b for a, b in zip(levels, levels[1:])),
                       ", ".join(map(number, levels))))
    value = mean(found, plain, "r_level_u")
    lines.append(claim("without caption levels u falls with the level too (r(level, u) < 0)",
                       None if value is None else value < 0, number(value)))
    for figure in ("r_length_u", "r_level_u"):
        without, masked = (mean(found, names[key], figure) for key in ("specific_prolap", "specific_hierarchical"))
        lines.append(claim(f"trained on specific captions only, L_inc^h by itself lowers {figure} below 0",
                           None if None in (without, masked) else masked < 0 and masked < without,
                           f"{number(without)} without, {number(masked)} with"))
    return "\n".join(lines) + "\n"


def missing(study, found):
    """What a page made with --finished lacks, as a paragraph; empty where nothing is."""
    notes = []
    for row in study.rows():
        wanted = len(row.get("seeds", study.study["seeds"]))
        there = sum(name == row["name"] and split == "test" for name, split, _ in found)
        if there < wanted:
            notes.append(f"\"{row['title']}\" ({f'{there} of {wanted} seeds' if there else 'not run'})")
    return [f"Not complete yet: {'; '.join(notes)}.\n"] if notes else []


def page(study, found):
    clap_columns = [(f"T→A {name}", f"t2a_{key}") for name, key in
                    (("R@1", "r1"), ("R@5", "r5"), ("R@10", "r10"), ("mAP@10", "map10"))]
    clap_columns += [(title.replace("T→A", "A→T"), key.replace("t2a", "a2t")) for title, key in clap_columns]
    roots = [f"{root}_line" for root in ("empty", "inclusive", "masked", "centroid")] + ["climb"]
    seeds = numbers({sum(name == row["name"] and split == "test" for name, split, _ in found) for row in study.rows()} - {0})
    steps, further = study.steps(found)
    parts = [f"# Results: {study.study['title'].lower()}\n",
             "Written by `python3 resources/recipes/study.py`; `resources/recipes/study.json` has the rows. Do not edit.\n",
             f"Every row starts from the starter pack's two frozen encoders with fresh heads and takes {steps} steps; mean ± "
             f"standard deviation over {seeds} seeds, on the **test** split; choices were made on the validation split. "
             "`docs/evaluation.md` says what each figure is.\n",
             *missing(study, found),
             *([f"Rows \"then the last blocks too\" go on from the models of their row for {further} more steps, a number "
                "that was chosen for what a CPU can do: the last convolution block of the sound encoder and the final "
                "block of the text encoder learn too.\n"] if further else []),
             "## Claims\n", claims(study, found),
             "## Retrieval, own captions\n", table(study, found, clap_columns),
             "## Retrieval by label, zero-shot\n",
             table(study, found, [("T→A mAP@10 over labels", "t2a_label_map10"),
                                  ("A→T mAP@10 over labels", "a2t_label_map10"), ("A→T R@1 over labels", "a2t_label_r1"),
                                  ("zero-shot, all labels", "top1"), ("ESC-10", "esc10/top1")]),
             "## Traversal\n", "Precision, then recall, by root of the straight line (empty caption, inclusive, masked "
             "caption, centroid of the clips), and of the climb.\n",
             table(study, found, [(root.replace("_", " "), f"{root}_precision") for root in roots]),
             table(study, found, [(root.replace("_", " "), f"{root}_recall") for root in roots]),
             "Recall of each caption level, 1 (general) to 4.\n"]
    for root in roots:
        parts += [f"{root.replace('_', ' ').capitalize()}:\n",
                  table(study, found, [(f"level {level}", f"{root}_recall_level{level}") for level in (1, 2, 3, 4)])]
    parts += ["## Inclusion\n", "Share of pairs with incl > 0 (exact form), true and shuffled, and AUROC of the overlap "
              "of true against shuffled pairs.\n",
              table(study, found, [("clip < caption", "share_audio_text"), ("shuffled", "share_audio_text_shuffled"),
                                   ("AUROC", "auroc_audio_text"), ("level k+1 < k", "share_levels"),
                                   ("shuffled", "share_levels_shuffled"), ("AUROC", "auroc_levels")]),
              "## Uncertainty\n",
              table(study, found, [("r(length, u)", "r_length_u"), ("r(level, u)", "r_level_u")] +
                    [(f"u, level {level}", f"mean_u_level{level}") for level in (1, 2, 3, 4)] +
                    [("u, clips", "mean_u_clips"), ("ECE", "ece"), ("ECE above .1", "ece_above_tenth")])]
    held = study.study.get("held_out")
    if held:
        parts += ["## Sounds of sources that training never saw\n",
                  f"The same recipes trained without the sources {', '.join(held['sources'])}, measured on all clips of "
                  "these.\n",
                  table(study, found, [("T→A mAP@10 over labels", "t2a_label_map10"),
                                       ("A→T mAP@10 over labels", "a2t_label_map10"), ("T→A mAP@10", "t2a_map10"),
                                       ("zero-shot, all labels", "top1")], "heldout")]
    return "\n".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--manifest", type=pathlib.Path, required=True, help="CSV with four caption levels and splits")
    parser.add_argument("--study", type=pathlib.Path, default=ROOT / "resources/recipes/study.json")
    parser.add_argument("--base", type=pathlib.Path, default=ROOT / "build/release/models/starter",
                        help="the pack whose encoders are used (default: the built starter pack)")
    parser.add_argument("--prolap", type=pathlib.Path, default=ROOT / "build/release/bin/prolap")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/study", help="where results are kept")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "docs/results.md")
    parser.add_argument("--jobs", type=int, default=2, help="runs at a time, one thread each")
    parser.add_argument("--only", nargs="*", help="names of rows; default all")
    parser.add_argument("--finished", action="store_true", help="train nothing: the page shows the runs that are there")
    parser.add_argument("--keep", action="store_true", help="keep the packs")
    study = Study(parser.parse_args())
    found = study.all()
    study.options.out.write_text(page(study, found))
    print(f"Wrote {study.options.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
