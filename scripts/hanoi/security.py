"""Forces and targets: units, posts with their shifts, protection plans, principals, incidents. All of it assumed."""

from hanoi import pack as packs, venue
from hanoi.staff import qualify

# code, kind, body, norm, longest shift and least rest in minutes, authority, Vietnamese, English
UNITS = [
    ("U-CAHN", "police", "CAHN", "own", 960, 480, "serious", "Lực lượng Công an Hà Nội", "Ha Noi police force"),
    ("U-BTL", "guard_command", "BCA", "own", 960, 480, "serious", "Lực lượng cảnh vệ", "Guard command"),
    ("U-UN", "un_security", "UNDSS", "own", 720, 600, "moderate", "An ninh Liên hợp quốc", "United Nations security"),
    ("U-CIV", "civilian", "BNG", "labour_code", None, None, "minor", "Cán bộ lễ tân", "Protocol officers"),
    ("U-VOL", "volunteers", "UBNDHN", "labour_code", None, None, "minor", "Tình nguyện viên", "Volunteers"),
]
# code, kind, unit, zone, gate, heads, skills, Vietnamese, English
POSTS = [
    ("VEH", "gate", "U-CAHN", "Z-VEH", "G-VEH", 4, [], "Vị trí cửa xe", "Post at the vehicle gate"),
    ("PERI", "gate", "U-CAHN", "Z-PERI", "G-PERI", 8, [], "Vị trí cửa vành đai", "Post at the perimeter gate"),
    ("VIP", "gate", "U-BTL", "Z-HALL", "G-VIP", 3, ["screening"], "Vị trí cửa khách cấp cao", "Post at the guests' gate"),
    ("DEL", "screening", "U-CAHN", "Z-MID", "G-DEL", 10, ["screening"], "Vị trí soi chiếu đại biểu", "Screening of delegates"),
    ("PRESS", "screening", "U-CAHN", "Z-PRESS", "G-PRESS", 4, ["screening"], "Vị trí soi chiếu báo chí", "Screening of the press"),
    ("STAFF", "gate", "U-CAHN", "Z-BACK", "G-STAFF", 3, [], "Vị trí cửa phục vụ", "Post at the staff gate"),
    ("HALL", "gate", "U-UN", "Z-HALL", "G-HALL", 6, [], "Vị trí cửa hội trường", "Post at the hall gate"),
    ("CORE", "gate", "U-UN", "Z-CORE", "G-CORE", 2, [], "Vị trí cửa lễ đài", "Post at the podium gate"),
    ("LT-VIP", "protocol", "U-CIV", "Z-HALL", "G-VIP", 1, [], "Lễ tân cửa khách cấp cao", "Protocol at the guests' gate"),
    ("LT-DEL", "protocol", "U-CIV", "Z-MID", "G-DEL", 2, [], "Lễ tân cửa đại biểu", "Protocol at the delegates' gate"),
    ("LT-CORE", "protocol", "U-CIV", "Z-CORE", "G-CORE", 1, [], "Lễ tân lễ đài", "Protocol at the podium"),
    ("PROT", "protection", "U-BTL", "Z-CORE", "", 4, ["firearms"], "Tổ bảo vệ yếu nhân", "Close protection"),
    ("PAT", "patrol", "U-CAHN", "Z-PERI", "", 6, [], "Tuần tra vành đai", "Patrol of the perimeter"),
    ("CMD", "command", "U-CAHN", "Z-BACK", "", 2, [], "Sở chỉ huy", "Command post"),
    ("BANQ", "guard_post", "U-BTL", "Z-BANQ", "", 4, [], "Vị trí phòng tiệc", "Post at the banquet hall"),
    ("GUIDE", "guard_post", "U-VOL", "Z-MID", "", 8, [], "Tình nguyện viên hướng dẫn", "Volunteers as guides"),
]
NATIONALITY = {"U-UN": "KEN"}
# One person of the screening post who had not confirmed on 14 October: a slip of that week, mended on the 18th.
UNCONFIRMED = "POST-DEL-1-A-01"
TARGETS = [
    ("TG-NCC", "venue", "NCC", "Trung tâm Hội nghị Quốc gia", "National Convention Centre", "high", ["intrusion", "crowd"]),
    ("TG-NBA", "airport", "NBA", "Sân bay Nội Bài", "Noi Bai airport", "medium", ["intrusion"]),
    ("TG-PRESS", "press_centre", "PRESS", "Trung tâm báo chí", "Press centre", "medium", ["disruption"]),
    ("TG-NET", "network", "NCC", "Hệ thống thông tin sự kiện", "Network of the event", "high", ["cyber-attack"]),
]
# call sign, person, delegation
PROTECTEES = [("PR-1", "VNM-01", "VNM"), ("PR-2", "VNM-04", "VNM"), ("PR-3", "LAO-01", "LAO"), ("PR-4", "UN-01", "UN"),
              ("PR-5", "ECU-01", "ECU")]


