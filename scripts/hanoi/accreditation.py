"""Applications and badges: nominated, vetted, decided and issued by different officers, from September to the days themselves."""

import random

from hanoi import pack as packs

# code, group, zones, photo rule, recognised by protocol, quota, Vietnamese, English, colour
CATEGORIES = [
    ("HOD", "delegates", "Z-PERI Z-MID Z-HALL Z-CORE Z-BANQ", "waived_by_rank", True, 300, "Trưởng đoàn", "Head of delegation", "red"),
    ("DEL", "delegates", "Z-PERI Z-MID Z-HALL Z-BANQ", "required", False, 1600, "Đại biểu", "Delegate", "blue"),
    ("OBS", "delegates", "Z-PERI Z-MID Z-HALL", "required", False, 1900, "Tổ chức, quan sát viên", "Organisation or observer", "green"),
    ("UN", "un", "Z-PERI Z-MID Z-HALL Z-CORE Z-PRESS Z-BANQ Z-BACK", "required", False, 200, "Liên hợp quốc", "United Nations",
     "light blue"),
    ("PRESS", "media", "Z-PERI Z-PRESS", "required", False, 450, "Báo chí", "Press", "yellow"),
    ("HOST", "host", "Z-PERI Z-MID Z-HALL Z-PRESS Z-BANQ Z-BACK Z-VEH Z-CORE", "required", False, 600, "Nước chủ nhà", "Host", "white"),
    ("SEC", "security", "Z-PERI Z-MID Z-HALL Z-PRESS Z-BANQ Z-BACK Z-VEH Z-CORE", "required", False, 500, "An ninh", "Security", "black"),
    ("SERV", "services", "Z-PERI Z-VEH Z-BACK", "required", False, 500, "Phục vụ", "Services", "grey"),
]
ROLE_ZONES = [
    ("interpreter", "Z-MID Z-HALL Z-PRESS", "booths"), ("driver", "Z-VEH", "vehicle court"),
    ("medical", "Z-MID Z-HALL Z-PRESS Z-BANQ", "medical posts"),
]
# Zone, hours on the first day, categories, secondary cards
ACCESS = [("AC-HALL", "Z-HALL", "HOD DEL UN", None), ("AC-HALL-OBS", "Z-HALL", "OBS", 900), ("AC-PRESS", "Z-PRESS", "PRESS UN", None)]
# Who stands behind a person's code: category and role, by the beginning of the code.
STAFF = [
    ("P-UN", "UN", "staff"), ("P-", "HOST", "staff"), ("LO-", "HOST", "liaison"), ("GUARD-", "SEC", "security"),
    ("K-", "SEC", "security"), ("INT-", "SERV", "interpreter"), ("MED-", "SERV", "medical"), ("DRV-", "SERV", "driver"),
]
# An application of which something was asked on 11 October, and which nobody chased until the 15th: a slip of that week.
FORGOTTEN = "J-017"
ASKED = ["J-023", "J-150", "IGO-05-04"]
REFUSED = {"J-399": "outlet_unconfirmed", "J-400": "incomplete"}
LOST = ["KAZ-03", "J-031", "DRV-007"]


def tell(pack):
    add_categories(pack)
    dice = random.Random("hanoi-2025 accreditation")
    for versions in list(pack.tables["people"].values()):
        person = versions[0]
        if person["code"].startswith(("P-BCD-BCA", "P-TB-ANTT")):
            continue
        apply(pack, person, dice)
    for number, code in enumerate(LOST):
        lose(pack, code, number)


def add_categories(pack):
    for code, group, zones, photo, recognised, quota, name_vi, name_en, colour in CATEGORIES:
        pack.add("categories", code, "2025-09-15", owner="BNG", assumed="category assumed", name_vi=name_vi, name_en=name_en, group=group,
                 zones=zones.split(), quota=quota, photo=photo, recognised_by_protocol=recognised, colour=colour)
    for role, zones, reason in ROLE_ZONES:
        pack.add("role_accesses", f"RA-{role.upper()}", "2025-09-15", owner="BNG", assumed="zones assumed", role=role, zones=zones.split(),
                 reason=reason)


    for code, zone, categories, cards in ACCESS:
        pack.add("access_slots", code, "2025-10-10", owner="TB-ANYT", assumed="hours and cards assumed", zone=zone,
                 starts=packs.at("2025-10-25", "07:00"), ends=packs.at("2025-10-25", "18:00"), categories=categories.split(), cards=cards)


def standing(person):
    """The category and the role of a person."""
    code = person["code"]
    if person.get("outlet"):
        return "PRESS", "journalist"
    delegation = person.get("delegation")
    if delegation:
        if delegation in ("UN", "UNODC"):
            return "UN", "delegate"
        is_state = len(delegation) == 3
        if code.endswith("-01") and is_state:
            return "HOD", "head_of_delegation"
        return ("DEL" if is_state else "OBS"), "delegate"
    return next((category, role) for prefix, category, role in STAFF if code.startswith(prefix))


