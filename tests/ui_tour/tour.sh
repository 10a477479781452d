#!/usr/bin/env bash
# A person at the real program on a real display, with mouse and keys; each step leaves a picture.
#
#   xvfb-run -a -s "-screen 0 1366x768x24" bash tour.sh BIN_DIR MODEL LIBRARY SOUNDS PICTURES
#
# Prints one line a step; ends with the program's exit status.
set -euo pipefail

bin=$1 model=$2 library=$3 sounds=$4 pictures=$5
mkdir -p "$pictures"

openbox --sm-disable >/dev/null 2>&1 &
manager=$!
"$bin/prolap-explorer" --library "$library" --model "$model" --scheme dark --page explore "$sounds" &
program=$!
trap 'kill $program $manager 2>/dev/null || true' EXIT

# until SECONDS COMMAND...: tries the command until it succeeds.
until_true() {
    local tries=$(($1 * 5))
    shift
    while ! "$@" >/dev/null 2>&1; do
        ((tries-- > 0)) || { echo "tour: waited in vain for: $*" >&2; exit 1; }
        kill -0 $program 2>/dev/null || { echo "tour: the program is gone" >&2; exit 1; }
        sleep 0.2
    done
}

step() {
    sleep 0.7 # a pause in typing, a search, a paint
    import -window root "$pictures/$1.png"
    echo "$1"
}

keys() { xdotool key --clearmodifiers "$@"; }
window() { xdotool search --onlyvisible --name "$1"; }
listened() {
    "$bin/prolap" library info --library "$library" --json --quiet |
        python3 -c 'import json, sys; a = json.load(sys.stdin); sys.exit(not a["clips"] or not a["models"] or a["models"][0]["clips"] < a["clips"])'
}

until_true 60 window "ProLAP Explorer"
xdotool windowfocus --sync "$(window 'ProLAP Explorer' | tail -n 1)"
until_true 120 listened
step 01-library

keys ctrl+f
xdotool type --delay 30 "rain"
step 02-caption
keys Down
keys 4
step 03-selected-and-rated
keys Down Down s
step 04-sounds-like
keys Escape Escape
keys ctrl+f Down m
step 04b-map
keys plus shift+Right
step 04c-a-neighbour-on-the-map
keys m
keys F1
until_true 10 window "Keys"
step 05-keys
keys Escape
for page in 2 3 4 5; do
    keys "ctrl+$page"
    step "06-page-$page"
done
keys ctrl+1
step 07-back
"$bin/prolap" search "rating:>=4" --library "$library" --model "$model" --json --quiet >"$pictures/rated.json"
keys ctrl+q
wait $program
