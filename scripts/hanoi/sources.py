"""The public tables that the pack is made from."""

import csv
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "Examples" / "Hanoi2025" / "Sources"


def rows(name):
    """The rows of `Sources/<name>.csv` as dictionaries."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def table(name, key="code"):
    """The rows by their key, in their order."""
    return {row[key]: row for row in rows(name)}
