#!/usr/bin/env bash
# Everything that must hold, on the build that `make run` serves.
set -euo pipefail
export SWIFT_BACKTRACE=enable=no
# Each open house holds files. With more than 1,365 descriptors open, Foundation reads past the end of their list when it starts a program.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=32

step() { printf '\n== %s (after %d:%02d)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60)); }

step "format"
swift format lint --strict --recursive --parallel Sources Tests Package.swift

step "documents"
scripts/docs.sh --check

step "build"
build=(-c release)
swift build "${build[@]}" --build-tests --explicit-target-dependency-import-check error

step "tests"
export CHANCERY_BINARY="$PWD/.build/release/chancery"
timeout 1200 swift test "${build[@]}" --skip-build --parallel

step "waits, alone"
CHANCERY_ALONE=1 timeout 300 swift test "${build[@]}" --skip-build --filter "A large act in the house of Hanoi"

step "browser"
timeout 2100 scripts/browser.sh

step "fuzz, shortly"
timeout 900 scripts/fuzz.sh --unoptimised 5

step "all holds"
