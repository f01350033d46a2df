#!/usr/bin/env python3
"""Kills, power cuts, failing system calls and full disks against the embedded journal. Started by torture.sh.

    torture.py WRITER [--short] [R1[=rounds]] [R2[=rounds]] [R3[=points]] [R4[=rounds]] [R9[=rounds]] [R10[=rounds]]

Of R1 and R2 rounds may also be asked for by their numbers, `R1=501-1000`: each draws its moments from its number and the seed alone, so
that a long run goes on where it was stopped.
"""

import contextlib
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

ROUNDS = {"R1": 200, "R2": 50, "R3": 0, "R4": 3, "R9": 5, "R10": 20}
SHORT = {"R1": 10, "R2": 3, "R3": 4, "R4": 1, "R9": 1, "R10": 2}
FAULTS = {
    "R1": "kill -9", "R2": "power cut", "R3": "failing system call", "R4": "disk full, then freed", "R9": "descriptors used up, then freed",
    "R10": "clock that leaps, and kill -9",
}
# After so many rounds another journal is begun: to prove one takes longer the more it holds.
ROUNDS_OF_A_JOURNAL = 100
PATIENCE = 60
# Every point up to here, then wider and wider apart: the first calls open the journal, the later ones repeat themselves.
EVERY_POINT = 24
WIDENING = 1.25


class Failure(Exception):
    """Something that must not be."""


