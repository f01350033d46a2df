"""The National Convention Centre: places and their layouts, zones, gates, and every opening with whoever keeps it."""

from hanoi import pack as packs, sources

# code, kind, venue, Vietnamese, English: places that the published table does not have (assumed)
MORE_PLACES = [
    ("PLAZA", "outdoors", "NCC", "Sân trước", "Forecourt"),
    ("NBA-VIP", "lobby", "NBA", "Nhà khách VIP sân bay Nội Bài", "Guest lounge of Noi Bai airport"),
    ("KIT-NCC", "kitchen", "NCC", "Bếp Trung tâm Hội nghị", "Kitchen of the Convention Centre"),
    ("KIT-2", "kitchen", "", "Bếp dự phòng mẫu 2", "Sample kitchen 2"),
    ("KIT-3", "kitchen", "", "Bếp dự phòng mẫu 3", "Sample kitchen 3"),
]
HOTELS = [(f"HTL-{number}", f"Khách sạn mẫu {number}", f"Sample hotel {number}") for number in range(1, 9)]
EXITS = {"MAIN": [200] * 10, "BANQ": [180] * 8, "LOBBY": [200] * 8, "PRESS": [160] * 4, "EXPO": [200] * 5}
# The banquet layout is the hall as it is normally laid; the published table has the most it can seat.
LAYOUTS = [
    ("MAIN", "theatre", 3747), ("MAIN", "signing", 3000), ("BANQ", "banquet", 800), ("LOBBY", "standing", 1500),
    ("PRESS", "theatre", 400), ("EXPO", "standing", 800),
]
WALKS = [
    ("LOBBY", "MAIN", 4), ("LOBBY", "BANQ", 5), ("LOBBY", "PRESS", 6), ("LOBBY", "EXPO", 5), ("MAIN", "BANQ", 6),
    ("MAIN", "PRESS", 8), ("PLAZA", "LOBBY", 4), ("BANQ", "PRESS", 7), ("EXPO", "MAIN", 7),
]
# code, level, holder, Vietnamese, English, area in m2, exits, capacity
ZONES = [
    ("Z-OUT", "outside", "host", "Ngoài vành đai", "Outside", None, [], None),
    ("Z-PERI", "outer", "host", "Vành đai ngoài", "Outer perimeter", 60000, [600] * 6, 6000),
    ("Z-VEH", "outer", "host", "Bãi xe", "Vehicle court", 20000, [600] * 4, 2000),
    ("Z-MID", "middle", "un", "Khu hội nghị", "Conference area", 16000, [250] * 16, 5000),
    ("Z-HALL", "inner", "un", "Hội trường chính", "Main hall", 8000, [200] * 12, 3747),
    ("Z-PRESS", "middle", "un", "Khu báo chí", "Press area", 2400, [200] * 5, 900),
    ("Z-BANQ", "inner", "host", "Khu tiệc", "Banquet area", 2400, [200] * 8, 1500),
    ("Z-BACK", "middle", "host", "Khu kỹ thuật, hậu cần", "Back of house", 6000, [200] * 6, 1200),
    ("Z-CORE", "core", "un", "Khu lễ đài và phòng nguyên thủ", "Podium and principals' rooms", 800, [160] * 4, 200),
]
NEIGHBOURS = {
    "Z-OUT": "Z-PERI Z-VEH", "Z-PERI": "Z-OUT Z-VEH Z-MID Z-PRESS Z-BACK Z-HALL", "Z-VEH": "Z-OUT Z-PERI", "Z-PRESS": "Z-PERI Z-MID",
    "Z-MID": "Z-PERI Z-HALL Z-PRESS Z-BANQ Z-BACK", "Z-HALL": "Z-MID Z-CORE Z-PERI", "Z-BANQ": "Z-MID Z-BACK",
    "Z-BACK": "Z-PERI Z-MID Z-BANQ Z-CORE", "Z-CORE": "Z-HALL Z-BACK",
}
# code, kind, outer, inner, Vietnamese, English, lanes, rate, place, protocol
GATES = [
    ("G-VEH", "vehicles", "Z-OUT", "Z-VEH", "Cửa xe", "Vehicle gate", 4, 120, "PLAZA", False),
    ("G-PERI", "delegates", "Z-OUT", "Z-PERI", "Cửa vành đai", "Perimeter gate", 10, 600, "PLAZA", False),
    ("G-VIP", "guests", "Z-PERI", "Z-HALL", "Cửa khách cấp cao", "Guests' gate", 2, 200, "LOBBY", True),
    ("G-DEL", "delegates", "Z-PERI", "Z-MID", "Cửa đại biểu", "Delegates' gate", 8, 250, "LOBBY", True),
    ("G-PRESS", "press", "Z-PERI", "Z-PRESS", "Cửa báo chí", "Press gate", 3, 200, "PRESS", False),
    ("G-STAFF", "staff", "Z-PERI", "Z-BACK", "Cửa cán bộ phục vụ", "Staff gate", 3, 250, "NCC", False),
    ("G-HALL", "delegates", "Z-MID", "Z-HALL", "Cửa hội trường", "Hall gate", 10, 600, "MAIN", False),
    ("G-CORE", "guests", "Z-HALL", "Z-CORE", "Cửa lễ đài", "Podium gate", 1, 120, "MAIN", True),
]
# code, kind, zone it lets into, zone beyond, Vietnamese, English
DOORS = [
    ("O-SERV", "service_door", "Z-BACK", "Z-PERI", "Cửa phục vụ", "Service door"),
    ("O-ACC", "accessible_door", "Z-MID", "Z-PERI", "Cửa cho người khuyết tật", "Accessible door"),
    ("O-DOCK", "loading_dock", "Z-BACK", "Z-PERI", "Bến hàng", "Loading dock"),
    ("O-FIRE", "fire_exit", "Z-HALL", "Z-PERI", "Lối thoát hiểm", "Fire exit"),
    ("O-ROOF", "roof", "Z-CORE", "Z-BACK", "Mái", "Roof"),
    ("O-PRINC", "main_door", "Z-CORE", "Z-HALL", "Cửa phòng nguyên thủ", "Door of the principals' rooms"),
]
DAYS = [("2025-10-25", "06:00", "22:00"), ("2025-10-26", "06:00", "17:00")]
DAY_SHIFTS = {"2025-10-25": [("06:00", "14:00"), ("14:00", "22:00")], "2025-10-26": [("06:00", "12:00"), ("12:00", "17:00")]}


