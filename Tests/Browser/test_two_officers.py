"""What gives power takes two officers: one proposes, another sees what it changes and lets it be done."""

import base64
import hashlib
import hmac
import shutil
import tempfile
import time

import pytest
from conftest import House, sign_in


@pytest.fixture(scope="module")
def house():
    """A house of their own: whoever came in long ago proves again to be themselves before giving power."""
    folder = tempfile.mkdtemp(prefix="chancery-two-")
    house = House(folder)
    yield house
    house.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def signed_in(house, browser):
    return sign_in(house, browser)


def entered(browser, house, code, **options):
    context = browser.new_context(base_url=house.address, **options)
    page = context.new_page()
    page.goto("/sign-in")
    page.locator("#code").fill(code)
    page.locator("form.sign-in button").first.click()
    page.wait_for_url(house.address + "/")
    return page


def invited(screen, browser, house, account, **options):
    page = screen("/administration")
    page.locator("tr", has_text=account).get_by_role("button", name="Make a one-time code").click()
    return page, entered(browser, house, page.locator(".receipt code").inner_text(), **options)


def time_code(secret, step):
    """RFC 6238, as an authenticator shows it."""
    letters = secret.replace("-", "").replace(" ", "")
    key = base64.b32decode(letters + "=" * (-len(letters) % 8))
    told = hmac.new(key, step.to_bytes(8, "big"), hashlib.sha1).digest()
    start = told[19] & 0xF
    number = int.from_bytes(told[start:start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def on_their_own(browser, house, account, page):
    """Whoever was let in by a code sets a password, and comes in by it: from then on nobody else can be them."""
    password = "a harbour full of lanterns"
    page.goto("/credentials")
    secret = page.locator("form:has(#password) code").inner_text()
    step = int(time.time()) // 30
    page.locator("#password").fill(password)
    page.locator("#time-code").fill(time_code(secret, step))
    page.locator("form:has(#password) button").first.click()
    page.wait_for_load_state()
    context = browser.new_context(base_url=house.address)
    own = context.new_page()
    own.goto("/sign-in")
    form = own.locator("form:has(#password)")
    form.locator("#account").fill(account)
    form.locator("#password").fill(password)
    # The code that set the authenticator is used up; the next is taken too.
    form.locator("#time-code").fill(time_code(secret, step + 1))
    form.locator("button").first.click()
    own.wait_for_url(house.address + "/")
    page.context.close()
    return own


@pytest.fixture(scope="module")
def second(house, browser, signed_in):
    """The second officer's session, come in by themselves."""
    context = browser.new_context(storage_state=signed_in, base_url=house.address, locale="en-GB")
    page = context.new_page()
    page.goto("/administration")
    page.locator("tr", has_text="DEMO-SECOND").get_by_role("button", name="Make a one-time code").click()
    own = on_their_own(browser, house, "DEMO-SECOND", entered(browser, house, page.locator(".receipt code").inner_text()))
    state = own.context.storage_state()
    own.context.close()
    context.close()
    return state


def proposed(page, code):
    page.goto("/new/grants")
    page.locator("#field-code").fill(code)
    page.locator("#field-account").fill("DEMO-AUDITOR")
    page.locator("#field-desk").fill("HLT")
    page.locator("#field-reason").or_(page.locator("#reason")).first.fill("a nurse on duty")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/records/pending-acts/**")
    return page.url


def test_one_who_let_the_other_in_confirms_nothing_of_theirs(screen, house, browser):
    page, other = invited(screen, browser, house, "DEMO-SECOND")
    where = proposed(page, "TWO-BROWSER-3").split("?")[0]
    other.goto(where.replace("/records/", "/do/confirm/"))
    assert "You proposed" in other.locator(".barred").inner_text()
    assert other.get_by_role("button", name="Confirm").count() == 0
    assert other.goto("/records/grants/TWO-BROWSER-3").status == 404
    # Nor the other way round: who made the code could be both of them.
    page.goto(proposed(other, "TWO-BROWSER-0").split("?")[0].replace("/records/", "/do/confirm/"))
    assert "You proposed" in page.locator(".barred").inner_text()
    other.context.close()


def test_a_grant_waits_for_another_officer_who_sees_what_it_gives(screen, house, browser, second):
    page, other = screen("/"), browser.new_context(storage_state=second, base_url=house.address).new_page()
    where = proposed(other, "TWO-BROWSER-1").split("?")[0]
    assert other.request.get("/records/grants/TWO-BROWSER-1").status == 404
    other.goto(where)
    assert other.get_by_role("link", name="Confirm").count() == 0
    page.goto(where)
    page.get_by_role("link", name="Confirm").click()
    shown = page.locator(".preview").inner_text()
    assert "TWO-BROWSER-1" in shown and "HLT" in shown and "DEMO-AUDITOR" in shown
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_load_state()
    assert page.goto("/records/grants/TWO-BROWSER-1").status == 200
    other.context.close()


def test_a_grant_is_turned_down_by_keyboard_without_javascript(screen, house, browser, second):
    context = browser.new_context(storage_state=second, base_url=house.address, java_script_enabled=False)
    page, other = screen("/"), context.new_page()
    where = proposed(page, "TWO-BROWSER-2")
    other.goto(where.split("?")[0])
    link = other.get_by_role("link", name="Turn down")
    link.focus()
    other.keyboard.press("Enter")
    other.wait_for_url("**/do/turn_down/**")
    other.get_by_role("button", name="Turn down").focus()
    other.keyboard.press("Enter")
    other.wait_for_url("**/records/pending-acts/**")
    assert "turned down" in other.content()
    assert other.goto("/records/grants/TWO-BROWSER-2").status == 404
    other.context.close()
