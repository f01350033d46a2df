"""Accounts to look around with: offices, not people. Nobody can sign in with one until it is invited; none has a password."""

FROM = "2025-10-08"
EVERY_DESK = ["CMD", "PTY", "PRG", "PRO", "SGN", "SEC", "MOV", "LOD", "FIN", "HLT", "COM", "INT", "DAT"]

# code, officer, title, title in Vietnamese, desks, highest classification, administers, audits
ACCOUNTS = [
    ("DEMO", "BTK-HEAD", "Demonstration: head of the secretariat, every desk", "Xem thử: Trưởng Ban Thư ký, mọi bàn", EVERY_DESK,
     "restricted", True, True),
    ("DEMO-PROTOCOL", "TB-LT-DESK", "Demonstration: protocol desk", "Xem thử: bàn lễ tân", ["PRO", "PTY"], "internal", False, False),
    ("DEMO-SECURITY", "TB-ANYT-HEAD", "Demonstration: security desk", "Xem thử: bàn an ninh", ["SEC", "MOV"], "restricted", False, False),
    ("DEMO-SIGNING", "TB-ND-DEPUTY", "Demonstration: programme and signing desks", "Xem thử: bàn chương trình và ký", ["PRG", "SGN"],
     "internal", False, False),
    ("DEMO-AUDITOR", "", "Demonstration: auditor", "Xem thử: người kiểm tra", [], "internal", False, True),
]


def tell(pack):
    for code, officer, title_en, title_vi, desks, ceiling, administers, audits in ACCOUNTS:
        pack.add(
            "accounts", code, FROM, owner="BTK", assumed="demonstration account", title_vi=title_vi, title_en=title_en, officer=officer)
        for desk in desks or [""]:
            pack.add(
                "grants", f"{code}-{desk or 'ALL'}", FROM, owner="BTK", assumed="demonstration account", account=code, desk=desk,
                ceiling=ceiling, administers="true" if administers else "", audits="true" if audits else "", valid_from=FROM)
