"""The signing: the treaty and its texts, who will sign by what authority, the table, and the signatures as they were made."""

import hashlib
import random

from hanoi import cast, pack as packs, sources

TREATY = "UNCC"
# The numbers of paragraphs of the articles: a made-up skeleton, the same in every authentic language.
SKELETON = [1 + (article * 7) % 5 for article in range(68)]
TABLE = "T-1"
COPY = "ORIG-1"
SECONDS = 90
PRINTED = "2025-10-22"
# Two declarations that nobody made: synthetic, so that their rule has something to judge.
DECLARING = ["CUB", "FRA"]


def tell(pack, teams):
    add_treaty(pack)
    add_texts(pack)
    signers = in_order([team for team in teams if team.signs])
    for team in signers:
        add_mandate(pack, team)
    add_table(pack)
    add_queue(pack, [team for team in signers if team.signs == "hall"])
    add_later_signatures(pack, [team for team in signers if team.signs != "hall"])
    add_declarations(pack)
    add_notifications(pack)


def clauses():
    return {row["key"]: row["value"] for row in sources.rows("treaty")}


def in_order(signers):
    """The host first, then the depositary's names in English alphabetical order."""
    names = sources.table("signatories")
    return sorted(signers, key=lambda team: (team.code != "VNM", plain(names[team.code]["name_en"])))


def plain(name):
    return name.replace("ô", "o").replace("ü", "u").lower()


def add_treaty(pack):
    clause = clauses()
    pack.add(
        "treaties", TREATY, "2025-05-13", owner="UNOLA", classification="public", title_vi=clause["title_vi"], title_en=clause["title_en"],
        short_vi=clause["short_vi"], short_en=clause["short_en"], depositary_reference=clause["depositary_reference"],
        opening_notification="C.N.196.2025.TREATIES-XVIII.16", adopted_on=clause["adopted_on"], open_to="states_and_reios",
        authentic_languages=clause["authentic_languages"].split(";"), signing_order="host_first", definitive_signature=False,
        instruments=40, delay=90, delay_unit="days", delay_landing="same_day", later_delay=30, later_delay_unit="days",
        later_delay_landing="same_day", withdrawal_months=12, assumed="months of withdrawal assumed",
    )
    pack.add("signing_windows", "W-HANOI", "2025-08-01", owner="UNOLA", classification="public", treaty=TREATY, place="NCC",
             opens=packs.at("2025-10-25", "00:00"), closes=packs.at("2025-10-27", "00:00"), clause="article 64")
    pack.add("signing_windows", "W-NEWYORK", "2025-08-01", owner="UNOLA", classification="public", treaty=TREATY, place="UNHQ",
             opens="2025-10-27T00:00:00-04:00[America/New_York]", closes="2027-01-01T00:00:00-05:00[America/New_York]", clause="article 64")


def add_texts(pack):
    clause = clauses()
    for language in clause["authentic_languages"].split(";"):
        pack.add(
            "treaty_texts", f"TEXT-{language.upper()}", "2025-05-13", owner="UNOLA", classification="public",
            assumed="skeleton, hash and certificate synthetic", treaty=TREATY, language=language, is_authentic=True,
            title=clause["title_en"] if language == "en" else clause.get(f"short_{language}"), paragraphs=SKELETON,
            hash=digest(f"text {language}"), certifier="United Nations Treaty Section", certified_on="2025-05-13",
        )
    pack.add("treaty_texts", "TEXT-VI", "2025-05-13", owner="BNG", classification="public", assumed="skeleton and hash synthetic",
             treaty=TREATY, language="vi", is_authentic=False, title=clause["title_vi"], paragraphs=SKELETON, hash=digest("text vi"))


def digest(what):
    return hashlib.sha256(what.encode()).hexdigest()


