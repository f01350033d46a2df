#!/usr/bin/env python3
"""Writes the manuals of rules and of acts and the register of processing from what stands in the sources.

docs/rules.md comes from the doc comment above each rule, docs/processing.md from the `Processing` of each personal field,
docs/acts.md from the acts themselves; so does the table of acts in the guide of each desk that has any, in its language.
Without arguments all are written; with --check nothing is written, and the exit is 1 where one of them is not current.
"""
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PHRASES = ROOT / "Sources" / "Phrases" / "Languages"
GUIDES = ROOT / "docs" / "guides"
LANGUAGES = ["en", "vi"]

RULE = re.compile(
    r"((?:^///.*\n)+)"
    r"^package let (?P<name>\w+) = Rule\(\s*\"(?P<id>[A-Z]+-\d+)\",\s*\.(?P<severity>stop|fix|mind)"
    r"(?:,\s*about:\s*(?P<kind>\w+)\.self)?"
    r"(?:,\s*stops:\s*\[(?P<stops>[^\]]*)\])?"
    r"(?:,\s*desk:\s*\"(?P<desk>[A-Z]+)\")?"
    r"(?:,\s*finds:\s*[\w.,\s]+)?\s*\)",
    re.MULTILINE,
)
KIND = re.compile(r"struct (\w+): Entity \{.*?static let code = \"(\w+)\"", re.DOTALL)
SEALED_FIELD = re.compile(r"Field\(\"(?P<name>\w+)\",\s*\\\.(?P<path>\w+),\s*(?P<why>Processing\(.*?\)\)|(?!means\b)\w+)")
PROCESSING = re.compile(
    r"Processing\(\s*\.(?P<purpose>\w+),\s*basis:\s*\.(?P<basis>\w+),\s*seenBy:\s*\[(?P<seen>[^\]]*)\],"
    r"\s*kept:\s*\.(?P<kept>archive|daysAfterClosing\(\d+\))\s*\)"
)
SEVERITIES = ["stop", "fix", "mind"]

ACT_NAME = re.compile(r"((?:^ *///.*\n)*)^ *package static let (?P<name>\w+) = ActName\(\"(?P<code>\w+)\"\)", re.MULTILINE)
ACT = re.compile(r"((?:^///.*\n)*)^(?:package |private )?let (?P<value>\w+) = Act(?=\()", re.MULTILINE)
ACT_LABELS = {
    "changes", "makes", "orChanges", "from", "reaches", "spares", "asks", "fills", "isOnlyWay", "sealsWhatItAsked", "standing", "officers",
    "twoOfficersWhere", "isForReaders", "alsoAt", "isOf", "discloses", "forgets", "seconded", "takenBackWithin", "unless", "decide", "turnedAway",
}
ASKED = re.compile(r"\.(must|may)\(\\\.(\w+)\)")
FILLED = re.compile(r"\.(?:field\(\\\.(\w+)\)|words\(\\\.(\w+),([\w\s.,]+)\))")
ORIGIN = re.compile(r"\.record\(\s*(\w+)\.self\b")
FIELD = re.compile(r"\bField\(\"(\w+)\",\s*\\\.(\w+)")
# The refusals that are reached from no act alone.
COMMON_REFUSALS = ["EngineRefusal", "HouseRefusal"]
LIST_OF_ROOMS = re.compile(r"let houseRooms: \[Room\] = \[([^\]]*)\]")
ROOM = re.compile(r"let (\w+) = Room\(\s*\"(\w+)\", desks: \[([^\]]*)\]")
OWN_ACTS = re.compile(r"= Room\(\s*\"(\w+)\"[^=]*?\bacts: \[([^\]]*)\]")
ROOM_ACTS = re.compile(r"let (\w+)Acts: \[Act\] = \[([^\]]*)\]")
REFUSALS = re.compile(r"enum (\w+): String, RefusalCode \{(.*?)^\}", re.DOTALL | re.MULTILINE)
REFUSAL = re.compile(r"case (\w+) = \"(\w+)\"")
FUNCTION = re.compile(r"((?:\w+ )*)func (\w+)(?=[(<])")
REFUSED_OR_CALLED = re.compile(r"\b(\w+Refusal)\.(\w+)|\bRefusal\(\.(\w+)|\b(\w+)\(")
NOISE = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"", re.DOTALL)
GUIDED = re.compile(r"(<!-- acts: [^\n]*-->\n).*?(<!-- /acts -->)", re.DOTALL)

