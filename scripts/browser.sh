#!/usr/bin/env bash
# Drives the served Hanoi ceremony in Debian's Chromium: journeys, keys, accessibility, what the server refuses.
#   CHANCERY_BINARY: the program under test
set -euo pipefail
export CHANCERY_BINARY="${CHANCERY_BINARY:-$PWD/.build-test/release/chancery}"
exec .build-browser/bin/pytest -q -p no:cacheprovider Tests/Browser "$@"