def add_mandate(pack, team):
    """Undecided, then willing; the signer is named once the full powers, where needed, are accepted."""
    dice = random.Random(f"hanoi-2025 mandate {team.code}")
    opened = packs.instant(packs.at(team.confirmed, "10:00"))
    pack.add("intentions", team.code, opened, owner="UNOLA", assumed="history of the intention assumed", party=team.code, treaty=TREATY,
             intent="undecided")
    willing = day_of_mandate(team, dice)
    moment = packs.instant(mandate_moment(team, willing))
    signer = f"{team.code}-{cast.signer_number(team)}"
    if needs_full_powers(pack, signer) and team.code != "VNM":
        add_full_powers(pack, team, signer, willing, moment, dice)
    pack.change(
        "intentions", team.code, moment, intent="will_sign", signer=signer, signer_title=pack.last("people", signer)["title"],
        note_verbale=f"NV-TEST/{team.code}/2025", confirmed_on=willing, announces_declaration=team.code in DECLARING,
        assumed="signer and day of the mandate assumed",
    )


def day_of_mandate(team, dice):
    """Most before 14 October, the last of the hall on the 21st; the others only on the days themselves."""
    if team.signs == "evening":
        return "2025-10-25"
    if team.signs == "second_day":
        return "2025-10-26"
    return max(team.confirmed, packs.day("2025-09-25", dice.randint(0, 26)))


def mandate_moment(team, willing):
    """The hour of the mandate, after the reply and, on the days themselves, after the queue was frozen."""
    return packs.at(willing, "13:00")


def needs_full_powers(pack, signer):
    office = pack.tables["offices"].get(signer)
    return not office or office[-1]["is_foreign_minister"] != "true" and office[-1]["level"] not in ("head_of_state", "head_of_government")


def add_full_powers(pack, team, signer, willing, moment, dice):
    """A copy sent for review, and accepted by the treaty section at the moment of the mandate."""
    received = max(team.confirmed, packs.day(willing, -dice.randint(2, 12)))
    issuer = "head_of_organisation" if team.kind == "union" else dice.choice(["head_of_state", "head_of_government", "foreign_minister"])
    pack.add(
        "full_powers", f"FP-{team.code}", packs.instant(packs.at(received, "11:00")), owner="UNOLA", assumed="instrument synthetic",
        party=team.code, treaty=TREATY, form="specific_full_powers", person=signer, issuer_office=issuer,
        treaty_title=clauses()["title_en"], issued_on=packs.day(received, -5), issued_at="the capital (assumed)", has_signature=True,
        has_seal=dice.random() < 0.7, covers_declarations=team.code in DECLARING, received_on=received, status="received",
    )
    pack.change("full_powers", f"FP-{team.code}", moment, status="accepted", accepted_on=willing, original_seen_on=willing,
                reviewed_by="UNOLA-DUTY")


def add_table(pack):
    pack.add(
        "signing_tables", TABLE, "2025-10-20", owner="UNOLA", assumed="seconds and margin assumed", treaty=TREATY, session="P-SIGN",
        seconds_per_signer=SECONDS, margin_minutes=10, queue_freezes=packs.at("2025-10-25", "09:00"), run_by="UNOLA",
    )
    pack.change("signing_tables", TABLE, packs.instant(packs.at("2025-10-25", "08:30")), date_card="2025-10-25",
                date_card_placed=packs.at("2025-10-25", "08:30"))
    pack.add("copies", COPY, "2025-10-20", owner="UNOLA", assumed="copy and its prints synthetic", treaty=TREATY, table=TABLE)
    pack.change(
        "copies", COPY, packs.instant(packs.at(PRINTED, "15:00")), printed_on=PRINTED, hash=digest("original"),
        certified_hash=digest("original"), certified_by="UNOLA", certified_on=PRINTED, earlier_prints=2, prints_destroyed=2,
        destruction_record="BB-TEST-HUY-1", destroyed_on=PRINTED,
    )
    for number in (1, 2, 3):
        tested = packs.at("2025-10-25", "07:30")
        pack.add("pen_checks", f"PEN-{number}", packs.instant(tested), owner="UNOLA", assumed="test synthetic", copy=COPY,
                 pen=f"PEN-{number}", tested=tested, tested_by="P-UNOLA-DUTY", writes=True)


