"""The programme of the two days: sessions and side events, who appears in them, the script, what was released."""

import datetime

from hanoi import interpretation, pack as packs, sources

ROOMS = [f"R{number:02}" for number in range(1, 13)]
SLOTS = [("WS-1", "09:00", "10:15"), ("WS-2", "12:00", "13:15"), ("WS-3", "13:30", "14:45")]
DAY_TWO = "2025-10-26"
ANNOUNCED = {"first": 32, "all": 38}
SIX = ["ar", "zh", "en", "fr", "ru", "es"]
# Sessions whose kind asks for more than the table of sources says.
LAYOUT = {"MAIN": "theatre", "PRESS": "theatre", "BANQ": "banquet", "LOBBY": "standing", "EXPO": "standing"}
INVITED = ["P-REH", "P-WEL", "P-GALA"]
LANGUAGES = {
    "P-OPEN": ["vi"] + SIX, "P-SIGN": ["vi"] + SIX, "P-PLEN1": ["vi"] + SIX, "P-PLEN2": ["vi"] + SIX, "P-CLOSE": ["vi"] + SIX,
    "P-PRESS1": ["vi", "en"], "P-PRESS2": ["vi", "en"], "P-WEL": ["vi", "en"], "P-GALA": ["vi", "en"], "P-REH": ["vi"],
}
# Session, role, who holds it (a role code: the programme names offices), whether in a principal's seat
LEADERS = [
    ("P-WEL", "host", "SP-VNM"), ("P-OPEN", "chair", "SP-VNM"), ("P-OPEN", "speaker", "UN-SG"), ("P-SIGN", "chair", "TREATY-SECTION"),
    ("P-SIGN", "witness", "SP-VNM"), ("P-SIGN", "witness", "UN-SG"), ("P-PLEN1", "chair", "PM-VNM"), ("P-PLEN1", "chair", "UN-SG"),
    ("P-PRESS1", "chair", "PM-VNM"), ("P-PRESS1", "chair", "UN-SG"), ("P-GALA", "host", "SP-VNM"), ("P-PLEN2", "chair", "DPM-VNM"),
    ("P-CLOSE", "chair", "PM-VNM"), ("P-CLOSE", "speaker", "UNODC-ED"), ("P-PRESS2", "host", "DMFA-VNM"), ("P-REH", "chair", "DPM-VNM"),
]
PARTY_OF = {"VNM": "VNM", "ED": "UNODC"}
PRINCIPALS = ["SP-VNM", "PM-VNM", "UN-SG"]
# 19 national statements on the first afternoon (published); who made them is assumed.
STATEMENTS = "DZA AUS BLR BRA CHN CUB EGY FRA IRN JAM MYS NGA PAK PHL RUS ZAF ESP THA GBR".split()
LOW_LECTERN = ["CUB", "JAM"]


def tell(pack, teams):
    add_sessions(pack)
    add_high_level(pack)
    add_slots(pack)
    add_workshops(pack)
    add_leaders(pack)
    add_statements(pack)
    interpretation.tell(pack)
    add_releases(pack)


# "Over 20" was announced; how many there were is assumed.
BOOTHS = 22


def add_sessions(pack):
    for row in sources.rows("programme"):
        if row["code"] in ("P-HL", "P-RT", "P-WS"):
            continue
        languages = LANGUAGES.get(row["code"], [])
        pack.add(
            "sessions", row["code"], "2025-10-08", owner="TB-ND", classification="public", assumed=assumption(row), kind=row["kind"],
            title_vi=row["title_vi"], title_en=row["title_en"], starts=clock(row["starts"]), ends=clock(row["ends"]), place=row["place"],
            layout="signing" if row["code"] == "P-SIGN" else LAYOUT[row["place"]], run_by=row["run_by"].split(";"),
            access="restricted" if row["code"] in INVITED else "public", expected=row["expected"],
            expected_at_once=600 if row["code"] == "P-EXPO" else None, booths=BOOTHS if row["code"] == "P-EXPO" else None,
            expected_basis="assumed", languages=languages,
            interpretation=languages if len(languages) > 1 and row["code"] not in INVITED else [], note=row["note"],
        )


def assumption(row):
    parts = [row["basis"]]
    parts += ["expected number assumed"] if row["expected_basis"] == "assumed" else []
    parts += ["number of booths assumed"] if row["code"] == "P-EXPO" else []
    return "; ".join(parts)


def clock(text):
    return datetime.datetime.fromisoformat(text)


