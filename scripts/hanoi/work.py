"""What the committee has in hand: plans, tasks, measures and criteria, reports, escalations, risks."""

import hashlib

from hanoi import pack as packs, sources

MEASURES = [
    ("MS-PLANS", "plans_in_force", "Đề án có hiệu lực", "Plans in force"),
    ("MS-DIR", "directives_answered", "Ý kiến chỉ đạo đã trả lời", "Directives answered"),
    ("MS-DEL", "delegations_confirmed_of_invited", "Đoàn xác nhận trên đoàn được mời", "Delegations confirmed of those invited"),
    ("MS-BADGE", "badges_issued_of_approved", "Thẻ đã cấp trên hồ sơ duyệt", "Badges issued of applications approved"),
    ("MS-FP", "full_powers_accepted_of_needed", "Giấy ủy quyền được chấp nhận", "Full powers accepted of those needed"),
    ("MS-SYM", "symbols_approved", "Biểu trưng được đoàn duyệt", "Symbols approved by their delegation"),
    ("MS-SES", "sessions_placed", "Phiên đã có phòng", "Sessions with a place"),
    ("MS-DRILL", "protection_plans_drilled", "Phương án đã diễn tập", "Protection plans drilled"),
    ("MS-POST", "posts_covered", "Vị trí đủ người", "Posts covered"),
    ("MS-LOD", "delegations_lodged", "Đoàn đã có chỗ ở", "Delegations lodged"),
    ("MS-MEDIA", "media_items_published", "Tin bài đã đăng", "Media items published"),
    ("MS-WS", "workshops_placed", "Hội thảo đã có phòng", "Workshops with a place"),
    ("MS-HL", "high_level_events_placed", "Sự kiện cấp cao đã có phòng", "High-level events with a place"),
    ("MS-SIG", "parties_signed", "Bên đã ký", "Parties that signed"),
    ("MS-PPL", "delegates_badged", "Đại biểu đã có thẻ", "Delegates with a badge"),
    ("MS-JRN", "journalists_badged", "Phóng viên đã có thẻ", "Journalists with a badge"),
    ("MS-OUT", "outlets_confirmed", "Cơ quan báo chí đã xác nhận", "Outlets confirmed"),
    ("MS-FG-DEL", "delegations_confirmed", "Số đoàn xác nhận", "Delegations confirmed"),
    ("MS-FG-WS", "workshops", "Số hội thảo", "Workshops"),
    ("MS-FG-HL", "high_level_events", "Số sự kiện cấp cao", "High-level events"),
    ("MS-FG-BOOTH", "booths", "Số gian hàng", "Booths"),
    ("MS-FG-MIN", "led_by_ministers", "Số đoàn do cấp bộ trưởng trở lên dẫn đầu", "Delegations led by ministers or higher"),
    ("MS-FG-DP", "delegates_and_press", "Số đại biểu và báo chí", "Delegates and press"),
    ("MS-FG-NAT", "national_delegations", "Số đoàn quốc gia", "National delegations"),
    ("MS-FG-REG", "registered_to_sign", "Số bên đăng ký ký", "Parties registered to sign"),
    ("MS-FG-FOR", "foreign_delegates", "Số đại biểu nước ngoài", "Foreign delegates"),
    ("MS-FG-PPL", "delegates", "Số đại biểu", "Delegates"),
    ("MS-FG-HALL", "signed_in_hall", "Số bên ký tại hội trường", "Parties that signed in the hall"),
    ("MS-FG-ORG", "organisations", "Số tổ chức", "Organisations"),
    ("MS-FG-JRN", "journalists", "Số phóng viên", "Journalists"),
    ("MS-FG-OUT", "outlets", "Số cơ quan báo chí", "Outlets"),
    ("MS-FG-TER", "nationalities", "Số quốc tịch", "Nationalities"),
    ("MS-FALL", "fallbacks_drilled", "Phương án dự phòng đã diễn tập", "Fallbacks drilled"),
]
CRITERIA = [
    ("CR-1A", "content", "Chương trình diễn ra đúng kế hoạch", "The programme was held as planned", "MS-SES"),
    ("CR-1B", "content", "Người ký đủ thẩm quyền", "Every signer was entitled to sign", "MS-FP"),
    ("CR-2A", "security_and_protocol", "Mọi vị trí đủ người", "Every post was covered", "MS-POST"),
    ("CR-2B", "security_and_protocol", "Mọi đoàn được đón và lưu trú chu đáo", "Every delegation was received and lodged", "MS-LOD"),
    ("CR-2C", "security_and_protocol", "Quốc kỳ, quốc ca, biển tên đúng", "Flags, anthems and name plates were right", "MS-SYM"),
    ("CR-3A", "image", "Truyền thông trước, trong, sau", "Communication before, during and after", "MS-MEDIA"),
]
APPROVED = {"DA-TT": ("2025-10-18", "QĐ-TTg")}
# code, plan, lead, coordinating, Vietnamese, English, starts, due, done, depends on, directives, measure, criterion
TASKS = [
    ("T-CD01", "", "BCA", "BNG", "Quán triệt ý nghĩa của Lễ mở ký", "Common understanding of the ceremony",
     "2025-08-06", "2025-10-13", "2025-10-13", "", "CD-01", "", ""),
    ("T-CD02", "DA-TT", "BCD", "", "Bảo đảm ba thành công", "Secure the three successes",
     "2025-10-08", "2025-10-26", "2025-10-26", "", "CD-02", "", ""),
    ("T-CD03", "DA-ANYT", "TB-ANYT", "", "Không để xảy ra đột xuất, bất ngờ", "No surprise, not the smallest slip",
     "2025-10-08", "2025-10-26", "2025-10-26", "", "CD-03", "", "CR-2A"),
    ("T-CD04", "DA-TT", "BCA", "BNG;VPCTN", "Trình duyệt Đề án tổng thể và sáu đề án", "Bring the master and component plans to approval",
     "2025-10-13", "2025-10-18", "2025-10-18", "", "CD-04", "MS-PLANS", ""),
    ("T-CD05", "DA-TT", "BTK", "", "Lập kế hoạch chi tiết, phân công rõ", "A concrete schedule with clear assignments",
     "2025-10-13", "2025-10-17", "2025-10-17", "", "CD-05", "", ""),
    ("T-CD06", "DA-TCHC", "BTC", "", "Tổng hợp kinh phí, định mức khung chi", "Consolidate costs, set the framework of norms",
     "2025-10-13", "2025-10-20", "2025-10-19", "", "CD-06", "", ""),
    ("T-CD07", "DA-ANYT", "CAHN", "BCA", "An ninh từ sớm, từ xa; giao thông thông suốt", "Security early and from afar; traffic flowing",
     "2025-10-13", "2025-10-26", "2025-10-26", "", "CD-07", "", "CR-2A"),
    ("T-CD08", "DA-TTVH", "TB-TTVH", "", "Tuyên truyền trước, trong, sau", "Communication before, during and after",
     "2025-10-13", "2025-10-31", "", "", "CD-08", "", "CR-3A"),
    ("T-CD10", "DA-TT", "BCA", "BNG;UBNDHN", "Rà soát phối hợp nội bộ và liên ngành", "Review coordination within and between ministries",
     "2025-10-15", "2025-10-22", "2025-10-22", "", "CD-10", "", ""),
    ("T-CD11", "DA-ND", "BTK", "", "Tổ chức tổng duyệt", "Hold the full rehearsal",
     "2025-10-20", "2025-10-23", "2025-10-23", "T-CD05", "CD-11", "", "CR-1A"),
    ("T-COST", "DA-TCHC", "TB-TCHC", "BTC", "Thu đề xuất kinh phí của các bộ, ngành", "Collect the ministries' cost proposals",
     "2025-10-09", "2025-10-12", "2025-10-16", "", "", "", ""),
    ("T-PROG", "DA-ND", "TB-ND", "", "Chốt chương trình và phòng họp", "Settle the programme and its rooms",
     "2025-10-09", "2025-10-20", "2025-10-20", "", "", "MS-SES", "CR-1A"),
    ("T-SCRIPT", "DA-ND", "TB-ND", "TB-LT", "Kịch bản từng phút hai ngày", "Minute-by-minute script of both days",
     "2025-10-21", "2025-10-22", "2025-10-22", "T-PROG", "", "", "CR-1A"),
    ("T-FP", "DA-NG", "BNG", "", "Nhận và kiểm tra giấy ủy quyền", "Collect and check full powers",
     "2025-09-15", "2025-10-24", "2025-10-24", "", "", "", "CR-1B"),
    ("T-OUT", "DA-NG", "TB-NG", "BNG", "Vận động đoàn cấp cao", "Outreach to high-level delegations",
     "2025-10-08", "2025-10-24", "2025-10-24", "", "", "", ""),
    ("T-SYM", "DA-LT", "TB-LT", "", "Duyệt quốc kỳ, quốc ca, biển tên với các đoàn", "Flags, anthems and name plates approved",
     "2025-10-08", "2025-10-24", "2025-10-24", "", "", "", "CR-2C"),
    ("T-BADGE", "DA-LT", "TB-LT", "TB-ANYT", "Thẩm tra và cấp thẻ", "Vet and issue badges",
     "2025-10-10", "2025-10-26", "2025-10-26", "", "", "", ""),
    ("T-SEAT", "DA-LT", "TB-LT", "", "Sơ đồ chỗ ngồi các phiên", "Seat plans of the sessions",
     "2025-10-14", "2025-10-24", "2025-10-24", "", "", "", ""),
    ("T-POST", "DA-ANYT", "TB-ANYT", "CAHN", "Bố trí lực lượng các vị trí", "Man the posts",
     "2025-10-09", "2025-10-22", "2025-10-22", "", "", "", "CR-2A"),
    ("T-DRILL", "DA-ANYT", "CAHN", "TB-ANYT", "Diễn tập phương án bảo vệ", "Drill the protection plans",
     "2025-10-10", "2025-10-22", "2025-10-21", "", "", "", "CR-2A"),
    ("T-ROAD", "DA-ANYT", "CAHN", "UBNDHN", "Phương án phân luồng giao thông", "Traffic orders",
     "2025-10-10", "2025-10-23", "2025-10-23", "", "", "", ""),
    ("T-MED", "DA-ANYT", "BYT", "TB-ANYT", "Trạm y tế và bệnh viện chỉ định", "Medical posts and designated hospitals",
     "2025-10-09", "2025-10-20", "2025-10-19", "", "", "", ""),
    ("T-LODGE", "DA-TCHC", "TB-TCHC", "", "Bố trí nơi ở cho các đoàn", "Lodge the delegations",
     "2025-10-08", "2025-10-24", "2025-10-24", "", "", "", "CR-2B"),
    ("T-PRESS", "DA-TTVH", "TB-TTVH", "BNG", "Trung tâm báo chí sẵn sàng", "Press centre ready",
     "2025-10-13", "2025-10-22", "2025-10-22", "", "", "", "CR-3A"),
    ("T-CYBER", "DA-ANYT", "A05", "HHANM", "Diễn tập vận hành không có mạng", "Drill working without the network",
     "2025-10-08", "2025-10-17", "2025-10-16", "", "", "", ""),
    ("T-EXPO", "DA-ND", "BKHCN", "", "Triển lãm công nghệ", "Technology exhibition",
     "2025-10-13", "2025-10-24", "2025-10-24", "", "", "", ""),
    ("T-ART", "DA-TTVH", "BVHTTDL", "", "Chương trình nghệ thuật", "Art programme",
     "2025-10-13", "2025-10-22", "2025-10-22", "", "", "", ""),
]
RISKS = [
    ("RK-1", "TB-ANYT-DESK", "Xe 29-45 chỗ bị cấm đường", "Coaches of delegations caught by the road orders", 3, 4,
     "Check every trip against the orders", "Shuttle in cars of under 16 seats"),
    ("RK-2", "TB-ND-DESK", "38 hội thảo, 36 chỗ", "38 workshops for 36 places", 5, 3, "Open two more rooms", "Move two to a fourth slot"),
    ("RK-3", "BNG-DUTY", "Thiếu giấy ủy quyền", "A signer without full powers", 2, 5, "Review copies in advance",
     "Sign later the same day"),
    ("RK-4", "TB-TCHC-DESK", "Số khách vượt dự báo", "More guests than foreseen", 4, 3, "Reserve two thirds more", "Second meal sitting"),
    ("RK-5", "A05-DUTY", "Tấn công mạng trong sự kiện", "Cyber-attack during the event", 3, 5, "No-network drills", "Sealed local copies"),
    ("RK-6", "BYT-DUTY", "Ngộ độc thực phẩm", "Food poisoning", 1, 4, "Samples kept, kitchens limited", "Reserve kitchen"),
]


