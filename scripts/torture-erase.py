#!/usr/bin/env python3
"""Kills at every write of an erasure, a backup and a restore; and what is left of whom somebody erased on a raw disk.

    torture-erase.py CHANCERY [--first N] [--every N] [R5] [R6] [R7] [R8] [R11]

A point is the N-th call that writes: the process is killed in it. --first and --every make a run one of several.
"""

import argparse
import contextlib
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PATIENCE = 120
SECRET = "a passphrase for torture"
NAMES = ["ZQXFAMILY", "ZQXGIVEN", "ZQXPASS99"]
KEPT = "ZQYOTHER"
DUE = "ZQYPASS77"
CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,rename,unlink,mkdir"
MASTER = slice(24, 56)


class Failure(Exception):
    """Something that must not be."""


class House:
    """The program under torture, and the folder that it is let loose on."""

    def __init__(self, binary, work):
        self.binary, self.work = str(pathlib.Path(binary).resolve()), work

    def run(self, *words, prefix=(), allowed=(0,)):
        done = subprocess.run(
            [*prefix, self.binary, *map(str, words)], capture_output=True, text=True, timeout=PATIENCE, check=False,
            env={**os.environ, "CHANCERY_PASSPHRASE": SECRET, "SWIFT_BACKTRACE": "enable=no", "LANG": "C"})
        if allowed is not None and done.returncode not in allowed:
            raise Failure(f"{' '.join(map(str, words))}: {done.returncode} {done.stdout[-400:]}{done.stderr[-400:]}")
        return done

    def begin(self):
        """A ceremony of two people and one officer."""
        pack = self.work / "pack"
        pack.mkdir()
        (pack / "pack.json").write_text('{"format":1,"ceremony":"torture","zone":"Asia/Ho_Chi_Minh"}')
        (pack / "bodies.csv").write_text("happened,code,kind,name_vi,name_en\n2025-10-01,BCD,steering_committee,Ban,Board\n")
        (pack / "officers.csv").write_text("happened,code,body,role,title_vi,title_en\n2025-10-01,O-1,BCD,head,Trưởng,Head\n")
        (pack / "people.csv").write_text(
            "happened,code,family_name,given_name,document\n"
            f"2025-10-01,P-1,{NAMES[0]},{NAMES[1]},{NAMES[2]}\n2025-10-01,P-2,{KEPT},MAU,{DUE}\n")
        base = self.work / "base"
        self.run("import", pack, "--data", base)
        return base

    def erase(self, folder, **how):
        return self.run("erase", "P-1", "--actor", "O-1", "--reason", "asked on 30 October", "--data", folder, **how)

    def close(self, base):
        """The ceremony closed so long ago that numbers of documents are due, and names are not."""
        folder, script = self.work / "closed", self.work / "close.json"
        shutil.copytree(base, folder)
        closed = (datetime.date.today() - datetime.timedelta(days=45)).isoformat()
        script.write_text(json.dumps([{
            "act": "edit", "actor": "O-1", "records": [
                {"kind": "ceremony", "code": "torture", "set": {"opens": closed, "closes": closed}}]}]))
        self.run("apply", script, "--data", folder)
        return folder

    def erase_due(self, folder, **how):
        return self.run("erase", "--due", "--actor", "O-1", "--reason", "their date has come", "--data", folder, **how)

    def settle(self, folder):
        """The next start of whoever writes: an empty script does nothing else."""
        nothing = self.work / "nothing.json"
        nothing.write_text("[]")
        self.run("apply", nothing, "--data", folder, allowed=None)

    def shown(self, folder):
        """All that an export of the whole history says."""
        out = self.work / "out"
        shutil.rmtree(out, ignore_errors=True)
        self.run("export", out, "--history", "--personal", "--data", folder)
        return "".join(file.read_text() for file in out.rglob("*.csv"))

    def entries(self, folder):
        return self.run("history", "person/P-1", "--data", folder).stdout


def points(house, first, every, step):
    """Kills the step at each of its calls in turn, until it comes to its end unharmed."""
    number, tried = first, 0
    while True:
        trace = house.work / "trace"
        prefix = ["strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={CALLS}", "-e", f"inject={CALLS}:signal=KILL:when={number}"]
        if not step(prefix, number):
            return tried
        tried += 1
        number += every


def fresh(house, base, name="victim"):
    folder = house.work / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)
    return folder


def r5(house, base, options):
    """An erasure is there wholly or not at all, whenever it is killed, as soon as somebody writes again."""
    counts = {"erased": 0, "not begun": 0}

    def step(prefix, number):
        folder = fresh(house, base)
        done = house.erase(folder, prefix=prefix, allowed=None)
        house.settle(folder)
        house.run("verify", "--data", folder)
        shown, told = house.shown(folder), "erase" in house.entries(folder)
        if KEPT not in shown:
            raise Failure(f"point {number}: somebody else was erased")
        found = [name for name in NAMES if name in shown]
        if found and told:
            raise Failure(f"point {number}: the entry is there, and {found} can be read")
        if not told and len(found) < len(NAMES):
            raise Failure(f"point {number}: erased without an entry")
        counts["erased" if told else "not begun"] += 1
        return done.returncode != 0

    return points(house, options.first, options.every, step), counts