STANDINGS = {"world": "in the world", "fact": "a fact", "preparation": "preparation"}
# The words of a guide's table of acts.
GUIDE = {
    "en": {
        "head": ["act", "its button stands on", "asks", "only acts write", "stopped by", "taken back within"],
        "record": "a record under {}", "list": "above the list {}", "required": "required: {}", "optional": "optional: {}",
        "nothing": "nothing", "world": "no rule", "fact": "no rule (a fact)", "preparation": "no rule (preparation)",
        "minutes": "{} minutes", "never": "never", "two": "takes two officers",
    },
    "vi": {
        "head": ["thao tác", "nút nằm ở", "hỏi", "chỉ thao tác mới ghi", "bị chặn bởi", "hoàn tác trong"],
        "record": "bản ghi trong {}", "list": "phía trên danh sách {}", "required": "bắt buộc: {}", "optional": "không bắt buộc: {}",
        "nothing": "không có", "world": "không quy tắc nào", "fact": "không quy tắc nào (ghi nhận sự việc)",
        "preparation": "không quy tắc nào (công việc chuẩn bị)", "minutes": "{} phút", "never": "không hoàn tác",
        "two": "cần hai cán bộ",
    },
}
# What the house itself refuses of every act.
OF_EVERY_ACT = [
    "unknown_record", "act_about_other_kind", "act_makes_new", "input_missing", "not_asked", "only_by_act", "otherwise_by_act",
    "not_yet", "older_than_record", "key_used", "not_entitled", "no_take_back",
]


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


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Says of which file it is that something in it cannot be read."""
    try:
        yield
    except Unreadable as reason:
        raise Unreadable(f"{path.relative_to(ROOT)}: {reason}") from None
    except (LookupError, ValueError) as reason:
        raise Unreadable(f"{path.relative_to(ROOT)}: written in a way unknown here ({reason})") from None


def sources(pattern: str) -> list[Path]:
    return sorted((ROOT / "Sources").glob(pattern))


def phrases(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((PHRASES / language).glob("*.json")):
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
    acts = {match["name"]: match["code"] for text in swift.values() for match in ACT_NAME.finditer(text)}
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


def manual(found: list[Rule], said: dict[str, str]) -> str:
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


def plain(text: str) -> str:
    """Swift with its comments and strings blanked, so that brackets and commas in them count for nothing; places stay."""
    return NOISE.sub(lambda noise: re.sub(r"[^\n]", " ", noise[0]), text)


def closing(text: str, opening: int) -> int:
    """The place of the bracket that closes the one at `opening`."""
    depth = 0
    for place in range(opening, len(text)):
        depth += (text[place] in "([{") - (text[place] in ")]}")
        if depth == 0:
            return place
    raise Unreadable("a bracket that nothing closes")


def parts(text: str) -> list[str]:
    """What commas part outside brackets."""
    found, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            found.append(text[start:place])
            start = place + 1
    return [part.strip() for part in found + [text[start:]] if part.strip()]


@dataclass
class Function:
    name: str
    is_private: bool
    body: str
    file: Path


@dataclass
class House:
    """What acts name and others describe."""

    kinds: dict[str, str]
    columns: dict[str, dict[str, str]]
    names: dict[str, tuple[str, list[str]]]
    refusals: dict[tuple[str, str], str]
    functions: dict[str, list[Function]]


def functions(path: Path, text: str) -> list[Function]:
    found = []
    for match in FUNCTION.finditer(text):
        body = text.index("{", closing(text, text.index("(", match.end())))
        is_private = bool(re.search(r"\b(?:file)?private\b", match[1]))
        found.append(Function(match[2], is_private, text[body : closing(text, body) + 1], path))
    return found


def scope(path: Path) -> str:
    """Where a file's functions are called from: its room, or its folder of the house."""
    floor, *folders = path.relative_to(ROOT / "Sources").parent.parts
    return folders[0] if floor == "Rooms" else "/".join([floor, *folders])


