"""What happened on the two days besides the signing: gates opened and closed, zones swept, small incidents, passages."""

import random

from hanoi import pack as packs, venue

PROTOCOL_AT = {"G-VIP": "K-LT-VIP-A01", "G-DEL": "K-LT-DEL-A01", "G-CORE": "K-LT-CORE-A01"}
# kind, severity, place, zone, hour, unit, summary, outcome
INCIDENTS = [
    ("lost_property", "minor", "LOBBY", "Z-MID", ("2025-10-25", "08:20"), "U-CIV", "A bag left at a chair", "Given back to its owner"),
    ("traffic", "moderate", "PLAZA", "Z-VEH", ("2025-10-25", "07:10"), "U-CAHN", "Cars queue at the vehicle gate", "Two more lanes opened"),
    ("crowd", "serious", "PRESS", "Z-PRESS", ("2025-10-25", "16:20"), "U-UN", "Press positions overfull before the encounter",
     "Positions redrawn"),
    ("medical", "minor", "R05", "Z-MID", ("2025-10-26", "11:40"), "U-CIV", "A guest felt unwell", "Seen at the medical post"),
]


def tell(pack):
    add_gate_turns(pack)
    add_sweeps(pack)
    add_incidents(pack)
    add_passages(pack)
    add_copies(pack)


def add_gate_turns(pack):
    for number, (day, start, end) in enumerate(venue.DAYS, 1):
        for row in pack.latest("gates"):
            code = f"TURN-{number}-{row['code'][2:]}"
            opened, closed = packs.at(day, start), packs.at(day, end)
            pack.add("gate_turns", code, packs.instant(opened), owner="CAHN", assumed="turn synthetic", gate=row["code"], opened=opened,
                     opened_by="CAHN-DUTY", protocol_officer=PROTOCOL_AT.get(row["code"], ""), list_as_of=opened - packs.minutes(5))
            pack.change("gate_turns", code, packs.instant(closed), closed=closed)
    for row in pack.latest("devices"):
        pack.change("devices", row["code"], packs.instant(packs.at("2025-10-24", "22:00")), last_seen=packs.at("2025-10-24", "22:00"),
                    list_as_of=packs.at("2025-10-24", "22:00"))


def add_sweeps(pack):
    for zone in ("Z-HALL", "Z-CORE", "Z-BANQ"):
        pack.add("keys", f"KEY-{zone[2:]}", "2025-10-20", owner="CAHN", assumed="key synthetic", zone=zone, label=f"TEST-{zone[2:]}")
        pack.add("occupancy_plans", f"OCC-{zone[2:]}", "2025-10-14", owner="TB-ANYT", assumed="number assumed", zone=zone,
                 starts=packs.at("2025-10-25", "08:30"), ends=packs.at("2025-10-25", "20:30"),
                 people={"Z-HALL": 2500, "Z-CORE": 60, "Z-BANQ": 1000}[zone], purpose="sessions of the day")
        for number, day in enumerate(("2025-10-25", "2025-10-26"), 1):
            swept, declared, lifted = packs.at(day, "04:00"), packs.at(day, "05:00"), packs.at(day, "06:00")
            code = f"{zone[2:]}-{number}"
            pack.add("sweeps", f"SW-{code}", packs.instant(packs.at(day, "04:45")), owner="CAHN", assumed="sweep synthetic", zone=zone,
                     unit="U-CAHN", started=swept, ended=packs.at(day, "04:45"), dogs=2, clear=True, seals=[f"TEST-SEAL-{code}"])
            pack.add("secure_declarations", f"SEC-{code}", packs.instant(lifted), owner="CAHN", assumed="declaration synthetic", zone=zone,
                     declared_at=declared, declared_by="CAHN-DUTY", lifted_at=lifted)


def add_incidents(pack):
    for number, (kind, severity, place, zone, moment, unit, summary, outcome) in enumerate(INCIDENTS, 1):
        at = packs.at(*moment)
        escalation = {"escalated_to": "TB-ANYT", "escalated_at": at + packs.minutes(6)} if severity == "serious" else {}
        pack.add("incidents", f"INC-{number}", packs.instant(at + packs.minutes(10)), owner="TB-ANYT", assumed="incident synthetic",
                 kind=kind,
                 severity=severity, state="contained", at=at, place=place, zone=zone, summary=summary, handled_by=unit, log=[summary],
                 **escalation)
        closed = at + packs.minutes(50)
        pack.change("incidents", f"INC-{number}", packs.instant(closed), state="closed", closed_at=closed, closed_by="CAHN-DUTY",
                    log=[summary, outcome], outcome=outcome)
    taken = packs.at("2025-10-25", "07:40")
    pack.add("held_items", "HI-1", packs.instant(taken), owner="CAHN", assumed="synthetic", kind="deposited", description="Pocket knife",
             gate="G-PRESS", person="J-005", taken_at=taken, taken_by="U-CAHN", receipt="TEST-HI-1", store="Post PRESS")
    given_back = packs.at("2025-10-25", "19:10")
    pack.change("held_items", "HI-1", packs.instant(given_back), released_at=given_back, released_to="J-005")


def add_passages(pack):
    """A sample of a hundred delegates on each morning: in through the delegates' gate, out in the evening."""
    dice = random.Random("hanoi-2025 passages")
    badges = [row for row in pack.latest("badges") if row["category"] == "DEL" and row["state"] == "validated"]
    chosen = sorted(dice.sample(badges, 100), key=lambda row: row["code"])
    for number, (day, opens, closes) in enumerate((("2025-10-25", "06:45", "18:00"), ("2025-10-26", "07:15", "16:15")), 1):
        for place, badge in enumerate(chosen):
            entered = packs.at(day, opens) + packs.minutes(place)
            left = packs.at(day, closes) + packs.minutes(place // 4)
            if packs.begins(badge["happened"]) > packs.instant(entered):
                continue
            for suffix, moment, direction, zones in (("E", entered, "entry", ("Z-PERI", "Z-MID")),
                                                     ("X", left, "exit", ("Z-MID", "Z-PERI"))):
                pack.add(
                    "passages", f"PS-{number}-{place + 1:03}{suffix}", packs.instant(moment), owner="CAHN", assumed="passage synthetic",
                    gate="G-DEL", device="D-DEL", badge=badge["code"], at=moment, direction=direction, from_zone=zones[0],
                    into_zone=zones[1],
                    decision="admit", reason="none",
                )


def add_copies(pack):
    """Numbered copies of the order of the centre, back by the end of the shift for which they went out."""
    for number in range(1, 7):
        shift = f"POST-CMD-{1 + number // 4}-A-0{1 + number % 2}"
        row = pack.last("shifts", shift)
        day = row["starts"][:10]
        out, back = packs.at(day, "06:05"), packs.at(day, "11:50")
        pack.add("numbered_copies", f"NC-{number}", packs.instant(out), owner="TB-ANYT", classification="restricted",
                 assumed="copy synthetic", document="TEST-PA-NCC", number=number, plan="PP-NCC", holder=row["person"], signed_out=out,
                 shift=shift)
        pack.change("numbered_copies", f"NC-{number}", packs.instant(back), returned=back)
