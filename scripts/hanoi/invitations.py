"""Invitations: each to an address that was found independently, with a code that the official site confirms."""

import hashlib

from hanoi import pack as packs

SITE = "hanoiconvention.org"
# What a printed invitation says of the time. One of them is a trap: a fixed offset, where the clocks change that night.
STATED = "09:00, 25 October 2025, Asia/Ho_Chi_Minh"


def tell(pack, teams):
    for number, team in enumerate(teams, 1):
        add_contact(pack, team)
        add_invitation(pack, team, number)


def add_contact(pack, team):
    """The address of the party's mission, or of the organisation's secretariat; all of them in a domain that cannot exist."""
    is_state = team.is_national or team.kind == "union"
    pack.add(
        "contacts", f"C-{team.code}", "2025-08-06", owner="BNG", assumed="address synthetic", party=team.code,
        name="Permanent Mission, registry" if is_state else "Secretariat", channel="email", address=f"{team.code.lower()}@contact.invalid",
        found_through="blue_book" if is_state else "official_directory", found_note="edition assumed", verified_on="2025-08-06",
        verified_by="BNG-PTY1",
    )


def add_invitation(pack, team, number):
    code = hashlib.sha256(f"invitation {team.code}".encode()).hexdigest()[:10].upper()
    pack.add(
        "invitations", f"I-{team.code}", packs.instant(packs.at("2025-08-08", "10:00")), owner="BNG", assumed="invitation synthetic",
        delegation=team.code, party=team.code, contact=f"C-{team.code}", sent=packs.at("2025-08-08", "10:00"), signed_by="P-BNG-DUTY",
        verification_code=code, verification_link=f"https://{SITE}/verify/{code}", event_starts=packs.at("2025-10-25", "09:00"),
        stated_time=STATED,
    )