def homes_of_acts() -> list[Path]:
    """Where acts stand, with their names, kinds and refusals."""
    engine = ["PendingAct", "ActRequest", "EngineRefusal"]
    return (
        sources("Rooms/*/Domain/*.swift") + sources("Rooms/*/*.swift") + [path for name in engine for path in sources(f"Engine/{name}.swift")]
        + sources("House/*.swift") + sources("House/Accounts/*.swift"))


def house() -> House:
    found = House({}, {}, {}, {}, {})
    for path in homes_of_acts():
        text = path.read_text(encoding="utf-8")
        kind = KIND.search(text)
        if kind:
            found.kinds[kind[1]] = kind[2]
            found.columns[kind[1]] = {column: name for name, column in FIELD.findall(text)}
        for match in ACT_NAME.finditer(text):
            comment = re.sub(r"^ +", "", match[1], flags=re.MULTILINE)
            found.names[match["name"]] = (match["code"], paragraphs(comment) if comment else [])
        for enum, cases in REFUSALS.findall(text):
            found.refusals |= {(enum, case): code for case, code in REFUSAL.findall(cases)}
        with reading(path):
            found.functions.setdefault(scope(path), []).extend(functions(path, plain(text)))
    return found


@dataclass
class Act:
    code: str
    value: str
    kind: str
    changes: bool
    makes: bool
    origins: list[str]
    asks: list[tuple[str, bool]]
    fills: list[tuple[str, list[str]]]
    standing: str
    officers: str
    minutes: int
    is_only_way: bool
    seals: bool
    tells: bool
    refusals: dict[str, bool]
    paragraphs: list[str]
    file: Path
    room: str = ""

    @property
    def kinds(self) -> list[str]:
        """The kinds of record at which it is done, its own first."""
        return list(dict.fromkeys([self.kind] * self.changes + self.origins))


def items(value: str, pattern: re.Pattern, text: str) -> list[re.Match]:
    """The items of a Swift list, or of the constant of the file that is named instead, each written as known here."""
    if not value.startswith("["):
        constant = re.search(rf"\blet {value}\b[^=]*= (?=\[)", text)
        if not constant:
            raise Unreadable(f"`{value}` is no list")
        value = text[constant.end() : closing(text, constant.end()) + 1]
    found = [(part, pattern.match(part)) for part in parts(value[1:-1])]
    for part, match in found:
        if not match:
            raise Unreadable(f"`{part}` is written in a way unknown here")
    return [match for _, match in found]


def labelled(text: str, opening: int) -> dict[str, str]:
    """The arguments of the call whose bracket opens there, closures behind it included, by their labels."""
    end = closing(text, opening)
    found: dict[str, str] = {}
    for part in parts(text[opening + 1 : end]):
        label = re.match(r"(\w+):\s+", part)
        found[label[1] if label else ""] = part[label.end() :] if label else part
    while closure := re.match(r"\s*(?:(\w+):\s*)?\{", text[end + 1 :]):
        start = end + closure.end()
        end = closing(text, start)
        found[closure[1] or "unless"] = text[start : end + 1]
    if "decide" not in found and "unless" in found:
        found["decide"] = found.pop("unless")
    strangers = found.keys() - ACT_LABELS - {""}
    if strangers:
        raise Unreadable(f"`{sorted(strangers)[0]}` is no part of an act that is known here")
    return found


