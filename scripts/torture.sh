#!/usr/bin/env bash
# Tortures the embedded journal: see docs/torture.md.
#   torture.sh [--short] [R1[=rounds]] [R2[=rounds]] [R3[=points]] [R4[=rounds]] [R9[=rounds]] [R10[=rounds]]
set -euo pipefail

if [ "$(id -u)" -ne 0 ]; then
    echo "torture.sh mounts file systems and cuts their power: it must run as root." >&2
    exit 1
fi
for tool in python3 strace xfs_io mkfs.ext4; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: run scripts/setup.sh test" >&2; exit 1; }
done

swift build -c release --product torture-writer
exec python3 scripts/torture.py .build/release/torture-writer "$@"
