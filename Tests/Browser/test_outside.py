"""What the house says to the outside, taken by systems that others wrote: a mail server, and the library of Standard Webhooks."""

import email
import email.policy
import html
import http.client
import http.server
import re
import socket
import threading
import time
import urllib.parse

import pytest
from aiosmtpd.controller import Controller
from standardwebhooks import Webhook

from conftest import served

SECONDS = 30


class Letters:
    def __init__(self):
        self.taken = []

    async def handle_DATA(self, server, session, envelope):
        self.taken.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 taken"


class Told(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken.append((dict(self.headers), body))
        # The first message is not taken: it must come again.
        self.send_response(503 if len(self.server.taken) == 1 else 204)
        self.end_headers()

    def log_message(self, *_):
        pass


class Visitor:
    """A browser's forms without a browser."""

    def __init__(self, house):
        self.host = house.address.removeprefix("http://")
        self.cookie = ""
        answer, _ = self.ask("POST", "/sign-in", {"code": house.code})
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    def ask(self, method, path, form=None):
        connection = http.client.HTTPConnection(self.host, timeout=SECONDS)
        headers = {"Cookie": self.cookie + "; __Host-language=en", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, body=urllib.parse.urlencode(form) if form else None, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer, text

    def send(self, page, path, **form):
        _, text = self.ask("GET", page)
        token = re.search(r'name="token" value="([^"]+)"', text).group(1)
        return self.ask("POST", path, {"token": token, **form})


def wait_for(what, count):
    end = time.monotonic() + SECONDS
    while len(what) < count and time.monotonic() < end:
        time.sleep(0.05)
    assert len(what) >= count, f"{len(what)} of {count} came"


@pytest.fixture
def outside():
    letters = Letters()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    relay = Controller(letters, hostname="127.0.0.1", port=port)
    relay.start()
    hook = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Told)
    hook.taken = []
    threading.Thread(target=hook.serve_forever, daemon=True).start()
    options = [
        "--mail-relay", f"smtp://127.0.0.1:{port}", "--mail-from", "chancery@ceremony.example", "--webhook-host",
        f"127.0.0.1:{hook.server_port}"]
    with served(*options) as house:
        yield house, letters.taken, hook
    hook.shutdown()
    relay.stop()


def test_an_office_is_written_to_and_a_system_is_told(outside):
    house, letters, hook = outside
    visitor = Visitor(house)
    answer, text = visitor.send(
        "/administration", "/hooks", act="add", **{"hook-address": f"http://127.0.0.1:{hook.server_port}/told"})
    assert answer.status == 200, text
    secret = html.unescape(re.search(r"whsec_[^<]+", text).group(0))

    answer, text = visitor.send(
        "/edit/accounts/DEMO", "/edit/accounts/DEMO", act="save", reason="so that it is told",
        **{"was-mail": "", "to-mail": "duty@ceremony.example"})
    assert answer.status == 303, text
    wait_for(hook.taken, 2)
    headers, body = hook.taken[1]
    told = Webhook(secret).verify(body, {name.lower(): value for name, value in headers.items()})
    assert told["type"] == "ceremony.changed"
    assert told["data"]["entry"] > 0
    assert hook.taken[0][0]["webhook-id"] == headers["webhook-id"], "sent again, it is the same message"

    answer, text = visitor.send("/credentials", "/credentials", act="token", scope="read", **{"token-name": "Test"})
    assert answer.status == 200, text
    wait_for(letters, 1)
    sender, recipients, content = letters[0]
    assert (sender, recipients) == ("chancery@ceremony.example", ["duty@ceremony.example"])
    letter = email.message_from_bytes(content, policy=email.policy.default)
    assert letter["Subject"] == "Đã tạo mã truy cập cho phần mềm · A token for a program was made"
    assert letter["To"] == "duty@ceremony.example"
    assert "in the name of account DEMO" in letter.get_content()
    assert "chancery_" not in letter.get_content()
    assert letter.defects == []
    _, page = visitor.ask("GET", "/administration")
    assert "1 sent since the house was opened" in page
