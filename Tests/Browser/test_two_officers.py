"""What gives power takes two officers: one proposes, another sees what it changes and lets it be done."""

import shutil
import tempfile

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


def proposed(page, code):
    page.goto("/new/grants")
    page.locator("#field-code").fill(code)
    page.locator("#field-account").fill("DEMO-AUDITOR")
    page.locator("#field-desk").fill("HLT")
    page.locator("#field-reason").or_(page.locator("#reason")).first.fill("a nurse on duty")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/records/pending-acts/**")
    return page.url


def test_a_grant_waits_for_another_officer_who_sees_what_it_gives(screen, house, browser):
    page, other = invited(screen, browser, house, "DEMO-SECOND")
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


def test_who_was_let_in_by_the_proposer_confirms_nothing_for_them(screen, house, browser):
    page, other = invited(screen, browser, house, "DEMO-SECOND")
    where = proposed(page, "TWO-BROWSER-3").split("?")[0]
    other.goto(where.replace("/records/", "/do/confirm/"))
    assert "You proposed" in other.locator(".barred").inner_text()
    assert other.get_by_role("button", name="Confirm").count() == 0
    assert other.goto("/records/grants/TWO-BROWSER-3").status == 404
    other.context.close()


def test_a_grant_is_turned_down_by_keyboard_without_javascript(screen, house, browser):
    page, other = invited(screen, browser, house, "DEMO-SECOND", java_script_enabled=False)
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