def tell(pack):
    add_measures(pack)
    add_plans(pack)
    add_tasks(pack)
    add_reports(pack)
    add_escalations(pack)
    add_risks(pack)


def add_measures(pack):
    for code, quantity, name_vi, name_en in MEASURES:
        pack.add("measures", code, "2025-10-08", owner="BTK", quantity=quantity, name_vi=name_vi, name_en=name_en)
    for code, success, title_vi, title_en, measure in CRITERIA:
        pack.add("criteria", code, "2025-10-08", owner="BTK", assumed="criterion assumed", success=success, title_vi=title_vi,
                 title_en=title_en, weight=1, measure=measure)


def add_plans(pack):
    for row in sources.rows("plans"):
        pack.add(
            "plans", row["code"], "2025-10-08", owner=row["owner"], assumed=row["basis"], title_vi=row["title_vi"],
            title_en=row["title_en"], parent=row["parent"], approver=row["approver"], status=row["status"], version=1,
        )
    for place, row in enumerate(sources.rows("plans")):
        day, symbol = APPROVED.get(row["code"], ("2025-10-16", "QĐ-BCĐ"))
        pack.change("plans", row["code"], "2025-10-15", status="submitted", version=2)
        pack.change(
            "plans", row["code"], packs.instant(packs.at(day, "16:00")), status="in_force", version=2, approved_by=row["approver"],
            approved_version=2, approved_on=day, document_number=f"TEST-{place + 1}", document_symbol=symbol,
            text_hash=hashlib.sha256(f"plan {row['code']} 2".encode()).hexdigest(), assumed="approver, day and number assumed",
        )


