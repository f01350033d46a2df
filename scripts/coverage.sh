#!/usr/bin/env bash
# Runs every test of `make test` but the browser's on a build that counts which lines run, and prints the share of them by room.
set -euo pipefail
cd "$(dirname "$0")/.."
export SWIFT_BACKTRACE=enable=no
# As in scripts/test.sh.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=32

build=(--enable-code-coverage --scratch-path .build-coverage)
swift build "${build[@]}" --build-tests
export CHANCERY_BINARY="$PWD/.build-coverage/debug/chancery"
timeout 2400 swift test "${build[@]}" --skip-build --parallel
python3 scripts/coverage.py "$(swift test "${build[@]}" --show-codecov-path)"
