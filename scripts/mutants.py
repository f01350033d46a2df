#!/usr/bin/env python3
"""Whether a test notices when a guard of the engine is taken away.

    scripts/mutants.py [--only FILE.swift[:LINE] ...] [--survivors] [--list] [--jobs N]

Every condition by which the engine refuses something is put under a number: what guards say, what stands before a throw, which refusals are
asked for at all, and what a yes is made of. The engine is built once with all of them in their places, in a small package beside the house;
then its tests are run once for each number, with that condition as if it were not there. A mutant is noticed where a test fails, or ends in
a crash or not at all. One that survives is a guard on which no test stands: it fails the run, unless it is excused below with a reason.
"""

import argparse
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

HOUSE = pathlib.Path(__file__).resolve().parent.parent
PLACE = HOUSE / ".build-mutants"
RESULTS = PLACE / "results.json"
TIMEOUT = 20

# What nothing could notice, by file and mutant as the list of survivors spells them.
EXCUSED = {
    ("Chancery+Others.swift", "guard always holds: !isWriting"):
        "whoever follows would have to be told in the instant of a write: no test can say when that is",
    ("Chancery+Others.swift", "guard always holds: page.count == Self.page"): "one question more, which is answered with nothing",
    ("Chancery+Others.swift", "guard always holds: newest[reference] == nil"): "the same question, asked twice",
    ("Chancery+Others.swift", "guard always holds: picture[reference] == nil || removed.contains(reference)"):
        "what is asked of records that stay is looked at by nobody",
    ("Chancery.swift", "guard always holds: waiting.isEmpty"): "what waits is on its way before anybody else has a turn",
    ("Deciding.swift", "guard always holds: act.tellsOfTurningAway"): "such an act drafts nothing, and nothing is not written",
    ("Deciding.swift", "guard always holds: !draft.changes.isEmpty (2)"): "an act that tells of turning away drafts something",
    ("Drafting.swift", "guard always holds: !places.isEmpty"): "it spares looking at records that cannot name others",
    ("Judgement.swift", "guard always holds: findings.rulebook.rules.contains(where: { $0.stops.contains(act) })"):
        "it spares asking where no rule stops the act",
    ("Permitting.swift", "guard always holds: rights.sees(column) || before == nil && new == kind.blank(place)"):
        "the second lock: what is given is asked before anything is drafted",
    ("Permitting.swift", "without its part of &&: before == nil"): "the second lock, as above",
    ("Permitting.swift", "without its part of &&: new == kind.blank(place)"): "the second lock, as above",
    ("Permitting.swift", "guard always holds: Permitting.aboutSlips.contains(kind.slot)"): "records of other kinds name no rule",
    ("Proposing.swift", "guard always holds: value != .absent"): "blank is blank, written or left out",
}

# Files whose conditions refuse nobody anything: they put in order what others show.
BESIDE = {"EngineRefusal.swift", "News.swift", "Published.swift", "Opening.swift", "History.swift", "References.swift"}

MANIFEST = """// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let collections = Target.Dependency.product(name: "HashTreeCollections", package: "swift-collections")

let package = Package(
    name: "mutants",
    dependencies: [
        %s
    ],
    targets: [
        .target(name: "Ledger", dependencies: [crypto, collections], exclude: ["Charter.md"], swiftSettings: settings),
        .target(name: "Rulebook", dependencies: ["Ledger", collections], exclude: ["Charter.md"], swiftSettings: settings),
        .target(name: "Engine", dependencies: ["Ledger", "Rulebook"], exclude: ["Charter.md"], swiftSettings: settings),
        .target(name: "RulebookTesting", dependencies: ["Ledger", "Rulebook"], path: "Tests/RulebookTesting", swiftSettings: settings),
        .testTarget(name: "EngineTests", dependencies: ["Ledger", "Rulebook", "Engine", "RulebookTesting"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
"""

SWITCH = """import Foundation

private let chosen = ProcessInfo.processInfo.environment["HOUSE_MUTANT"].flatMap { Int($0) }

/// What a condition says: what it is, or what the mutant of that number makes of it.
func mutated(_ number: Int, _ mutant: Bool, _ condition: @autoclosure () -> Bool) -> Bool {
    number == chosen ? mutant : condition()
}
"""


