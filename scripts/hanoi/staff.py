"""The host's people of the two days: liaison officers, guards, screeners, interpreters, medical staff. All synthetic."""

LANGUAGES = ["en", "fr", "es", "ru", "zh", "ar", "vi"]
# Persons a booth: three where interpreters work both ways, and in the host's own.
BOOTHS = {"en": 2, "fr": 2, "es": 2, "ru": 2, "zh": 3, "ar": 3, "vi": 3}
TEAMS = ["A", "B"]


def tell(pack, register, teams):
    add_liaison(register, teams)
    add_guards(pack, register)
    add_interpreters(pack, register)
    add_medical(pack, register)


def add_liaison(register, teams):
    for team in teams:
        if team.is_national or team.kind == "union":
            register.add(f"LO-{team.code}", "2025-08-06", "Liaison officer", "VNM", languages=("vi", "en"), body="BNG")
    for number in range(1, 16):
        register.add(f"LO-ORG-{number:02}", "2025-08-06", "Liaison officer", "VNM", languages=("vi", "en"), body="BNG")


def add_guards(pack, register):
    """The commanders of the keepers of doors, two shifts for each side of the seam."""
    for body, nationality in (("CAHN", "VNM"), ("UNDSS", "KEN")):
        for number in (1, 2):
            register.add(f"GUARD-{body}-{number}", "2025-10-08", "Guard commander", nationality, body=body)


def add_interpreters(pack, register):
    for team in TEAMS:
        for booth, count in BOOTHS.items():
            for number in range(1, count + 1):
                add_interpreter(pack, register, f"INT-{team}-{booth.upper()}-{number}", booth)
    for number in range(1, 5):
        add_interpreter(pack, register, f"INT-C-VI-{number}", "vi")


def directions(booth):
    """What a booth's interpreters are certified for: the floor's languages into their own; the host's and the two booths
    that work both ways also into English."""
    heard = [f"{language}>{booth}" for language in LANGUAGES if language != booth]
    return heard + ([f"{booth}>en"] if booth in ("vi", "zh", "ar") else [])


def add_interpreter(pack, register, code, booth):
    register.add(code, "2025-10-08", "Interpreter", "VNM" if booth == "vi" else "CHE", languages=(booth, "en"),
                 body="BNG" if booth == "vi" else "UNODC")
    for direction in directions(booth):
        source, target = direction.split(">")
        pack.add(
            "qualifications", f"Q-{code}-{source}-{target}", "2025-10-08", owner="UNODC", assumed="synthetic certificate", person=code,
            skill="interpretation", mode="simultaneous", from_language=source, to_language=target,
            evidence=f"TEST-CERT-{code}-{source}{target}", verified_by="UNODC", verified_on="2025-10-08", until="2026-12-31",
        )


def add_medical(pack, register):
    for number in range(1, 25):
        role = "Doctor" if number <= 8 else "Nurse"
        register.add(f"MED-{number:02}", "2025-10-09", role, "VNM", languages=("vi", "en"), body="BYT")
        qualify(pack, f"MED-{number:02}", "medicine", "BYT", "2025-10-09", role)


def qualify(pack, person, skill, body, happened, rating=""):
    """A verified qualification that outlasts the ceremony."""
    pack.add(
        "qualifications", f"Q-{person}-{skill}", happened, owner=body, assumed="synthetic certificate", person=person, skill=skill,
        mode="not_applicable", evidence=f"TEST-CERT-{person}", verified_by=body, verified_on=happened[:10], until="2026-12-31",
        **{"class": rating},
    )