def add_tasks(pack):
    for (code, plan, lead, coordinating, title_vi, title_en, starts, due, done, depends, directives, measure, criterion) in TASKS:
        add_task(pack, code, plan, lead, coordinating, title_vi, title_en, starts, due, depends, directives, measure, criterion)
        if done:
            finish(pack, code, done)
    for body in ("TB-ND", "TB-TCHC", "TB-NG", "TB-LT", "TB-TTVH", "TB-ANYT"):
        add_task(pack, f"T-CD09-{body[3:]}", "", body, "", "Báo cáo tình huống vượt thẩm quyền", "Report what is beyond its authority",
                 "2025-10-13", "2025-10-26", "", "CD-09", "", "")
        finish(pack, f"T-CD09-{body[3:]}", "2025-10-26")


def add_task(pack, code, plan, lead, coordinating, title_vi, title_en, starts, due, depends, directives, measure, criterion):
    told = min(directive_day(directives), starts if starts > "2025-10-08" else "2025-10-08")
    pack.add(
        "tasks", code, max(told, "2025-10-08"), owner=lead, assumed="task assumed", title_vi=title_vi, title_en=title_en, plan=plan,
        lead=lead, officer=answerable(lead), coordinating=coordinating, starts=starts, due=due,
        work_days=1, depends_on=depends, state="open", measure=measure, carries_out=directives, criterion=criterion,
    )


