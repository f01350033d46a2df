"""Whatever somebody brings, the house keeps its size, and everybody else their pages."""

import io
import json
import re
import socket
import threading
import time
import urllib.error
import urllib.request
import zipfile

import pytest

from conftest import entered, served

# What takes half a second at most is measured where nothing else is asked of the machine.
pytestmark = pytest.mark.alone

MEGABYTE = 1 << 20
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = ["code", "kind", "name_vi", "name_en"]


def workbook(rows, columns=COLUMNS):
    """A workbook of many short rows: small to send, and large for whoever makes all of it."""
    def cell(text):
        return f'<c t="str"><v>{text}</v></c>'

    sheet = io.StringIO()
    sheet.write("<worksheet><sheetData><row>" + "".join(map(cell, columns)) + "</row>")
    for number in range(rows):
        sheet.write(f"<row>{cell(f'N-{number}')}</row>")
    sheet.write("</sheetData></worksheet>")
    files = {
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="bodies" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>',
        "xl/sheet.xml": sheet.getvalue(),
    }
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writer:
        for name, text in files.items():
            writer.writestr(name, text)
    return archive.getvalue()


def filled(rows):
    """As many rows as are taken, each with all its cells."""
    lines = [",".join(COLUMNS)] + [f"N-{number},office,Một {number},One {number}" for number in range(rows)]
    return "\n".join(lines).encode()


class Process:
    def __init__(self, house):
        self.path = f"/proc/{house.process.pid}"

    def peak(self):
        with open(self.path + "/status") as status:
            return int(re.search(r"VmHWM:\s+(\d+) kB", status.read()).group(1)) << 10

    def forget_peak(self):
        with open(self.path + "/clear_refs", "w") as refs:
            refs.write("5")


