#!/usr/bin/env bash
# Makes the pictures of docs/finetuning.md: every part of a run that is done, and the Tag page.
#
#   packaging/finetuning-pictures.sh RUN SOUNDS [--program DIR]
#
# RUN is a run's folder, with mixtures measured (`prolap runs mix`); those in docs are of
#   resources/recipes/unseen_classes.py --draw 2
# SOUNDS holds the folder esc10 (shared/sounds): some of its clips are copied to a folder without a name of this machine
# and indexed there. DIR has prolap and prolap-explorer (default: build/release/bin).
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$source_dir/build/release/bin
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 1; }
[[ $# -ge 2 && -f $1/settings.json && -d $2/esc10 ]] || usage
run=$(cd "$1" && pwd)
sounds=$(cd "$2" && pwd)
[[ ${3:-} != --program ]] || bin=$(cd "$4" && pwd)
[[ -x $bin/prolap-explorer && -x $bin/prolap ]] || { echo "finetuning-pictures: build first: packaging/run.sh" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config
mkdir -p "$work/data/prolap-explorer/runs" "$work/Field recordings"
cp -r "$run" "$work/data/prolap-explorer/runs/"
for kind in dog_bark rain sea_waves helicopter sneeze; do
    for file in $(ls "$sounds"/esc10/"$kind"_*.ogg | head -5); do
        cp "$file" "$work/Field recordings/"
    done
done
"$bin/prolap" index --quiet --library "$work/sounds.db" "$work/Field recordings"
picture() { # NAME WHAT...
    local name=$1 scheme
    shift
    for scheme in light dark; do
        "$bin/prolap-explorer" --library "$work/sounds.db" "$@" --scheme "$scheme" --size 1366x768 \
            --screenshot "$source_dir/docs/screenshots/finetune-$name-$scheme.png"
        echo "docs/screenshots/finetune-$name-$scheme.png"
    done
}
picture tag --page tag
for part in curves finds change mix; do
    picture "$part" --run "$(basename "$run")" --run-part "$part"
done
