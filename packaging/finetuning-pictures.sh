#!/usr/bin/env bash
# Makes the pictures of docs/finetuning.md: a real, small run on ESC-10 sounds, every part of it, and the Tag page.
#
#   packaging/finetuning-pictures.sh SOUNDS [--program DIR]
#
# SOUNDS holds the folder esc10 (shared/sounds). Its clips are copied to a place without a name of this machine, indexed
# and tagged there; DIR has prolap and prolap-explorer (default: build/release/bin, which then stands in the pictures'
# tooltips only). Takes some minutes.
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$source_dir/build/release/bin
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 1; }
[[ $# -ge 1 && -d $1/esc10 ]] || usage
sounds=$(cd "$1" && pwd)
[[ ${2:-} != --program ]] || bin=$(cd "$3" && pwd)
[[ -x $bin/prolap-explorer && -x $bin/prolap ]] || { echo "finetuning-pictures: build first: packaging/run.sh" >&2; exit 1; }

work=$(mktemp -d /tmp/Sounds-XXXX)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config
folder=$work/Field
mkdir -p "$folder"
kinds=(dog_bark rooster rain sea_waves fire_crackling chainsaw)
list=$work/clips.csv
echo "path,caption1,caption2,label" > "$list"
control=$work/others.csv
echo "path,caption,label" > "$control"
for kind in "${kinds[@]}"; do
    words=${kind//_/ }
    ls "$sounds"/esc10/"$kind"_*.ogg | head -24 | while read -r file; do
        cp "$file" "$folder/"
        echo "Field/$(basename "$file"),my $words,the sound of my $words,$words" >> "$list"
    done
done
for kind in helicopter sneeze clock_tick; do
    ls "$sounds"/esc10/"$kind"_*.ogg | head -12 | while read -r file; do
        cp "$file" "$folder/"
        echo "Field/$(basename "$file"),${kind//_/ },${kind//_/ }" >> "$control"
    done
done
"$bin/prolap" index --quiet --library "$work/sounds.db" "$folder"
run=$("$bin/prolap" finetune --data "$list" --control "$control" --name "Field recordings" --json --quiet | tail -n 1 |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["id"])')
"$bin/prolap" runs mix "$run" --json > "$work/mix.json"
picture() { # NAME WHAT...
    local name=$1 scheme
    shift
    for scheme in light dark; do
        "$bin/prolap-explorer" --library "$work/sounds.db" "$@" --scheme "$scheme" --size 1366x768 \
            --screenshot "$source_dir/docs/screenshots/finetune-$name-$scheme.png"
        echo "docs/screenshots/finetune-$name-$scheme.png"
    done
}
for part in curves finds change mix; do
    picture "$part" --run "$run" --run-part "$part"
done
picture tag --page tag
