"""Roads and vehicles: routes between airport, hotels and centre, the fleet with its drivers, trips, motorcades, orders."""

from hanoi import pack as packs, sources, venue
from hanoi.staff import qualify
from hanoi.travel import told

# Principals who drive in a motorcade, with the minute at which each leaves for the welcome.
MOTORCADES = {"LAO": "06:25", "ECU": "06:40", "KHM": "06:55", "POL": "07:10", "UN": "07:25"}
SPECIAL_FLIGHTS = ["LAO", "KHM", "UN"]
MINIBUSES = 20
COACHES_A_HOTEL = 3
# The first six coaches have no protection badge: the trap of the road orders.
WITHOUT_BADGE = 6
GUESTS_OF_COACHES = ["CHN", "RUS", "LAO", "KHM", "UN", "UNODC"]
FLEET_DAY = "2025-10-10"
ROADS = ["Kim Mã", "Trần Duy Hưng", "Nguyễn Chí Thanh", "Phạm Hùng (Mễ Trì - Đại lộ Thăng Long)"]
LAST_ROAD = "service road of Đại lộ Thăng Long (Phạm Hùng - overpass of provincial road 70)"
EXEMPT = ["bus", "refuse_truck", "incident_vehicle", "protection_badge", "police", "army", "other_priority"]


def tell(pack, register, visits):
    add_ways(pack)
    add_orders(pack)
    fleet = Fleet(pack, register)
    fleet.add_pool()
    for visit in visits:
        code = visit.team.code
        fleet.add_car(f"C-{code}", told(visit), code, visit.hotel)
    for visit in visits:
        add_transfers(pack, visit)
        add_daily_trips(pack, visit)
    for number, (code, leaves) in enumerate(MOTORCADES.items(), 1):
        visit = next(visit for visit in visits if visit.team.code == code)
        add_motorcade(pack, fleet, visit, number, packs.at("2025-10-25", leaves))
    add_coaches(pack)
    add_no_fly(pack)


def add_segment(pack, code, name_vi, name_en, roads, length, usual, slow, gate=""):
    pack.add("segments", code, "2025-09-20", owner="CAHN", assumed="length, minutes and limits assumed", name_vi=name_vi, name_en=name_en,
             roads=roads, length_m=length, minutes_p50=usual, minutes_p90=slow, max_height_cm=420, min_clearance_cm=12,
             max_turning_circle_cm=2600, max_mass_kg=24000, gate=gate)


def add_ways(pack):
    add_segment(pack, "SG-NBA", "Nội Bài - nội thành", "Noi Bai to the city", ["Võ Văn Kiệt"], 24000, 35, 50)
    add_segment(pack, "SG-NCC", "Đường gom Đại lộ Thăng Long", "Service road of Dai lo Thang Long", [LAST_ROAD], 1500, 2, 4, "G-VEH")
    for number, road in enumerate(ROADS, 1):
        add_segment(pack, f"SG-R{number}", road, road, [road], 3000, 6, 10)
    for number in range(1, 9):
        hotel = venue.HOTELS[number - 1][0]
        add_segment(pack, f"SG-H{number}", f"Phố Mẫu {number}", f"Sample street {number}", [f"Phố Mẫu {number}"], 2000, 6, 9)
        way = [f"SG-H{number}", f"SG-R{(number - 1) % 4 + 1}", "SG-NCC"]
        add_route(pack, f"RT-NCC-{number}", hotel, "NCC", way)
        add_route(pack, f"RT-BACK-{number}", "NCC", hotel, way[::-1])
        add_route(pack, f"RT-IN-{number}", "NBA", hotel, ["SG-NBA", f"SG-H{number}"])
        add_route(pack, f"RT-OUT-{number}", hotel, "NBA", [f"SG-H{number}", "SG-NBA"])


def add_route(pack, code, origin, destination, segments):
    pack.add("routes", code, "2025-09-20", owner="CAHN", assumed="route assumed", name_vi=f"{origin} - {destination}",
             name_en=f"{origin} to {destination}", origin=origin, destination=destination, segments=segments)


