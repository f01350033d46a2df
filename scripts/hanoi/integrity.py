"""The event's own systems and names: assets with their way of working without a network, impostor sites, false claims."""

import hashlib

from hanoi import pack as packs
from hanoi.invitations import SITE

# code, kind, address, official, critical, Vietnamese, English
ASSETS = [
    ("AS-DOMAIN", "domain", SITE, True, False, "Tên miền chính thức", "Official domain"),
    ("AS-SITE", "website", f"https://{SITE}", True, False, "Trang thông tin", "Official site"),
    ("AS-ACCRED", "software", "accreditation.test", False, True, "Hệ thống đăng ký, cấp thẻ", "Accreditation system"),
    ("AS-GATES", "software", "gates.test", False, True, "Hệ thống kiểm soát cửa", "Gate system"),
    ("AS-SCRIPT", "software", "script.test", False, True, "Kịch bản điều hành", "Run of show"),
    ("AS-NET", "network", "network.test", False, True, "Mạng của sự kiện", "Network of the event"),
    ("AS-MAIL", "mail", "mail.test", False, False, "Thư điện tử", "Mail"),
    ("AS-BADGE", "equipment", "printers.test", False, True, "Máy in thẻ", "Badge printers"),
]
CHANGED = ("2025-10-01", "09:00")
DRILLED = ("2025-10-10", "09:00")
# The printers' no-network mode failed its drill; it passed a second one on the 16th: a slip of that week.
FAILED = "AS-BADGE"
CLAIMS = [("CL-1", "place_of_session", "to_access", "social_network", "SRC-1", "2025-10-18"),
          ("CL-2", "transport", "to_access", "messaging", "SRC-2", "2025-10-23")]


def tell(pack):
    add_assets(pack)
    add_impostors(pack)
    add_claims(pack)
    add_records(pack)


def add_assets(pack):
    for code, kind, address, is_official, is_critical, name_vi, name_en in ASSETS:
        pack.add("assets", code, "2025-08-05", owner="A05", classification="public" if is_official else "restricted",
                 assumed="" if is_official else "asset synthetic", kind=kind, name_vi=name_vi, name_en=name_en, address=address,
                 is_official=is_official, is_critical=is_critical, officer="A05-DUTY", changed=packs.at(*CHANGED))
        if is_critical:
            drilled = packs.at(*DRILLED)
            pack.add(
                "fallbacks", f"FB-{code[3:]}", packs.instant(drilled), owner="A05", classification="restricted", assumed="drill synthetic",
                asset=code, mode_vi="Bản sao cục bộ đã niêm phong và giấy", mode_en="Sealed local copy and paper", officer="A05-DUTY",
                copy_every_minutes=15, drilled=drilled, result="failed" if code == FAILED else "passed",
            )
    again = packs.at("2025-10-16", "09:00")
    pack.change("fallbacks", f"FB-{FAILED[3:]}", packs.instant(again), drilled=again, result="passed")


def add_impostors(pack):
    seen = packs.at("2025-10-17", "08:10")
    pack.add(
        "lookalike_domains", "LD-1", packs.instant(seen), owner="A05", assumed="synthetic: no such domain was found",
        name="hanoi-convention.invalid", imitates="AS-DOMAIN", seen=seen, found_through="certificate_log", is_active=True,
    )
    told = packs.at("2025-10-17", "10:30")
    pack.change("lookalike_domains", "LD-1", packs.instant(told), focal_points_told=told, registrar_told=told)
    down = packs.at("2025-10-18", "14:00")
    pack.change("lookalike_domains", "LD-1", packs.instant(down), is_active=False, taken_down=down)


def add_claims(pack):
    for code, kind, title_vi, title_en in (
        ("SRC-1", "programme", "Chương trình chính thức", "The official programme"),
        ("SRC-2", "public_notice", "Thông báo phân luồng", "Traffic notice"),
    ):
        pack.add("official_sources", code, "2025-10-13", owner="TB-TTVH", classification="public", kind=kind,
                 body="TB-ND" if kind == "programme" else "CAHN", title_vi=title_vi, title_en=title_en, address=f"https://{SITE}",
                 issued_on="2025-10-13", assumed="address assumed")
    for code, about, harm, channel, source, day in CLAIMS:
        seen = packs.at(day, "09:00")
        pack.add("claims", code, packs.instant(seen), owner="A05", assumed="claim synthetic", about=about, harm=harm, channel=channel,
                 language="vi", seen=seen, sample_hash=hashlib.sha256(code.encode()).hexdigest(), sample_until="2025-11-30",
                 state="reported")
        corrected = seen + packs.minutes(240)
        pack.change("claims", code, packs.instant(corrected), state="corrected", source=source, reviewed_by="TB-TTVH")
        pack.add("corrections", f"COR-{code[3:]}", packs.instant(corrected), owner="TB-TTVH", classification="public",
                 assumed="correction synthetic", claim=code, text_vi="Thông tin đúng có trên trang chính thức",
                 text_en="The right information stands on the official site", channels=[channel, "website"], published=corrected,
                 approved_by="TB-TTVH-HEAD", delegations_told=corrected)


def add_records(pack):
    seen = packs.at("2025-10-25", "10:40")
    pack.add("cyber_incidents", "CI-1", packs.instant(seen), owner="A05", classification="restricted", assumed="incident synthetic",
             asset="AS-SITE", kind="denial_of_service", severity="medium", summary="Flood of requests to the official site", seen=seen,
             officer="A05-DUTY")
    over = packs.at("2025-10-25", "11:30")
    pack.change("cyber_incidents", "CI-1", packs.instant(over), contained=over, resolved=over)
    made = packs.at("2025-10-22", "16:00")
    pack.add("exports", "EX-1", packs.instant(made), owner="TB-LT", classification="restricted", assumed="export synthetic",
             holds="list_of_people", people=2200, purpose="Sealed list for the gates without a network", recipient="CAHN",
             asked_by="CAHN-DUTY", approved_by="BNG-PTY3", made=made, expires_on="2025-10-27")
    pack.add("holds", "HOLD-1", "2025-10-25", owner="BTK", classification="restricted", assumed="hold synthetic", person="J-400",
             reason="Appeal against a refused application", ordered_by="BTK-DESK", from_day="2025-10-25", ends_on="2025-12-31")
    proved = packs.at("2025-10-16", "15:00")
    pack.add("restore_drills", "RD-1", packs.instant(proved), owner="A05", assumed="drill synthetic",
             copy_made=packs.at("2025-10-16", "02:00"),
             done=proved, bare_machine=True, chain_verified=True, minutes=38, officer="A05-DUTY")
