#!/usr/bin/env python3
"""Prints line coverage by room from the JSON that `swift test --enable-code-coverage` writes."""
import json
import os
import sys


def room(path: str) -> str:
    parts = path.split("/Sources/")[-1].split("/")
    return "/".join(parts[:2]) if parts[0] == "Rooms" else parts[0]


def main(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        files = json.load(file)["data"][0]["files"]
    sums: dict[str, list[int]] = {}
    here = os.getcwd() + "/Sources/"
    for entry in files:
        if not entry["filename"].startswith(here):
            continue
        lines = entry["summary"]["lines"]
        total = sums.setdefault(room(entry["filename"]), [0, 0])
        total[0] += lines["covered"]
        total[1] += lines["count"]
    for name, (covered, count) in sorted(sums.items()):
        print(f"  {name:28} {covered / max(count, 1):6.1%}  of {count} lines")
    covered = sum(value[0] for value in sums.values())
    count = sum(value[1] for value in sums.values())
    print(f"  {'all':28} {covered / max(count, 1):6.1%}  of {count} lines")


main(sys.argv[1])
