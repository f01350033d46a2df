#!/usr/bin/env bash
# Measures everything to the end, whatever is missed on the way, and then says what was.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build -c release --product bench
swift build -c release --product chancery
said=$(mktemp)
trap 'rm -f "$said"' EXIT

status=0
stdbuf -oL .build/release/bench | tee "$said" || status=$?
scripts/bench-web.py .build/release/chancery .build/release/bench | tee -a "$said" || status=$?

if [ "$status" != 0 ]; then
    printf '\nMissed, or not measured:\n'
    grep -E '^(MISS|FAIL|NONE)' "$said" || echo "what is said above"
fi
exit "$status"
