"""Who comes: the delegations with the day of their reply, the level of their head and their size.

Published are the signatories with their days, the host's place as first signer, some heads' levels and the totals of
`figures.csv`. Everything else here is assumed, and chosen so that the totals come out as announced on their days.
"""

import dataclasses
import random

from hanoi import sources

# 39 States that are taken to have come without signing: which they were is assumed.
GUESTS = (
    "ALB ARG ARM BGD BGR BOL CAN COL DNK ETH FIN GEO DEU HUN IND IDN IRQ ITA JPN JOR KEN KOR KGZ KWT MEX MNG MUS MMR "
    "NPL NLD NZL OMN PAK ROU SEN SGP CHE ARE USA"
).split()

# Heads above the rank of minister who were reported; the rest of the levels are assumed.
REPORTED = {
    "VNM": "head_of_state", "LAO": "head_of_state", "ECU": "vice_president", "KHM": "deputy_head_of_government",
    "POL": "deputy_head_of_government",
}
FOREIGN_MINISTERS = "AGO BLR BFA CUB PRK IRN NAM NIC PLW PSE TGO TZA VEN ZWE".split()
# National delegations not led by a minister: with them 93 of those confirmed by 14 October are led by one or higher.
VICE_MINISTERS = "CAN DNK FIN DEU ITA JPN NLD NZL".split()
AMBASSADORS = "CHE USA ARG".split()
# The six whose reply came after 14 October.
LATE = {"MUS": "2025-10-16", "KEN": "2025-10-17", "SEN": "2025-10-18", "MMR": "2025-10-20", "ARM": "2025-10-21", "BOL": "2025-10-21"}
LATE_LEVEL = "vice_minister"

# 64 in the hall, five more by the evening. The five are those whose day is derived and not stated: an assumption.
EVENING = "ZAF SWE UGA GBR ZWE".split()
# Not registered to sign by 23 October: with them the 72; without them the 64 of the hall.
SECOND_DAY = "MLI RWA SAU".split()

ORGANISATIONS = [
    # prefix, kind, how many, of them Vietnamese, names, size of the delegation
    ("IGO", "igo", 18, 0, ("Tổ chức liên chính phủ mẫu", "Sample intergovernmental organisation"), (3, 5)),
    ("NGO", "ngo", 32, 8, ("Tổ chức phi chính phủ mẫu", "Sample non-governmental organisation"), (2, 4)),
    ("COM", "company", 46, 24, ("Doanh nghiệp mẫu", "Sample company"), (5, 13)),
    ("ACA", "academia", 52, 36, ("Viện nghiên cứu mẫu", "Sample research body"), (10, 20)),
]


@dataclasses.dataclass
class Team:
    """A delegation as it will be, before it is spread over the kinds of the register."""

    code: str
    kind: str
    name_vi: str
    name_en: str
    level: str
    size: int
    confirmed: str
    is_foreign: bool = True
    signs: str = ""  # hall, evening, second_day

    @property
    def is_national(self):
        return self.kind == "national"

    @property
    def is_organisation(self):
        return self.kind not in ("national", "union")


def teams():
    """Every delegation of the ceremony, the host's first."""
    return nations() + [union()] + united_nations() + organisations()


def nations():
    parties = sources.table("parties")
    signed = sources.table("signatories")
    codes = [code for code in parties if code in signed and code != "EUE" or code in GUESTS]
    assert len(codes) == 110 and len(GUESTS) == 39
    codes.sort(key=lambda code: (code != "VNM", parties[code]["name_en"]))
    dice = random.Random("hanoi-2025 nations")
    days = reply_days([code for code in codes if code not in LATE and code != "VNM"], dice)
    return [
        Team(
            code, "national", parties[code]["name_vi"], parties[code]["name_en"], level(code), size(code, dice),
            LATE.get(code) or days.get(code) or "2025-08-06", is_foreign=code != "VNM", signs=signing_moment(code, signed),
        )
        for code in codes
    ]


def reply_days(codes, dice):
    """The day of each reply: 83 with the host's by 15 September, 103 by 8 October, all of these by 14 October."""
    shuffled = sorted(codes)
    dice.shuffle(shuffled)
    days = {}
    for number, code in enumerate(shuffled):
        if number < 82:
            days[code] = f"2025-{'08' if number < 30 else '09'}-{dice.randint(11, 29) if number < 30 else dice.randint(1, 15):02}"
        elif number < 102:
            days[code] = f"2025-{'09' if number < 95 else '10'}-{dice.randint(17, 30) if number < 95 else dice.randint(1, 8):02}"
        else:
            days[code] = "2025-10-10"
    return days


def level(code):
    if code in REPORTED:
        return REPORTED[code]
    if code in VICE_MINISTERS:
        return "vice_minister"
    if code in AMBASSADORS:
        return "ambassador"
    if code in LATE:
        return LATE_LEVEL
    return "minister_for_foreign_affairs" if code in FOREIGN_MINISTERS else "minister"


def size(code, dice):
    """Persons of a national delegation."""
    if code == "VNM":
        return 60
    return {"LAO": 24, "CHN": 24, "RUS": 24, "KHM": 20}.get(code) or dice.randint(5, 11)


def signing_moment(code, signed):
    if code not in signed:
        return ""
    if code in EVENING:
        return "evening"
    return "second_day" if code in SECOND_DAY else "hall"


def union():
    """The European Union: a delegation of its own, neither national nor an organisation of the 150."""
    party = sources.table("parties")["EUE"]
    return Team("EUE", "union", party["name_vi"], party["name_en"], "ambassador", 12, "2025-09-09", signs="hall")


def united_nations():
    bodies = sources.table("bodies")
    return [
        Team("UN", "un_entity", "Liên hợp quốc", "United Nations", "head_of_government", 40, "2025-10-17"),
        Team("UNODC", "un_entity", bodies["UNODC"]["name_vi"], bodies["UNODC"]["name_en"], "senior_official", 40, "2025-08-06"),
    ]


def organisations():
    """148 made-up organisations: with the United Nations and UNODC the 150 that were announced."""
    dice = random.Random("hanoi-2025 organisations")
    found = []
    for prefix, kind, count, domestic, (name_vi, name_en), (least, most) in ORGANISATIONS:
        for number in range(1, count + 1):
            found.append(
                Team(
                    f"{prefix}-{number:02}", kind, f"{name_vi} {number:02}", f"{name_en} {number:02}",
                    "senior_official" if kind == "igo" else "other", dice.randint(least, most) + (3 if number <= domestic else 0),
                    organisation_day(len(found), dice), is_foreign=number > domestic,
                )
            )
    return found


def organisation_day(number, dice):
    """The day of an organisation's reply: few early, most between 15 and 24 October."""
    if number % 12 == 0:
        return f"2025-09-{dice.randint(16, 30):02}"
    return f"2025-10-{dice.randint(15, 24):02}"


def signer_number(team):
    """Who of the delegation signs: its head, or a minister as deputy where the head ranks above a minister."""
    if not team.signs:
        return ""
    above = ("head_of_state", "head_of_government", "vice_president", "deputy_head_of_government")
    return "02" if team.level in above else "01"