def tell(pack, register):
    for code, kind, body, norm, longest, rest, authority, name_vi, name_en in UNITS:
        pack.add("units", code, "2025-10-08", owner=body, assumed="unit assumed", name_vi=name_vi, name_en=name_en, kind=kind, body=body,
                 norm=norm, longest_shift_minutes=longest, least_rest_minutes=rest, authority=authority)
    for post in POSTS:
        add_post(pack, register, *post)
    add_targets(pack)
    add_arrivals(pack)


def add_post(pack, register, code, kind, unit, zone, gate, heads, skills, name_vi, name_en):
    """One post on each day, each in two shifts, with the same people again on the second day after their rest."""
    body = next(row[2] for row in UNITS if row[0] == unit)
    for team in ("A", "B"):
        for number in range(1, heads + 1):
            person = f"K-{code}-{team}{number:02}"
            register.add(person, "2025-10-09", "Guard", NATIONALITY.get(unit, "VNM"), languages=("vi", "en"), body=body)
            for skill in skills:
                qualify(pack, person, skill, body, "2025-10-09")
    for day_number, (day, start, end) in enumerate(venue.DAYS, 1):
        post = f"POST-{code}-{day_number}"
        pack.add("posts", post, "2025-10-09", owner=body, assumed="post assumed", name_vi=name_vi, name_en=name_en, kind=kind, unit=unit,
                 place="NCC", zone=zone, gate=gate, heads=heads, skills=skills, manned_from=packs.at(day, start),
                 manned_to=packs.at(day, end))
        for team, (first, last) in zip("AB", venue.DAY_SHIFTS[day]):
            for number in range(1, heads + 1):
                add_shift(pack, f"{post}-{team}-{number:02}", post, f"K-{code}-{team}{number:02}", packs.at(day, first),
                          packs.at(day, last), body)


def add_shift(pack, code, post, person, starts, ends, body):
    pack.add("shifts", code, "2025-10-09", owner=body, assumed="shift synthetic", post=post, person=person, starts=starts, ends=ends,
             vetted=True, trained=True, confirmed=code != UNCONFIRMED)
    if code == UNCONFIRMED:
        pack.change("shifts", code, packs.instant(packs.at("2025-10-18", "09:00")), confirmed=True)


def add_targets(pack):
    hotels = [(f"TG-{code}", "hotel", code, name_vi, name_en, "medium", ["intrusion"]) for code, name_vi, name_en in venue.HOTELS]
    for code, kind, place, name_vi, name_en, risk, threats in TARGETS + hotels:
        pack.add("targets", code, "2025-10-08", owner="TB-ANYT", classification="restricted", assumed="target assumed", name_vi=name_vi,
                 name_en=name_en, kind=kind, place=place, threats=threats, risk=risk, protected_from="2025-10-23",
                 protected_to="2025-10-27")
        plan = f"PP-{code[3:]}"
        pack.add("protection_plans", plan, "2025-10-08", owner="TB-ANYT", classification="restricted", assumed="plan synthetic",
                 target=code, version=1, changed_on="2025-10-08", measures=["posts", "patrols", "sweep"], forces=["U-CAHN", "U-BTL"],
                 commander="CAHN-DUTY", document_number=f"TEST-PA-{code[3:]}")
        pack.change("protection_plans", plan, packs.instant(packs.at("2025-10-15", "16:00")), approved_by="BCA-DUTY",
                    approved_on="2025-10-15", approved_version=1)
        pack.add("drills", f"DR-{code[3:]}", packs.instant(packs.at("2025-10-20", "17:00")), owner="CAHN", classification="restricted",
                 assumed="drill synthetic", plan=plan, version=1, held_on="2025-10-20", units=["U-CAHN"], passed=True,
                 lessons="Radio channels named on every card")


