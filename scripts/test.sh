#!/usr/bin/env bash
# Everything that must hold, on one optimised build with coverage.
set -euo pipefail
export SWIFT_BACKTRACE=enable=no
# Each open house holds files. With more than 1,365 descriptors open, Foundation reads past the end of their list when it starts a program.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=32

step() { printf '\n== %s\n' "$1"; }

step "format"
swift format lint --strict --recursive --parallel Sources Tests Package.swift

step "documents"
scripts/docs.sh --check

step "build"
build=(-c release --enable-code-coverage --scratch-path .build-test)
swift build "${build[@]}" --build-tests --explicit-target-dependency-import-check error

step "tests"
export CHANCERY_BINARY="$PWD/.build-test/release/chancery"
timeout 1200 swift test "${build[@]}" --skip-build --parallel

step "browser"
timeout 2100 scripts/browser.sh

step "coverage"
python3 scripts/coverage.py "$(swift test "${build[@]}" --show-codecov-path)"

# After what was covered was counted: a run of few tests would be taken for all.
step "waits, alone"
CHANCERY_ALONE=1 timeout 300 swift test "${build[@]}" --skip-build --filter "A large act in the house of Hanoi"

step "fuzz, shortly"
timeout 900 scripts/fuzz.sh 5
