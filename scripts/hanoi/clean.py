"""The clean overlay: rows that replace every version of the same record, or add one, so that nothing is wrong any more."""

from hanoi import finance, integrity, pack as packs, parties, programme, security
from hanoi.accreditation import FORGOTTEN
from hanoi.movement import WITHOUT_BADGE

FOURTH_SLOT = ("WS-4", "10:30", "11:45")


def make(base):
    """The overlay of a pack."""
    overlay = Overlay(base)
    give_workshops_a_slot(overlay)
    separate_the_press(overlay)
    shrink_the_banquet(overlay)
    overlay.replace("stated_times", "ST-P-PLEN2-FRA", stated="2025-10-26T03:00", stated_zone="Europe/Paris")
    badge_the_coaches(overlay)
    empower_the_host(overlay)
    mend_the_week(overlay)
    return overlay.pack


class Overlay:
    """Versions of the base's records with something put right from their first day on."""

    def __init__(self, base):
        self.base = base
        self.pack = packs.Pack()

    def replace(self, file, code, **fields):
        """Takes the record over with these fields in every version."""
        for row in self.base.tables[file][code]:
            kept = {name: value for name, value in row.items() if name not in ("happened", "code")}
            self.pack.add(file, code, row["happened"], **(kept | fields))

    def settle(self, file, code, **changes):
        """Takes over only the last version, as if it had been so from the first day on, but for these changes."""
        versions = self.base.tables[file][code]
        kept = {name: value for name, value in versions[-1].items() if name not in ("happened", "code")}
        self.pack.add(file, code, versions[0]["happened"], **(kept | changes))


def give_workshops_a_slot(overlay):
    """A fourth slot, in the eight rooms that the round tables leave free."""
    slot, start, end = FOURTH_SLOT
    starts, ends = packs.at(programme.DAY_TWO, start), packs.at(programme.DAY_TWO, end)
    rooms = programme.ROOMS[4:]
    overlay.pack.add("side_event_slots", slot, "2025-09-22", owner="UNODC", classification="public", assumed="rooms assumed", starts=starts,
                     ends=ends, rooms=rooms)
    for place, number in enumerate(range(programme.ANNOUNCED["first"] + 1, programme.ANNOUNCED["all"] + 1)):
        room = rooms[place]
        capacity = int(overlay.base.last("places", room)["capacity"])
        overlay.replace("sessions", f"WS-{number:02}", starts=starts, ends=ends, place=room, side_event_slot=slot,
                        expected=min(48, capacity))


def separate_the_press(overlay):
    """The press encounter after the plenary that the same two persons chair."""
    overlay.replace("sessions", "P-PRESS1", starts=packs.at("2025-10-25", "17:40"), ends=packs.at("2025-10-25", "18:10"))


def shrink_the_banquet(overlay):
    overlay.replace("sessions", "P-GALA", expected=780)
    overlay.replace("meals", "MEAL-GALA", covers=780, tables=78)


def badge_the_coaches(overlay):
    for number in range(1, WITHOUT_BADGE + 1):
        overlay.replace("vehicles", f"CO-{number:02}", protection_badge=f"PHBV-TEST-{number:03}", protection_badge_until="2025-10-27")


def empower_the_host(overlay):
    """Full powers for the host's signer, by the State President, before the mandate."""
    like = dict(overlay.base.last("full_powers", "FP-KHM"))
    fields = {name: value for name, value in like.items() if name not in ("happened", "code")}
    fields |= {"party": "VNM", "person": "VNM-02", "issuer_office": "head_of_state", "issuer": "VNM-01", "issued_on": "2025-09-10",
               "issued_at": "Ha Noi (assumed)", "received_on": "2025-09-15", "accepted_on": "2025-09-15", "original_seen_on": "2025-09-15"}
    overlay.pack.add("full_powers", "FP-VNM", "2025-09-15", **fields)


def mend_the_week(overlay):
    """The slips of the middle of the preparation: what was put right some days later is right from the first day."""
    for code in parties.WITHOUT_LIAISON:
        overlay.replace("delegations", code, liaison_officer=f"LO-{code}")
    overlay.replace("tasks", "T-COST", due="2025-10-16")
    overlay.replace("escalations", "ESC-1", answer_due=packs.at("2025-10-16", "17:00"))
    overlay.settle("estimates", finance.MISTYPED)
    overlay.settle("shifts", security.UNCONFIRMED)
    overlay.settle("fallbacks", f"FB-{integrity.FAILED[3:]}", drilled=packs.at(*integrity.DRILLED))
    overlay.replace("applications", f"A-{FORGOTTEN}", chased=packs.at("2025-10-13", "09:00"))
