"""Health: posts, hospitals and cover, kitchens with their samples, waits outdoors, and two cases. All of it assumed."""

from hanoi import pack as packs
from hanoi.travel import told

HOSPITALS = [("HOS-1", "Bệnh viện mẫu 1", "Sample hospital 1"), ("HOS-2", "Bệnh viện mẫu 2", "Sample hospital 2")]
POSTS = [("MP-LOBBY", "LOBBY", "Trạm y tế sảnh", "Medical post in the lobby"),
         ("MP-PRESS", "PRESS", "Trạm y tế báo chí", "Medical post of the press"),
         ("MP-MAIN", "MAIN", "Phòng bác sĩ hội trường", "Doctor's room of the main hall")]
COVERED = [("1", "2025-10-23", "07:00", "14:00"), ("2", "2025-10-25", "06:00", "22:00"), ("3", "2025-10-26", "07:00", "18:00")]
KITCHENS = [("KN-1", "KIT-NCC", "Bếp Trung tâm Hội nghị", "Kitchen of the centre"), ("KN-2", "KIT-2", "Bếp mẫu 2", "Sample kitchen 2"),
            ("KN-3", "KIT-3", "Bếp mẫu 3", "Sample kitchen 3")]
SHARES = [("MEAL-GALA", "KN-1", 500), ("MEAL-GALA", "KN-2", 400), ("MEAL-COFFEE", "KN-2", 600), ("MEAL-COFFEE", "KN-3", 600)]
SERVED = {"MEAL-GALA": ("2025-10-25", "17:45"), "MEAL-COFFEE": ("2025-10-26", "08:30")}
# Heads of State or Government, and who stands beside them: whose motorcade has a doctor.
MOTORCADES = ["LAO", "UN"]
HEAT = 29


def tell(pack, visits):
    add_cover(pack)
    for visit in visits:
        if visit.team.code in MOTORCADES:
            add_motorcade(pack, visit)
    add_kitchens(pack)
    add_waits(pack)
    add_cases(pack)


def add_cover(pack):
    for code, name_vi, name_en in HOSPITALS:
        pack.add("hospitals", code, "2025-10-09", owner="BYT", assumed="made-up hospital", name_vi=name_vi, name_en=name_en,
                 address="Phố Mẫu, Hà Nội", duty_line=f"TEST-LINE-{code}", has_emergency=True, designated_on="2025-10-09",
                 agreement=f"TEST-{code}")
    for code, place, name_vi, name_en in POSTS:
        pack.add("medical_posts", code, "2025-10-09", owner="BYT", assumed="post assumed", place=place, name_vi=name_vi, name_en=name_en,
                 opens=packs.at("2025-10-25", "06:00"), closes=packs.at("2025-10-26", "18:00"), beds=2, has_defibrillator=True,
                 duty_line=f"TEST-LINE-{code}")
    for number, day, start, end in COVERED:
        pack.add("medical_covers", f"MC-NCC-{number}", "2025-10-09", owner="BYT", assumed="cover assumed", kind="venue", venue="NCC",
                 post="MP-LOBBY", to=packs.at(day, end), doctors=3, nurses=6, ambulances=2, hospital="HOS-1", hospital_minutes=12,
                 **{"from": packs.at(day, start)})


def add_motorcade(pack, visit):
    pack.add("medical_covers", f"MC-{visit.team.code}", told(visit), owner="BYT", assumed="cover assumed", kind="motorcade",
             delegation=visit.team.code, to=visit.departs, doctors=1, nurses=1, ambulances=1, hospital="HOS-2", hospital_minutes=10,
             **{"from": visit.arrives})


def add_kitchens(pack):
    for code, place, name_vi, name_en in KITCHENS:
        pack.add("kitchens", code, "2025-10-09", owner="BYT", assumed="share, capacity and inspection assumed", place=place,
                 name_vi=name_vi,
                 name_en=name_en, greatest_share=70, capacity=1200, inspected_on="2025-10-09", certificate=f"TEST-{code}")
    for meal, kitchen, portions in SHARES:
        pack.add("kitchen_shares", f"KS-{meal[5:]}-{kitchen}", "2025-10-12", owner="BYT", assumed="share assumed", meal=meal,
                 kitchen=kitchen,
                 portions=portions)
        day, time = SERVED[meal]
        taken = packs.at(day, time)
        pack.add("food_samples", f"SAMPLE-{meal[5:]}-{kitchen}", packs.instant(taken), owner="BYT", assumed="sample synthetic", meal=meal,
                 kitchen=kitchen, dish="all dishes", grams=150, taken=taken, kept_until=taken + packs.minutes(48 * 60), taken_by="BYT-DUTY")


def add_waits(pack):
    for code, who_vi, who_en, persons, start, length in (
        ("OW-1", "Đội danh dự", "Guard of honour", 60, "07:30", 40), ("OW-2", "Lái xe", "Drivers", 120, "09:00", 60),
    ):
        pack.add(
            "outdoor_waits", code, "2025-10-14", owner="BYT", assumed="wait assumed", place="PLAZA", session="P-WEL", who_vi=who_vi,
            who_en=who_en,
            persons=persons, starts=packs.at("2025-10-25", start), minutes=length, is_shaded=True, has_water=True,
        )
        pack.change("outdoor_waits", code, packs.instant(packs.at("2025-10-22", "15:00")), heat_index_celsius=HEAT,
                    forecast_on="2025-10-22")


def add_cases(pack):
    for number, (patient, day, time, syndrome, complaint) in enumerate(
        (("J-011", "2025-10-25", "11:20", "heat", "dizzy after waiting"), ("LO-FRA", "2025-10-26", "10:05", "injury", "sprained ankle")), 1,
    ):
        started = packs.at(day, time)
        pack.add("medical_cases", f"CASE-{number}", packs.instant(started), owner="BYT", classification="restricted",
                 assumed="case synthetic",
                 patient=patient, post="MP-LOBBY", place="LOBBY", started=started, syndrome=syndrome, complaint=complaint, outcome="open")
        ended = started + packs.minutes(45)
        pack.change("medical_cases", f"CASE-{number}", packs.instant(ended), ended=ended, treatment="rest and water", outcome="released")
