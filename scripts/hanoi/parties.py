"""The register of parties and their delegations: who was invited, who answered when, whom they send."""

import random

from hanoi import cast, pack as packs, regions, sources
from hanoi.people import ELSEWHERE, REGISTERED, UNION_STATES

MINISTRIES = [
    ("Minister of Justice", "Bộ trưởng Bộ Tư pháp"),
    ("Minister of the Interior", "Bộ trưởng Bộ Nội vụ"),
    ("Minister of Public Security", "Bộ trưởng Bộ An ninh công cộng"),
    ("Minister of Communications", "Bộ trưởng Bộ Truyền thông"),
]
TITLES = {
    "head_of_state": ("Head of State", "Nguyên thủ quốc gia"),
    "vice_president": ("Vice-President", "Phó Tổng thống"),
    "deputy_head_of_government": ("Deputy Prime Minister", "Phó Thủ tướng"),
    "vice_minister": ("Deputy Minister", "Thứ trưởng"),
    "ambassador": ("Ambassador", "Đại sứ"),
}
HOST_OFFICES = [
    ("01", "head_of_state", "State President", "Chủ tịch nước"),
    ("02", "minister", "Minister of Public Security", "Bộ trưởng Bộ Công an"),
    ("04", "head_of_government", "Prime Minister", "Thủ tướng Chính phủ"),
    ("05", "vice_minister", "Deputy Minister of Foreign Affairs", "Thứ trưởng Bộ Ngoại giao"),
]
# Delegations that had no liaison officer on 14 October: a slip of the middle of the preparation, mended on the 17th.
WITHOUT_LIAISON = ["BGD", "PER", "TGO"]
LIAISON_NAMED = "2025-10-17"
# Names that must never be read aloud or printed for a party (assumed).
FORBIDDEN = {
    "CHN": ["Republic of China"], "PRK": ["North Korea"], "KOR": ["South Korea"], "TUR": ["Turkey"], "CIV": ["Ivory Coast"],
    "CZE": ["Czechoslovakia"], "SWZ": ["Swaziland"], "CPV": ["Cape Verde"], "MMR": ["Burma"], "LKA": ["Ceylon"],
}
PARTY_KIND = {"igo": "igo", "ngo": "ngo", "company": "company", "academia": "academia", "un_entity": "un_entity"}
DELEGATION_KIND = {"union": "other"}


def tell(pack, register, teams):
    add_parties(pack, teams)
    for team in teams:
        invite(pack, team)
        confirm(pack, register, team)
    register_delegates(pack, register, teams)


def add_parties(pack, teams):
    signatories = sources.table("signatories")
    for code, row in sources.table("parties").items():
        listed = signatories.get(code, {}).get("name_en", row["name_en"])
        aliases = [name for name in row["aliases_vi"].split(";") if name]
        pack.add(
            "parties", code, "2025-08-01", owner="BNG", classification="public",
            assumed="forbidden names assumed" if code in FORBIDDEN else "", iso2=row["iso2"], kind=row["kind"],
            **{name: row[name] for name in ("name_en", "name_fr", "name_es", "name_ru", "name_zh", "name_ar", "name_vi")},
            name_mtdsg_en=listed if listed != row["name_en"] else "", aliases=aliases, forbidden_aliases=FORBIDDEN.get(code, []),
            names_status="unconfirmed", regional_group=regions.group(code), reios=["EUE"] if row["eu_member"] == "yes" else [],
        )
    for team in teams:
        if team.is_organisation:
            pack.add(
                "parties", team.code, "2025-08-01", owner="BNG", classification="public",
                assumed="" if team.kind == "un_entity" else "made-up organisation", kind=PARTY_KIND[team.kind],
                name_en=team.name_en, name_vi=team.name_vi, names_status="confirmed",
            )


def invite(pack, team):
    pack.add(
        "delegations", team.code, "2025-08-06", owner="BNG", assumed="all but the party assumed", party=team.code,
        kind=DELEGATION_KIND.get(team.kind, team.kind), status="invited", status_on="2025-08-06", quota=team.size + 2,
    )


def confirm(pack, register, team):
    """The reply: with it come the head, the administrative officer and the size."""
    for number, role in known_with_the_reply(team):
        add_delegate(register, team, number, role, team.confirmed)
    for office in offices(team):
        add_office(pack, team, *office)
    complete = {"liaison_officer": liaison(team)}
    pack.change(
        "delegations", team.code, packs.instant(packs.at(team.confirmed, "09:00")), status="confirmed",
        status_on=team.confirmed, level_of_head=team.level.replace("minister_for_foreign_affairs", "minister"),
        head=f"{team.code}-01", administrative_officer=f"{team.code}-03", size=team.size,
        spouses=1 if team.level == "head_of_state" and team.is_foreign else 0, note_verbale=f"NV-TEST/{team.code}/2025",
        assumed="level of head, day of the reply, size and persons assumed",
        **({} if team.code in WITHOUT_LIAISON else complete),
    )
    if team.code in WITHOUT_LIAISON:
        pack.change("delegations", team.code, LIAISON_NAMED, **complete)
    if team.is_national or team.kind == "union":
        pack.change("parties", team.code, packs.instant(packs.at(team.confirmed, "10:00")), names_status="confirmed")