def directive_day(directives):
    days = [row["issued_on"] for row in sources.rows("directives") if row["code"] in directives.split(";")]
    return max(days) if days else "2025-10-13"


def answerable(body):
    """The officer who answers for a body's tasks."""
    if body == "BCD":
        return "BCD-STANDING"
    return f"{body}-DESK" if body.startswith(("TB-", "BTK")) else f"{body}-DUTY"


def finish(pack, code, done):
    pack.change("tasks", code, packs.instant(packs.at(done, "17:00")), state="done", percent=100, done_on=done,
                evidence=[f"BB-TEST-{code[2:]}"])


def add_reports(pack):
    """Each body that leads tasks reports at the end of every week how far they are."""
    for lead in sorted({row["lead"] for row in pack.latest("tasks")}):
        for first, last in (("2025-10-06", "2025-10-12"), ("2025-10-13", "2025-10-19"), ("2025-10-20", "2025-10-26")):
            filed = packs.instant(packs.at(last, "18:00"))
            tasks = [row for row in (pack.as_of("tasks", code, filed) for code in pack.tables["tasks"]) if row and row["lead"] == lead]
            pack.add(
                "reports", f"BC-{lead}-{last[5:7]}{last[8:]}", filed, owner=lead, assumed="report synthetic", body=lead,
                period_from=first, period_to=last, filed_on=last, signed_by=answerable(lead), results=["Work goes on as planned"],
                tasks=[row["code"] for row in tasks], percents=[row.get("percent") or 0 for row in tasks],
            )


