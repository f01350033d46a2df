"""Names, flags, anthems and name plates, each approved by its delegation; and the pairs that are taken for one another."""

import hashlib

from hanoi import pack as packs, regions, sources

# Pairs by name or flag; only those of which at least one comes are told.
PAIRS = [
    ("AUT", "AUS", "Áo / Úc"), ("PRK", "KOR", "Triều Tiên / Hàn Quốc"), ("SVK", "SVN", "Slovakia / Slovenia"),
    ("DMA", "DOM", "Dominica / Dominicana"), ("COD", "COG", "the two Congos"), ("GNB", "GIN", "Guinea-Bissau / Guinea"),
    ("MLI", "MWI", "Mali / Malawi"), ("IRN", "IRQ", "Iran / Iraq"), ("IDN", "POL", "flags upside down of one another"),
    ("ROU", "TCD", "flags alike"), ("NLD", "LUX", "flags alike"), ("NER", "NGA", "Niger / Nigeria"),
]
ITEMS = ["party", "name_plate", "flag", "anthem"]
# Delegations that approved their symbols only in the week before the ceremony.
LATE_APPROVAL = "2025-10-17"


def tell(pack, teams):
    states = [team for team in teams if team.is_national or team.kind == "union"]
    for number, team in enumerate(states):
        add_names(pack, team)
        for kind in ("flag", "anthem", "name_plate"):
            add_symbol(pack, team, kind, approves_late=number % 7 == 3)
        add_plate_text(pack, team)
    add_pairs(pack, {team.code: team for team in states})


def add_names(pack, team):
    party = sources.table("parties")[team.code]
    for language in ("en", "vi"):
        pack.add(
            "official_names", f"{team.code}-{language}", packs.instant(packs.at(team.confirmed, "10:00")), owner="BNG",
            classification="public", assumed="approval assumed", party=team.code, language=language, form="short",
            text=party[f"name_{language}"], approved_by=f"C-{team.code}", approved_on=team.confirmed,
            reference=f"NV-TEST/{team.code}/2025",
        )


def add_symbol(pack, team, kind, approves_late):
    code = f"{team.code}-{kind.upper().replace('_', '-')}"
    digest = hashlib.sha256(f"symbol {code}".encode()).hexdigest()
    upright = regions.ORIENTATION.get(team.code, "") if kind == "flag" else ""
    pack.add(
        "symbols", code, packs.instant(packs.at(team.confirmed, "10:30")), owner="TB-LT" if team.confirmed > "2025-10-08" else "BNG",
        assumed="file and approval synthetic", party=team.code, kind=kind,
        file=f"{code.lower()}.{'wav' if kind == 'anthem' else 'svg'}", hash=digest, source="mission",
        source_note=f"NV-TEST/{team.code}/2025", is_orientation_critical=bool(upright), orientation=upright,
        seconds=60 if kind == "anthem" else None,
    )
    approval = {"approved_by": team.code, "approved_hash": digest}
    if approves_late and team.confirmed < LATE_APPROVAL:
        pack.change("symbols", code, packs.instant(packs.at(LATE_APPROVAL, "15:00")), approved_on=LATE_APPROVAL, **approval)
    else:
        pack.change("symbols", code, packs.instant(packs.at(team.confirmed, "16:00")), approved_on=team.confirmed, **approval)


def add_plate_text(pack, team):
    """What the engraver writes on the name plate."""
    name = sources.table("parties")[team.code]["name_en"]
    day = max(team.confirmed, "2025-10-10")
    pack.add(
        "printed_texts", f"{team.code}-PLATE", packs.instant(packs.at(day, "17:00")), owner="TB-LT", assumed="text and review synthetic",
        kind="name_plate", party=team.code, language="en", text=name, source_text=sources.table("parties")[team.code]["name_vi"],
        translator="P-BNG-PTY2", reviewer="P-UNODC-DUTY", reviewed=day, reviewed_text=name, due="2025-10-22", copies=2,
    )


def add_pairs(pack, states):
    paired = set()
    for party, other, why in PAIRS:
        pack.add("look_alikes", f"{party}-{other}", "2025-08-10", owner="BNG", assumed="pair assumed", party=party, other=other, why=why)
        paired |= {party, other} & set(states)
    for code in sorted(paired):
        team = states[code]
        pack.add(
            "look_alike_confirmations", code, packs.instant(packs.at(team.confirmed, "10:30")), owner="BNG",
            assumed="confirmation synthetic", delegation=code, items=ITEMS, chosen_by="BNG-PTY1", confirmed_by="BNG-PTY3",
            confirmed_on=team.confirmed,
        )
