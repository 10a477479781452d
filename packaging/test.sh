#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test through CTest: first what needs no LibTorch under the address
# and undefined-behaviour sanitizers, then everything as users get it.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

[[ $# == 0 ]] || fail "packaging/test.sh takes no arguments; to run some tests only: ctest --preset release -R NAME."

install_packages "$source_dir"/packaging/debian-packages{,-test}.txt
make_venv
once_for "$venv/.prolap-test" "$(fingerprint "$source_dir/packaging/requirements-test.txt")" install_test_wheels

build asan
say "Testing under the sanitizers"
(cd "$source_dir" && ctest --preset asan --parallel "$(jobs)") || fail "tests failed under the sanitizers (above)."

build release
make_starter
say "Testing the release build"
(cd "$source_dir" && ctest --preset release --parallel "$(jobs)") || fail "tests failed (above)."