def tell(pack):
    add_places(pack)
    add_zones(pack)
    add_gates(pack)


def add_places(pack):
    for row in sources.rows("places"):
        widths = EXITS.get(row["code"], [120, 120] if row["kind"] == "room" else [])
        assumed = [row["basis"].strip()] if "assumed" in row["basis"] else []
        if widths:
            assumed.append("exits, seats of principals and turn-round assumed")
        pack.add(
            "places", row["code"], "2025-08-01", owner="UBNDHN" if row["kind"] == "airport" else "BNG", classification="public",
            assumed="; ".join(assumed), kind=row["kind"], venue=row["venue"], name_vi=row["name_vi"], name_en=row["name_en"],
            zone=row["tz"], capacity=row["capacity"], seated_meal_capacity=row["seated_meal_capacity"],
            area_m2=row["area_m2"], exit_widths_cm=widths,
            principal_seats={"MAIN": 12, "PRESS": 4, "BANQ": 12, "LOBBY": 4}.get(row["code"], 2),
            principal_seats_equal=True, step_free=True, turn_round_minutes=10 if row["kind"] == "room" else 0,
        )
    for code, kind, venue, name_vi, name_en in MORE_PLACES:
        add_place(pack, code, kind, venue, name_vi, name_en)
    for code, name_vi, name_en in HOTELS:
        add_place(pack, code, "hotel", "", name_vi, name_en)
    for place, kind, capacity in LAYOUTS:
        pack.add("layouts", f"{place}-{kind}", "2025-08-01", owner="BNG", assumed="layout assumed", place=place, kind=kind,
                 capacity=capacity, set_up_minutes=60)
    pack.add("places", "UNHQ", "2025-08-01", owner="UNOLA", classification="public", kind="venue", name_vi="Trụ sở Liên hợp quốc, New York",
             name_en="United Nations Headquarters, New York", zone="America/New_York")
    for start, end, time in WALKS:
        pack.add("walks", f"{start}-{end}", "2025-08-01", owner="BNG", assumed="minutes assumed", to=end, minutes=time, step_free=True,
                 **{"from": start})