def reached(text: str, file: Path, known: House, seen: frozenset[int] = frozenset()) -> list[str]:
    """The codes by which a piece of Swift refuses, by itself or by what it calls nearby."""
    found = []
    for match in REFUSED_OR_CALLED.finditer(text):
        if match[1]:
            found.append(known.refusals[match[1], match[2]])
        elif match[3]:
            found.append(next(known.refusals[enum, match[3]] for enum in COMMON_REFUSALS if (enum, match[3]) in known.refusals))
        named = [function for function in known.functions[scope(file)] if function.name == match[4]]
        own = [function for function in named if function.file == file]
        for function in own or [function for function in named if not function.is_private]:
            if id(function) not in seen:
                found += reached(function.body, function.file, known, seen | {id(function)})
    return list(dict.fromkeys(found))


def column_of(record: str, path: str, known: House) -> str:
    if path not in known.columns[record]:
        raise Unreadable(f"`{path}` is no field of {record}")
    return known.columns[record][path]


def read_act(match: re.Match, text: str, path: Path, known: House) -> Act:
    given = labelled(text, match.end())
    record = (given.get("changes") or given["makes"]).removesuffix(".self")
    code, comment = known.names[given[""].removeprefix(".")]
    if not comment and not match[1]:
        raise Unreadable(f"{match['value']}: an act without doc comment")
    words = [(item[1] or item[2], re.findall(r"\w+", item[3] or "")) for item in items(given.get("fills", "[]"), FILLED, text)]
    bars = reached(given.get("unless", ""), path, known)
    own = reached(given["decide"], path, known)
    return Act(
        code=code,
        value=match["value"],
        kind=known.kinds[record],
        changes="changes" in given or given.get("orChanges") == "true",
        makes="makes" in given,
        origins=[known.kinds[item[1]] for item in items(given.get("from", "[]"), ORIGIN, text)],
        asks=[(column_of(record, item[2], known), item[1] == "must") for item in items(given.get("asks", "[]"), ASKED, text)],
        fills=[(column_of(record, field, known), [wire(word) for word in chosen]) for field, chosen in words],
        standing=given.get("standing", ".world").removeprefix("."),
        officers="sometimes" if "twoOfficersWhere" in given else given.get("officers", ".one").removeprefix("."),
        minutes=int(given.get("takenBackWithin", "0")),
        is_only_way=given.get("isOnlyWay") == "true",
        seals=given.get("sealsWhatItAsked") == "true",
        tells="turnedAway" in given,
        refusals={code: code in bars for code in bars + own},
        paragraphs=comment + (paragraphs(match[1]) if match[1] else []),
        file=path.relative_to(ROOT),
    )


def acts_of(path: Path, known: House) -> list[Act]:
    raw = path.read_text(encoding="utf-8")
    text = plain(raw)
    matches = list(ACT.finditer(raw))
    names = len(ACT_NAME.findall(raw)) if path.parent.name == "Domain" else len(matches)
    if not len(matches) == len(re.findall(r"\bAct\(", text)) == names:
        raise Unreadable(f"{path.relative_to(ROOT)}: an act without its name, or written in a way unknown here")
    with reading(path):
        return [read_act(match, text, path, known) for match in matches]


def rooms() -> dict[str, list[str]]:
    """The desks of each room, in the order of the house."""
    house = (ROOT / "Sources" / "House" / "HouseRooms.swift").read_text(encoding="utf-8")
    texts = [house] + [path.read_text(encoding="utf-8") for path in sources("Rooms/*/Pages/*Room.swift")]
    known = {value: (name, re.findall(r"\w+", desks)) for text in texts for value, name, desks in ROOM.findall(text)}
    listed = LIST_OF_ROOMS.search(house)
    if not listed:
        raise Unreadable("HouseRooms.swift: no list of rooms")
    return dict(known[value] for value in re.findall(r"\w+", listed[1]))