def add_arrivals(pack):
    """How many are expected at each gate before the sessions."""
    for code, gate, session, people, day, start in (
        ("AR-DEL-1", "G-DEL", "P-OPEN", 2100, "2025-10-25", "06:30"), ("AR-VIP-1", "G-VIP", "P-WEL", 250, "2025-10-25", "06:15"),
        ("AR-PRESS-1", "G-PRESS", "P-OPEN", 400, "2025-10-25", "06:00"), ("AR-DEL-2", "G-DEL", "P-PLEN2", 1500, "2025-10-26", "07:00"),
    ):
        pack.add("arrival_plans", code, "2025-10-10", owner="TB-ANYT", assumed="numbers assumed", gate=gate, session=session, people=people,
                 walk_minutes=5, seated_minutes_before=10, **{"from": packs.at(day, start)})


def tell_principals(pack):
    """Principals under protection, their way out, the people armed near them, and the guards that some bring along."""
    for code, person, delegation in PROTECTEES:
        happened = max(packs.begins(pack.tables["people"][person][0]["happened"]), packs.begins("2025-10-09"))
        start = packs.at("2025-10-25", "06:00")
        pack.add("protectees", code, happened, owner="TB-ANYT", classification="restricted", assumed="call sign synthetic", person=person,
                 delegation=delegation, call_sign=f"TEST-{code}", to=packs.at("2025-10-26", "18:00"), **{"from": start})
        pack.add("evacuation_options", f"EV-{code}", happened, owner="TB-ANYT", classification="restricted", assumed="option synthetic",
                 kind="motorcade", place="NCC", rally_point="Rally point (assumed)", destination="HTL-1", protectees=[code], staff=4,
                 seats=8,
                 unit="U-BTL")
        pack.change("evacuation_options", f"EV-{code}", packs.instant(packs.at("2025-10-22", "16:00")), rehearsed_on="2025-10-22")
        pack.add("protected_ways", f"WAY-{code}", happened, owner="TB-ANYT", classification="restricted", assumed="way synthetic",
                 protectee=code, zones=["Z-HALL", "Z-CORE"], starts=packs.at("2025-10-25", "07:40"), ends=packs.at("2025-10-25", "12:10"))
    for number in (1, 2):
        pack.add(
            "armed_people", f"ARM-{number}", "2025-10-10", owner="TB-ANYT", classification="restricted", assumed="synthetic",
            person=f"K-PROT-A{number:02}", body="BCA", weapon="pistol", serial=f"TEST-{number:04}", zones=["Z-HALL", "Z-CORE"],
            starts=packs.at("2025-10-25", "06:00"), ends=packs.at("2025-10-25", "14:00"), entered_by="BCA-DUTY",
        )
    add_foreign_guards(pack)


def early_members(pack, delegation):
    """Members of a delegation without an office who were registered before the licence."""
    rows = [row for row in pack.latest("people") if row.get("delegation") == delegation and not row["title"]]
    return [row["code"] for row in rows if packs.begins(row["happened"]) < packs.begins("2025-10-20")]


def add_foreign_guards(pack):
    for delegation, count in (("LAO", 2), ("UN", 1)):
        people = early_members(pack, delegation)[-count:]
        licence = [f"TEST-W-{delegation}-{number}" for number in range(1, len(people) + 1)]
        pack.add(
            "foreign_security_licences", f"LIC-{delegation}", packs.instant(packs.at("2025-10-20", "10:00")), owner="BCA",
            classification="restricted", assumed="licence synthetic", delegation=delegation, officers=3, officers_in_core=1,
            weapons=licence,
            zones=["Z-PERI", "Z-MID", "Z-HALL"], valid_from="2025-10-23", valid_to="2025-10-27", liaison="BCA-DUTY", signed_by="BCA-DUTY",
            signed_on="2025-10-20",
        )
        for number, person in enumerate(people):
            pack.add(
                "foreign_security", f"FS-{person}", packs.instant(packs.at("2025-10-21", "10:00")), owner="BCA",
                classification="restricted",
                assumed="synthetic: no such guard was named", person=person, delegation=delegation, weapons=[licence[number]],
                zones=["Z-PERI", "Z-MID", "Z-HALL"], starts=packs.at("2025-10-25", "06:00"), ends=packs.at("2025-10-26", "18:00"),
                briefing_signed_on="2025-10-21",
            )
