#!/usr/bin/env python3
"""Writes the manual of rules and the register of processing from what stands in the sources.

docs/rules.md comes from the doc comment above each rule, docs/processing.md from the `Processing` of each personal field.
Without arguments both are written; with --check nothing is written, and the exit is 1 where either is not current.
"""
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PHRASES = ROOT / "Sources" / "Phrases" / "Languages" / "en"

RULE = re.compile(
    r"((?:^///.*\n)+)"
    r"^package let (?P<name>\w+) = Rule\(\s*\"(?P<id>[A-Z]+-\d+)\",\s*\.(?P<severity>stop|fix|mind)"
    r"(?:,\s*about:\s*(?P<kind>\w+)\.self)?"
    r"(?:,\s*stops:\s*\[(?P<stops>[^\]]*)\])?"
    r"(?:,\s*desk:\s*\"(?P<desk>[A-Z]+)\")?\s*\)",
    re.MULTILINE,
)
KIND = re.compile(r"struct (\w+): Entity \{.*?static let code = \"(\w+)\"", re.DOTALL)
ACT = re.compile(r"static let (\w+) = ActName\(\"(\w+)\"\)")
SEALED_FIELD = re.compile(r"Field\(\"(?P<name>\w+)\",\s*\\\.(?P<path>\w+),\s*(?P<why>Processing\(.*?\)\)|\w+)")
PROCESSING = re.compile(
    r"Processing\(\s*\.(?P<purpose>\w+),\s*basis:\s*\.(?P<basis>\w+),\s*seenBy:\s*\[(?P<seen>[^\]]*)\],"
    r"\s*kept:\s*\.(?P<kept>archive|daysAfterClosing\(\d+\))\s*\)"
)
SEVERITIES = ["stop", "fix", "mind"]


class Unreadable(Exception):
    """A source that this script should understand and does not."""


@dataclass
class Rule:
    id: str
    severity: str
    desk: str
    kind: str
    acts: list[str]
    paragraphs: list[str]
    file: Path

    @property
    def title(self) -> str:
        words = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", self.file.stem).lower()
        return words[0].upper() + words[1:]


def sources(pattern: str) -> list[Path]:
    return sorted((ROOT / "Sources").glob(pattern))


def phrases() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(PHRASES.glob("*.json")):
        found |= json.loads(path.read_text(encoding="utf-8"))
    return found


