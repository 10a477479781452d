#!/usr/bin/env bash
# Makes the pictures of docs/traversal.md: telling examples on the Traverse page, in both schemes.
#
#   packaging/traversal-pictures.sh [--program PATH] [--library FILE] SOUNDS
#
# SOUNDS holds the folders esc10, sonic-pi and others (see docs/traversal.md); without --library those that are there
# are indexed in a temporary folder first, which takes minutes. Build first (packaging/run.sh does), or name an
# installed prolap-explorer with prolap beside it. Nothing of the user's own (settings, vocabulary) is used.
set -euo pipefail

usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 1; }
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$source_dir/build/release/bin/prolap-explorer
library=
while [[ ${1:-} == --* ]]; do
    [[ $# -ge 2 ]] || usage
    case $1 in
    --program) program=$2 ;;
    --library) library=$(realpath "$2") ;;
    *) usage ;;
    esac
    shift 2
done
[[ $# -eq 1 && -d $1/esc10 ]] || usage
sounds=$(realpath "$1")
[[ -x $program ]] || { echo "traversal-pictures: build first: packaging/run.sh" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config
if [[ -z $library ]]; then
    library=$work/sounds.db
    folders=()
    for name in animalia esc10 freedoom fsdkaggle2018 kenney-interface kitchen20 openhv openrct2-sfx sonic-pi soundfx; do
        [[ ! -d $sounds/$name ]] || folders+=("$sounds/$name")
    done
    "$(dirname "$program")/prolap" index --library "$library" "${folders[@]}"
fi
picture() { # NAME WHAT...
    local name=$1 scheme file
    shift
    for scheme in light dark; do
        file=docs/screenshots/traverse-$name-$scheme.png
        "$program" --library "$library" "$@" --scheme "$scheme" --size 1366x768 --screenshot "$source_dir/$file"
        echo "$file"
    done
}
picture dog --traverse "$sounds/esc10/dog_bark_1-100032-A.ogg"
picture drum --traverse "$sounds/sonic-pi/bd_808.ogg"
picture rain --traverse "$sounds/esc10/rain_1-17367-A.ogg"
picture meet --traverse "$sounds/esc10/helicopter_1-172649-A.ogg" --traverse "$sounds/esc10/chainsaw_1-19898-A.ogg"
picture models --traverse "$sounds/esc10/dog_bark_1-100032-A.ogg" --compare-model starter-small
