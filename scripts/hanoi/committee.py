"""The steering committee: its bodies and officers with their dates, the desks, meetings, directives and decisions."""

from hanoi import pack as packs, sources

# The bodies' roles are published; who holds which is not told: the officers are synthetic.
# code, body, role, title in English and Vietnamese, first day, last day
OFFICERS = [
    ("BCD-HEAD", "BCD", "head", "Head of the Steering Committee (Deputy Prime Minister)", "Trưởng Ban Chỉ đạo (Phó Thủ tướng)"),
    ("BCD-STANDING", "BCD", "standing_member", "Standing deputy head (Deputy Minister of Public Security)",
     "Phó Trưởng ban Thường trực (Thứ trưởng Bộ Công an)"),
    ("BCD-DEPUTY", "BCD", "deputy", "Deputy head (Deputy Minister of Foreign Affairs)", "Phó Trưởng ban (Thứ trưởng Bộ Ngoại giao)"),
    ("BTK-HEAD", "BTK", "head", "Head of the Standing Secretariat", "Trưởng Ban Thư ký Thường trực"),
    ("BTK-DEPUTY", "BTK", "deputy", "Deputy head of the Standing Secretariat", "Phó Trưởng Ban Thư ký Thường trực"),
    ("BTK-DESK", "BTK", "member", "Secretary for plans and reports", "Thư ký kế hoạch, báo cáo"),
]
SUBCOMMITTEES = {
    "TB-ND": ("content", "nội dung"), "TB-TCHC": ("finance and logistics", "tài chính và hậu cần"),
    "TB-NG": ("diplomacy and outreach", "ngoại giao, vận động cấp cao"), "TB-LT": ("conference protocol", "lễ tân hội nghị"),
    "TB-TTVH": ("communications and culture", "truyền thông - văn hóa"), "TB-ANYT": ("security and health", "an ninh - y tế"),
}
ROLES = [("HEAD", "head", "Head, {}", "Trưởng Tiểu ban {}"), ("DEPUTY", "deputy", "Deputy head, {}", "Phó Trưởng Tiểu ban {}"),
         ("DESK", "member", "Desk officer, {}", "Chuyên viên thường trực {}"),
         ("DESK2", "member", "Second desk officer, {}", "Chuyên viên thứ hai {}")]
DUTY_OFFICERS = "PM BCA A05 VPB-BCA BNG BTC BTP BKHCN BVHTTDL BYT BTTM BQP VPCTN VPCP VKSNDTC UBNDHN CAHN HHANM UNODC UNOLA UNDSS".split()
AUGUST = [("BCD-BCA-HEAD", "BCD-BCA", "head", "Head of the preparation committee (Deputy Minister of Public Security)",
           "Trưởng Ban Chỉ đạo công tác chuẩn bị (Thứ trưởng Bộ Công an)"),
          ("TB-ANTT-HEAD", "TB-ANTT", "head", "Head of the Subcommittee on Security and Order", "Trưởng Tiểu ban An ninh trật tự")]