def wire(word: str) -> str:
    """The frozen spelling of a Swift case: `publicTask` is `public_task`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", word).lower()


def paragraphs(comment: str) -> list[str]:
    lines = [re.sub(r"^/// ?", "", line) for line in comment.rstrip("\n").split("\n")]
    text = re.sub(r"``([^`]+)``", r"`\1`", "\n".join(lines))
    return [paragraph.strip("\n") for paragraph in re.split(r"\n[ \t]*\n", text) if paragraph.strip()]


def rules() -> list[Rule]:
    swift = {path: path.read_text(encoding="utf-8") for path in sources("**/*.swift")}
    acts = {name: code for text in swift.values() for name, code in ACT.findall(text)}
    kinds = {name: code for text in swift.values() for name, code in KIND.findall(text)}
    found: list[Rule] = []
    for path, text in swift.items():
        if path.parent.name != "Rules":
            continue
        matches = list(RULE.finditer(text))
        if len(matches) != len(re.findall(r"= Rule\(", text)):
            raise Unreadable(f"{path.relative_to(ROOT)}: a rule without doc comment, or written in a way unknown here")
        for match in matches:
            names = re.findall(r"\.(\w+)", match["stops"] or "")
            found.append(
                Rule(
                    id=match["id"],
                    severity=match["severity"],
                    desk=match["desk"] or match["id"].split("-")[0],
                    kind=kinds[match["kind"]] if match["kind"] else "",
                    acts=[acts[name] for name in names],
                    paragraphs=paragraphs(match[1]),
                    file=path.relative_to(ROOT),
                )
            )
    return sorted(found, key=lambda rule: (rule.id, rule.file.stem))


def desks(found: list[Rule], said: dict[str, str]) -> list[str]:
    """The desks in the order in which the phrase file names them."""
    order = [key.removeprefix("desk.") for key in said if key.startswith("desk.")]
    return sorted({rule.desk for rule in found}, key=order.index)


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def rule_text(rule: Rule, said: dict[str, str]) -> list[str]:
    subject = f"about each {said['kind.' + rule.kind]}" if rule.kind else "about the ceremony as a whole"
    acts = ", ".join(f"`{act}`" for act in rule.acts)
    lines = [f"### {rule.id} {rule.title}", "", f"**{rule.paragraphs[0]}**", ""]
    lines += [f"{rule.severity} · {subject} · {'stops ' + acts if acts else 'stops no act'}", ""]
    for paragraph in rule.paragraphs[1:]:
        lines += [paragraph, ""]
    return lines + [f"[{rule.file}](../{rule.file})", ""]


def manual(said: dict[str, str]) -> str:
    found = rules()
    numbers = len({rule.id for rule in found})
    lines = [
        "# The manual of rules",
        "",
        "<!-- Written by scripts/docs.sh from the doc comments of the rules: change those, not this file. -->",
        "",
        f"{len(found)} rules under {numbers} numbers. Each says first what must hold; then how it looks, what it leaves alone, and where it",
        "comes from. A *stop* refuses the acts it names while it lasts, a *fix* is put right by a date, a *mind* is shown.",
        "Sources are named by the house's catalogues: S and W number the entries of [what has gone wrong before](slips.md).",
        "",
        "| desk | | " + " | ".join(SEVERITIES) + " |",
        "|---|---|" + "---:|" * len(SEVERITIES),
    ]
    order = desks(found, said)
    for desk in order:
        name = said[f"desk.{desk}"]
        counts = [sum(rule.desk == desk and rule.severity == severity for rule in found) for severity in SEVERITIES]
        lines.append(f"| {desk} | [{name}](#{anchor(f'{desk} {name}')}) | " + " | ".join(map(str, counts)) + " |")
    for desk in order:
        lines += ["", f"## {desk} {said[f'desk.{desk}']}", ""]
        for rule in found:
            if rule.desk == desk:
                lines += rule_text(rule, said)
        lines.pop()
    return "\n".join(lines) + "\n"


def note(text: str, path: str) -> str:
    """The doc comment of a field, as one line."""
    match = re.search(rf"((?:^ *///.*\n)+) *(?:package|public) var {path}\b", text, re.MULTILINE)
    return " ".join(re.sub(r"^ *///\s?", "", line) for line in match[1].rstrip("\n").split("\n")) if match else ""


def kept(retention: str, said: dict[str, str]) -> str:
    days = re.search(r"\d+", retention)
    if not days:
        return said["retention.archive"]
    word = r"\2" if days[0] == "1" else r"\3"
    return re.sub(r"\{(\w+)\|([^|}]*)\|([^}]*)\}", word, said["retention.days_after_closing"]).replace("{days}", days[0])


def kind_rows(path: Path, said: dict[str, str]) -> list[str]:
    text = path.read_text(encoding="utf-8")
    match = KIND.search(text)
    if not match:
        return []
    reasons = dict(re.findall(r"static let (\w+) = (Processing\([^\n]*\))", text))
    rows = []
    for field in SEALED_FIELD.finditer(text):
        declared = PROCESSING.fullmatch(reasons.get(field["why"], field["why"]))
        if not declared:
            raise Unreadable(f"{path.relative_to(ROOT)}: the processing of {field['name']} is written in a way unknown here")
        seen = ", ".join(re.findall(r"\"(\w+)\"", declared["seen"])) or "nobody"
        purpose = said["purpose." + wire(declared["purpose"])]
        basis = said["basis." + wire(declared["basis"])]
        name = said[f"field.{match[2]}.{field['name']}"]
        rows.append(
            f"| `{match[2]}` | `{field['name']}` | {name} | {purpose} | {basis} | {seen} | "
            f"{kept(declared['kept'], said)} | {note(text, field['path'])} |"
        )
    sealed = len(re.findall(r"= Personal<", text))
    if sealed != len(rows):
        raise Unreadable(f"{path.relative_to(ROOT)}: {sealed} personal fields, {len(rows)} with a processing")
    return rows


def register(said: dict[str, str]) -> str:
    rows = [row for path in sources("Rooms/*/Domain/*.swift") for row in kind_rows(path, said)]
    lines = [
        "# The register of processing",
        "",
        "<!-- Written by scripts/docs.sh from the kinds' sources: change those, not this file. -->",
        "",
        f"Every personal field that the house can hold: {len(rows)} of them. A personal field without its line here does not build. Each is",
        "sealed in the journal under the key of the person it is about; destroying that key erases it from every entry.",
        "*Seen by* names desks by their letters, as in [the manual of rules](rules.md). The article of the host's law behind each",
        "ground is for the host's counsel to confirm. `chancery processing` prints the same register in either language.",
        "",
        "| kind | field | what | purpose | ground | seen by | kept until | note |",
        "|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join(lines + rows) + "\n"


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print("usage: manual.py [--check]", file=sys.stderr)
        return 2
    said = phrases()
    try:
        wanted = {ROOT / "docs" / "rules.md": manual(said), ROOT / "docs" / "processing.md": register(said)}
    except Unreadable as reason:
        print(f"manual.py: {reason}", file=sys.stderr)
        return 2
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if not arguments:
        for path in stale:
            path.write_text(wanted[path], encoding="utf-8")
        return 0
    for path in stale:
        print(f"{path.relative_to(ROOT)} is not what the sources say: run scripts/docs.sh", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
