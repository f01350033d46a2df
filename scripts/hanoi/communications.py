"""The press work: figures and who announced them, media items before, during and after, releases, pools, visits."""

from hanoi import pack as packs, sources

# name in the table of figures: code, Vietnamese, what is counted
FIGURES = {
    "delegations confirmed": ("FG-DEL", "Đoàn xác nhận", "delegations whose reply was confirmed, of every kind"),
    "workshops": ("FG-WS", "Hội thảo", "side events of the programme, each for itself"),
    "high-level talks": ("FG-HLT", "Tọa đàm cấp cao", "high-level discussions and round tables"),
    "high-level events": ("FG-HL", "Sự kiện cấp cao", "high-level discussions and round tables"),
    "exhibition booths": ("FG-BOOTH", "Gian hàng triển lãm", "booths of the exhibition"),
    "delegations led by high-level leaders or ministers": (
        "FG-MIN", "Đoàn do lãnh đạo cấp cao hoặc bộ trưởng dẫn đầu", "confirmed delegations whose head is a minister or higher"),
    "delegates and press": ("FG-DP", "Đại biểu và báo chí", "persons registered with a delegation or an outlet"),
    "countries": ("FG-CTY", "Quốc gia", "States with a confirmed delegation"),
    "states registered to sign": ("FG-REG", "Quốc gia đăng ký ký", "intentions to sign with a confirmed mandate"),
    "foreign delegates expected": ("FG-FOR", "Đại biểu nước ngoài dự kiến", "sizes announced by confirmed foreign delegations"),
    "delegates": ("FG-PPL", "Đại biểu", "persons registered with a delegation"),
    "states signed in the hall session": ("FG-HALL", "Bên ký tại hội trường", "signatures made during the signing session"),
    "states signed by the end of the day": ("FG-DAY1", "Bên ký hết ngày 25/10", "signatures until the end of 25 October"),
    "national delegations": ("FG-NAT", "Đoàn quốc gia", "national delegations whose reply was confirmed"),
    "organisations": ("FG-ORG", "Tổ chức", "delegations of organisations whose reply was confirmed, the European Union not among them"),
    "journalists": ("FG-JRN", "Phóng viên", "persons registered with an outlet"),
    "signatories": ("FG-SIG", "Bên ký", "parties that signed"),
    "press outlets": ("FG-OUT", "Cơ quan báo chí", "outlets of which somebody is registered"),
    "countries and territories": ("FG-TER", "Quốc gia và vùng lãnh thổ", "nationalities of the persons registered with a delegation"),
}
MEASURE = {
    "FG-DEL": "MS-FG-DEL", "FG-WS": "MS-FG-WS", "FG-HL": "MS-FG-HL", "FG-HLT": "MS-FG-HL", "FG-BOOTH": "MS-FG-BOOTH",
    "FG-MIN": "MS-FG-MIN", "FG-DP": "MS-FG-DP", "FG-CTY": "MS-FG-NAT", "FG-REG": "MS-FG-REG", "FG-FOR": "MS-FG-FOR", "FG-PPL": "MS-FG-PPL",
    "FG-HALL": "MS-FG-HALL", "FG-DAY1": "MS-SIG", "FG-NAT": "MS-FG-NAT", "FG-ORG": "MS-FG-ORG", "FG-JRN": "MS-FG-JRN", "FG-SIG": "MS-SIG",
    "FG-OUT": "MS-FG-OUT", "FG-TER": "MS-FG-TER",
}
QUALIFIER = {"more than": "more_than", "about": "about", "exactly": "exactly"}
# Who stands behind an announcement; the press counted for itself.
ANNOUNCERS = {
    "Steering Committee session of 13 October": ("BCD", "2025-10-13"), "working session of 15 October": ("VPCTN", "2025-10-15"),
    "rehearsal": ("BTK", ""), "closing": ("BCD", ""), "depositary": ("UNOLA", ""),
}
# phase, channel, due, published, Vietnamese, English
ITEMS = [
    ("before", "web", "2025-09-20", "2025-09-18", "Trang thông tin chính thức", "The official site"),
    ("before", "television", "2025-10-10", "2025-10-09", "Phóng sự về Công ước", "Report on the Convention"),
    ("before", "social", "2025-10-12", "2025-10-12", "Đếm ngược ngày mở ký", "Countdown"),
    ("before", "outdoor", "2025-10-20", "2025-10-18", "Băng rôn, pa nô trên tuyến phố", "Banners in the streets"),
    ("before", "press", "2025-10-22", "2025-10-21", "Loạt bài về Công ước", "Articles on the Convention"),
    ("during", "un_web_tv", "2025-10-25", "2025-10-25", "Truyền trực tiếp lễ mở ký", "Live broadcast of the signing"),
    ("during", "television", "2025-10-25", "2025-10-25", "Bản tin lễ mở ký", "News of the signing"),
    ("during", "radio", "2025-10-25", "2025-10-25", "Tường thuật phát thanh", "Radio report"),
    ("during", "web", "2025-10-26", "2025-10-26", "Tổng hợp hội thảo", "The workshops in brief"),
    ("after", "press", "2025-10-28", "", "Bài tổng kết", "Review of the ceremony"),
    ("after", "web", "2025-10-31", "", "Ảnh và văn kiện", "Pictures and documents"),
]
# code, released, figure, qualifier, value, why it differs, title
RELEASES = [
    ("TC-1", ("2025-10-15", "17:00"), [("FG-HL", "exactly", 8, ""), ("FG-WS", "exactly", 38, "")],
     "Thông cáo về chương trình", "On the programme"),
    ("TC-2", ("2025-10-25", "13:00"), [("FG-SIG", "exactly", 64, "")], "Thông cáo về lễ mở ký", "On the signing"),
    ("TC-3", ("2025-10-26", "17:00"), [("FG-SIG", "exactly", 72, ""), ("FG-OUT", "exactly", 180, "")], "Thông cáo bế mạc",
     "At the closing"),
]