@dataclasses.dataclass
class Mutant:
    file: str
    line: int
    says: str
    insertions: list
    number: int = 0

    @property
    def key(self):
        return (self.file, self.says)


def masked(text):
    """The text with comments and what is quoted blanked out, at the same places."""
    out, place = list(text), 0
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*"', re.S)
    for found in pattern.finditer(text):
        for place in range(*found.span()):
            if out[place] != "\n":
                out[place] = "_"
    return "".join(out)


def until(text, start, ends):
    """Where the first of `ends` stands after `start` outside of brackets, and which it is."""
    depth, place = 0, start
    while place < len(text):
        if depth == 0:
            for end in ends:
                if text.startswith(end, place):
                    return place, end
        if text[place] in "([{":
            depth += 1
        elif text[place] in ")]}":
            depth -= 1
            if depth < 0:
                return place, text[place]
        place += 1
    return place, ""


def split(code, start, end, separator):
    """The spans between separators outside of brackets, without the blanks around them."""
    spans, begin = [], start
    while True:
        place, found = until(code[:end], begin if not spans else spans[-1][2], [separator])
        spans.append((begin if not spans else spans[-1][2], place, place + len(separator)))
        if found != separator:
            break
    trimmed = []
    for begin, stop, _ in spans:
        words = code[begin:stop]
        trimmed.append((begin + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())))
    return trimmed


class Reading:
    """The mutants of one file."""

    def __init__(self, path):
        self.file = path.name
        self.text = path.read_text(encoding="utf-8")
        self.code = masked(self.text)
        self.found = []
        for keyword in re.finditer(r"\b(guard|if|for)\b", self.code):
            getattr(self, keyword[1] + "s")(keyword.start(), keyword.end())
        for call in re.finditer(r"^ *(try (?:[\w.()]+\.)?(?:refuse|permit|admit|entitle)\w*\()", self.code, re.M):
            self.calls(call.start(1), call.end(1))
        for call in re.finditer(r"\{ (try (?:[\w.()]+\.)?(?:refuse|permit|admit|entitle)\w*\()", self.code):
            self.calls(call.start(1), call.end(1))
        for yes in re.finditer(r"\breturn |\blet is[A-Z]\w* =|-> Bool \{|\{ \w+ in\n", self.code):
            self.answers(yes.end())

    def add(self, start, says, *insertions):
        self.found.append(Mutant(self.file, self.text.count("\n", 0, start) + 1, says, list(insertions)))

    def words(self, start, end):
        return " ".join(self.text[start:end].split())

    def stands(self, start, end, value, says):
        self.add(start, f"{says}: {self.words(start, end)}", (start, end, f"mutated(#, {value}, ", ")"))

    def guards(self, start, begin):
        end, _ = until(self.code, begin, ["else {", "else\n"])
        body = self.code.index("{", end)
        close, _ = until(self.code, body + 1, ["}"])
        conditions = split(self.code, begin, end, ",")
        if not re.match(r"\s*(throw|return answer\.resume|return \.failure)", self.code[body + 1:close]):
            first = conditions[0][0]
            self.add(start, f"guard never holds: {self.words(begin, end)}", (first, first, "mutated(#, false, true), ", ""))
        for span in conditions:
            self.condition(*span, "guard always holds")

    def ifs(self, start, begin):
        if re.search(r"else\s+$", self.code[:start]):
            return
        body, found = until(self.code, begin, ["{"])
        if found != "{":
            return
        close, _ = until(self.code, body + 1, ["}"])
        if not re.search(r"\bthrow\b|\brefuse\w*\(|\.failure\(", self.code[body:close]):
            return
        conditions = split(self.code, begin, body, ",")
        first = conditions[0][0]
        self.add(start, f"never refuses if: {self.words(begin, body)}", (first, first, "mutated(#, false, true), ", ""))
        for span in conditions:
            self.condition(*span, "refuses without asking" if len(conditions) > 1 else None)

    def fors(self, start, begin):
        body, found = until(self.code, begin, [" {"])
        where, ends = until(self.code, begin, [" where "])
        if found != " {" or ends != " where " or where > body:
            return
        close, _ = until(self.code, body + 2, ["}"])
        if not re.search(r"\bthrow\b|\brefuse\w*\(", self.code[body:close]):
            return
        first = where + len(" where ")
        self.stands(first, body, "false", "never refuses where")
        self.operands(first, body)

    def condition(self, start, end, says):
        code = self.code[start:end]
        if re.match(r"(let|var|case|try)\b|#", code) or re.search(r"\b(try|await)\b", code):
            return
        if says:
            self.stands(start, end, "true", says)
        self.operands(start, end)

    def operands(self, start, end):
        """What a condition is made of: each part as if it were not there."""
        code = self.code[start:end]
        if until(code, 0, [" ? "])[1] or re.search(r"\b(try|await)\b", code):
            return
        for separator, value in (("||", "false"), ("&&", "true")):
            spans = split(self.code, start, end, separator)
            if len(spans) > 1:
                for span in spans:
                    self.stands(*span, value, f"without its part of {separator}")
                    if separator == "||":
                        self.operands(*span)
                return

    def calls(self, start, begin):
        close, _ = until(self.code, begin, [")"])
        self.add(start, f"never asked: {self.words(start, close + 1)}", (start, close + 1, "if mutated(#, false, true) { ", " }"))

    def answers(self, start):
        while self.code[start] in " \n":
            start += 1
        if re.match(r"(guard|if|switch|let|var|do|for|try|await)\b", self.code[start:]):
            return
        end = start
        while True:
            end, found = until(self.code, end, ["\n"])
            if found != "\n":
                break
            if not re.match(r"\n\s*(\.|&&|\|\||\?)", self.code[end:]) and not self.code[start:end].endswith(("=", "&&", "||")):
                break
            end += 1
        while self.code[end - 1] in " \n":
            end -= 1
        if end > start:
            self.operands(start, end)

    def changed(self, mutants):
        """The text with these mutants in their places. Lines stay what they are."""
        marks = []
        for mutant in mutants:
            for start, end, before, after in mutant.insertions:
                number = str(mutant.number)
                # What is put before a condition stands before all that is put around it.
                marks.append((start, 1, -end if end > start else -len(self.text), mutant.number, before.replace("#", number)))
                if after:
                    marks.append((end, 0, -start, -mutant.number, after))
        text, last = [], 0
        for place, _, _, _, words in sorted(marks):
            text += [self.text[last:place], words]
            last = place
        return "".join(text) + self.text[last:]


