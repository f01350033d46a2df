"""The Hanoi ceremony as of 14 October 2025, loaded and served for the tests: a journal, a port and a session of their own."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHANCERY = os.environ["CHANCERY_BINARY"]
SECONDS = 30
# Shorter than what counts as a fresh proof, by what the longest test takes.
FRESH_SECONDS = 8 * 60

sys.path.insert(0, str(ROOT / "scripts"))
from served import load_hanoi  # noqa: E402


def pytest_configure(config):
    config.addinivalue_line("markers", "alone: measures times, and is run while no other test is")
    config.addinivalue_line("markers", "waits: waits long for what is bounded in whole seconds, and is run while others are")
    config.addinivalue_line("markers", "matrix: one more size, scheme, language or list of what other tests look at; `make journeys` runs it")


def matrix(cases, daily):
    """Cases of which those of `daily` are run by every test, and all by `make journeys`."""
    assert set(daily) <= set(cases)
    return [pytest.param(*case, marks=() if case in daily else pytest.mark.matrix) for case in cases]


class House:
    """A server under test. It listens on loopback at a port that was free."""

    def __init__(self, folder, *options, invite=("DEMO", "DEMO-SECOND")):
        self.folder = folder
        load_hanoi(CHANCERY, folder)
        self.serve(*options, invite=invite)

    def serve(self, *options, invite=("DEMO", "DEMO-SECOND")):
        self.log = open(os.path.join(self.folder, "serve.log"), "w+")
        self.process = subprocess.Popen(
            [
                CHANCERY, "serve", "--data", self.folder, "--port", "0", *[word for account in invite for word in ("--invite", account)],
                "--language", "en", *options,
            ], stdout=self.log, stderr=subprocess.STDOUT)
        said = self.wait(len(invite))
        self.address = re.search(r"http://\S+", said).group(0).rstrip("/")
        made = re.findall(r"\(([A-Z-]+)\): ([A-Z0-9-]{24})", said)
        self.codes = dict(made)
        self.code = self.codes[invite[0]]
        self.spare = [code for account, code in made if account == invite[0] and code != self.code]

    def wait(self, codes):
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            said = pathlib.Path(self.log.name).read_text()
            if len(re.findall(r": [A-Z0-9-]{24}$", said, re.M)) == codes:
                return said
            if self.process.poll() is not None:
                raise RuntimeError(said)
            time.sleep(0.1)
        raise TimeoutError(said)

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()


@contextlib.contextmanager
def served(*options, invite=("DEMO", "DEMO-SECOND")):
    """A house in a folder of its own, which goes with it."""
    folder = tempfile.mkdtemp(prefix="chancery-browser-")
    try:
        house = House(folder, *options, invite=invite)
        try:
            yield house
        finally:
            house.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def house():
    """The house that most tests share, and codes enough for all sessions that they will need."""
    with served(invite=("DEMO",) * 8 + ("DEMO-SECOND",)) as house:
        yield house


@pytest.fixture(scope="session")
def pages(house):
    """Every page that somebody of every desk finds in the house, as it says itself: the address and the shape of each."""
    printed = subprocess.run(
        [CHANCERY, "pages", "--data", house.folder, "--format", "json"], check=True, capture_output=True, text=True, timeout=120).stdout
    listed = [json.loads(line) for line in printed.splitlines()]
    return [page for page in listed if page["who"] and not page["programs"]]


@pytest.fixture(scope="session")
def shapes(pages):
    """The address of the first page of each shape."""
    return [page["address"] for page in pages if page["first"]]


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


def entered(browser, house, code, **options):
    """A page of a browser of its own, signed in with a one-time code."""
    context = browser.new_context(base_url=house.address, **options)
    page = context.new_page()
    page.goto("/sign-in")
    page.locator("#code").fill(code)
    page.locator("form.sign-in button").first.click()
    page.wait_for_url(house.address + "/")
    return page


def invited(page, other, account):
    """The code for an account that one administrator asks for and another lets be made."""
    page.goto("/administration")
    page.locator("tr", has_text=account).get_by_role("button", name="Make a one-time code").click()
    page.wait_for_url("**/records/pending-acts/**")
    other.goto(page.url.split("?")[0].replace("/records/", "/do/confirm/"))
    other.get_by_role("button", name="Confirm").click()
    other.locator(".receipt code").wait_for()
    return other.locator(".receipt code").inner_text()


def sign_in(house, browser, code=None):
    """What a browser keeps of a session: a code works once, so that many tests share it."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(house.address + "/")
    assert page.url.endswith("/sign-in")
    page.get_by_label("One-time code").fill(code or house.code)
    page.get_by_role("button", name="Sign in").first.click()
    page.wait_for_url(house.address + "/")
    assert page.get_by_role("heading", name="Readiness").is_visible()
    page.get_by_role("button", name="English").click()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def house_of_two(browser):
    """A house of its own with a page of each administrator, who have both just come in from the folder of the data."""
    with served() as house:
        pages = [entered(browser, house, house.codes[account], locale="en-GB") for account in ("DEMO", "DEMO-SECOND")]
        for page in pages:
            page.get_by_role("button", name="English").click()
        yield house, *pages
        for page in pages:
            page.context.close()


@pytest.fixture(scope="session")
def sessions(house, browser):
    """Signs in, and anew before the house would ask for a proof, as it does a quarter of an hour after somebody signed in."""
    states, since = [], [0.0]

    def newest():
        if not states or time.monotonic() - since[0] > FRESH_SECONDS:
            code = house.spare.pop() if states else house.code
            states.append(sign_in(house, browser, code))
            since[0] = time.monotonic()
        return states[-1]

    return newest


@pytest.fixture
def signed_in(sessions):
    return sessions()


def is_fault(message):
    """Whether the console tells of a fault of ours; that something was refused or is gone is none."""
    return message.type == "error" and "status of 4" not in message.text and "Status Error Code 404" not in message.text


@pytest.fixture
def screen(house, browser, signed_in):
    """Opens screens that are signed in; what a page says on its console fails the test."""
    contexts, said = [], []

    def open_screen(path="/", **options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(storage_state=signed_in, base_url=house.address, locale="en-GB", **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda message: said.append(message.text) if is_fault(message) else None)
        page.goto(path)
        return page

    yield open_screen
    for context in contexts:
        context.close()
    assert said == []
