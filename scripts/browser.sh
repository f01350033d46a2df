#!/usr/bin/env bash
# Drives the served Hanoi ceremony in Debian's Chromium: journeys, keys, accessibility, what the server refuses. Two browsers share the work,
# each with a house of its own, while what waits long does so beside them; then what measures times runs alone.
#   --all: every size, scheme, language and list too (`make journeys`)
#   CHANCERY_BINARY: the program under test
#   -k WORDS: only tests that are named so
set -euo pipefail
cd "$(dirname "$0")/.."
export CHANCERY_BINARY="${CHANCERY_BINARY:-$PWD/.build/release/chancery}"

matrix=" and not matrix"
if [ "${1:-}" = --all ]; then matrix=; shift; fi

# Each part says how it ended, and that it had nothing to do is no fault of it: another has the tests that were asked for.
part() { .build-browser/bin/pytest -q -p no:cacheprovider --durations 12 Tests/Browser "$@"; }
nothing=5

said=$(mktemp)
part -n 6 -m waits "$@" >"$said" 2>&1 &
waiting=$!
trap 'kill "$waiting" 2>/dev/null || true; rm -f "$said"' EXIT

shared=0 waits=0 alone=0
part -n 2 --dist loadfile -m "not alone$matrix" "$@" || shared=$?
wait "$waiting" || waits=$?
echo "What waits, meanwhile:"
cat "$said"
part -m "alone and not waits" "$@" || alone=$?

if [ "$shared$waits$alone" = "$nothing$nothing$nothing" ]; then echo "browser.sh: no such test" >&2; exit $nothing; fi
for status in $shared $waits $alone; do
    if [ "$status" != 0 ] && [ "$status" != $nothing ]; then exit "$status"; fi
done
