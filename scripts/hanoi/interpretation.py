"""Booths and sound: two teams of interpreters for the main hall, one for the press, channels, microphones, phases."""

from hanoi import pack as packs
from hanoi.staff import BOOTHS

# Nobody works more than two sessions a day.
TEAM_OF = {"P-OPEN": "A", "P-SIGN": "A", "P-PLEN1": "B", "P-PLEN2": "A", "P-CLOSE": "B"}
PRESS = ["P-PRESS1", "P-PRESS2"]
CHANNELS = ["", "en", "fr", "es", "ru", "zh", "ar", "vi"]


def tell(pack):
    for session, team in TEAM_OF.items():
        for booth, count in BOOTHS.items():
            for number in range(1, count + 1):
                interpret(pack, session, f"INT-{team}-{booth.upper()}-{number}", booth, [f"{'vi' if booth == 'en' else 'en'}>{booth}"])
    for session in PRESS:
        for number in (1, 2):
            interpret(pack, session, f"INT-C-VI-{number}", "vi", ["en>vi"])
        for number in (3, 4):
            interpret(pack, session, f"INT-C-VI-{number}", "en", ["vi>en"])
    add_sound(pack)


def interpret(pack, session, person, booth, directions):
    pack.add(
        "appearances", f"{session}-{person}", "2025-10-10", owner="TB-ND", assumed="interpreter synthetic", session=session,
        role="interpreter", person=person, booth=booth, directions=directions, minutes_alone=30,
    )


def add_sound(pack):
    for number, language in enumerate(CHANNELS):
        pack.add(
            "audio_channels", f"CH-{number}", "2025-10-13", owner="TB-ND", assumed="numbers assumed", number=number, language=language,
            receivers_issued=2400, issued_from=packs.at("2025-10-25", "08:00"), issued_until=packs.at("2025-10-26", "17:30"),
        )
    for position in ("lectern", "podium left", "podium right"):
        pack.add("microphones", f"MIC-MAIN-{position.upper().replace(' ', '-')}", "2025-10-13", owner="TB-ND",
                 assumed="microphone synthetic",
                 place="MAIN", position=position, channels=["CH-0"])
    pack.add("microphones", "MIC-R10-TABLE", "2025-10-13", owner="TB-ND", assumed="microphone synthetic", place="R10", position="table")
    for session in TEAM_OF:
        row = pack.last("sessions", session)
        pack.add("phases", f"PH-{session}", "2025-10-13", owner="TB-ND", assumed="phase assumed", session=session, publicity="public",
                 starts=row["starts"], ends=row["ends"])
