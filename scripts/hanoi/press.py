"""The press: 180 outlets, each confirmed by its editor at an address found independently, and 400 journalists."""

import random

from hanoi import cast, pack as packs

KINDS = ["newspaper", "agency", "television", "radio", "online", "photo"]
# By the end of each day, how many journalists are registered.
REGISTERED = [("2025-10-14", 190), ("2025-10-23", 350), ("2025-10-25", 400)]
OUTLETS = 180
HOST_OUTLETS = 70


def tell(pack, register):
    for number in range(1, OUTLETS + 1):
        add_outlet(pack, number)
    dice = random.Random("hanoi-2025 press")
    for number in range(1, 401):
        add_journalist(register, number, dice)


def country(number):
    return "VNM" if number <= HOST_OUTLETS else cast.GUESTS[number % len(cast.GUESTS)]


def add_outlet(pack, number):
    code = f"O-{number:03}"
    pack.add("contacts", f"C-{code}", "2025-09-10", owner="BNG", assumed="address synthetic", name="Editor's desk", channel="telephone",
             address=f"TEST-LINE-{code}", found_through="official_directory", found_note="edition assumed", verified_on="2025-09-10",
             verified_by="BNG-PTY2")
    pack.add(
        "outlets", code, "2025-09-12", owner="BNG", assumed="made-up outlet", name=f"Sample outlet {number:03}",
        kind=KINDS[number % len(KINDS)], country=country(number), contact=f"C-{code}", confirmed_on="2025-09-12", confirmed_by="BNG-PTY2",
    )


def add_journalist(register, number, dice):
    """The first journalists come from outlets of their own, the others double them up."""
    outlet = number if number <= OUTLETS else 1 + (number * 7) % OUTLETS
    known = 0
    for last, goal in REGISTERED:
        if number <= goal:
            break
        known = goal
    first = {0: "2025-09-22", 190: "2025-10-15", 350: "2025-10-24"}[known]
    span = {0: 22, 190: 8, 350: 1}[known]
    happened = packs.day(first, dice.randint(0, span))
    register.add(f"J-{number:03}", happened, "Journalist", country(outlet), outlet=f"O-{outlet:03}")