def add_queue(pack, signers):
    """64 signers in the hall: a slot and a line each on the day of print, a call and a signature every 90 seconds."""
    started = packs.at("2025-10-25", "10:05")
    for number, team in enumerate(signers, 1):
        slot = f"Q-{number:02}"
        pack.add(
            "signing_slots", slot, packs.instant(packs.at(PRINTED, "16:00")), owner="UNOLA",
            assumed="who signs in the hall is assumed", table=TABLE, party=team.code, position=number,
        )
        add_line(pack, team, number, packs.at(PRINTED, "16:00"))
        called = started + packs.minutes(1.5) * (number - 1)
        pack.change("signing_slots", slot, packs.instant(called), called=called)
        sign(pack, team, called + packs.minutes(1), "hall and minute assumed")


def add_line(pack, team, number, printed):
    pack.add(
        "lines", f"LINE-{number:02}", packs.instant(printed), owner="UNOLA", assumed="order of the lines assumed", copy=COPY,
        party=team.code, number=number, page=1 + (number - 1) // 8, printed_name=sources.table("signatories")[team.code]["name_en"],
    )


def sign(pack, team, signed, assumed):
    signer = f"{team.code}-{cast.signer_number(team)}"
    row = sources.table("signatories")[team.code]
    line = next(line["code"] for line in pack.latest("lines") if line["party"] == team.code)
    pack.add(
        "signatures", f"SIG-{team.code}", packs.instant(signed), owner="UNOLA", classification="public",
        assumed=f"{assumed}; signer synthetic" + ("; day derived" if row["date_basis"] == "derived" else ""), treaty=TREATY,
        party=team.code, person=signer, capacity=pack.last("people", signer)["title"], copy=COPY, line=line, signed=signed, place="MAIN",
        effect="simple", line_checked_by="P-UNOLA-DUTY", date_source=row["source"],
    )


def add_later_signatures(pack, signers):
    """Five more by the evening of the 25th, three on the 26th, each on a line added when the mandate was confirmed."""
    hours = {"evening": packs.at("2025-10-25", "17:35"), "second_day": packs.at("2025-10-26", "13:15")}
    number = 65
    for team in sorted(signers, key=lambda team: team.signs == "second_day"):
        hour = hours[team.signs]
        add_line(pack, team, number, hour - packs.minutes(5))
        sign(pack, team, hour, "minute assumed")
        hours[team.signs] = hour + packs.minutes(4)
        number += 1


def add_declarations(pack):
    for code in DECLARING:
        signed = packs.begins(pack.last("signatures", f"SIG-{code}")["happened"])
        pack.add(
            "treaty_acts", f"DECL-{code}", signed, owner="UNOLA", assumed="synthetic: no such declaration was made", treaty=TREATY,
            party=code, kind="declaration", made_on="2025-10-25", made_by=f"{code}-01", at_signature=True, in_writing=True,
            noted_for_confirmation=True, document=digest(f"declaration {code}"),
        )


def add_notifications(pack):
    pack.add("depositary_notifications", "CN-196", "2025-05-13", owner="UNOLA", classification="public", treaty=TREATY,
             number="C.N.196.2025.TREATIES-XVIII.16", issued_on="2025-05-13", source="depositary")
    for day, count in (("2025-10-25", 69), ("2025-10-26", 72)):
        pack.add(
            "depositary_notifications", f"COUNT-{day[5:7]}{day[8:]}", packs.instant(packs.at(day, "22:00")), owner="UNOLA",
            classification="public", treaty=TREATY, issued_on=day, as_of=day, signatories=count, instruments=0,
            source="count in the depositary's list",
        )
