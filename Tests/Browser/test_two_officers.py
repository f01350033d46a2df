"""What gives power takes two officers: one proposes, another sees what it changes and lets it be done."""

import base64
import hashlib
import hmac
import time

import pytest
from conftest import entered, invited, served, sign_in


@pytest.fixture(scope="module")
def house():
    """A house of their own: whoever came in long ago proves again to be themselves before giving power."""
    with served() as house:
        yield house


@pytest.fixture(scope="module")
def signed_in(house, browser):
    return sign_in(house, browser)


def time_code(secret, step):
    """RFC 6238, as an authenticator shows it."""
    letters = secret.replace("-", "").replace(" ", "")
    key = base64.b32decode(letters + "=" * (-len(letters) % 8))
    told = hmac.new(key, step.to_bytes(8, "big"), hashlib.sha1).digest()
    start = told[19] & 0xF
    number = int.from_bytes(told[start:start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


PASSWORD = "a harbour full of lanterns"


def set_password(page):
    """Sets a password and an authenticator, and gives the step of the code that was used up."""
    page.goto("/credentials")
    secret = page.locator("form:has(#password) code").inner_text()
    step = int(time.time()) // 30
    page.locator("#password").fill(PASSWORD)
    page.locator("#time-code").fill(time_code(secret, step))
    page.locator("form:has(#password) button").first.click()
    page.wait_for_load_state()
    return secret, step


def by_password(browser, house, account, secret, step):
    context = browser.new_context(base_url=house.address)
    page = context.new_page()
    page.goto("/sign-in")
    form = page.locator("form:has(#password)")
    form.locator("#account").fill(account)
    form.locator("#password").fill(PASSWORD)
    # The code that set the authenticator is used up; the next is taken too.
    form.locator("#time-code").fill(time_code(secret, step + 1))
    form.locator("button").first.click()
    page.wait_for_url(house.address + "/")
    return page


@pytest.fixture(scope="module")
def settled(browser):
    """A house whose two administrators were both let in from the folder of the data, and what each browser keeps of it."""
    with served() as house:
        page = entered(browser, house, house.codes["DEMO-SECOND"])
        second = by_password(browser, house, "DEMO-SECOND", *set_password(page))
        page.context.close()
        states = sign_in(house, browser), second.context.storage_state()
        second.context.close()
        yield house, *states


def proposed(page, code, account="DEMO-AUDITOR", administers=False):
    page.goto("/new/grants")
    page.locator("#field-code").fill(code)
    page.locator("#field-account").fill(account)
    page.locator("#field-desk").fill("HLT")
    if administers:
        page.locator("#field-administers").select_option("true")
        page.locator("#field-ceiling").select_option("internal")
    page.locator("#field-reason").or_(page.locator("#reason")).first.fill("a nurse on duty")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/records/pending-acts/**")
    return page.url


def test_who_may_do_anything_is_let_in_by_two_and_whoever_came_in_by_one_hand_decides_nothing(browser, house_of_two):
    house, page, second = house_of_two
    # An account that may do nothing yet is let in by one; what it is given then waits for another.
    page.goto("/new/accounts")
    page.locator("#field-code").fill("NEWCOMER")
    page.locator("#field-title_vi").fill("Tài khoản thử")
    page.locator("#field-title_en").fill("A trial account")
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    page.goto("/administration")
    page.locator("tr", has_text="NEWCOMER").get_by_role("button", name="Make a one-time code").click()
    newcomer = entered(browser, house, page.locator(".receipt code").inner_text(), locale="en-GB")
    where = proposed(page, "TWO-BROWSER-3", account="NEWCOMER", administers=True).split("?")[0]
    assert "would change" in page.locator(".preview").inner_text() or page.locator(".preview dt").count() > 0
    assert newcomer.goto(where).status == 404, "nobody is told of what is not theirs"
    second.goto(where.replace("/records/", "/do/confirm/"))
    second.get_by_role("button", name="Confirm").click()
    second.wait_for_load_state()
    # Now the newcomer administers, by the first one's hand: together they are one.
    where = proposed(page, "TWO-BROWSER-0").split("?")[0]
    newcomer.goto(where)
    assert newcomer.get_by_role("link", name="Confirm").count() == 0
    assert "by one hand" in newcomer.locator("details.barred").text_content()
    newcomer.goto(where.replace("/records/", "/do/confirm/"))
    assert "by one hand" in newcomer.locator(".barred").inner_text()
    # A password makes no difference: whoever held the code may have set it.
    own = by_password(browser, house, "NEWCOMER", *set_password(newcomer))
    own.goto(where.replace("/records/", "/do/confirm/"))
    assert "by one hand" in own.locator(".barred").inner_text()
    assert own.get_by_role("button", name="Confirm").count() == 0
    # Letting in who may do something takes two that came in by different hands.
    assert entered(browser, house, invited(page, second, "DEMO-PROTOCOL")).url == house.address + "/"
    own.context.close()
    newcomer.context.close()


def test_a_grant_waits_for_another_officer_who_sees_what_it_gives(browser, settled):
    house, first, second = settled
    page, other = (browser.new_context(storage_state=state, base_url=house.address, locale="en-GB").new_page() for state in (first, second))
    where = proposed(other, "TWO-BROWSER-1").split("?")[0]
    assert "Nothing of it is done until another officer" in other.locator(".receipt").inner_text()
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
    page.context.close()
    other.context.close()


def test_a_grant_is_turned_down_by_keyboard_without_javascript(browser, settled):
    house, first, second = settled
    page = browser.new_context(storage_state=first, base_url=house.address, locale="en-GB").new_page()
    other = browser.new_context(storage_state=second, base_url=house.address, locale="en-GB", java_script_enabled=False).new_page()
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
    page.context.close()
    other.context.close()