def tell(pack):
    add_figures(pack)
    add_statements(pack)
    add_items(pack)
    add_releases(pack)
    add_press_work(pack)


def add_figures(pack):
    for name, (code, name_vi, counts) in FIGURES.items():
        pack.add("figures", code, "2025-09-15", owner="BNG", classification="public", assumed="way of counting assumed", name_vi=name_vi,
                 name_en=name.capitalize(), counts=counts)
        if code in MEASURE:
            pack.change("figures", code, "2025-10-08", measure=MEASURE[code])


def add_statements(pack):
    """Every announced figure as it was announced, those that disagree with one another too."""
    for number, row in enumerate(sources.rows("figures"), 1):
        body, announced = ANNOUNCERS.get(row["announced_by"], ("", ""))
        pack.add(
            "statements", f"ST-{number:02}", announced or row["as_of"], owner=body or "BNG", classification="public",
            figure=FIGURES[row["figure"]][0], qualifier=QUALIFIER[row["qualifier"]], value=row["value"], announced_by=row["announced_by"],
            body=body, as_of=row["as_of"], source="figures.csv",
        )


def add_items(pack):
    for number, (phase, channel, due, published, title_vi, title_en) in enumerate(ITEMS, 1):
        code = f"MI-{number:02}"
        appeared = packs.at(published, "09:00") if published else None
        told = packs.instant(packs.at("2025-10-09", "10:00"))
        pack.add("media_items", code, told, owner="TB-TTVH", assumed="item synthetic", title_vi=title_vi, title_en=title_en, plan="DA-TTVH",
                 phase=phase, channel=channel, officer="TB-TTVH-DESK", due=due, languages=["vi", "en"],
                 published=appeared if appeared and packs.instant(appeared) <= told else None)
        if appeared and packs.instant(appeared) > told:
            pack.change("media_items", code, packs.instant(appeared), published=appeared)


def add_releases(pack):
    for code, moment, figures, title_vi, title_en in RELEASES:
        released = packs.at(*moment)
        pack.add(
            "press_releases", code, packs.instant(released), owner="TB-TTVH", classification="public", assumed="release synthetic",
            title_vi=title_vi, title_en=title_en, text_vi=title_vi, text_en=title_en, drafted_by="TB-TTVH-DESK", cleared_by="TB-TTVH-HEAD",
            planned=released, released=released, number=f"TEST-{code}",
        )
        for figure, qualifier, value, why in figures:
            pack.add(
                "release_figures", f"{code}-{figure}", packs.instant(released), owner="TB-TTVH", classification="public",
                assumed="release synthetic", release=code, figure=figure, qualifier=qualifier, value=value, as_of=released, why_differs=why,
            )


def add_press_work(pack):
    opening = packs.at("2025-10-25", "09:00")
    pack.add("pools", "POOL-1", "2025-10-20", owner="TB-TTVH", assumed="pool synthetic", session="P-OPEN", place="MAIN",
             outlets=["O-001", "O-002", "O-003"], members=["J-001", "J-002", "J-003"], quota=6, guide="TB-TTVH-DESK",
             enters=opening - packs.minutes(15), leaves=opening + packs.minutes(20), shares_with=["O-004", "O-005"])
    starts = packs.at("2025-10-22", "15:00")
    pack.add(
        "press_visits", "VISIT-1", packs.instant(packs.at("2025-10-20", "10:00")), owner="TB-TTVH", assumed="visit synthetic",
        rooms=["PRESS", "EXPO"], outlets=["O-001", "O-002"], pool="POOL-1", guide="TB-TTVH-DESK", starts=starts,
        ends=starts + packs.minutes(60),
    )
    pack.change(
        "press_visits", "VISIT-1", packs.instant(packs.at("2025-10-22", "10:00")), cleared_rooms=["PRESS", "EXPO"],
        cleared=packs.at("2025-10-22", "10:00"), cleared_by="A05-DUTY",
    )
    changed = packs.at("2025-10-22", "17:00")
    pack.change("press_visits", "VISIT-1", packs.instant(changed), credentials_changed=changed)
    pack.add("honours", "HN-1", "2025-10-15", owner="TB-LT", assumed="synthetic", person="UNODC-02", manner="introduced", session="P-CLOSE",
             proposed_by="UNODC", outcome="pending")
    pack.change("honours", "HN-1", packs.instant(packs.at("2025-10-18", "10:00")), checked_by="BNG", checked_on="2025-10-18",
                outcome="cleared")
