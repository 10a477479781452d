#!/usr/bin/env python3
"""Writes NOTICE: who made what the starter pack's heads were trained on, and the two encoders.

make_notice.py --manifest sounds/manifest.csv --recipe resources/training/starter.json --out NOTICE

Takes the rows that training takes (split train, licence as the recipe allows), by source and licence. Works whose
licence asks for no attribution are counted; for the others each attribution of the manifest is listed once.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import textwrap

HERE = pathlib.Path(__file__).resolve().parent

HEAD = """\
ProLAP Explorer
===============

The starter pack (resources/models/starter, and what set-up assembles from it) builds on the works of others.

Encoders
--------

- aiSFX audio encoder, (c) 2022 A. B. Ma and A. Lerch, "Representation Learning for the Automatic Indexing of Sound
  Effects Libraries", ISMIR 2022, pp. 866-875. CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Changed:
  converted to safetensors, classification heads removed. Installed from its wheel, not part of this repository.
- all-MiniLM-L6-v2 sentence encoder, sentence-transformers (base model nreimers/MiniLM-L6-H384-uncased). Apache-2.0
  (https://www.apache.org/licenses/LICENSE-2.0). Installed from its wheel, not part of this repository.
{small}
Sounds that the heads were trained on
-------------------------------------

{clips} clips of {sources} sources. The recordings themselves are not part of this repository; all were converted to
mono Ogg Vorbis and trimmed before training. Under CC0 and in the public domain, no attribution is required; such clips
are counted only. The repository named with each source holds its full credits.
"""

SMALL = """
The small pack (resources/models/starter-small) was trained from random weights on the same sounds, with the starter pack
as its teacher: both encoders taught it, no weights of theirs are in it.
"""

TAIL = """
Licences: CC0 1.0 https://creativecommons.org/publicdomain/zero/1.0/, CC BY 2.0, 3.0, 4.0
https://creativecommons.org/licenses/by/4.0/, CC BY-SA 3.0, 4.0 https://creativecommons.org/licenses/by-sa/4.0/ (put the
version's number in the address), OGA BY 3.0 https://static.opengameart.org/OGA-BY-3.0.txt, MIT
https://opensource.org/license/mit, BSD-3-Clause https://opensource.org/license/bsd-3-clause, Apache-2.0
https://www.apache.org/licenses/LICENSE-2.0.
"""

UPSTREAM = {
    "animalia": "github.com/ElCeejo/animalia", "blanket": "Blanket, github.com/rafaelmardojai/blanket",
    "edgar": "The Legend of Edgar, github.com/riksweeney/edgar", "esc10": "ESC-10 by Karol J. Piczak, github.com/karolpiczak/ESC-10",
    "free-spoken-digits": "github.com/Jakobovski/free-spoken-digit-dataset",
    "freedoom": "github.com/freedoom/freedoom", "fsdkaggle2018": "github.com/seth814/Audio-Classification",
    "homedecor": "github.com/mt-mods/homedecor_modpack", "kenney-interface": "github.com/Calinou/kenney-interface-sounds",
    "kitchen20": "github.com/marc-moreaux/kitchen20", "minetest-game": "github.com/minetest/minetest_game",
    "mod-sounds": "github.com/AntumMT/mod-sounds", "openclonk": "github.com/openclonk/openclonk",
    "openhv": "github.com/OpenHV/OpenHV", "openrct2-sfx": "github.com/OpenRCT2/OpenSoundEffects",
    "opensfx": "github.com/OpenTTD/OpenSFX", "sonic-pi": "github.com/sonic-pi-net/sonic-pi",
    "soundfx": "github.com/rse/soundfx", "superpowers": "github.com/sparklinlabs/superpowers-asset-packs",
    "tmwa": "github.com/themanaworld/tmwa-client-data",
}

FREE = ("CC0", "Public Domain")


def recipe_data(path):
    text = open(path, encoding="utf-8").read()
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.M))["data"]


def trained(row, data):
    licence = row["license"].lower()
    return (row["split"] == "train" and not any(word.lower() in licence for word in data["licences_refused"])
            and any(licence.startswith(start.lower()) for start in data["licences_allowed"]))


def tidy(attribution):
    """Without pointers into the collection's own folder and without what the heading of the source says already."""
    text = re.sub(r"\s*\(?(full credits in |per-file authors in )?licenses/[\w.\-]+\)?", "", attribution)
    text = re.sub(r"(?<=.), (via|clip from) [^,;]*$", "", text)
    return re.sub(r"\s+", " ", text).strip(" ;")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--manifest", required=True)
    parser.add_argument("--recipe", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    data = recipe_data(args.recipe)
    groups = collections.defaultdict(lambda: collections.defaultdict(list))
    clips = 0
    with open(args.manifest, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if trained(row, data):
                groups[row["source"]][row["license"]].append(tidy(row["attribution"]))
                clips += 1
    lines = [HEAD.format(small=SMALL if (HERE / "starter-small").exists() else "", clips=clips, sources=len(groups))]
    for source in sorted(groups):
        lines.append(f"{source} ({UPSTREAM[source]})")
        for licence in sorted(groups[source]):
            attributions = groups[source][licence]
            lines.append(f"  {licence}: {len(attributions)} clips")
            if licence.startswith(FREE):
                continue
            names = sorted(set(attributions))
            files = [re.match(r"FSDKaggle2018 clip (\S+) (.*)", name) for name in names]
            if all(files):
                names = [f"FSDKaggle2018 {files[0].group(2)}: clips " + " ".join(f.group(1) for f in files)]
            lines += textwrap.wrap("; ".join(names).rstrip(".") + ".", 118, initial_indent="    ", subsequent_indent="    ",
                                   break_long_words=False, break_on_hyphens=False)
        lines.append("")
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("\n".join(lines).rstrip() + "\n" + TAIL)


if __name__ == "__main__":
    main()