def known_with_the_reply(team):
    """Whom the reply names, by their number in the delegation: for the host all its office-holders."""
    named = [("01", "Head of delegation"), ("02", "Deputy head"), ("03", "Administrative officer")]
    return named + [("04", "Member"), ("05", "Member")] if team.code == "VNM" else named


def liaison(team):
    """The host's officer who accompanies the delegation: one for each State, one for ten organisations."""
    if team.is_organisation:
        return f"LO-ORG-{sum(map(ord, team.code)) % 15 + 1:02}"
    return f"LO-{team.code}"


def offices(team):
    """The offices of the head and of a deputy who signs: number, level, titles in English and Vietnamese."""
    if team.code == "VNM":
        return HOST_OFFICES
    if team.code == "UN":
        return [("01", "head_of_government", "Secretary-General", "Tổng Thư ký")]
    if team.kind not in ("national", "union"):
        return []
    if team.level == "minister_for_foreign_affairs":
        return [("01", "minister", "Minister for Foreign Affairs", "Bộ trưởng Bộ Ngoại giao")]
    ministry = MINISTRIES[sum(map(ord, team.code)) % len(MINISTRIES)]
    if team.level == "minister":
        return [("01", "minister", *ministry)]
    head = ("01", team.level, *TITLES[team.level])
    return [head, ("02", "minister", *ministry)] if cast.signer_number(team) == "02" else [head]


def add_office(pack, team, number, level, title_en, title_vi):
    dice = random.Random(f"hanoi-2025 office {team.code}{number}")
    pack.add(
        "offices", f"{team.code}-{number}", team.confirmed, owner="BNG", assumed="holder synthetic; office and its first day assumed",
        person=f"{team.code}-{number}", party=team.code, level=level, is_foreign_minister=title_en == "Minister for Foreign Affairs",
        title_vi=title_vi, title_en=title_en, title_as_given=title_en, title_confirmed_on=team.confirmed,
        taken_on=f"{dice.randint(2016, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
    )


def add_delegate(register, team, number, role, happened):
    title = next((office[2] for office in offices(team) if office[0] == number), "")
    register.add(f"{team.code}-{number}", happened, role, nationality(team, number), title=title, delegation=team.code)


def nationality(team, number):
    if team.is_national:
        return team.code
    if not team.is_foreign:
        return "VNM"
    if team.kind == "union":
        return UNION_STATES[int(number) % len(UNION_STATES)]
    place = sum(map(ord, team.code)) * 7 + int(number)
    if place % 6 == 0:
        return ELSEWHERE[place // 6 % len(ELSEWHERE)]
    return cast.GUESTS[place % len(cast.GUESTS)]


def register_delegates(pack, register, teams):
    """Nominates the rest of every delegation so that each day of `REGISTERED` ends with its number of delegates."""
    rest = [(team, f"{number:02}") for team in teams for number in range(len(known_with_the_reply(team)) + 1, team.size + 1)]
    order = random.Random("hanoi-2025 registration")
    early = {(team.code, number): order.random() + lateness(team, number) for team, number in rest}
    rest.sort(key=lambda item: early[item[0].code, item[1]])
    known = [team.confirmed for team in teams for _ in known_with_the_reply(team)]
    start = "2025-09-20"
    for last, goal in REGISTERED:
        room = goal - sum(day <= last for day in known)
        now, rest = take([item for item in rest], room, last)
        for place, (team, number) in enumerate(now):
            day = max(spread(start, last, place, len(now)), team.confirmed)
            add_delegate(register, team, number, "Delegate", day)
            known.append(day)
        start = packs.day(last, 1)


def lateness(team, number):
    """What moves somebody back in the queue: domestic organisations register last, and the later members of a delegation."""
    if team.code in ("VNM", "UN") and int(number) < 8:
        return -1
    return (0 if team.is_foreign else 1.2) + int(number) / 40


def take(rest, room, last):
    """The first of the queue whose delegation has replied by that day, as many as there is room for."""
    now = [item for item in rest if item[0].confirmed <= last][:room]
    chosen = {(team.code, number) for team, number in now}
    return now, [item for item in rest if (item[0].code, item[1]) not in chosen]


def spread(start, last, place, count):
    """A day between two, so that a queue of that many is spread evenly."""
    days = 0
    while packs.day(start, days) != last:
        days += 1
    return packs.day(start, place * (days + 1) // max(count, 1))