def add_orders(pack):
    for row in sources.rows("road_orders"):
        is_ban = row["effect"] == "ban"
        roads = next(order["roads"] for order in sources.rows("road_orders") if order["code"] == "RO-1")
        pack.add(
            "road_orders", row["code"], row["published_on"], owner="CAHN", classification="public", published_on=row["published_on"],
            starts=packs.at(*row["from"].split("T")), ends=packs.at(*row["to"].split("T")), effect=row["effect"],
            trucks_from_kg=1500 if is_ban else None, passenger_seats_from=16 if is_ban else None, exempt=EXEMPT if is_ban else [],
            roads=roads.split("; "),
        )


class Fleet:
    """Vehicles and their drivers, numbered through; every plate says that it is none. The pool's drivers relieve the others."""

    def __init__(self, pack, register):
        self.pack = pack
        self.register = register
        self.number = 0

    def add(self, code, happened, kind, seats, hotels, delegation="", **more):
        self.number += 1
        self.pack.add(
            "vehicles", code, happened, owner="CAHN", assumed="vehicle synthetic", kind=kind, plate=f"TEST-{self.number:04}",
            make="Sample", seats=seats, fuel="petrol" if kind == "car" else "diesel", unit="CAHN", delegation=delegation, **more,
        )
        return self.add_driver(code, happened, seats, hotels)

    def add_driver(self, vehicle, happened, seats, hotels):
        code = f"DRV-{self.number:03}"
        driver_class = "B" if seats <= 9 else "D1" if seats <= 17 else "D"
        self.register.add(code, happened, "Driver", "VNM", languages=("vi",), body="CAHN")
        qualify(self.pack, code, "driving", "CAHN", happened, driver_class)
        routes = [f"RT-{way}-{hotel}" for hotel in hotels for way in ("NCC", "BACK", "IN", "OUT")]
        relief = f"DRV-{self.number % MINIBUSES + 1:03}"
        self.pack.add(
            "drivers", code, happened, owner="CAHN", assumed="driver synthetic", person=code, unit="CAHN", licence_classes=[driver_class],
            licence_until="2027-12-31", routes_driven=routes, relief=relief, under_labour_code=True, vehicle=vehicle,
        )
        return code

    def add_car(self, code, happened, delegation, hotel):
        self.add(code, happened, "car", 7, [hotel], delegation, mass_kg=2600, height_cm=175, clearance_cm=18, turning_circle_cm=1150)

    def add_pool(self):
        for number in range(1, MINIBUSES + 1):
            self.add(f"MB-{number:02}", FLEET_DAY, "minibus", 15, range(1, 9), mass_kg=3900, height_cm=230, clearance_cm=17,
                     turning_circle_cm=1300)
        for number in range(1, 8 * COACHES_A_HOTEL + 1):
            badge = f"PHBV-TEST-{number:03}" if number > WITHOUT_BADGE else ""
            self.add(
                f"CO-{number:02}", FLEET_DAY, "coach", 29 if number % 2 else 45, [coach_hotel(number)], mass_kg=14000, height_cm=340,
                clearance_cm=20, turning_circle_cm=2200, protection_badge=badge, protection_badge_until="2025-10-27" if badge else "",
            )


def coach_hotel(number):
    return (number - 1) % 8 + 1


def driver_of(pack, vehicle):
    return next(row["code"] for row in pack.latest("drivers") if row["vehicle"] == vehicle)


def add_trip(pack, code, happened, kind, leg, delegation, route, leaves, minutes, vehicles, **more):
    pack.add(
        "trips", code, happened, owner="CAHN", assumed="trip synthetic", kind=kind, leg=leg, status="planned", delegation=delegation,
        route=route, leaves=leaves, arrives=leaves + packs.minutes(minutes), vehicles=vehicles,
        drivers=[driver_of(pack, vehicle) for vehicle in vehicles], transfer_minutes=15, **more,
    )