DECIDES = {
    "PM": "programme protocol security health finance personnel communications foreign_affairs treaty cyber",
    "BCD": "programme protocol security health finance personnel communications foreign_affairs",
    "BTK": "personnel", "TB-ND": "programme", "TB-TCHC": "finance", "TB-LT": "protocol", "TB-ANYT": "security health",
    "TB-TTVH": "communications", "TB-NG": "foreign_affairs", "A05": "cyber", "BNG": "foreign_affairs protocol", "UNOLA": "treaty",
}
REPLACED = {"BCD-BCA": "BCD", "TB-ANTT": "TB-ANYT"}
DESKS = {
    "CMD": ("BTK", "Bàn chỉ đạo, điều hành", "Command"), "PTY": ("TB-LT", "Bàn đoàn và thẻ", "Parties and accreditation"),
    "PRG": ("TB-ND", "Bàn chương trình", "Programme"), "PRO": ("TB-LT", "Bàn lễ tân", "Protocol"),
    "SGN": ("BNG", "Bàn ký", "Signing"), "SEC": ("TB-ANYT", "Bàn an ninh", "Security"),
    "MOV": ("TB-ANYT", "Bàn phương tiện và giao thông", "Movement"), "HLT": ("TB-ANYT", "Bàn y tế", "Health"),
    "LOD": ("TB-TCHC", "Bàn lưu trú", "Lodging"), "FIN": ("TB-TCHC", "Bàn tài chính", "Finance"),
    "COM": ("TB-TTVH", "Bàn truyền thông", "Communications"), "INT": ("A05", "Bàn an toàn thông tin", "Integrity"),
    "DAT": ("BTK", "Bàn dữ liệu", "Data"),
}
MEETINGS = [
    ("M-0806", "Hội nghị rà soát công tác chuẩn bị", "Review conference on the preparation", "BCA", "BCD-BCA-HEAD",
     ["BCA", "BNG", "A05", "CAHN"], "2025-08-06", "08:30", "11:30", "", ""),
    ("M-1013", "Phiên họp Ban Chỉ đạo", "Session of the Steering Committee", "BCD", "BCD-HEAD",
     ["BTK", "BCA", "BNG", "BTC", "VPCTN", "UBNDHN"], "2025-10-13", "14:00", "17:00", "", ""),
    ("M-1015", "Buổi làm việc với Chủ tịch nước", "Working session with the State President", "VPCTN", "",
     ["BCA", "BNG", "UBNDHN"], "2025-10-15", "09:00", "11:00", "557", "TB-VPCP"),
    ("M-1023", "Họp rút kinh nghiệm sau tổng duyệt", "Lessons of the full rehearsal", "BCD", "BCD-HEAD",
     ["BTK", "BCA", "BNG", "UBNDHN"], "2025-10-23", "11:45", "12:30", "", ""),
]
MEETING_OF = {"2025-08-06": "M-0806", "2025-10-13": "M-1013", "2025-10-15": "M-1015"}
ANSWERS = {
    "CD-02": ("2025-10-26", "Three successes reviewed at the closing"), "CD-03": ("2025-10-26", "No serious incident recorded"),
    "CD-07": ("2025-10-26", "Order kept; traffic orders lifted at 16:00"), "CD-11": ("2025-10-23", "Full rehearsal held"),
}


def tell(pack, register):
    add_ceremony(pack)
    add_bodies(pack)
    add_officers(pack, register)
    add_desks(pack)
    add_meetings(pack)
    add_directives(pack)
    add_decisions(pack)


def add_ceremony(pack):
    pack.add(
        "ceremonies", "hanoi-2025", "2025-01-01", classification="public", assumed="reporting period assumed", zone="Asia/Ho_Chi_Minh",
        name_vi="Lễ mở ký Công ước Hà Nội", name_en="Signing ceremony of the Hanoi Convention", clock=packs.at("2025-10-14", "08:00"), host="VNM",
        opens="2025-10-25", closes="2025-10-26", reports_from="2025-10-06", report_days=7,
    )


def add_bodies(pack):
    for row in sources.rows("bodies"):
        happened = row["valid_from"] or "2025-01-01"
        pack.add(
            "bodies", row["code"], happened, classification="public", assumed="authority assumed" if row["code"] in DECIDES else "",
            kind=row["kind"], name_vi=row["name_vi"], name_en=row["name_en"], valid_from=row["valid_from"], valid_to=row["valid_to"],
            decides=DECIDES.get(row["code"], "").split(), note=row["note"],
        )
    pack.add("bodies", "UNDSS", "2025-01-01", classification="public", assumed="part in the ceremony assumed", kind="un_body",
             name_vi="Cơ quan An ninh và An toàn Liên hợp quốc", name_en="United Nations Department of Safety and Security")
    # A body's parent and successor may stand later in the table, so they are told once all are there.
    for row in sources.rows("bodies"):
        pack.tables["bodies"][row["code"]][0]["parent"] = row["parent"]
    for code, successor in REPLACED.items():
        pack.change("bodies", code, "2025-10-08", replaced_by=successor)