def add_high_level(pack):
    """Four discussions and four round tables as rows of their own, in the first four rooms."""
    rows = sources.table("programme")
    for prefix, row, title_vi, title_en in (
        ("HL", rows["P-HL"], "Tọa đàm cấp cao", "High-level discussion"),
        ("RT", rows["P-RT"], "Bàn tròn cấp cao", "High-level round table"),
    ):
        for number in range(1, 5):
            code = f"{prefix}-{number}"
            expected = min(100, int(row["expected"]) // 4) if prefix == "RT" else (100, 100, 100, 75)[number - 1]
            pack.add(
                "sessions", code, "2025-10-13", owner="TB-ND", classification="public", assumed="times, room and expected number assumed",
                kind="high_level_event", title_vi=f"{title_vi} {number}", title_en=f"{title_en} {number}", starts=clock(row["starts"]),
                ends=clock(row["ends"]), place=ROOMS[number - 1], run_by=row["run_by"].split(";"), access="public", expected=expected,
                expected_basis="assumed", languages=["en"],
            )
            appear(pack, code, "chair", f"CHAIR-{code}")


def add_slots(pack):
    for code, start, end in SLOTS:
        pack.add("side_event_slots", code, "2025-09-22", owner="UNODC", classification="public", assumed="rooms assumed",
                 starts=packs.at(DAY_TWO, start), ends=packs.at(DAY_TWO, end), rooms=ROOMS)


def places():
    """Every room of every slot that the high-level discussions leave free: 32."""
    return [(slot, start, end, room) for slot, start, end in SLOTS for room in ROOMS if slot != "WS-1" or room not in ROOMS[:4]]


def add_workshops(pack):
    """32 workshops on 13 October, and six more on the 14th that find no place."""
    held = places()
    assert len(held) == ANNOUNCED["first"]
    for number in range(1, ANNOUNCED["all"] + 1):
        if number <= len(held):
            slot, start, end, room = held[number - 1]
            add_workshop(pack, number, "2025-10-13", packs.at(DAY_TWO, start), packs.at(DAY_TWO, end), room, slot)
        else:
            add_workshop(pack, number, "2025-10-14", packs.at(DAY_TWO, "09:00"), packs.at(DAY_TWO, "14:45"), "", "")


def add_workshop(pack, number, happened, starts, ends, room, slot):
    code = f"WS-{number:02}"
    capacity = int(pack.last("places", room)["capacity"]) if room else 60
    pack.add(
        "sessions", code, happened, owner="TB-ND", classification="public", assumed="title, room and expected number assumed",
        kind="workshop", title_vi=f"Hội thảo chuyên môn {number}", title_en=f"Workshop {number}", starts=starts, ends=ends, place=room,
        run_by=["UNODC"], access="public", expected=capacity * 4 // 5, expected_basis="assumed", languages=["en"], side_event_slot=slot,
    )
    appear(pack, code, "moderator", f"MOD-{code}", happened)


def appear(pack, session, role, holder, happened="2025-10-13", **more):
    return pack.add(
        "appearances", f"{session}-{role.upper()}-{holder}", happened, owner="TB-ND", assumed="part assumed", session=session, role=role,
        holder=holder, **more,
    )


def add_leaders(pack):
    for session, role, holder in LEADERS:
        appear(pack, session, role, holder, "2025-10-09", is_principal=holder in PRINCIPALS,
               party=PARTY_OF.get(holder.split("-")[-1], "UN"),
               late_variant="The next in rank of the same side opens; the text is at the lectern")


def add_statements(pack):
    """The national statements of the first afternoon, with the lectern as high as each speaker wants it."""
    for number, code in enumerate(STATEMENTS, 1):
        pack.add(
            "appearances", f"P-PLEN1-SPEAKER-{code}", "2025-10-20", owner="TB-ND", assumed="speaker and order assumed", session="P-PLEN1",
            role="speaker", person=f"{code}-01", party=code, order=number, minutes=7, lectern_cm=95 if code in LOW_LECTERN else 110,
        )


def add_releases(pack):
    """The programme as released on 13 and 20 October. What has no place yet is not released, nor is the press encounter."""
    told = {"1": ("2025-10-13", "18:00"), "2": ("2025-10-20", "18:00")}
    for version, (day, time) in told.items():
        released = packs.at(day, time)
        pack.add("programme_releases", f"PR-{version}", packs.instant(released), owner="TB-ND", classification="public",
                 assumed="release synthetic", version=version, audience="public", released=released, released_by="TB-ND-HEAD",
                 changes_en="" if version == "1" else "Speakers added", changes_vi="" if version == "1" else "Bổ sung người phát biểu")
        for session in pack.latest("sessions"):
            if session["place"] and session["code"] != "P-PRESS1" and packs.begins(session["happened"]) <= packs.instant(released):
                pack.add(
                    "released_sessions", f"PR-{version}-{session['code']}", packs.instant(released), owner="TB-ND",
                    classification="public", release=f"PR-{version}", session=session["code"], title_vi=session["title_vi"],
                    title_en=session["title_en"], starts=session["starts"], ends=session["ends"], place=session["place"],
                )
