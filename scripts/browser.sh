#!/usr/bin/env bash
# Drives the served Hanoi ceremony in Debian's Chromium: journeys, keys, accessibility, what the server refuses. Two browsers share the work,
# each with a house of its own; then what measures times runs alone.
#   CHANCERY_BINARY: the program under test
#   -k WORDS: only tests that are named so
set -euo pipefail
export CHANCERY_BINARY="${CHANCERY_BINARY:-$PWD/.build-test/release/chancery}"

found=
run() {
    local status=0
    .build-browser/bin/pytest -q -p no:cacheprovider --durations 12 Tests/Browser "$@" || status=$?
    # Nothing of these: the other part has them.
    if [ "$status" = 5 ]; then return; fi
    found=yes
    if [ "$status" != 0 ]; then exit "$status"; fi
}
run -n 2 --dist loadfile -m "not alone" "$@"
run -m alone "$@"
if [ -z "$found" ]; then echo "browser.sh: no such test" >&2; exit 5; fi