def add_officers(pack, register):
    for code, body, role, title_en, title_vi in AUGUST:
        add_officer(pack, register, code, body, role, title_en, title_vi, "2025-08-06", "2025-10-07")
    for officer in OFFICERS:
        add_officer(pack, register, *officer, "2025-10-08")
    for body, (name_en, name_vi) in SUBCOMMITTEES.items():
        for suffix, role, title_en, title_vi in ROLES:
            add_officer(pack, register, f"{body}-{suffix}", body, role, title_en.format(name_en), title_vi.format(name_vi), "2025-10-08")
    for body in DUTY_OFFICERS:
        add_officer(pack, register, f"{body}-DUTY", body, "standing_member", "Duty officer", "Cán bộ trực", "2025-07-01")
    for number in (1, 2, 3, 4):
        add_officer(pack, register, f"BNG-PTY{number}", "BNG", "member", f"Accreditation officer {number}",
                    f"Cán bộ đăng ký thẻ {number}", "2025-07-01")
    for number in (1, 2):
        add_officer(pack, register, f"A05-VET{number}", "A05", "member", f"Vetting officer {number}",
                    f"Cán bộ thẩm tra {number}", "2025-07-01")


def add_officer(pack, register, code, body, role, title_en, title_vi, first, last=""):
    nationality = {"UNODC": "AUT", "UNOLA": "USA", "UNDSS": "USA"}.get(body, "VNM")
    register.add(f"P-{code}", first, "Officer", nationality, title=title_en, body=body)
    pack.add(
        "officers", code, first, owner=body, assumed="holder synthetic; duty line assumed", person=f"P-{code}", title_vi=title_vi,
        title_en=title_en, body=body, role=role, valid_from=first, valid_to=last, duty_line=f"TEST-LINE-{code}",
    )


def add_desks(pack):
    for code, (body, name_vi, name_en) in DESKS.items():
        pack.add("desks", code, "2025-10-08", owner=body, assumed="division of desks assumed", name_vi=name_vi, name_en=name_en, body=body)


def add_meetings(pack):
    for code, title_vi, title_en, body, chair, bodies, day, start, end, number, symbol in MEETINGS:
        pack.add(
            "meetings", code, day, owner=body, classification="public", assumed="hours and room assumed", title_vi=title_vi,
            title_en=title_en, body=body, chair=chair, bodies=bodies, starts=packs.at(day, start), ends=packs.at(day, end),
            room="Room of the meeting (assumed)", document_number=number, document_symbol=symbol,
        )


def add_directives(pack):
    for row in sources.rows("directives"):
        is_notice = row["source"].startswith("Notice")
        pack.add(
            "directives", row["code"], row["issued_on"], owner=row["issued_by"], classification="public", issued_on=row["issued_on"],
            issued_by=row["issued_by"], meeting=MEETING_OF.get(row["issued_on"], ""), source=row["source"],
            addressees=row["addressee"], text_vi=row["text_vi"], text_en=row["text_en"], due=row["due"],
            document_number="557" if is_notice else "", document_symbol="TB-VPCP" if is_notice else "",
        )
    for code, (day, answer) in ANSWERS.items():
        pack.change("directives", code, packs.instant(packs.at(day, "18:00")), answered_on=day, answer=answer, assumed="answer assumed")


def add_decisions(pack):
    pack.add(
        "decisions", "QD-2222", "2025-10-08", owner="PM", classification="public", title_vi="Thành lập Ban Chỉ đạo Lễ mở ký",
        title_en="Establishment of the Steering Committee", body="PM", decided_on="2025-10-08", effective_on="2025-10-08",
        document_number="2222", document_symbol="QĐ-TTg",
    )