def add_escalations(pack):
    """One question that waited a day too long for its answer, and two that did not."""
    ask(pack, "ESC-1", "TB-ND", "programme", "38 workshops for 36 places: open two rooms or a fourth slot?",
        ["Open two more rooms in every slot", "Open a fourth slot"], ("2025-10-13", "17:30"), ("2025-10-14", "17:00"),
        ("2025-10-15", "10:00"))
    ask(pack, "ESC-2", "TB-TCHC", "finance", "Meals above the norm for heads of special class", ["Approve", "Refuse"],
        ("2025-10-13", "18:00"), ("2025-10-16", "17:00"), ("2025-10-15", "11:00"))
    ask(pack, "ESC-3", "TB-LT", "protocol", "Place of the co-host beside the State President", ["Beside him", "By rank"],
        ("2025-10-17", "09:00"), ("2025-10-19", "17:00"), ("2025-10-18", "16:00"))


def ask(pack, code, body, authority, question, options, asked, due, answered):
    pack.add(
        "escalations", code, packs.instant(packs.at(*asked)), owner=body, assumed="escalation synthetic", **{"from": body}, to="BCD",
        asks=authority, question=question, options=options, recommended=1, asked=packs.at(*asked), answer_due=packs.at(*due),
    )
    pack.change(
        "escalations", code, packs.instant(packs.at(*answered)), answered=packs.at(*answered), answered_by="BCD-STANDING",
        answer=options[0],
    )


def add_risks(pack):
    for code, officer, title_vi, title_en, likelihood, impact, mitigation, fallback in RISKS:
        pack.add(
            "risks", code, "2025-10-13", owner=pack.last("officers", officer)["body"], assumed="risk assumed", title_vi=title_vi,
            title_en=title_en, officer=officer, likelihood=likelihood, impact=impact, state="watched", mitigation=mitigation,
            fallback=fallback, review_on="2025-10-24",
        )