def acts_by_room() -> dict[str, list[str]]:
    """The acts that each room lists, by the names of their values."""
    names = {room.lower(): room for room in rooms()}
    found = {}
    for path in sources("Rooms/*/*Register.swift"):
        for room, listed in ROOM_ACTS.findall(path.read_text(encoding="utf-8")):
            found[names[room.lower()]] = re.findall(r"\w+", listed)
    for path in sources("House/HouseRooms.swift"):
        for room, listed in OWN_ACTS.findall(path.read_text(encoding="utf-8")):
            found[room] = re.findall(r"\w+", listed)
    return found


def acts() -> list[Act]:
    """All acts, room by room in the order of the house, in each as it lists them."""
    known = house()
    found = {act.value: act for path in homes_of_acts() for act in acts_of(path, known)}
    listed = {value: room for room, values in acts_by_room().items() for value in values}
    if strangers := sorted(listed.keys() ^ found.keys()):
        raise Unreadable(f"{', '.join(strangers)}: in a list of acts and not read here, or read and in no list")
    told = {code for act in found.values() for code in act.refusals}
    if untold := sorted({code for (enum, _), code in known.refusals.items() if enum not in COMMON_REFUSALS} - told):
        raise Unreadable(f"the refusal {untold[0]} is reached from no act that is read here")
    for value, room in listed.items():
        found[value].room = room
    return [found[value] for room in rooms() for value in listed if listed[value] == room]


Said = dict[str, dict[str, str]]


def spoken(key: str, said: Said) -> list[str]:
    """A phrase in every language."""
    for language in LANGUAGES:
        if key not in said[language]:
            raise Unreadable(f"there is no phrase `{key}` in the language {language}")
    return [said[language][key].replace("|", "\\|") for language in LANGUAGES]


def named(kind: str, name: str, words: list[str], said: Said) -> list[str]:
    """A field in every language, with the words of it that are meant."""
    own, common = f"field.{kind}.{name}", f"field.{name}"
    is_common = own not in said["en"] and common in said["en"]
    names = spoken(common if is_common else own, said)
    if not words:
        return names
    chosen = zip(*(spoken(f"word.{word}", said) for word in words))
    return [f"{field}: {', '.join(f'*{word}*' for word in meant)}" for field, meant in zip(names, chosen)]


def kind_name(kind: str, said: Said) -> str:
    return f"`{kind}` ({', '.join(spoken(f'kind.{kind}', said))})"


def about(act: Act, said: Said) -> str:
    verbs = " or ".join(["changes"] * act.changes + ["makes"] * act.makes)
    origins = [kind_name(kind, said) for kind in act.origins]
    begins = f", from {', '.join(origins)} or nothing" if origins else ", from nothing" if act.makes else ""
    return f"{verbs} {kind_name(act.kind, said)}{begins}"


def stopping(act: Act, found: list[Rule]) -> list[Rule]:
    return [rule for rule in found if act.code in rule.acts]


def stops_text(act: Act, found: list[Rule]) -> str:
    stops = [f"[{rule.id} {rule.title}](rules.md#{anchor(f'{rule.id} {rule.title}')})" for rule in stopping(act, found)]
    return "stopped by " + ", ".join(stops) if stops else "stopped by no rule"


def remarks(act: Act) -> list[str]:
    """What it means beyond its own fields, a sentence each."""
    found = []
    if act.officers == "sometimes":
        found.append("As said here it takes two officers then: one proposes, another confirms or turns down.")
    if act.officers == "two":
        found.append("It takes two officers: one proposes, another confirms or turns down.")
    if act.is_only_way:
        found.append("Records of this kind come and go by acts alone.")
    if act.seals:
        found.append("Once it is done, preparation no longer writes what it asked.")
    if act.tells:
        found.append("Where a stop refuses it, it is written all the same that somebody was turned away.")
    return found


