#!/usr/bin/env bash
# Builds one room with what it stands on, unoptimised and in a place of its own, and runs its tests alone.
#   quick.sh ROOM [--filter WORDS]     a room, or a floor: Lodging, Programme, Engine, Exchange
set -euo pipefail
cd "$(dirname "$0")/.."
room="${1:-}"
if [ -z "$room" ] || { [ ! -d "Tests/Rooms/${room}Tests" ] && [ ! -d "Tests/${room}Tests" ]; }; then
    rooms=(Tests/Rooms/*Tests Tests/*Tests)
    rooms=("${rooms[@]##*/}")
    echo "quick.sh: name one of ${rooms[*]%Tests}" >&2
    exit 2
fi
shift

export HOUSE_ROOM="$room"
build=(--scratch-path .build-quick)
swift build "${build[@]}" --product chanceryPackageTests
swift test "${build[@]}" --skip-build "$@"