def add_place(pack, code, kind, venue, name_vi, name_en):
    pack.add("places", code, "2025-08-01", owner="BNG", assumed="place assumed", kind=kind, venue=venue, name_vi=name_vi,
             name_en=name_en, zone="Asia/Ho_Chi_Minh", step_free=True, principal_seats=2, principal_seats_equal=True)


def add_zones(pack):
    for code, level, holder, name_vi, name_en, area, exits, capacity in ZONES:
        pack.add("zones", code, "2025-09-15", owner="CAHN", assumed="zone assumed", name_vi=name_vi, name_en=name_en, level=level,
                 venue="NCC", held_by=holder, area_m2=area, exit_widths_cm=exits, capacity=capacity)
    for code, neighbours in NEIGHBOURS.items():
        pack.tables["zones"][code][0]["neighbours"] = packs.text(neighbours.split())


def owner_of(zone):
    """The body that answers for a zone: the host's police, or the United Nations' security on its premises."""
    holder = next(row[2] for row in ZONES if row[0] == zone)
    return "UNDSS" if holder == "un" else "CAHN"


def add_gates(pack):
    for code, kind, outer, inner, name_vi, name_en, lanes, rate, place, protocol in GATES:
        pack.add(
            "gates", code, "2025-09-15", owner="CAHN", assumed="gate assumed", name_vi=name_vi, name_en=name_en, kind=kind, place=place,
            outer=outer, inner=inner, lanes=lanes, rate_per_lane_hour=rate, opens_minute=360, closes_minute=1320,
            outer_owner=owner_of(outer), inner_owner=owner_of(inner), needs_protocol=protocol, pass_back="soft",
        )
        pack.add("devices", f"D-{code[2:]}", "2025-10-10", owner="A05", assumed="device synthetic", gate=code, model="Sample scanner",
                 enrolled_by="A05-DUTY", enrolled_at=packs.at("2025-10-10", "09:00"), public_key=f"TEST-KEY-{code}", trusted_keys=[1])
    for number, (day, start, end) in enumerate(DAYS, 1):
        for code, kind, outer, inner, name_vi, name_en, *_ in GATES:
            door = "vehicle_gate" if kind == "vehicles" else "main_door"
            add_opening(pack, f"O{number}-{code[2:]}", door, inner, outer, name_vi, name_en, day, start, end, gate=code)
        for code, kind, zone, beyond, name_vi, name_en in DOORS:
            add_opening(pack, f"O{number}-{code[2:]}", kind, zone, beyond, name_vi, name_en, day, start, end)


def add_opening(pack, code, kind, zone, beyond, name_vi, name_en, day, start, end, gate=""):
    pack.add(
        "openings", code, "2025-10-09", owner=owner_of(zone), assumed="opening assumed", name_vi=name_vi, name_en=name_en, kind=kind,
        zone=zone, beyond=beyond, gate=gate, guarded_from=packs.at(day, start), guarded_to=packs.at(day, end),
        lock="unlocked" if gate else "locked", alarm="off" if gate else "on",
    )
    keeper, responder = owner_of(zone), owner_of(beyond)
    if keeper == responder:
        responder = "UNDSS" if keeper == "CAHN" else "CAHN"
    for number, (first, last) in enumerate(DAY_SHIFTS[day], 1):
        pack.add(
            "opening_duties", f"{code}-{number}", "2025-10-09", owner=keeper, assumed="duty synthetic", opening=code,
            starts=packs.at(day, first), ends=packs.at(day, last), held_by=keeper, keeper=f"GUARD-{keeper}-{number}",
            responder_body=responder, responder=f"GUARD-{responder}-{number}", response_seconds=60,
        )