def by_acts_alone(all_acts: list[Act]) -> set[tuple[str, str]]:
    """The fields, by kind, that no preparation writes at all."""
    filled = {(act.kind, name) for act in all_acts for name, words in act.fills if not words}
    return filled | {(act.kind, name) for act in all_acts if act.is_only_way for name, _ in act.asks}


def field_rows(act: Act, closed: set[tuple[str, str]], said: Said) -> list[str]:
    filled = dict(act.fills)
    how = {name: ["required" if is_required else "optional"] for name, is_required in act.asks}
    for name in dict.fromkeys([*how, *filled]):
        if name in filled or (act.kind, name) in closed:
            how.setdefault(name, []).append("by acts alone")
    return [
        f"| `{name}` | {', '.join(marks)} | {' | '.join(named(act.kind, name, filled.get(name, []), said))} |"
        for name, marks in how.items()
    ]


def refusal_rows(codes: dict[str, bool], said: Said) -> list[str]:
    return [
        f"| `{code}` | {'beforehand' if is_bar else ''} | " + " | ".join(spoken(f"refusal.{code}", said)) + " |"
        for code, is_bar in codes.items()
    ]


def table(head: list[str], rows: list[str]) -> list[str]:
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)] + rows + [""] if rows else []


def act_heading(act: Act, said: Said) -> str:
    return f"`{act.code}` " + " · ".join(spoken(f"act.{act.code}", said))


def act_text(act: Act, found: list[Rule], closed: set[tuple[str, str]], said: Said) -> list[str]:
    english, vietnamese = spoken(f"act.{act.code}.means", said)
    back = f"taken back within {act.minutes} minutes" if act.minutes else "never taken back"
    lines = [f"### {act_heading(act, said)}", "", f"**{english}** *{vietnamese}*", ""]
    lines += [f"{STANDINGS[act.standing]} · {about(act, said)} · {stops_text(act, found)} · {back}", ""]
    for paragraph in act.paragraphs + [" ".join(remarks(act))] * bool(remarks(act)):
        lines += [paragraph, ""]
    lines += table(["field", "", "English", "tiếng Việt"], field_rows(act, closed, said))
    lines += table(["refused", "", "English", "tiếng Việt"], refusal_rows(act.refusals, said))
    return lines + [f"[{act.file}](../{act.file})", ""]


def acts_manual(all_acts: list[Act], found: list[Rule], said: Said) -> str:
    desks = rooms()
    closed = by_acts_alone(all_acts)
    order = [room for room in desks if any(act.room == room for act in all_acts)]
    titles = {room: " · ".join(spoken(f"room.{room}", said)) for room in order}
    lines = [
        "# The manual of acts",
        "",
        "<!-- Written by scripts/docs.sh from the acts and their doc comments: change those, not this file. -->",
        "",
        f"{len(all_acts)} acts of {len(order)} rooms. Each says first, in both languages, what it does; then how it stands, what it is about",
        "and what a new record begins from, which rules stop it, how long its own officer may take it back, what it asks and what",
        "it refuses.",
        "",
        "An act *in the world* is refused while a stop slip names it and touches its records, unless a head or deputy of a body",
        "overrides the stop with a reason. *A fact* is kept whatever the rules say, and judged afterwards. *Preparation* is stopped",
        "by no rule.",
        "",
        "An act is done by whoever may change the record that it writes, at the desks named: by a button on the page of a record, by",
        "`chancery do ACT --about KIND/CODE --set FIELD=CONTENT --actor OFFICER`, or as JSON. *Required* and *optional* is what the act",
        "asks. *By acts alone* marks what no form, sheet or other preparation writes; where words of a field follow, these words of it.",
        "What is refused *beforehand* is said at the button; all else when the act is done. Words in braces are filled in.",
        "",
    ]
    contents = [
        f"| [{titles[room]}](#{anchor(titles[room])}) | {', '.join(desks[room]) or '–'} | "
        + ", ".join(f"[`{act.code}`](#{anchor(act_heading(act, said))})" for act in all_acts if act.room == room) + " |"
        for room in order
    ]
    lines += table(["room", "desks", "acts"], contents)
    lines += ["## What the house refuses of every act", ""]
    of_every = [f"| `{code}` | {' | '.join(spoken(f'refusal.{code}', said))} |" for code in OF_EVERY_ACT]
    lines += table(["refused", "English", "tiếng Việt"], of_every)
    for room in order:
        lines += [f"## {titles[room]}", ""]
        for act in all_acts:
            if act.room == room:
                lines += act_text(act, found, closed, said)
    return "\n".join(lines[:-1]) + "\n"