def r11(house, base, options):
    """What is due is erased of everybody or of nobody, whenever it is killed, as soon as somebody writes again; and nothing else is."""
    counts = {"erased": 0, "not begun": 0}
    closed = house.close(base)

    def step(prefix, number):
        folder = fresh(house, closed)
        done = house.erase_due(folder, prefix=prefix, allowed=None)
        house.settle(folder)
        house.run("verify", "--data", folder)
        shown, told = house.shown(folder), "erase_due" in house.run("history", "person/P-1", "--data", folder).stdout
        if KEPT not in shown or NAMES[0] not in shown:
            raise Failure(f"point {number}: what is not due was erased")
        found = [name for name in (NAMES[2], DUE) if name in shown]
        if len(found) not in (0, 2) or bool(found) == told:
            raise Failure(f"point {number}: {found} can be read, and the entry is there: {told}")
        counts["erased" if told else "not begun"] += 1
        return done.returncode != 0

    return points(house, options.first, options.every, step), counts


def r6(house, base, options):
    """A backup is whole or is not there, and leaves no key and no copy that the next one does not clean away."""
    counts = {"whole": 0, "none": 0}

    def step(prefix, number):
        folder, copy, empty = fresh(house, base), house.work / "copy", house.work / "empty"
        copy.unlink(missing_ok=True)
        shutil.rmtree(empty, ignore_errors=True)
        done = house.run("backup", copy, "--data", folder, prefix=prefix, allowed=None)
        if copy.exists():
            house.run("restore", copy, "--data", empty, "--none-erased")
            counts["whole"] += 1
        else:
            counts["none"] += 1
        house.run("backup", house.work / "after", "--data", folder)
        left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
        if left:
            raise Failure(f"point {number}: {left} were left")
        return done.returncode != 0

    return points(house, options.first, options.every, step), counts


def r7(house, base, options):
    """A restored folder is whole or is not there."""
    counts = {"whole": 0, "none": 0}
    copy, empty = house.work / "saved", house.work / "restored"
    house.run("backup", copy, "--data", base)

    def step(prefix, number):
        shutil.rmtree(empty, ignore_errors=True)
        done = house.run("restore", copy, "--data", empty, "--none-erased", prefix=prefix, allowed=None)
        if empty.exists() and any(empty.iterdir()):
            house.run("verify", "--data", empty)
            if NAMES[0] not in house.shown(empty):
                raise Failure(f"point {number}: a folder that lacks its keys has the name")
            counts["whole"] += 1
        else:
            house.run("restore", copy, "--data", empty, "--none-erased")
            counts["none"] += 1
        left = [path.name for path in house.work.iterdir() if path.name.startswith(".restored")]
        if left and done.returncode == 0:
            raise Failure(f"point {number}: {left} were left")
        return done.returncode != 0

    return points(house, options.first, options.every, step), counts


def r8(house, base, options):
    """On a raw ext4 nothing opens the erased: neither the master nor a name is in any block, free ones among them."""
    image, point = house.work / "disk.image", house.work / "disk"
    point.mkdir()
    with image.open("wb") as file:
        file.truncate(64 << 20)
    subprocess.run(["mkfs.ext4", "-qF", image], check=True, timeout=PATIENCE)
    subprocess.run(["mount", "-o", "loop", image, point], check=True, timeout=PATIENCE)
    try:
        folder = point / "data"
        shutil.copytree(base, folder)
        # What is searched for is found before: a search that finds nothing anywhere proves nothing.
        house.erase(folder)
        house.run("import", house.work / "pack", "--data", point / "second")
        master = (point / "second" / "master.key").read_bytes()[MASTER]
        os.sync()
        if master not in image.read_bytes():
            raise Failure("the search does not find a master that is there")
        house.erase(point / "second")
    finally:
        os.sync()
        subprocess.run(["umount", point], check=True, timeout=PATIENCE)
    disk = image.read_bytes()
    found = [name for name in NAMES if name.encode() in disk]
    if master in disk or found:
        raise Failure(f"on the disk: the old master {master in disk}, names {found}")
    return 1, {"blocks searched": len(disk) // 4096}


RUNS = {"R5": r5, "R6": r6, "R7": r7, "R8": r8, "R11": r11}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("runs", nargs="*", default=[])
    options = parser.parse_intermixed_args()
    failed = False
    with tempfile.TemporaryDirectory(prefix="chancery-torture-") as work:
        house = House(options.binary, pathlib.Path(work))
        base = house.begin()
        for name, run in RUNS.items():
            if options.runs and name not in options.runs:
                continue
            try:
                tried, counts = run(house, base, options)
                print(f"{name}: {tried} points ({', '.join(f'{count} {what}' for what, count in counts.items())})", flush=True)
            except (Failure, subprocess.SubprocessError) as failure:
                failed = True
                print(f"{name} FAILED: {failure}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
