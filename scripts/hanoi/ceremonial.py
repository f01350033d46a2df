"""Protocol: courtesies, orders of precedence, seat plans, flags at their poles, titles, the procession, the table."""

import unicodedata

from hanoi import cast, pack as packs
from hanoi.travel import GREETERS

LEVELS = ["head_of_state", "head_of_government", "vice_president", "deputy_head_of_government", "minister", "vice_minister", "ambassador",
          "senior_official", "other"]
PLANNED = "2025-10-22"
DELICATE_FLAGS = ["PHL", "IDN", "POL", "GBR", "CHN", "AUT", "EUE"]
# Plan, session, kind, place, principals
PODIUMS = [
    ("SP-OPEN", "P-OPEN", "podium", "MAIN", ["SP-VNM", "UN-SG"]), ("SP-SIGN-PODIUM", "P-SIGN", "podium", "MAIN", ["SP-VNM", "UN-SG"]),
    ("SP-PLEN1", "P-PLEN1", "podium", "MAIN", ["PM-VNM", "UN-SG"]), ("SP-GALA-HEAD", "P-GALA", "table", "BANQ", ["SP-VNM"]),
]
ROW = 20
# What some guests must not be served, told by their missions; assumed.
NEEDS = [("MYS", "religion", ["pork", "alcohol"]), ("IDN", "religion", ["pork", "alcohol"]), ("IRN", "religion", ["pork", "alcohol"]),
         ("IND", "religion", ["beef"]), ("GBR", "allergy", ["nuts"])]
ITEMS = [("TI-1", "dish", "Cá hấp", "Steamed fish", ["fish"]), ("TI-2", "dish", "Nem chay", "Vegetarian rolls", ["vegetarian"]),
         ("TI-3", "drink", "Nước ép", "Fruit juice", ["juice"]), ("TI-4", "decor", "Hoa sen", "Lotus flowers", ["lotus"])]
GIFT = ("TI-5", "gift", "Tranh sơn mài", "Lacquer painting", ["lacquer"])


def tell(pack, teams):
    states = [team for team in teams if team.is_national or team.kind == "union"]
    add_courtesies(pack)
    add_incompatibility(pack)
    add_precedences(pack, states)
    add_podiums(pack)
    add_hall(pack, states)
    add_flag_checks(pack)
    add_titles(pack, states)
    add_procession(pack, states)
    add_table(pack)


def add_incompatibility(pack):
    """Two made-up companies that are not put side by side: no State is said to shun another."""
    pack.add("incompatibilities", "INCOMP-1", "2025-10-17", owner="TB-LT", classification="restricted", assumed="synthetic", first="COM-31",
             second="COM-32", stated_by="TB-LT", until="2025-10-27")


def add_courtesies(pack):
    for level in LEVELS:
        _, greeter = GREETERS[level]
        pack.add(
            "courtesies", f"CT-{level.upper().replace('_', '-')}", "2025-10-08", owner="BNG", assumed="standard assumed", level=level,
            greeter_level=greeter, lounge=LEVELS.index(level) < 7, flowers=LEVELS.index(level) < 6, flag=LEVELS.index(level) < 4,
            anthem=level == "head_of_state", guard_of_honour=level == "head_of_state", gift="lacquer painting",
            legal_basis="Decree 18/2022/NĐ-CP",
        )


def folded(name):
    """A name without its marks, in small letters: how the house compares names."""
    return "".join(mark for mark in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(mark))


def alphabetical(teams):
    """The host by an override first, then the English alphabet of the United Nations' short names."""
    return sorted(teams, key=lambda team: (team.code != "VNM", folded(team.name_en)))


def by_rank(pack, teams):
    """The level of the head, the day on which the office was taken, the English alphabet."""
    def standing(team):
        level = team.level.replace("minister_for_foreign_affairs", "minister")
        days = [row["taken_on"] for row in pack.latest("offices") if row["party"] == team.code and row["level"] == level]
        return LEVELS.index(level), min(days, default="9999"), folded(team.name_en)
    return sorted(teams, key=standing)


def add_precedences(pack, states):
    signers = [team for team in states if team.signs == "hall"]
    for code, purpose, session, order in (
        ("PREC-SIGN", "signing", "P-SIGN", alphabetical(signers)), ("PREC-SEAT", "seating", "P-OPEN", alphabetical(states)),
    ):
        pack.add("precedences", code, packs.instant(packs.at(PLANNED, "09:00")), owner="TB-LT", assumed="order assumed", purpose=purpose,
                 basis="english_alphabet", session=session, order=[team.code for team in order], computed_on=PLANNED)
        pack.add("precedence_overrides", f"{code}-VNM", packs.instant(packs.at(PLANNED, "09:00")), owner="TB-LT",
                 assumed="approval assumed",
                 precedence=code, party="VNM", position=1, reason="The host signs and sits first", approved_by="BCD-DEPUTY",
                 approved_on="2025-10-20")
    guests = [team for team in states if team.code != "VNM"]
    pack.add("precedences", "PREC-GALA", packs.instant(packs.at(PLANNED, "09:00")), owner="TB-LT", assumed="order assumed",
             purpose="procession",
             basis="rank", session="P-GALA", order=[team.code for team in by_rank(pack, guests)], computed_on=PLANNED)


