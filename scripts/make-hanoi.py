#!/usr/bin/env python3
"""Makes the pack of the Hanoi ceremony: `Examples/Hanoi2025/` from the public tables of its `Sources/`.

    python3 scripts/make-hanoi.py

The same run gives the same bytes: every die is seeded. Each module of `scripts/hanoi/` tells one story; what is
assumed says so in the column `assumed`. `Clean/` holds the rows that put the pack's deliberate slips right.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from hanoi import (  # noqa: E402
    accounts, accreditation, cast, ceremonial, clean, committee, communications, days, finance, health, integrity, invitations, movement, parties,
    press, programme, script, security, staff, symbols, travel, treaty, venue, work,
)
from hanoi.pack import Pack  # noqa: E402
from hanoi.people import Register  # noqa: E402

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "Examples" / "Hanoi2025"
ABOUT = {
    "format": 1, "ceremony": "hanoi-2025", "zone": "Asia/Ho_Chi_Minh", "clock": "2025-10-14T01:00:00Z",
    "opens": "2025-10-25", "closes": "2025-10-26",
}


def make():
    """The whole pack, story by story: what is referred to is told before what refers to it."""
    pack = Pack()
    register = Register(pack)
    teams = cast.teams()
    visits = travel.visits(teams)
    committee.tell(pack, register)
    work.tell(pack)
    venue.tell(pack)
    accounts.tell(pack)
    staff.tell(pack, register, teams)
    parties.tell(pack, register, teams)
    invitations.tell(pack, teams)
    symbols.tell(pack, teams)
    press.tell(pack, register)
    programme.tell(pack, teams)
    script.tell(pack)
    treaty.tell(pack, teams)
    script.add_signature_cues(pack)
    travel.tell(pack, visits, teams)
    movement.tell(pack, register, visits)
    security.tell(pack, register)
    security.tell_principals(pack)
    ceremonial.tell(pack, teams)
    accreditation.tell(pack)
    health.tell(pack, visits)
    finance.tell(pack, teams)
    communications.tell(pack)
    integrity.tell(pack)
    days.tell(pack)
    return pack


def main():
    pack = make()
    pack.write(FOLDER)
    clean.make(pack).write(FOLDER / "Clean")
    (FOLDER / "pack.json").write_text(json.dumps(ABOUT, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
