#!/usr/bin/env bash
# Makes the pictures of docs/traversal.md: four sounds on the Traverse page, in both schemes.
#
#   packaging/traversal-pictures.sh SOUNDS [--library FILE]
#
# SOUNDS holds the folders esc10, sonic-pi and others (see docs/traversal.md); without --library they are indexed in a
# temporary folder first. Build first (packaging/run.sh does).
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$source_dir/build/release/bin
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 1; }
[[ $# -ge 1 && -d $1 ]] || usage
sounds=$(cd "$1" && pwd)
shift
library=
[[ ${1:-} != --library ]] || library=$2
[[ -x $bin/prolap-explorer ]] || { echo "traversal-pictures: build first: packaging/run.sh" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen
if [[ -z $library ]]; then
    library=$work/sounds.db
    "$bin/prolap" index --library "$library" "$sounds"/{esc10,animalia,kitchen20,sonic-pi,freedoom,fsdkaggle2018}
fi
picture() { # NAME WHAT...
    local name=$1 scheme
    shift
    for scheme in light dark; do
        "$bin/prolap-explorer" --library "$library" "$@" --scheme "$scheme" --size 1366x768 \
            --screenshot "$source_dir/docs/screenshots/traverse-$name-$scheme.png"
        echo "docs/screenshots/traverse-$name-$scheme.png"
    done
}
picture dog --traverse "$sounds/esc10/dog_bark_1-100032-A.ogg"
picture drum --traverse "$sounds/sonic-pi/bd_808.ogg"
picture rain --traverse "$sounds/esc10/rain_1-17367-A.ogg"
picture meet --traverse "$sounds/esc10/helicopter_1-172649-A.ogg" --traverse "$sounds/esc10/chainsaw_1-19898-A.ogg"
