#!/usr/bin/env python3
"""Trains every row of a study with every seed, measures each model on the test split, and writes a page of results.

    python3 resources/recipes/study.py --manifest ../shared/sounds/manifest.csv --jobs 2

Needs the built `prolap` and the starter pack (packaging/run.sh makes both), and nothing but Python's own library. A run
whose result lies in the work folder is not made again: an interrupted study goes on where it stopped.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]


def merged(base, changes):
    if not isinstance(base, dict) or not isinstance(changes, dict):
        return changes
    return {key: merged(base.get(key), changes[key]) if key in changes else base[key] for key in {**base, **changes}}


class Study:
    def __init__(self, options):
        self.options = options
        self.study = json.loads(options.study.read_text())
        self.work = options.work
        self.lock = threading.Lock()

    def prolap(self, *arguments):
        command = [str(self.options.prolap), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True,
                              env={**os.environ, "OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive"})
        if done.returncode not in (0, 3):  # 3: some files could not be used, which the answer lists
            raise RuntimeError(f"{' '.join(command)}\nended with {done.returncode}: {done.stderr.strip()[-2000:]}")
        return json.loads(done.stdout.strip().splitlines()[-1])

    def run(self, row, seed):
        """The figures of one model; trained now if there are none of this recipe yet."""
        recipe = merged(self.study["base"], row.get("changes", {}))
        identity = hashlib.sha256(json.dumps(recipe, sort_keys=True).encode()).hexdigest()[:12]
        name = f"{row['name']}-{seed}-{identity}"
        result = self.work / "results" / f"{name}.json"
        if not result.exists():
            config, pack = self.work / "recipes" / f"{name}.json", self.work / "packs" / name
            config.write_text(json.dumps(recipe))
            for folder in (pack, pathlib.Path(f"{pack}.training")):
                shutil.rmtree(folder, ignore_errors=True)
            common = ["--threads", 1, "--device", "cpu", "--json", "--quiet"]
            training = self.prolap("train", "--manifest", self.options.manifest, "--config", config, "--base",
                                   self.options.base, "--out", pack, "--seed", seed, *common)
            evaluation = self.prolap("eval", "all", "--manifest", self.options.manifest, "--split", "test", "--model",
                                     pack, "--cache-features", *common)
            result.write_text(json.dumps({"recipe": recipe, "seed": seed, "training": training,
                                          "evaluation": evaluation}))
            if not self.options.keep:
                for folder in (pack, pathlib.Path(f"{pack}.training")):
                    shutil.rmtree(folder, ignore_errors=True)
        with self.lock:
            print(f"{row['title']}, seed {seed}: done", file=sys.stderr, flush=True)
        return figures(json.loads(result.read_text()))

    def all(self):
        for folder in ("recipes", "results", "packs"):
            (self.work / folder).mkdir(parents=True, exist_ok=True)
        rows = [row for row in self.study["rows"] if not self.options.only or row["name"] in self.options.only]
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            # The first run alone: it fills the caches of features that all others read.
            first = self.run(rows[0], self.study["seeds"][0]) if rows else None
            futures = {(row["name"], seed): pool.submit(self.run, row, seed) for row in rows
                       for seed in row.get("seeds", self.study["seeds"])}
            return rows, {key: future.result() for key, future in futures.items()} if first is not None else {}


def figures(result):
    """All figures of one run under one flat set of names; those of a source under source/name."""
    flat = {"minutes": result["training"]["seconds"] / 60}
    for part in result["evaluation"]["protocols"]:
        for name, value in part["metrics"].items():
            flat[name] = value
        for source in part.get("sources", []):
            for name, value in source["metrics"].items():
                flat[f"{source['source']}/{name}"] = value
    return flat


def cell(values):
    values = [value for value in values if value is not None]
    if not values:
        return ""
    mean = statistics.fmean(values)
    return f"{mean:.3f} ± {statistics.stdev(values):.3f}" if len(values) > 1 else f"{mean:.3f}"