def write(path, text):
    """Writes what is not there already, so that nothing is built for nothing."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def copy(folder, leaving=()):
    for old in (PLACE / folder).rglob("*.swift"):
        if not (HOUSE / old.relative_to(PLACE)).exists() and old.name not in leaving:
            old.unlink()
    for path in (HOUSE / folder).rglob("*"):
        if path.is_file() and path.suffix in (".swift", ".md"):
            write(PLACE / path.relative_to(HOUSE), path.read_text(encoding="utf-8"))


def prepare():
    package = (HOUSE / "Package.swift").read_text(encoding="utf-8")
    lines = [re.search(r'\.package\(url: "[^"]*/%s".*\),' % name, package)[0] for name in ("swift-collections", "swift-crypto")]
    write(PLACE / "Package.swift", MANIFEST % "\n        ".join(lines))
    if (HOUSE / "Package.resolved").exists() and not (PLACE / "Package.resolved").exists():
        shutil.copy(HOUSE / "Package.resolved", PLACE)
    for folder in ("Sources/Ledger", "Sources/Rulebook", "Tests/RulebookTesting", "Tests/EngineTests"):
        copy(folder)
    write(PLACE / "Sources/Engine/Charter.md", (HOUSE / "Sources/Engine/Charter.md").read_text(encoding="utf-8"))
    write(PLACE / "Sources/Engine/Mutated.swift", SWITCH)


def built(readings):
    """Builds with every mutant that compiles; gives those that do not."""
    dropped = []
    for old in (PLACE / "Sources/Engine").glob("*.swift"):
        if old.name != "Mutated.swift" and not (HOUSE / "Sources/Engine" / old.name).exists():
            old.unlink()
    while True:
        for reading in readings:
            write(PLACE / "Sources/Engine" / reading.file, reading.changed([one for one in reading.found if one not in dropped]))
        done = subprocess.run(
            ["nice", "-n", "10", "swift", "build", "--build-tests", "--package-path", str(PLACE)], capture_output=True, text=True)
        if done.returncode == 0:
            return dropped
        said = done.stdout + done.stderr
        write(PLACE / "build.log", said)
        wrong = {(found[1], int(found[2])) for found in re.finditer(r"Sources/Engine/([\w+]+\.swift):(\d+):\d+: error", said)}
        fresh = [
            mutant for reading in readings for mutant in reading.found
            if mutant not in dropped and any(
                mutant.file == file and mutant.line <= line <= mutant.line + mutant.insertions[0][2].count("\n") + 1
                for file, line in wrong)]
        if not fresh:
            raise SystemExit(said[-4000:])
        dropped += fresh


def run(number):
    """What the tests say of one mutant, and in how many seconds; nil for none of them."""
    started = time.monotonic()
    environment = dict(os.environ, SWIFT_BACKTRACE="enable=no", HOUSE_MUTANT=str(number))
    bundle = next((PLACE / ".build/debug").glob("*PackageTests.xctest"))
    try:
        done = subprocess.run(
            ["nice", "-n", "10", str(bundle), "--testing-library", "swift-testing"], cwd=PLACE, env=environment, capture_output=True,
            text=True, errors="replace", timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return "noticed by standing still", time.monotonic() - started, ""
    says = {0: "SURVIVED", 1: "noticed"}.get(done.returncode, "noticed by a crash")
    return says, time.monotonic() - started, done.stdout + done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", nargs="*", default=[], metavar="FILE.swift[:LINE]")
    parser.add_argument("--survivors", action="store_true", help="only those that the last run left")
    parser.add_argument("--list", action="store_true", help="say what the mutants are, and run nothing")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    readings = [Reading(path) for path in sorted((HOUSE / "Sources/Engine").glob("*.swift"))]
    mutants = []
    for reading in readings:
        if reading.file in BESIDE:
            reading.found = []
        reading.found.sort(key=lambda mutant: mutant.line)
        seen = {}
        for mutant in reading.found:
            mutant.number = len(mutants) + 1
            mutants.append(mutant)
            seen[mutant.says] = seen.get(mutant.says, 0) + 1
            if seen[mutant.says] > 1:
                mutant.says += f" ({seen[mutant.says]})"
    known = {tuple(key): says for key, says in json.loads(RESULTS.read_text())} if RESULTS.exists() else {}
    chosen = [
        one for one in mutants
        if (not options.only or one.file in options.only or f"{one.file}:{one.line}" in options.only)
        and (not options.survivors or known.get(one.key, "SURVIVED") == "SURVIVED")]
    if options.list:
        for mutant in chosen:
            print(f"{mutant.file}:{mutant.line}: {mutant.says}")
        return print(f"{len(chosen)} mutants")
    prepare()
    began = time.monotonic()
    dropped = built(readings)
    print(f"built in {time.monotonic() - began:.0f} s", flush=True)
    says, seconds, output = run(0)
    if says != "SURVIVED":
        raise SystemExit(f"the tests fail without any mutant:\n{output[-4000:]}")
    print(f"the tests themselves: {seconds:.1f} s", flush=True)
    counts, survivors = {}, []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = [(one, None if one in dropped else pool.submit(run, one.number)) for one in chosen]
        for mutant, result in runs:
            says, seconds, _ = result.result() if result else ("does not compile", 0, "")
            known[mutant.key] = says
            if says == "SURVIVED" and mutant.key in EXCUSED:
                says = "excused"
            counts[says] = counts.get(says, 0) + 1
            if says == "SURVIVED":
                survivors.append(mutant)
            print(f"{seconds:5.1f} s  {says:<12} {mutant.file}:{mutant.line}: {mutant.says}", flush=True)
    RESULTS.write_text(json.dumps([[list(key), says] for key, says in known.items()]))
    print(f"\n{len(chosen)} mutants in {time.monotonic() - began:.0f} s: " + ", ".join(f"{n} {says}" for says, n in sorted(counts.items())))
    kept = {one.key for one in mutants}
    idle = [key for key in EXCUSED if key not in kept or known.get(key, "SURVIVED") != "SURVIVED"]
    for file, words in idle:
        print(f"excused for nothing: {file}: {words}")
    if survivors:
        print("\nNo test notices:")
        for mutant in survivors:
            print(f"  Sources/Engine/{mutant.file}:{mutant.line}: {mutant.says}")
    sys.exit(1 if survivors or idle else 0)


main()
