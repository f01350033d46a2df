"""When the foreign delegations arrive and leave, in which hotel they stay, and who meets them. All of it assumed."""

import dataclasses
import random

from hanoi import cast, pack as packs, venue
from hanoi.parties import LIAISON_NAMED, WITHOUT_LIAISON

HOURS_OF_ARRIVAL = ["08:00", "11:00", "14:00", "17:00", "20:00"]
HOURS_OF_DEPARTURE = ["06:00", "08:30", "11:00", "13:30", "16:00", "18:30"]
ARRIVALS_AT_ONCE = 12
DEPARTURES_AT_ONCE = 20
# Which level greets a guest of which: never lower than the standard of courtesies.
GREETERS = {
    "head_of_state": ("DPM-VNM", "deputy_head_of_government"), "head_of_government": ("DPM-VNM", "deputy_head_of_government"),
    "vice_president": ("MFA-VNM", "minister"), "deputy_head_of_government": ("MFA-VNM", "minister"),
    "minister": ("DMFA-VNM", "vice_minister"),
    "vice_minister": ("DG-PROTOCOL", "senior_official"), "ambassador": ("DG-PROTOCOL", "senior_official"),
    "senior_official": ("DG-PROTOCOL", "senior_official"), "other": ("DG-PROTOCOL", "senior_official"),
}


@dataclasses.dataclass
class Visit:
    """One delegation's stay: the day on which its travel was told, arrival, departure, hotel, and its turn among them all."""

    team: cast.Team
    number: int
    told: str
    arrives: object
    departs: object
    hotel: int

    @property
    def level(self):
        return self.team.level.replace("minister_for_foreign_affairs", "minister")


def visits(teams):
    """The visits of the States, the European Union and the United Nations; the other organisations make their own way."""
    coming = [team for team in teams if team.is_foreign and (not team.is_organisation or team.kind == "un_entity")]
    return [visit(team, number) for number, team in enumerate(coming)]


def visit(team, number):
    dice = random.Random(f"hanoi-2025 travel {team.code}")
    turn = number // ARRIVALS_AT_ONCE
    arrives = packs.at("2025-10-23" if turn < 5 else "2025-10-24", HOURS_OF_ARRIVAL[turn % 5])
    departs = packs.at("2025-10-27", HOURS_OF_DEPARTURE[number // DEPARTURES_AT_ONCE])
    told = max(team.confirmed, packs.day("2025-10-10", dice.randint(0, 10)))
    if team.code in WITHOUT_LIAISON:
        told = max(told, LIAISON_NAMED)
    return Visit(team, number, told, arrives, departs, number % 8 + 1)


def tell(pack, visits, teams):
    for number in range(1, 9):
        add_hotel(pack, number, [visit for visit in visits if visit.hotel == number])
    for visit in visits:
        announce(pack, visit)
        lodge(pack, visit)
        if not visit.team.is_organisation:
            greet(pack, visit)
    visiting = [visit.team.code for visit in visits]
    for team in teams:
        if team.code not in visiting:
            lodge_by_itself(pack, team)


def add_hotel(pack, number, guests):
    rooms = sum(visit.team.size for visit in guests)
    code, name_vi, name_en = venue.HOTELS[number - 1]
    pack.add("hotels", f"H-{number}", "2025-08-20", owner="BTC", assumed="made-up hotel", name_vi=name_vi, name_en=name_en, place=code,
             address=f"Phố Mẫu {number}, Hà Nội", stars=5 if number < 5 else 4, rooms=rooms + 120, step_free=True)
    pack.add("room_contracts", f"RC-{number}", "2025-09-25", owner="BTC", assumed="contract synthetic", hotel=f"H-{number}",
             room_type="standard", rooms=rooms + 20, first_night="2025-10-22", last_night="2025-10-28", price_vnd=2400000,
             document=f"HD-TEST-{number}")


def announce(pack, visit):
    """The delegation tells when it comes and goes."""
    pack.change("delegations", visit.team.code, told(visit), arrives=visit.arrives, departs=visit.departs,
                assumed="level of head, day of the reply, size, persons and travel assumed")


def told(visit):
    return packs.instant(packs.at(visit.told, "14:00"))


def lodge(pack, visit):
    first, last = visit.arrives.date().isoformat(), packs.day(visit.departs.date().isoformat(), -1)
    code, rooms = visit.team.code, visit.team.size
    pack.add("room_blocks", f"RB-{code}", told(visit), owner="BTC", assumed="block synthetic", hotel=f"H-{visit.hotel}",
             room_type="standard",
             rooms=rooms, first_night=first, last_night=last, delegation=code)
    pack.add("stays", f"S-{code}", told(visit), owner="BTC", assumed="stay synthetic", delegation=code, block=f"RB-{code}",
             hotel=f"H-{visit.hotel}", rooms=rooms, first_night=first, last_night=last, state="confirmed")


def lodge_by_itself(pack, team):
    """The host's own people and the organisations look after their lodging themselves."""
    pack.add("stays", f"S-{team.code}", packs.instant(packs.at(team.confirmed, "11:00")), owner="BTC", assumed="stay synthetic",
             delegation=team.code, rooms=team.size, first_night="2025-10-24", last_night="2025-10-26", own_arrangement="by its own means",
             state="confirmed")


def greet(pack, visit):
    holder, level = GREETERS[visit.level]
    pack.add(
        "greetings", f"GR-{visit.team.code}", told(visit), owner="BNG", assumed="greeting synthetic", delegation=visit.team.code,
        occasion="arrival", at=visit.arrives, place="NBA-VIP", greeter=holder, greeter_level=level, flowers=level != "senior_official",
        lounge="Noi Bai guest lounge",
    )