class Visitor:
    """Somebody who has signed in, by plain requests."""

    def __init__(self, house, page):
        self.address = house.address
        self.cookie = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
        page.goto("/take/bodies")
        self.token = page.locator("form.record input[name=token]").get_attribute("value")

    def ask(self, path, body=None, kind=None):
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        if kind:
            headers["Content-Type"] = kind
        request = urllib.request.Request(self.address + path, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read()

    def upload(self, path, field, name, content, mime):
        def part(head, content):
            return b"--X\r\nContent-Disposition: form-data; " + head + b"\r\n\r\n" + content + b"\r\n"

        body = part(b'name="token"', self.token.encode())
        body += part(f'name="{field}"; filename="{name}"\r\nContent-Type: {mime}'.encode(), content)
        return self.ask(path, body + b"--X--\r\n", "multipart/form-data; boundary=X")


@pytest.fixture(scope="module")
def fortress(browser):
    """A house of its own, for its memory is measured, with somebody who has signed in and their process."""
    with served(invite=("DEMO",) * 8 + ("DEMO-SECOND",)) as house:
        page = entered(browser, house, house.code, locale="en-GB")
        page.get_by_role("button", name="English").click()
        visitor = Visitor(house, page)
        for path in ("/", "/slips", "/records/bodies", "/take/bodies", "/keys"):
            assert visitor.ask(path)[0] == 200
        # What is made once for all who come is made before anything is measured.
        visitor.upload("/take/bodies", "sheet", "b.csv", filled(10), "text/csv")
        yield house, visitor
        page.context.close()


def measured(fortress, work):
    """What the work gave, by how much the process grew at most, and the longest that another page took meanwhile."""
    house, visitor = fortress
    process = Process(house)
    process.forget_peak()
    before = process.peak()
    slowest, done = 0.0, threading.Event()

    def look():
        nonlocal slowest
        while not done.is_set():
            begun = time.monotonic()
            assert visitor.ask("/keys")[0] == 200
            slowest = max(slowest, time.monotonic() - begun)
            time.sleep(0.02)

    looker = threading.Thread(target=look)
    looker.start()
    try:
        answer = work(visitor)
    finally:
        done.set()
        looker.join()
    grown = process.peak() - before
    print(f"grown {grown / MEGABYTE:.1f} MB, slowest page {slowest * 1000:.0f} ms")
    return answer, grown, slowest


def files():
    yield "20,000 rows of a wide header", "b.xlsx", workbook(20_000), SHEET
    yield "200,000 rows", "b.xlsx", workbook(200_000), SHEET
    yield "2,000,000 rows", "b.xlsx", workbook(2_000_000), SHEET
    yield "500 columns that nobody knows", "b.xlsx", workbook(200_000, [f"c{number}" for number in range(500)]), SHEET
    yield "16 MB of line ends", "b.csv", b"code,kind\nA,b\n" + b"\n" * (15 * MEGABYTE), "text/csv"
    yield "16 MB of separators", "b.csv", b"code,kind\n" + b"," * (15 * MEGABYTE) + b"x\n", "text/csv"
    yield "16 MB of rows", "b.csv", b"code,kind\n" + b"A,b\n" * (15 * MEGABYTE // 4), "text/csv"
    yield "16 MB in two bytes a letter", "b.csv", "code,kind\n".encode("utf-16") + "A,ệ\n".encode("utf-16-le") * (15 * MEGABYTE // 8), "text/csv"
    yield "as many rows as are taken", "b.csv", filled(20_000), "text/csv"


@pytest.fixture(scope="module", params=[pytest.param(file, id=file[0]) for file in files()])
def brought(request, fortress):
    """What came of one file: read once, and asked about by several tests."""
    _, name, content, mime = request.param
    assert len(content) <= 16 * MEGABYTE
    return measured(fortress, lambda visitor: visitor.upload("/take/bodies", "sheet", name, content, mime))


def test_a_sheet_that_is_too_much_is_refused_in_a_page_of_a_bearable_size(brought):
    (status, answer), _, _ = brought
    assert status == 422, answer[:2000]
    assert len(answer) < 400_000


def test_a_sheet_of_any_size_takes_little_memory(brought):
    assert brought[1] < 64 * MEGABYTE


def test_a_sheet_of_any_size_keeps_nobody_waiting(brought):
    """Half a second is for a program that was built to be used: unoptimised, sixteen megabytes take longer."""
    assert brought[2] < 0.5


def test_json_of_many_names_is_refused_in_no_time(fortress):
    house, visitor = fortress
    page = visitor.ask("/credentials", f"token={visitor.token}&token-name=t&scope=write&act=token".encode(), "application/x-www-form-urlencoded")
    token = re.search(rb"chancery_[A-Z2-9]{52}", page[1]).group(0).decode()
    body = json.dumps({"act": "edit", "records": [{"kind": "body", "code": "X", "set": {f"n{number}": 0 for number in range(70_000)}}]})
    assert len(body) < MEGABYTE

    def send(_):
        request = urllib.request.Request(
            house.address + "/api/acts", body.encode(), {"Authorization": "Bearer " + token, "Content-Type": "application/json"})
        begun = time.monotonic()
        with pytest.raises(urllib.error.HTTPError) as refusal:
            urllib.request.urlopen(request, timeout=60)
        return refusal.value.code, json.load(refusal.value), time.monotonic() - begun

    (status, answer, took), _, slowest = measured(fortress, send)
    assert status == 400 and "too many names" in answer["error"]["message"]
    assert took < 0.5 and slowest < 0.5


def begin_to_send(house, cookie, length):
    """A connection on which nearly all was sent of a body so long, and its end is not."""
    host, port = house.address.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)), timeout=20)
    head = (
        f"POST /take/bodies HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n"
        f"Content-Type: multipart/form-data; boundary=X\r\nContent-Length: {length}\r\n\r\n")
    try:
        connection.sendall(head.encode() + b"x" * (length - MEGABYTE))
    except OSError:
        # Turned away meanwhile: what was said is still to be read.
        pass
    return connection


def turned_away(connection):
    """Whether an answer came that asks to come again; nothing comes while the rest is awaited."""
    connection.settimeout(3)
    try:
        said = connection.recv(65536)
    except TimeoutError:
        return False
    except ConnectionResetError:
        return True
    assert said.startswith(b"HTTP/1.1 429"), said[:200]
    return True


def test_many_who_send_much_at_once_take_little_memory(browser, fortress):
    house, _ = fortress
    pages = [entered(browser, house, code, locale="en-GB") for code in house.spare]
    cookies = ["; ".join(f"{each['name']}={each['value']}" for each in page.context.cookies()) for page in pages]

    def send(_):
        # By each of seven sessions twice: all of them are one account's, which has its part and no more.
        connections = [begin_to_send(house, cookie, 12 * MEGABYTE) for cookie in cookies * 2]
        refused = [turned_away(connection) for connection in connections]
        for connection in connections:
            connection.close()
        return refused

    refused, grown, slowest = measured(fortress, send)
    assert refused.count(False) == 1
    assert grown < 64 * MEGABYTE and slowest < 0.5
    for page in pages:
        page.context.close()