def apply(pack, person, dice):
    code = person["code"]
    applied = max(person["happened"][:10], "2025-09-16")
    if code in REFUSED:
        return refuse(pack, person, applied)
    category, role = standing(person)
    pack.add(
        "applications", f"A-{code}", packs.instant(packs.at(applied, "15:00")), owner="BNG", assumed="application synthetic",
        person=code, category=category, role=role, delegation=person.get("delegation"), outlet=person.get("outlet"),
        state="submitted", applied_by=f"BNG-PTY{1 + len(code) % 2}", applied_on=applied, photo_checked=False, vetting="pending",
    )
    if role == "journalist":
        add_letter(pack, person, applied)
    decided = day_of_decision(pack, code, applied, dice)
    pack.change(
        "applications", f"A-{code}", packs.instant(packs.at(decided, "17:00")), state="approved", photo_checked=True, vetting="cleared",
        vetted_by=f"A05-VET{1 + len(code) % 2}", vetted_on=decided, decided_by=f"BNG-PTY{3 + len(code) % 2}", decided_on=decided,
    )
    issue(pack, person, category, role, decided)


def day_of_decision(pack, code, applied, dice):
    """Four to nine days after the application, but before the opening; in its last days on the day itself."""
    if code == FORGOTTEN:
        return forget(pack, code)
    if code in ASKED:
        return ask(pack, code, packs.day(applied, 1), packs.day(applied, 2))
    if applied >= "2025-10-24":
        return applied
    return min(packs.day(applied, dice.randint(4, 9)), "2025-10-24")


def forget(pack, code):
    """Information was asked, and for four days nobody asked again."""
    pack.change("applications", f"A-{code}", packs.instant(packs.at("2025-10-11", "14:00")),
                information_asked=packs.at("2025-10-11", "14:00"))
    pack.change("applications", f"A-{code}", packs.instant(packs.at("2025-10-15", "14:00")),
                information_answered=packs.at("2025-10-15", "14:00"))
    return "2025-10-17"


def ask(pack, code, asked, answered):
    pack.change("applications", f"A-{code}", packs.instant(packs.at(asked, "16:00")), information_asked=packs.at(asked, "16:00"))
    pack.change("applications", f"A-{code}", packs.instant(packs.at(answered, "11:00")), information_answered=packs.at(answered, "11:00"))
    return packs.day(answered, 3)


def refuse(pack, person, applied):
    code = person["code"]
    pack.add(
        "applications", f"A-{code}", packs.instant(packs.at(applied, "15:00")), owner="BNG", assumed="application synthetic", person=code,
        category="PRESS", role="journalist", outlet=person["outlet"], state="refused", applied_by="BNG-PTY1", applied_on=applied,
        vetting="pending", decided_by="BNG-PTY3", decided_on=applied, reason_class=REFUSED[code], appeal_contact="C-UNODC",
    )


def add_letter(pack, person, received):
    pack.add(
        "assignment_letters", f"L-{person['code']}", packs.instant(packs.at(received, "15:00")), owner="BNG", assumed="letter synthetic",
        application=f"A-{person['code']}", outlet=person["outlet"], on_letterhead=True, signed_by_editor=True, names_person=True,
        function="camera" if person["code"].endswith(("3", "7")) else "reporter", covers_from="2025-10-20", covers_to="2025-10-27",
        received_on=received, file_hash=f"test-letter-{person['code'].lower()}",
    )


def issue(pack, person, category, role, decided):
    """The badge is handed out from 20 October on, and at once to whoever comes later."""
    code = person["code"]
    day = max(decided, "2025-10-20")
    zones = dict((row[0], row[2]) for row in CATEGORIES)[category].split()
    zones += [zone for name, extra, _ in ROLE_ZONES if name == role for zone in extra.split() if zone not in zones]
    issued = packs.at(day, "18:00")
    pack.add(
        "badges", f"B-{code}", packs.instant(issued), owner="BNG", assumed="badge synthetic", person=code, application=f"A-{code}",
        category=category, serial=f"HN25-{pack.size('badges') + 1:05}", epoch=1, zones=zones, valid_from=packs.at("2025-10-23", "06:00"),
        valid_to=packs.at("2025-10-26", "22:00"), state="validated", issued_by=f"BNG-PTY{3 + len(code) % 2}", issued=issued,
    )


def lose(pack, code, number):
    """A badge is lost, revoked at once and issued anew with the next epoch."""
    lost = packs.at("2025-10-24", f"{10 + number}:00")
    old = pack.last("badges", f"B-{code}")
    pack.add("lost_reports", f"LR-{number + 1}", packs.instant(lost), owner="BNG", assumed="report synthetic", badge=f"B-{code}",
             reported=lost, taken_by="BNG-PTY1")
    pack.change("badges", f"B-{code}", packs.instant(lost), state="revoked", revoked=lost)
    again = packs.at("2025-10-24", f"{10 + number}:30")
    fields = {name: value for name, value in old.items() if name not in ("happened", "code")}
    fields |= {"serial": f"HN25-R{number + 1:04}", "epoch": 2, "issued": again, "replaces": f"B-{code}"}
    pack.add("badges", f"B-{code}-2", packs.instant(again), **fields)
