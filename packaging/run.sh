#!/usr/bin/env bash
# Installs what is missing, builds, and opens prolap-explorer.
#
#   packaging/run.sh          on a demo library: the sounds of Debian's sonic-pi-samples, lmms-common and
#                             sound-theme-freedesktop, indexed where they lie
#   packaging/run.sh DIR...   on your own library, after adding the folders to it
#
# Without a display it does the same in the terminal: indexes with progress, answers five captions, and saves a
# screenshot of the window.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

folders=()
for folder in "$@"; do
    case $folder in
    -h | --help)
        sed -n '2,/^source/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
    --dry-run) dry_run=1 ;;
    -*) fail "unknown option $folder; packaging/run.sh --help tells what there is." ;;
    *)
        [[ -d $folder ]] || fail "$folder is not a folder; name the folders that hold your sounds."
        folders+=("$(cd "$folder" && pwd)")
        ;;
    esac
done

install_packages "$source_dir/packaging/debian-packages.txt"
make_venv
build release prolap prolap-explorer
make_starter

data_dir=${XDG_DATA_HOME:-$HOME/.local/share}/prolap-explorer
library=$data_dir/demo.db
[[ ${#folders[@]} == 0 ]] || library=$data_dir/library.db
if [[ $dry_run ]]; then
    say "Would open $library" "${folders[@]/#/with }"
    exit 0
fi
mkdir -p "$data_dir"

if [[ ${DISPLAY:-} || ${WAYLAND_DISPLAY:-} ]]; then
    [[ ${#folders[@]} -gt 0 ]] || mapfile -t folders < <("$bin_dir/prolap" demo --print-folders)
    say "Opening prolap-explorer on $library"
    exec "$bin_dir/prolap-explorer" --library "$library" "${folders[@]}"
fi

say "No display: the same job in the terminal"
result=0
"$bin_dir/prolap" demo --library "$library" "${folders[@]}" || result=$?
# 3: some files could not be read, and were listed; the rest is there.
[[ $result == 0 || $result == 3 ]] || fail "the demo did not finish; the line above says why."
screenshot=$source_dir/build/prolap-explorer.png
QT_QPA_PLATFORM=offscreen "$bin_dir/prolap-explorer" --library "$library" --query "a bell ringing" \
    --screenshot "$screenshot" ||
    fail "the window could not be drawn offscreen."
say "A picture of the window: $screenshot"