class Writer:
    """A writer under load, and every line that it says with the moment at which it was read."""

    def __init__(self, command, folder, *options, **popen):
        self.lines = []
        self.process = subprocess.Popen(
            [*command, "write", str(folder), *map(str, options)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, start_new_session=True, **popen)
        self.complaint = ""
        self.listeners = [threading.Thread(target=self._listen, daemon=True), threading.Thread(target=self._hear, daemon=True)]
        for listener in self.listeners:
            listener.start()

    def _listen(self):
        for line in self.process.stdout:
            self.lines.append((time.monotonic(), line.rstrip("\n")))

    def _hear(self):
        self.complaint = self.process.stderr.read()

    def said(self, word, since=0.0, until=float("inf")):
        return [line for moment, line in list(self.lines) if since <= moment < until and line.startswith(word + " ")]

    def wait_for(self, word, since=0.0, count=1):
        end = time.monotonic() + PATIENCE
        while len(self.said(word, since)) < count:
            if self.process.poll() is not None:
                raise Failure(f"the writer ended ({self.process.returncode}) before it said {word}: {self.complaint}")
            if time.monotonic() > end:
                raise Failure(f"the writer did not say {word} within {PATIENCE} s")
            time.sleep(0.005)

    def ended(self):
        """Waits until it ends by itself and gives its exit status."""
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failure(f"the writer did not end within {PATIENCE} s") from None
        self._drain()
        return self.process.returncode

    def kill(self):
        """Ends the writer, and strace where it runs under it: their session is their own."""
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        self._drain()

    def _drain(self):
        for listener in self.listeners:
            listener.join(PATIENCE)


class Torture:
    def __init__(self, binary, work, cleanup, seed):
        self.binary = str(pathlib.Path(binary).resolve())
        self.work = work
        self.cleanup = cleanup
        self.seed = seed

    def moment(self, name, number):
        """How long the round of this number lets the writer write."""
        return random.Random(f"{self.seed} {name} {number}").uniform(0, 0.6)

    @contextlib.contextmanager
    def writer(self, folder, *options, prefix=(), **popen):
        writer = Writer([*prefix, self.binary], folder, *options, **popen)
        try:
            yield writer
        finally:
            writer.kill()

    def check(self, folder, acks):
        """Opens and proves the journal; gives how many acknowledged acts are lost."""
        done = subprocess.run(
            [self.binary, "check", str(folder), str(acks)], capture_output=True, text=True, timeout=10 * PATIENCE, check=False)
        words = done.stdout.split()
        if done.returncode not in (0, 1) or "damaged" not in words:
            raise Failure(f"the journal does not open: {done.stdout}{done.stderr}")
        lost, disordered, damaged = (int(words[words.index(name) + 1]) for name in ("lost", "disordered", "damaged"))
        if damaged or (disordered and not lost):
            raise Failure(f"the journal is damaged: {done.stdout}")
        if lost:
            print(done.stdout, end="")
        return lost

    def mounted(self, name, size):
        """An ext4 file system in a file, unmounted in the end whatever happens."""
        image = self.work / f"{name}.image"
        point = self.work / name
        point.mkdir(exist_ok=True)
        run("truncate", "-s", size, image)
        run("mkfs.ext4", "-qF", "-m", "0", image)
        run("mount", "-o", "loop", image, point)
        self.cleanup.callback(unmount, point)
        return image, point

    # R1

    def kills(self, numbers):
        folder, acks, nothing = self.work / "kills", self.work / "kills.acks", self.work / "nothing.acks"
        nothing.touch()
        tally = Tally()
        for number in numbers:
            begin_anew(folder, acks, number, numbers)
            with self.writer(folder) as writer:
                # Now and then before it has begun, and now and then while somebody else reads the same journal.
                if number % 10:
                    writer.wait_for("ack")
                if number % 10 == 5:
                    self.check(folder, nothing)
                time.sleep(self.moment("R1", number))
            if writer.process.returncode != -signal.SIGKILL:
                raise Failure(f"the writer ended before it was killed: {writer.complaint}")
            tally.acknowledged += append(acks, writer.said("ack"))
            tally.lost += self.check(folder, acks)
            tally.rounds += 1
            progress("R1", number, numbers, tally)
        return tally

    # R2

    def power_cuts(self, numbers):
        image, point = self.mounted("power", "512M")
        folder, acks = point / "journal", self.work / "power.acks"
        tally = Tally()
        for number in numbers:
            begin_anew(folder, acks, number, numbers)
            with self.writer(folder) as writer:
                writer.wait_for("ack")
                time.sleep(self.moment("R2", number))
                # ext4 may still let a sync that races the cut succeed: only what was heard before it must survive.
                cut = time.monotonic()
                run("xfs_io", "-x", "-c", "shutdown", point)
                status = writer.ended()
            if status != 74 or "the journal failed" not in writer.complaint:
                raise Failure(f"the writer ended with {status} after the cut: {writer.complaint}")
            tally.acknowledged += append(acks, writer.said("ack", until=cut))
            unmount(point)
            run("mount", "-o", "loop", image, point)
            tally.lost += self.check(folder, acks)
            tally.rounds += 1
            progress("R2", number, numbers, tally)
        return tally

    # R3

    def failing_calls(self, numbers):
        points = len(numbers)
        base = self.work / "base"
        with self.writer(base, "--clients", 4, "--acts", 40) as writer:
            if writer.ended() != 0:
                raise Failure(f"the journal to begin with was not written: {writer.complaint}")
        acks = self.work / "base.acks"
        append(acks, writer.said("ack"))
        tally = Tally()
        for call, error in [
            ("fsync", "EIO"), ("fdatasync", "EIO"), ("pwrite64", "EIO"), ("ftruncate", "EIO"),
            ("fsync", "ENOSPC"), ("fdatasync", "ENOSPC"), ("pwrite64", "ENOSPC"), ("ftruncate", "ENOSPC"),
        ]:
            self.sweep(f"{call} {error}", points, tally, lambda number: self.injected(base, acks, call, error, number))
        nothing, none = self.work / "nothing", self.work / "nothing.acks"
        nothing.mkdir()
        none.touch()
        for call, error in [("fdatasync", "EIO"), ("pwrite64", "EIO"), ("pwrite64", "ENOSPC")]:
            self.sweep(
                f"{call} {error} in making a journal", min(points or EVERY_POINT, EVERY_POINT), tally,
                lambda number: self.injected(nothing, none, call, error, number))
        self.sweep("short write", points, tally, lambda number: self.cut_short(base, acks, number))
        return tally

    def sweep(self, name, points, tally, at):
        """Lets the first call fail, the second, and so on, until a run in which there is no such call any more."""
        number, seen = 1, []
        while not points or len(seen) < points:
            try:
                struck = at(number)
                if struck is None:
                    break
                acknowledged, lost, outcome = struck
            except Failure as failure:
                print(f"  {failure}", flush=True)
                tally.failed += 1
                acknowledged, lost, outcome = 0, 0, "failed"
            seen.append(outcome)
            tally.rounds += 1
            tally.acknowledged += acknowledged
            tally.lost += lost
            number = number + 1 if number < EVERY_POINT else int(number * WIDENING)
        outcomes = ", ".join(f"{seen.count(outcome)} {outcome}" for outcome in sorted(set(seen)))
        print(f"  {name}: {len(seen)} points" + (f" ({outcomes})" if seen else ""), flush=True)

    def injected(self, base, acks, call, error, number):
        folder, trace = fresh(base, self.work / "fault"), self.work / "fault.trace"
        files = [folder / name for name in ("journal.sqlite", "journal.sqlite-wal", "keys.sqlite", "keys.sqlite-wal", "master.key")]
        strace = ["strace", "-f", "-qq", "-o", str(trace), *(word for file in files for word in ("-P", str(file)))]
        strace += ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={number}"]
        with self.writer(folder, "--clients", 4, "--acts", 80, prefix=strace) as writer:
            status = writer.ended()
        if "(INJECTED)" not in trace.read_text():
            return None
        return self.judge(f"{call} {error} at call {number}", writer, status, folder, acks, may_carry_on=error == "ENOSPC")

    def cut_short(self, base, acks, number):
        """Files may not grow beyond a size in the middle of a page: the write across it is short, and the next one fails."""
        folder = fresh(base, self.work / "fault")
        limit = number * 16_384 + 1_500

        def limited():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        with self.writer(folder, "--clients", 4, "--acts", 80, preexec_fn=limited, restore_signals=False) as writer:
            status = writer.ended()
        if status == 0:
            return None
        return self.judge(f"short write at {limit} bytes", writer, status, folder, acks, may_carry_on=False)

    def judge(self, name, writer, status, folder, acks, *, may_carry_on):
        said = writer.said("ack")
        if status == 0:
            if not may_carry_on:
                raise Failure(f"{name}: the writer carried on")
            keys = {line.split()[1] for line in said}
            if len(keys) != 4 * 80:
                raise Failure(f"{name}: {len(keys)} of {4 * 80} acts were acknowledged")
        elif status != 74 or "the journal failed" not in writer.complaint:
            raise Failure(f"{name}: the writer ended with {status}: {writer.complaint}")
        all_acks = self.work / "fault.acks"
        shutil.copy(acks, all_acks)
        append(all_acks, said)
        outcome = "ended" if status else "refused" if writer.said("refused") else "put off"
        return len(said), self.check(folder, all_acks), outcome

    # R4

    def full_disks(self, numbers):
        _, point = self.mounted("full", "48M")
        folder, acks, ballast = point / "journal", self.work / "full.acks", point / "ballast"
        tally = Tally()
        with self.writer(folder, "--look") as writer:
            for number in numbers:
                writer.wait_for("ack", time.monotonic(), 200)
                fill(ballast)
                full = time.monotonic()
                writer.wait_for("refused", full, 50)
                writer.wait_for("read", full, 5)
                ballast.unlink()
                freed = time.monotonic()
                writer.wait_for("ack", freed, 200)
                writer.wait_for("read", freed, 5)
                tally.rounds += 1
                tally.acknowledged = len(writer.said("ack"))
                progress("R4", number, numbers, tally)
        refused = len(writer.said("refused"))
        tally.acknowledged = append(acks, writer.said("ack"))
        tally.lost = self.check(folder, acks)
        print(f"  {refused} acts refused for want of space, {len(writer.said('read'))} reads, one process")
        return tally

    # R9

    def used_up_descriptors(self, numbers):
        """The process may open nothing more while it is under load: what needs a file is refused or put off.

        libdispatch looks into /proc now and then how busy its threads are, and ends the process by SIGILL where it may not: a house that
        is served keeps so many descriptors in reserve that it does not come to that. What was acknowledged must be there all the same.
        """
        folder, acks = self.work / "descriptors", self.work / "descriptors.acks"
        acks.touch()
        tally, ended = Tally(), 0
        for number in numbers:
            with self.writer(folder) as writer:
                writer.wait_for("ack", count=100)
                # What is open stays open; not one more may come.
                _, most = resource.prlimit(writer.process.pid, resource.RLIMIT_NOFILE)
                try:
                    resource.prlimit(writer.process.pid, resource.RLIMIT_NOFILE, (3, most))
                    writer.wait_for("ack", time.monotonic(), 100)
                    time.sleep(1)
                    resource.prlimit(writer.process.pid, resource.RLIMIT_NOFILE, (most, most))
                    writer.wait_for("ack", time.monotonic(), 100)
                except (Failure, ProcessLookupError):
                    if writer.process.wait(PATIENCE) != -signal.SIGILL:
                        raise
                    ended += 1
            tally.acknowledged += append(acks, writer.said("ack"))
            tally.lost += self.check(folder, acks)
            tally.rounds += 1
            progress("R9", number, numbers, tally)
        print(f"  {ended} of {tally.rounds} ended by the system's library, the others went on")
        return tally

    # R10

    def leaping_clocks(self, numbers):
        """The clock is set forward and back by up to a year, over kills too: no act is refused, and what was recorded keeps its order."""
        folder, acks = self.work / "clock", self.work / "clock.acks"
        acks.touch()
        tally = Tally()
        for number in numbers:
            with self.writer(folder, "--leaps", number) as writer:
                writer.wait_for("ack", count=200)
                time.sleep(self.moment("R10", number))
            tally.acknowledged += append(acks, writer.said("ack"))
            tally.lost += self.check(folder, acks)
            with sqlite3.connect(folder / "journal.sqlite") as journal:
                fallen, = journal.execute(
                    "SELECT count(*) FROM entry AS a JOIN entry AS b ON b.sequence = a.sequence + 1 WHERE b.recorded < a.recorded").fetchone()
            journal.close()
            if fallen:
                raise Failure(f"{fallen} entries were recorded before the one that they follow")
            tally.rounds += 1
            progress("R10", number, numbers, tally)
        return tally


class Tally:
    def __init__(self):
        self.rounds = self.acknowledged = self.lost = self.failed = 0

    @property
    def bound(self):
        """What no failure in so many rounds says: at 95 % the true rate is below three in as many."""
        return f"< {300 / self.rounds:.1f} %" if self.rounds > 3 and not self.lost + self.failed else "-"


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode:
        raise Failure(f"{' '.join(map(str, command))}: {done.stderr}")


def unmount(point):
    if os.path.ismount(point):
        run("umount", point)


def append(acks, lines):
    with open(acks, "a", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    return len(lines)


def fresh(base, folder):
    """The journal to begin with, copied to where the fault shall strike."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)
    return folder


def fill(path):
    """Writes until the disk is full to the last byte."""
    with open(path, "wb", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))
        with contextlib.suppress(OSError):
            os.fsync(file.fileno())


def begin_anew(folder, acks, number, numbers):
    """Another journal, for the first round and after each hundred."""
    if number == numbers[0] or number % ROUNDS_OF_A_JOURNAL == 1:
        shutil.rmtree(folder, ignore_errors=True)
        acks.write_text("")


def progress(name, number, numbers, tally):
    if number % 10 == 0 or number == numbers[-1]:
        print(f"  {name} {number}/{numbers[-1]}: {tally.acknowledged} acknowledged, {tally.lost} lost", flush=True)


def asked(arguments):
    """The measures asked for, each with the numbers of its rounds; none of R3 are all its points."""
    defaults = SHORT if "--short" in arguments else ROUNDS
    wanted = {}
    for argument in arguments:
        if argument == "--short":
            continue
        name, _, rounds = argument.partition("=")
        if name not in defaults or not re.fullmatch(r"(\d+(-\d+)?)?", rounds):
            sys.exit(__doc__)
        first, _, last = rounds.rpartition("-")
        wanted[name] = range(int(first or 1), int(last) + 1) if rounds else range(1, defaults[name] + 1)
    return wanted or {name: range(1, rounds + 1) for name, rounds in defaults.items()}


def interrupted(*_):
    """Leaves by way of every clean-up."""
    sys.exit("interrupted")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    wanted = asked(sys.argv[2:])
    seed = int(os.environ.get("SEED", time.time_ns() % 1_000_000))
    print(f"seed {seed}", flush=True)
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, interrupted)
    table, failures = [], 0
    with contextlib.ExitStack() as cleanup:
        work = pathlib.Path(cleanup.enter_context(tempfile.TemporaryDirectory(prefix="chancery-torture-")))
        torture = Torture(sys.argv[1], work, cleanup, seed)
        measures = {
            "R1": torture.kills, "R2": torture.power_cuts, "R3": torture.failing_calls, "R4": torture.full_disks,
            "R9": torture.used_up_descriptors, "R10": torture.leaping_clocks,
        }
        for name, numbers in wanted.items():
            print(f"{name} {FAULTS[name]}", flush=True)
            try:
                tally = measures[name](numbers)
                table.append((f"{name} {FAULTS[name]}", tally.rounds, tally.acknowledged, tally.lost, tally.bound))
                failures += tally.lost + tally.failed > 0
            except Failure as failure:
                print(f"  {failure}")
                table.append((f"{name} {FAULTS[name]}", "FAILED", "", "", ""))
                failures += 1
    rows = [("fault", "rounds", "acknowledged", "lost", "loss a round, at 95 %"), *table]
    widths = [max(len(str(row[column])) for row in rows) for column in range(5)]
    for row in rows:
        print("  ".join(str(cell).ljust(width) for cell, width in zip(row, widths)).rstrip())
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
