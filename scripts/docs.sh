#!/usr/bin/env bash
# Writes docs/rules.md, docs/acts.md, docs/processing.md and the guides' tables of acts anew from the sources.
#   docs.sh           write them
#   docs.sh --check   exit 1 where they are not what the sources say
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 scripts/manual.py "$@"
