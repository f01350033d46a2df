"""The run of show: cues with their callers and fallbacks, bilateral meetings, meals, printed texts, stated times."""

from hanoi import pack as packs, sources, treaty
from hanoi.programme import LOW_LECTERN, STATEMENTS

# session: (order, kind, seconds after the start, length, caller, trigger, words of the trigger, Vietnamese, English)
OPENING = [
    ("entrance", -600, 480, "TB-LT-DESK", "action", "The doors open", "Mời khách vào chỗ", "Guests take their seats"),
    ("announcement", 0, 60, "TB-LT-DESK", "called", "", "Khai mạc phiên cấp cao", "The high-level session opens"),
    ("anthem", 60, 75, "BVHTTDL-DUTY", "called", "", "Cử Quốc ca Việt Nam", "National anthem of Viet Nam"),
    ("speech", 150, 900, "TB-LT-DESK", "action", "The State President reaches the lectern", "Phát biểu của Chủ tịch nước",
     "Address of the State President"),
    ("applause", 1050, 30, "TB-LT-DESK", "called", "", "", ""),
    ("adjust_lectern", 1080, 30, "TB-LT-DESK2", "action", "The State President sits down", "Chỉnh bục phát biểu",
     "The lectern is adjusted"),
    ("speech", 1110, 900, "TB-LT-DESK", "action", "The Secretary-General reaches the lectern", "Phát biểu của Tổng Thư ký",
     "Address of the Secretary-General"),
    ("video", 2040, 240, "BVHTTDL-DUTY", "called", "", "Phim tư liệu", "Film"),
    ("stage", 2300, 600, "TB-LT-DESK2", "called", "", "Chuẩn bị bàn ký", "The signing table is brought"),
]
WELCOME = [
    ("entrance", 0, 1800, "TB-LT-DESK", "action", "The first car stops", "Đón các Trưởng đoàn", "Heads of delegation are received"),
    ("stage", 1860, 600, "TB-LT-DESK2", "called", "", "Chụp ảnh chung", "Group photo"),
]
BANQUET = [
    ("entrance", 0, 900, "TB-LT-DESK", "called", "", "Khách vào phòng tiệc", "Guests enter"),
    ("speech", 960, 300, "TB-LT-DESK", "action", "The State President rises", "Diễn văn chào mừng", "Toast"),
    ("audio", 1290, 240, "BVHTTDL-DUTY", "called", "", "Nhạc nền", "Music"),
]
CLOSING = [
    ("announcement", 0, 60, "TB-LT-DESK", "called", "", "Khai mạc phiên bế mạc", "The closing session opens"),
    ("speech", 90, 600, "TB-LT-DESK", "action", "The Prime Minister reaches the lectern", "Phát biểu bế mạc", "Closing address"),
]
FALLBACK = {
    "anthem": "The band plays it live", "video": "Skip it and go on", "audio": "The hall's own system",
    "speech": "The text is read by the next in rank",
    "adjust_lectern": "The second lectern is used", "signature": "The next party is called, this one after it",
}
CALLERS = ["TB-LT-DESK", "TB-LT-DESK2", "BVHTTDL-DUTY", "UNOLA-DUTY"]
STATION = {"BVHTTDL-DUTY": "sound", "UNOLA-DUTY": "protocol_line", "TB-LT-DESK2": "stage"}
DUTIES = [("2025-10-25", "06:30", "13:00"), ("2025-10-25", "13:30", "21:00"), ("2025-10-26", "08:00", "17:30")]
# The other side of each meeting, its room and hour on the first afternoon; all of it assumed.
BILATERALS = [
    ("LAO", "R10", "14:30"), ("KHM", "R10", "15:15"), ("ECU", "R10", "16:00"), ("POL", "R11", "14:30"), ("SAU", "R11", "15:15"),
    ("UZB", "R11", "16:00"), ("KAZ", "R12", "14:30"), ("QAT", "R12", "15:15"),
]
# Invitations that say when a session begins on the guests' own clocks. Paris is told by a fixed offset, as if the clocks
# did not go back that night: the trap.
STATED = [
    ("P-OPEN", "JPN", "2025-10-25T11:00", "Asia/Tokyo"), ("P-OPEN", "BEL", "2025-10-25T04:00", "Europe/Brussels"),
    ("P-PLEN2", "GBR", "2025-10-26T02:00", "Europe/London"), ("P-PLEN2", "USA", "2025-10-25T22:00", "America/New_York"),
    ("P-PLEN2", "FRA", "2025-10-26T04:00", "UTC+2"), ("P-CLOSE", "AUT", "2025-10-26T09:00", "Europe/Vienna"),
]
TEXTS = [
    ("PT-PROG-EN", "programme", "", "en", "Programme of the signing ceremony", "Chương trình Lễ mở ký", 3000),
    ("PT-PROG-FR", "programme", "", "fr", "Programme de la cérémonie de signature", "Chương trình Lễ mở ký", 600),
    ("PT-MENU-EN", "menu", "P-GALA", "en", "Menu of the banquet", "Thực đơn tiệc chiêu đãi", 900),
    ("PT-BANNER-EN", "banner", "P-OPEN", "en", "Countering cybercrime - Sharing responsibility - Securing our future",
     "Chống tội phạm mạng - Chia sẻ trách nhiệm - Hướng tới tương lai", 4),
    ("PT-SIGN-EN", "signage", "", "en", "Press centre", "Trung tâm báo chí", 12),
]