def add_plan(pack, code, kind, session, place, precedence=""):
    pack.add("seat_plans", code, packs.instant(packs.at(PLANNED, "17:30")), owner="TB-LT", assumed="plan assumed", kind=kind,
             session=session,
             place=place, host="VNM", precedence=precedence, status="draft")
    pack.change("seat_plans", code, packs.instant(packs.at("2025-10-23", "17:00")), status="approved", approved_by="TB-LT-HEAD",
                approved_on="2025-10-23", arranged=packs.at("2025-10-23", "16:00"))


def add_podiums(pack):
    """The principals' armchairs, alike for both hosts of the ceremony, seen by the United Nations' advance team."""
    for code, session, kind, place, principals in PODIUMS:
        add_plan(pack, code, kind, session, place)
        for number, holder in enumerate(principals, 1):
            pack.add("seats", f"{code}-{number}", packs.instant(packs.at(PLANNED, "17:30")), owner="TB-LT", assumed="seat assumed",
                     plan=code,
                     row=None if kind == "table" else 1, table="HEAD" if kind == "table" else "", number=number, is_principal=True,
                     seat_class="armchair", height_cm=48, holder=holder, is_step_free=True)
    seen = packs.at("2025-10-23", "18:00")
    for place in ("MAIN", "BANQ", "PRESS"):
        pack.add("room_inspections", f"RI-{place}-UN", packs.instant(seen), owner="UNOLA", assumed="inspection synthetic", place=place,
                 party="UN", inspected=seen, result="accepted")


def add_hall(pack, states):
    """A seat with flag and name plate for every State and the European Union, in the order of the alphabet."""
    add_plan(pack, "SP-SIGN", "hall", "P-SIGN", "MAIN", "PREC-SEAT")
    for place, team in enumerate(alphabetical(states)):
        pack.add(
            "seats", f"SP-SIGN-{place + 1:03}", packs.instant(packs.at(PLANNED, "17:30")), owner="TB-LT", assumed="seat assumed",
            plan="SP-SIGN", row=place // ROW + 1, number=place % ROW + 1, seat_class="standard_chair", party=team.code,
            flag=f"{team.code}-FLAG",
            name_plate=f"{team.code}-NAME-PLATE",
        )


def add_flag_checks(pack):
    for number, code in enumerate(DELICATE_FLAGS, 1):
        handled = packs.at("2025-10-24", "08:00") + packs.minutes(5 * number)
        checked = handled + packs.minutes(30)
        pack.add(
            "flag_checks", f"FC-{code}", packs.instant(checked), owner="TB-LT", assumed="check synthetic", symbol=f"{code}-FLAG",
            session="P-SIGN", place="MAIN", spot=f"seat of {code}", last_handled=handled, checked=checked, first_checker="TB-LT-DESK",
            second_checker="TB-LT-DESK2", is_upright=True,
        )


def add_titles(pack, states):
    """The titles of those who sign in the hall, as they will be read aloud."""
    for team in states:
        office = f"{team.code}-{cast.signer_number(team)}"
        if team.signs != "hall" or office not in pack.tables["offices"]:
            continue
        for language, field in (("en", "title_en"), ("vi", "title_vi")):
            pack.add(
                "title_uses", f"TU-{team.code}-{language.upper()}", packs.instant(packs.at(PLANNED, "18:00")), owner="TB-LT",
                assumed="use synthetic", medium="announcement", office=office, language=language, title=pack.last("offices", office)[field],
                session="P-SIGN", due=packs.at("2025-10-25", "10:00"),
            )


def add_procession(pack, states):
    """The heads of delegation who walk in to the welcome behind the host, with the window for whoever comes late."""
    pack.add("processions", "PRC-WEL", packs.instant(packs.at(PLANNED, "18:00")), owner="TB-LT", assumed="procession assumed",
             session="P-WEL",
             place="LOBBY", precedence="PREC-GALA", starts=packs.at("2025-10-25", "08:30"))
    pack.add("entry_windows", "EW-WEL", packs.instant(packs.at(PLANNED, "18:00")), owner="TB-LT", assumed="window assumed", session="P-WEL",
             place="LOBBY", opens=packs.at("2025-10-25", "08:45"), closes=packs.at("2025-10-25", "08:50"))
    guests = by_rank(pack, [team for team in states if team.code != "VNM"])[:12]
    for number, team in enumerate(guests, 1):
        pack.add("procession_entries", f"PE-{team.code}", packs.instant(packs.at(PLANNED, "18:00")), owner="TB-LT", assumed="entry assumed",
                 procession="PRC-WEL", order=number, party=team.code, office=f"{team.code}-01", seat_by=packs.at("2025-10-25", "08:25"),
                 expected=packs.at("2025-10-25", "07:55"))


def add_table(pack):
    for party, kind, avoid in NEEDS:
        pack.add("table_needs", f"TN-{party}", packs.instant(packs.at("2025-10-21", "10:00")), owner="TB-LT", assumed="need assumed",
                 party=party, kind=kind, avoid=avoid, guests=2, stated_by="administrative officer", session="P-GALA")
    for code, kind, name_vi, name_en, tags in ITEMS + [GIFT]:
        pack.add("table_items", code, packs.instant(packs.at("2025-10-21", "11:00")), owner="TB-LT", assumed="item assumed",
                 session="P-GALA",
                 kind=kind, name_vi=name_vi, name_en=name_en, tags=tags)
