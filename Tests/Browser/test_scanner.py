"""wapiti and sqlmap attack the served house within a fixed time, as somebody signed in and as a stranger, and find nothing."""

import http.server
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import threading
import urllib.parse
import warnings

import pytest
from conftest import CHANCERY
from served import Server, load_hanoi

# wapiti 3.1.2 makes of what it is to leave out a regular expression that Python refuses since 3.11; here it is told one.
WAPITI = """
import re
from wapitiCore.net import crawler
crawler.wildcard_translate = re.compile
from wapitiCore.main.wapiti import wapiti_asyncio_wrapper
wapiti_asyncio_wrapper()
"""

# An address of each shape of page, and where the forms on them go. Nothing else is asked: links lead to hundreds of lists with their
# orders, filters and days, to a feed that never ends, and out of the session.
PAGES = [
    "/", "/slips?by=rule&desk=CMD", "/records/sessions?q=gala&order=code", "/records/sessions/P-GALA?as-of=2025-10-10", "/search?q=gala",
    "/programme?day=2025-10-25", "/committee?as-of=2025-10-10", "/records/assignments", "/administration", "/confirm?back=%2Fkeys",
    "/credentials", "/new/desks", "/take/desks", "/packs", "/assign?rule=CMD-03&variant=overdue&about=task%2FT-COST",
]
FORMS = ["/language", "/views"]
# Fields that are compared and never shown, and fields that are read and shown as their neighbours are.
SKIPPED = [
    "token", "act", "rule", "variant", "about", "by", "order", "officer", "due", "reason", "language", "scope", "was-name_en",
    *(f"{state}-{field}" for field in ["code", "name_vi", "body", "owner", "classification", "assumed"] for state in ["to", "was"]),
]
MODULES = "csp,http_headers,cookieflags,csrf,crlf,redirect,sql,exec,file,xxe,xss"


# Of strangers further: whoever guesses is made to wait, up to ten seconds for each try.
GUESSED = ["code", "account", "password", "time-code"]


def scan(folder, address, pages, modules, forms=(), headers=(), skipped=()):
    """How many pages and forms wapiti has seen, and each of its findings: its kind, where it is, and what it is."""
    known = "|".join(re.escape(path) for path in [*pages, *forms])
    ended = subprocess.run(
        [
            sys.executable, "-c", WAPITI, "--url", address + "/", *(f"--start={address}{path}" for path in pages),
            f"--exclude={re.escape(address)}(?!({known})$)", *(f"--skip={name}" for name in [*SKIPPED, *skipped]),
            *(f"--header={header}" for header in headers), "--module", modules, "--depth", "1", "--scan-force", "paranoid", "--tasks", "1",
            "--timeout", "20", "--max-scan-time", "30", "--max-attack-time", "40", "--no-bugreport",
            # What it would ask of its makers' servers it asks of the one that it attacks.
            "--endpoint", address + "/", "--dns-endpoint", "127.0.0.1", "--store-session", folder, "--store-config", folder,
            "--format", "json", "--output", folder / "report.json", "--verbose", "1",
        ], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=700)
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-3000:]
    # What broke down has found nothing either.
    for trouble in ["seems broken", "Unable to find a module", "Traceback", "network issues"]:
        assert trouble not in ended.stdout, ended.stdout[-3000:]
    if "time was reached" in ended.stdout:
        warnings.warn("the scan was cut short", stacklevel=2)
    report = json.loads((folder / "report.json").read_text())
    found = [
        (kind, f"{each['method']} {each['path']} {each['parameter']}".strip(), each["info"])
        for part in ["vulnerabilities", "anomalies"] for kind, several in report[part].items() for each in several
    ]
    return report["infos"]["crawled_pages"], found


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """A house of its own: what an attack writes is in nobody's way."""
    folder = str(tmp_path_factory.mktemp("attacked"))
    load_hanoi(CHANCERY, folder)
    server = Server(CHANCERY, folder)
    yield server
    server.close()


def test_a_scanner_finds_nothing_in_what_it_has_stored(attacked, tmp_path):
    """Names of kept lists are shown on the page of credentials; its query keeps out the forms there, which go to the bare address."""
    pages = ["/records/assignments", "/credentials?kept=shown"]
    seen, found = scan(tmp_path, attacked.address, pages, "xss,permanentxss", ["/views"], [f"Cookie: {attacked.cookie}"])
    assert found == []
    assert seen >= len(pages) + 2
    assert "alert(" in attacked.ask("GET", pages[1])[1]