def add_transfers(pack, visit):
    """From the airport to the hotel and back, in the delegation's car and a minibus of the pool."""
    code, size = visit.team.code, visit.team.size
    inbound, outbound = f"MB-{visit.number % 12 + 1:02}", f"MB-{visit.number % 20 + 1:02}"
    liaison = pack.last("delegations", code)["liaison_officer"]
    add_trip(
        pack, f"IN-{code}", told(visit), "transfer", "arrival", code, f"RT-IN-{visit.hotel}", visit.arrives + packs.minutes(40), 60,
        [f"C-{code}", inbound], passengers=size, greeter=liaison, flight_number=f"TEST-{visit.number + 100}",
    )
    add_trip(pack, f"OUT-{code}", told(visit), "transfer", "departure", code, f"RT-OUT-{visit.hotel}", visit.departs - packs.minutes(180),
             60,
             [f"C-{code}", outbound], passengers=size)
    if code in SPECIAL_FLIGHTS:
        add_special_flight(pack, visit, liaison)


def add_special_flight(pack, visit, liaison):
    code = visit.team.code
    pack.add(
        "trips", f"FL-{code}", told(visit), owner="CAHN", assumed="trip synthetic", kind="special_flight", leg="arrival", status="planned",
        delegation=code, leaves=visit.arrives - packs.minutes(120), arrives=visit.arrives, passengers=visit.team.size, greeter=liaison,
        flight_number=f"TEST-VIP-{visit.number}",
    )
    agreed = packs.at("2025-10-21", "10:00")
    pack.add(
        "arrival_checklists", f"AC-{code}", packs.instant(agreed), owner="BNG", assumed="checklist synthetic", trip=f"FL-{code}",
        stairs="airport", stairs_language="en", press_pen="left of the carpet", who_crosses="liaison officer and interpreter",
        host_by="P-BNG-DUTY", host_agreed_at=agreed, guest_by=f"{code}-03", guest_agreed_at=agreed,
    )


def add_daily_trips(pack, visit):
    """The head's car: to the welcome, back after the banquet, and the next day to the plenary and back."""
    code, hotel, happened = visit.team.code, visit.hotel, told(visit)
    there, back = f"RT-NCC-{hotel}", f"RT-BACK-{hotel}"
    runs = [
        ("1", there, packs.at("2025-10-25", "06:50"), "P-WEL", {"seat_by": packs.at("2025-10-25", "07:50")}),
        ("2", back, packs.at("2025-10-25", "20:45"), "", {}),
        ("3", there, packs.at("2025-10-26", "07:50"), "P-PLEN2", {"seat_by": packs.at("2025-10-26", "08:50")}),
        ("4", back, packs.at("2025-10-26", "16:20"), "", {}),
    ]
    for number, route, leaves, serves, more in runs:
        if number == "1" and code in MOTORCADES:
            continue
        add_trip(pack, f"CAR-{code}-{number}", happened, "transfer", "local", code, route, leaves, 25, [f"C-{code}"], passengers=3,
                 serves=serves, screening_minutes=10 if serves else 0, walk_minutes=5 if serves else 0, **more)


