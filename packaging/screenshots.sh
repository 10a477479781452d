#!/usr/bin/env bash
# Makes the pictures of docs/screenshots: every page of the window on the demo library, in both schemes.
#
#   packaging/screenshots.sh [--program PATH] [--model PACK] [--query TEXT]
#
# Build first (packaging/run.sh does), or name an installed prolap-explorer, whose places then stand in the pictures.
# The demo library is indexed in a temporary folder.
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$source_dir/build/release/bin/prolap-explorer
model=()
query="a deep bass drum"
while [[ $# -gt 0 ]]; do
    case $1 in
    --program) program=$2; shift 2 ;;
    --model) model=(--model "$2"); shift 2 ;;
    --query) query=$2; shift 2 ;;
    *) sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 1 ;;
    esac
done
[[ -x $program ]] || { echo "screenshots: build first: packaging/run.sh" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work/data
folders=()
for folder in /usr/share/sonic-pi/samples /usr/share/lmms/samples /usr/share/sounds/freedesktop; do
    [[ ! -d $folder ]] || folders+=("$folder")
done
"$program" --library "$work/demo.db" "${model[@]}" --query "$query" --traverse "$query" \
    --screenshots "$source_dir/docs/screenshots" \
    "${folders[@]}"
ls "$source_dir"/docs/screenshots/*.png
