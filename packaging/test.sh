#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test through CTest: first what needs no LibTorch under the address
# and undefined-behaviour sanitizers, then the readers of strangers' files with libFuzzer for a minute, then everything
# as users get it.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

[[ $# == 0 ]] || fail "packaging/test.sh takes no arguments; to run some tests only: ctest --preset release -R NAME."

install_packages "$source_dir"/packaging/debian-packages{,-test}.txt
make_venv
once_for "$venv/.prolap-test" "$(fingerprint "$source_dir"/packaging/requirements-test{,-originals}.txt)" install_test_wheels

build asan
say "Testing under the sanitizers"
(cd "$source_dir" && ctest --preset asan --parallel "$(jobs)") || fail "tests failed under the sanitizers (above)."

build fuzz
say "Fuzzing the readers of model files for a minute"
# All at once, also on fewer cores: they run until the minute is over.
(cd "$source_dir" && ctest --preset fuzz --parallel 3) ||
    fail "a reader failed on a file that the fuzzer made (above), kept in build/fuzz/tests/fuzz."

build release
make_starter
say "Testing the release build"
(cd "$source_dir" && ctest --preset release --parallel "$(jobs)") || fail "tests failed (above)."