def test_a_scanner_finds_nothing_as_somebody_signed_in(attacked, tmp_path):
    assert [path for path in PAGES if attacked.ask("GET", path)[0].status != 200] == []
    seen, found = scan(tmp_path, attacked.address, PAGES, MODULES, FORMS, [f"Cookie: {attacked.cookie}"])
    assert found == []
    assert seen >= len(PAGES) + 8
    assert attacked.ask("GET", "/keys")[0].status == 200, "the session ended before the scan"


def test_a_scanner_finds_nothing_as_a_stranger(attacked, tmp_path):
    seen, found = scan(
        tmp_path, attacked.address, ["/", "/sign-in", "/records/sessions?q=gala", "/api/records/sessions?q=gala"], MODULES, ["/language"],
        skipped=GUESSED)
    # There is no session yet of which these forms could carry a token: from another site they are refused by what browsers say of it.
    bare = {("Cross Site Request Forgery", f"POST {path}", "Lack of anti CSRF token") for path in ["/sign-in", "/language"]}
    for path in ["/sign-in", "/language"]:
        answer, page = attacked.ask("POST", path, {"code": "A", "language": "en"}, {"Cookie": "", "Sec-Fetch-Site": "cross-site"})
        assert answer.status == 403 and 'name="code"' not in page
    assert [each for each in found if each not in bare] == []
    assert seen > 6
    # The one of these fields that is shown again.
    sent = {"account": "\"><script>alert(1)</script>", "password": "p", "time-code": "1"}
    _, page = attacked.ask("POST", "/sign-in", sent, {"Cookie": ""})
    assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page


class Faulty(http.server.BaseHTTPRequestHandler):
    """Shows the words that were asked for as they were sent."""

    def do_GET(self):
        words = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("q", [""])[-1]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<html><body><p>{words}</p></body></html>".encode())

    def log_message(self, *_):
        pass


def test_the_scanner_finds_what_is_faulty(tmp_path):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Faulty) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _, found = scan(tmp_path, f"http://127.0.0.1:{server.server_port}", ["/", "/?q=a"], "csp,xss")
        server.shutdown()
    assert {kind for kind, _, _ in found} == {"Reflected Cross Site Scripting", "Content Security Policy Configuration"}


def inject(folder, target, *options):
    """What sqlmap says of each field of an address or a form."""
    ended = subprocess.run(
        [
            sys.executable, pathlib.Path(sys.executable).with_name("sqlmap"), "--url", target, "--batch", "--disable-coloring", "--dbms", "sqlite", "--technique", "BEU",
            "--level", "2", "--output-dir", folder, *options,
        ], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300, env={"HOME": str(folder), "PATH": ""})
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-3000:]
    return ended.stdout


@pytest.mark.parametrize("path", ["/search?q=gala", "/records/sessions?q=gala&order=code", "/readings?account=DEMO", "/sign-ins?account=DEMO"])
def test_no_question_of_the_database_is_made_of_what_is_asked(attacked, tmp_path, path):
    said = inject(tmp_path, attacked.address + path, "--cookie", attacked.cookie, "--skip", "cookie,user-agent,referer,host")
    assert "is vulnerable" not in said and "injectable" in said, said[-3000:]


def test_no_question_of_the_database_is_made_of_what_a_stranger_sends(attacked, tmp_path):
    said = inject(tmp_path, attacked.address + "/sign-in", "--data", "code=A&language=en", "-p", "code,language", "--ignore-code", "*")
    assert "is vulnerable" not in said and "injectable" in said, said[-3000:]


class Open(http.server.BaseHTTPRequestHandler):
    """Makes a question of the database out of the words that were asked for."""

    def do_GET(self):
        words = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("q", [""])[-1]
        with sqlite3.connect(":memory:") as database:
            try:
                rows = database.execute(f"SELECT 'gala dinner' WHERE 'gala' = '{words}'").fetchall()
                answer = f"<html><body>{rows}</body></html>"
            except sqlite3.Error as error:
                answer = f"<html><body>SQLite error: {error}</body></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(answer.encode())

    def log_message(self, *_):
        pass


def test_sqlmap_finds_what_is_open(tmp_path):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Open) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        said = inject(tmp_path, f"http://127.0.0.1:{server.server_port}/?q=gala")
        server.shutdown()
    assert "identified the following injection point" in said, said[-3000:]