def add_motorcade(pack, fleet, visit, number, leaves):
    """A principal's cars to the welcome, a quarter of an hour behind the one before."""
    code, happened = visit.team.code, told(visit)
    cars = [f"MC-{code}-{place}" for place in (1, 2, 3)]
    for car in cars:
        fleet.add(car, happened, "car", 5, [visit.hotel], code, mass_kg=3200, height_cm=155, clearance_cm=15, turning_circle_cm=1200)
    pack.add("vehicles", f"ESC-{code}", happened, owner="CAHN", assumed="vehicle synthetic", kind="police_car", plate=f"TEST-ESC-{number}",
             seats=5, fuel="petrol", unit="CAHN")
    add_trip(
        pack, f"MOT-{code}", happened, "motorcade", "local", code, f"RT-NCC-{visit.hotel}", leaves, 14, cars, passengers=8,
        escort=[f"ESC-{code}"], serves="P-WEL", seat_by=packs.at("2025-10-25", "07:55"), screening_minutes=0, walk_minutes=4,
    )
    refuelled = packs.at("2025-10-24", "21:00")
    pack.add("refuels", f"RF-{code}", packs.instant(refuelled), owner="CAHN", assumed="refuel synthetic", vehicle=cars[0], at=refuelled,
             fuel="petrol", litres=40, done_by=driver_of(pack, cars[0]), checked_by="P-CAHN-DUTY")
    pack.add(
        "convoys", f"CV-{code}", happened, owner="CAHN", assumed="convoy synthetic", trip=f"MOT-{code}", **{"pass": f"TEST-PASS-{number}"},
        gate="G-VEH", gate_from=leaves + packs.minutes(10), gate_to=leaves + packs.minutes(24),
        liaison=pack.last("delegations", code)["liaison_officer"], principal_car=cars[0], spare=cars[1], spare_minutes=5,
        staging="PLAZA", hospital="HOS-1",
    )
    admitted = leaves + packs.minutes(14)
    plates = [pack.last("vehicles", car)["plate"] for car in cars + [f"ESC-{code}"]]
    pack.change("convoys", f"CV-{code}", packs.instant(admitted), liaison_confirmed_at=leaves, admitted_at=admitted,
                admitted_by="CAHN-DUTY", pass_seen=f"TEST-PASS-{number}", plates_seen=plates)
    add_manifest(pack, code, leaves)


def add_manifest(pack, code, leaves):
    """Who boarded the principal's motorcade, and that the same people got out of it."""
    boarded = [f"{code}-01", f"{code}-02", f"{code}-03"]
    closed, counted = leaves - packs.minutes(5), leaves + packs.minutes(16)
    pack.add("manifests", f"MF-{code}", packs.instant(closed), owner="CAHN", assumed="manifest synthetic", trip=f"MOT-{code}",
             boarded=boarded,
             closed_at=closed, closed_by="P-CAHN-DUTY")
    pack.change("manifests", f"MF-{code}", packs.instant(counted), alighted=boarded, counted_at=counted, counted_by="P-CAHN-DUTY")


def add_coaches(pack):
    """Shuttles between hotels and centre; the first six carry delegations of their own."""
    for number in range(1, 8 * COACHES_A_HOTEL + 1):
        coach, hotel = f"CO-{number:02}", coach_hotel(number)
        pack.add("driver_runs", f"RUN-{coach}", "2025-10-19", owner="CAHN", assumed="run synthetic", driver=driver_of(pack, coach),
                 route=f"RT-NCC-{hotel}", driven_on="2025-10-19", vehicle=coach, minutes=17)
        guests = GUESTS_OF_COACHES[number - 1] if number <= WITHOUT_BADGE else ""
        runs = [
            ("1", f"RT-NCC-{hotel}", packs.at("2025-10-25", "07:00"), "P-OPEN"),
            ("2", f"RT-BACK-{hotel}", packs.at("2025-10-25", "18:00"), ""),
            ("3", f"RT-NCC-{hotel}", packs.at("2025-10-26", "07:30"), "P-PLEN2"),
            ("4", f"RT-BACK-{hotel}", packs.at("2025-10-26", "16:15"), ""),
        ]
        for run, route, leaves, serves in runs:
            add_trip(
                pack, f"{coach}-{run}", "2025-10-20", "shuttle", "local", guests, route, leaves, 35, [coach],
                passengers=24 if number % 2 else 40,
                serves=serves, screening_minutes=30 if serves else 0, walk_minutes=10 if serves else 0,
            )


def add_no_fly(pack):
    pack.add(
        "no_fly_orders", "NF-1", "2025-10-15", owner="BQP", assumed="order synthetic", document_number="TEST-CB-1", issued_on="2025-10-15",
        starts=packs.at("2025-10-22", "00:00"), ends=packs.at("2025-10-28", "12:00"), ceiling_m=3000, venues=["NCC", "NBA"],
        hotels=[row["code"] for row in pack.latest("hotels")], routes=[row["code"] for row in pack.latest("routes")],
    )