def guide_row(act: Act, language: str, found: list[Rule], said: Said) -> list[str]:
    """An act as a guide tells it to who sits at the desk, in one language."""
    place = LANGUAGES.index(language)
    words = GUIDE[language]
    fields = {name: f"**{named(act.kind, name, [], said)[place]}**" for name, _ in act.asks}
    asked = [
        words[mark].format(", ".join(names))
        for mark, is_mark in [("required", True), ("optional", False)]
        if (names := [fields[name] for name, is_required in act.asks if is_required == is_mark])
    ]
    lists = {kind: f"**{spoken(f'kind.{kind}.many', said)[place]}**" for kind in act.kinds + [act.kind]}
    stands = [words["record"].format(", ".join(lists[kind] for kind in act.kinds))] if act.kinds else []
    stands += [words["list"].format(lists[act.kind])] if act.makes and not act.changes else []
    rules_named = list(dict.fromkeys(rule.id for rule in stopping(act, found)))
    return [
        f"*{spoken(f'act.{act.code}', said)[place]}* `{act.code}`" + f"; {words['two']}" * (act.officers == "two"),
        "; ".join(stands),
        "; ".join(asked) or words["nothing"],
        "; ".join(named(act.kind, name, chosen, said)[place] for name, chosen in act.fills) or words["nothing"],
        ", ".join(rules_named) or words[act.standing],
        words["minutes"].format(act.minutes) if act.minutes else words["never"],
    ]


def guide(path: Path, acts_there: list[Act], found: list[Rule], said: Said) -> str:
    """The guide of a desk with its table of acts as it is now."""
    language = path.parent.name
    if not path.exists():
        raise Unreadable(f"{path.relative_to(ROOT)}: there is no such guide")
    text = path.read_text(encoding="utf-8")
    if acts_there and not GUIDED.search(text):
        raise Unreadable(f"{path.relative_to(ROOT)}: no lines `<!-- acts: … -->` and `<!-- /acts -->`, between which its acts would stand")
    rows = [f"| {' | '.join(guide_row(act, language, found, said))} |" for act in acts_there]
    lines = "\n".join(table(GUIDE[language]["head"], rows))
    return GUIDED.sub(lambda frame: f"{frame[1]}\n{lines}\n{frame[2]}" if rows else frame[1] + frame[2], text)


def guides(all_acts: list[Act], found: list[Rule], said: Said) -> dict[Path, str]:
    """The guide of each desk, named by its letters, and that of administration, which is no desk."""
    desks = {room: names or [room.lower()] for room, names in rooms().items()}
    guided = {desk for names in desks.values() for desk in names}
    return {
        path: guide(path, [act for act in all_acts if path.stem in desks[act.room]], found, said)
        for language in LANGUAGES
        for path in [GUIDES / language / f"{desk}.md" for desk in sorted(guided)]
    }


def documents() -> dict[Path, str]:
    """What each document has to be."""
    said = {language: phrases(language) for language in LANGUAGES}
    found = rules()
    all_acts = acts()
    docs = ROOT / "docs"
    return {
        docs / "rules.md": manual(found, said["en"]),
        docs / "processing.md": register(said["en"]),
        docs / "acts.md": acts_manual(all_acts, found, said),
    } | guides(all_acts, found, said)


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print("usage: manual.py [--check]", file=sys.stderr)
        return 2
    try:
        wanted = documents()
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
