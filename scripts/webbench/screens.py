"""M10: how long until a change is seen on very many open screens of different pages, beside one screen of each."""

import asyncio
import contextlib
import csv
import html
import json
import pathlib
import re
import resource
import statistics
import time

from served import Server, load_hanoi, processor_seconds

from .asking import settle
from .lists import code, people
from .telling import attempt, told

PEOPLE = 10_000
SCREENS = 2_000
AIM = 1_000
# Pages of one session that listen, and sessions of one account: however many screens one account has open, it asks for a few at a time.
SCREENS_OF_A_SESSION = 4
SESSIONS_OF_AN_ACCOUNT = 5
# A network holds a share of the places alone: the screens stand in several, each of which is an address of its own here.
NETWORKS = 16
OPENED_AT_ONCE = 50
END = b"\r\n\r\n"

PAGES = [
    "/", "/wall", "/slips", "/programme", "/committee", "/delegations", "/signing", "/records/people", "/records/people?page=20",
    "/records/bodies", "/records/sessions", "/records/delegations", "/records/tasks", "/records/places", "/records/officers",
    "/records/parties", "/records/bodies/BTK", "/records/sessions/P-SIGN", "/records/delegations/FRA", f"/records/people/{code(4711)}",
]
# One act that changes something on each of these pages.
CHANGED = [
    ("body", "BTK"), ("session", "P-SIGN"), ("delegation", "FRA"), ("person", code(4711)), ("task", "T-CD01"), ("place", "MAIN"),
    ("party", "FRA"),
]


def run(chancery, folder):
    # A screen listens by one connection, and asks by another.
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 3 * SCREENS), most))
    accounts = [f"SCREEN-{number:03}" for number in range(-(-SCREENS // (SCREENS_OF_A_SESSION * SESSIONS_OF_AN_ACCOUNT)))]
    data = pathlib.Path(folder) / "data"
    # Who may do what is in the house from its beginning: later a pack gives nobody power.
    load_hanoi(chancery, data, people(folder, PEOPLE), with_accounts(folder, accounts))
    server = Server(chancery, data, [account for account in accounts for _ in range(SESSIONS_OF_AN_ACCOUNT)])
    try:
        bearer = server.token_for_programs()
        attempt("few screens", lambda: asyncio.run(change(server, bearer, len(PAGES), None)))
        attempt("many screens", lambda: asyncio.run(change(server, bearer, SCREENS, AIM)))
    finally:
        server.close()


def with_accounts(folder, accounts):
    """Accounts that see what the head of the secretariat sees."""
    pack = pathlib.Path(folder) / "screens"
    pack.mkdir()
    desks = ["CMD", "COM", "FIN", "HLT", "INT", "LOD", "MOV", "PRG", "PRO", "PTY", "SEC", "SGN"]
    (pack / "pack.json").write_text((pathlib.Path(__file__).resolve().parents[2] / "Examples/Hanoi2025/pack.json").read_text())
    with (pack / "accounts.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["happened", "code", "owner", "title_vi", "title_en"])
        rows.writerows([["2025-10-08", account, "BTK", f"Màn hình {account}", f"Screen {account}"] for account in accounts])
    with (pack / "grants.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["happened", "code", "owner", "account", "desk", "ceiling", "valid_from"])
        rows.writerows([
            ["2025-10-08", f"{account}-{desk}", "BTK", account, desk, "restricted", "2025-10-08"] for account in accounts for desk in desks])
    return pack


async def change(server, bearer, count, aim):
    """From the change being sent to the last screen's renewed part being there."""
    screens = [Screen(server, number) for number in range(count)]
    for start in range(0, count, OPENED_AT_ONCE):
        await asyncio.gather(*[screen.open() for screen in screens[start:start + OPENED_AT_ONCE]])
    await asyncio.to_thread(settle, server)
    listening = [asyncio.create_task(screen.listen()) for screen in screens]
    spent = processor_seconds(server.process.pid), time.process_time()
    began = time.monotonic()
    await asyncio.to_thread(server.act, bearer, [(kind, name, {"assumed": f"seen on {count} screens"}) for kind, name in CHANGED])
    try:
        await asyncio.wait_for(asyncio.gather(*listening), 120)
    finally:
        for screen in screens:
            screen.close()
    house, client = processor_seconds(server.process.pid) - spent[0], time.process_time() - spent[1]
    for name, moments in [("heard on", [screen.heard for screen in screens]), ("seen on", [screen.renewed for screen in screens])]:
        waits = sorted((moment - began) * 1000 for moment in moments if moment)
        if not waits:
            raise RuntimeError(f"no change was {name} any screen")
        # Who was not told, or was turned away, waits for ever.
        lost = count - len(waits)
        most = waits[max(0, int(count * 0.99) - 1)] if lost <= count - int(count * 0.99) else float("inf")
        told(f"M10 a change is {name} {count:,} screens of {len(PAGES)} pages",
             f"p50 {statistics.median(waits):6.0f} ms   p99 {most:6.0f} ms   never on {lost}", most, aim, "ms of p99")
    told("    of which the house and who asks took, of a processor", f"{house:.2f} s and {client:.2f} s")


class TurnedAway(Exception):
    """A page that was asked for and is not there: the script of a page does not ask again by itself, and goes on showing what was."""


class Screen:
    """A page that somebody has open, as its script keeps it."""

    def __init__(self, server, number):
        self.server = server
        self.path = PAGES[number % len(PAGES)]
        self.cookie = server.other_cookies[number // SCREENS_OF_A_SESSION]
        self.address = f"127.0.1.{1 + number % NETWORKS}"
        self.heard = self.renewed = None

    async def open(self):
        self.asking = await self.connect()
        page = await self.ask()
        self.feed = html.unescape(re.search(r'data-feed="([^"]+)"', page).group(1))
        self.kinds = set(html.unescape(re.search(r'data-renews="([^"]*)"', page).group(1)).split())
        self.listening = await self.connect()
        self.listening[1].write(self.request(self.feed))
        await self.listening[0].readuntil(END)

    async def listen(self):
        news = b""
        while not (found := re.search(rb"event: changed\ndata: (\{.*\})\n", news)):
            piece = await self.listening[0].read(4096)
            if not piece:
                return
            news += piece
        self.heard = time.monotonic()
        kinds = set(json.loads(found.group(1))["kinds"])
        if "*" in kinds | self.kinds or kinds & self.kinds:
            with contextlib.suppress(TurnedAway):
                await self.ask("HX-Request: true\r\nHX-Target: live\r\n")
                self.renewed = time.monotonic()

    async def ask(self, headers=""):
        """Asks for the page, by the connection by which it was asked for before where the house still holds that."""
        reader, writer = self.asking
        if reader.at_eof():
            reader, writer = self.asking = await self.connect()
        writer.write(self.request(self.path, headers))
        try:
            head = await reader.readuntil(END)
            body = await reader.readexactly(int(re.search(rb"(?i)content-length: (\d+)", head).group(1)))
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise TurnedAway(f"{self.path}: no answer") from error
        if not head.startswith(b"HTTP/1.1 200 ") or b'id="live"' not in body:
            raise TurnedAway(f"{self.path}: {head[:12].decode()}")
        return body.decode()

    async def connect(self):
        return await asyncio.open_connection(self.server.host, self.server.port, local_addr=(self.address, 0))

    def request(self, path, headers=""):
        host = f"{self.server.host}:{self.server.port}"
        return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {self.cookie}\r\n{headers}\r\n".encode()

    def close(self):
        for _, writer in (self.asking, self.listening):
            writer.close()