def tell(pack):
    for session, cues in (("P-WEL", WELCOME), ("P-OPEN", OPENING), ("P-GALA", BANQUET), ("P-CLOSE", CLOSING)):
        for order, cue in enumerate(cues, 1):
            add_cue(pack, session, order, *cue)
    add_lectern_cues(pack)
    add_duties(pack)
    add_bilaterals(pack)
    add_meals(pack)
    add_texts(pack)


def add_cue(pack, session, order, kind, offset, length, caller, trigger, words, text_vi, text_en, happened="2025-10-14", **more):
    if kind == "anthem":
        anthem = pack.last("symbols", "VNM-ANTHEM")
        more |= {"party": "VNM", "symbol": "VNM-ANTHEM", "asset": anthem["file"], "asset_hash": anthem["hash"]}
    pack.add(
        "cues", f"{session}-C{order:02}", happened, owner="TB-ND", assumed="cue assumed", session=session, order=order, kind=kind,
        offset_seconds=offset, length_seconds=length, caller=caller, trigger=trigger, trigger_text=words,
        fallback=FALLBACK.get(kind, "The caller goes on to the next cue"), text_vi=text_vi, text_en=text_en, **more,
    )


def add_lectern_cues(pack):
    """Between two speakers who want the lectern at another height, half a minute to set it."""
    order = 1
    for before, speaker in zip(STATEMENTS, STATEMENTS[1:]):
        if (before in LOW_LECTERN) != (speaker in LOW_LECTERN):
            add_cue(
                pack, "P-PLEN1", order, "adjust_lectern", 480 * STATEMENTS.index(speaker), 30, "TB-LT-DESK2", "action",
                "The speaker before leaves the lectern", "Chỉnh bục phát biểu", "The lectern is adjusted", happened="2025-10-20",
                appearance=f"P-PLEN1-SPEAKER-{speaker}",
            )
            order += 1


def add_signature_cues(pack):
    """One cue for each signer in the hall, once the queue is drawn up."""
    names = sources.table("parties")
    for number, slot in enumerate(sorted(pack.latest("signing_slots"), key=lambda slot: slot["code"]), 1):
        party = slot["party"]
        add_cue(
            pack, "P-SIGN", number, "signature", 300 + treaty.SECONDS * (number - 1), treaty.SECONDS, "UNOLA-DUTY", "called", "",
            f"Xin trân trọng kính mời đại diện {names[party]['name_vi']}", f"The representative of {names[party]['name_en']}",
            happened=packs.instant(packs.at(treaty.PRINTED, "17:00")), party=party, symbol=f"{party}-FLAG",
        )


def add_duties(pack):
    for officer in CALLERS:
        for number, (day, start, end) in enumerate(DUTIES, 1):
            pack.add("script_duties", f"SD-{officer}-{number}", "2025-10-14", owner="TB-ND", assumed="duty assumed", officer=officer,
                     station=STATION.get(officer, "announcer"), starts=packs.at(day, start), ends=packs.at(day, end))


def add_bilaterals(pack):
    for other, room, start in BILATERALS:
        code = f"BI-{other}"
        starts = packs.at("2025-10-25", start)
        pack.add(
            "bilaterals", code, "2025-10-09", owner="BNG", assumed="meeting synthetic", first_side="VNM", second_side=other, host="VNM",
            asked_on="2025-10-09", priority="high", minutes=30, window_starts=packs.at("2025-10-25", "14:00"),
            window_ends=packs.at("2025-10-25", "17:30"), status="requested", languages=["vi", "en"],
        )
        pack.change("bilaterals", code, packs.instant(packs.at("2025-10-19", "10:00")), status="confirmed", starts=starts,
                    ends=starts + packs.minutes(30), place=room, note_taker="BNG-DUTY")


def add_meals(pack):
    pack.add(
        "meals", "MEAL-GALA", "2025-10-10", owner="BNG", assumed="meal assumed", session="P-GALA", kind="banquet", is_seated=True,
        covers=900, tables=90, kitchen="KIT-NCC", serves_alcohol=False, menu_vi="Thực đơn mẫu, không thịt lợn, không rượu",
        menu_en="Sample menu without pork or alcohol", needs_due="2025-10-22",
    )
    pack.add("meals", "MEAL-COFFEE", "2025-10-10", owner="BNG", assumed="meal assumed", session="P-PLEN2", kind="coffee", is_seated=False,
             covers=1200, kitchen="KIT-2", menu_vi="Trà, cà phê", menu_en="Tea and coffee")


def add_texts(pack):
    for code, kind, session, language, text, source, copies in TEXTS:
        pack.add(
            "printed_texts", code, "2025-10-13", owner="TB-LT", assumed="text, translator and reviewer synthetic", kind=kind,
            session=session, language=language, text=text, source_text=source, translator="P-BNG-PTY1", reviewer="P-UNODC-DUTY",
            reviewed="2025-10-13", reviewed_text=text, due="2025-10-20", copies=copies,
        )
    for session, party, stated, zone in STATED:
        pack.add(
            "stated_times", f"ST-{session}-{party}", "2025-10-13", owner="BNG", assumed="invitation synthetic", session=session,
            medium="invitation", party=party, stated=stated, stated_zone=zone, sent=packs.at("2025-10-13", "12:00"),
        )
