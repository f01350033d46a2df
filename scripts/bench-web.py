#!/usr/bin/env python3
"""The figures of docs/measures.md that are asked over HTTP, each with the server's own processor time, beside a baseline in the same run.

    scripts/bench-web.py CHANCERY-BINARY BENCH-BINARY [MEASURE...]

wrk asks with 8 connections for 3 seconds; processor time is read from the kernel before and after, of the server's process alone.
All is measured to the end; exits with 1 where an aim was missed or what it is about does not exist yet, with 2 where a measurement broke
down.
"""

import shutil
import sys
import tempfile

# Nothing is left beside the sources.
sys.dont_write_bytecode = True
from webbench import lists, persons, programme, screens  # noqa: E402
from webbench.telling import attempt, broken, missed  # noqa: E402

CHANCERY, BENCH, *WANTED = sys.argv[1:]


MEASURES = {
    "M14": lambda folder: programme.run(CHANCERY, folder),
    "M10": lambda folder: screens.run(CHANCERY, folder),
    "M9": lambda folder: lists.run(CHANCERY, folder),
    "M15": lambda folder: persons.run(CHANCERY, BENCH, folder),
}


def main():
    strangers = [name for name in WANTED if name not in MEASURES]
    if strangers:
        sys.exit(f"no measure {strangers[0]}; there are {', '.join(MEASURES)}")
    for name, work in MEASURES.items():
        if WANTED and name not in WANTED:
            continue
        folder = tempfile.mkdtemp(prefix="chancery-bench-")
        try:
            attempt(name, work, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(2 if broken else 1 if missed else 0)


main()
