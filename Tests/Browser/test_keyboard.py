"""The same work by keyboard alone: nothing here points at anything."""

import re

import pytest


def reach(page, target):
    """Goes on with Tab until the target has the focus, as somebody does who has no mouse."""
    target.first.wait_for()
    for _ in range(200):
        if target.first.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached by Tab")


def into_main(page):
    """Over the frame by the link that every page begins with."""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")


def press(page, role, name):
    reach(page, page.get_by_role(role, name=name))
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page, label, text):
    field = page.get_by_label(re.compile(rf"^{label}( \(required\))?$"))
    reach(page, field)
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    assert field.input_value() == text


def write_day(page, label, number):
    """Of a day and a month of the same number: which comes first is the browser's choice."""
    field = page.get_by_label(re.compile(rf"^{label}( \(required\))?$"))
    reach(page, field)
    page.keyboard.type(f"{number:02}{number:02}2025")
    assert field.input_value() == f"2025-{number:02}-{number:02}"


def test_lets_somebody_in_by_two_and_signs_in_and_out(browser, house_of_two):
    house, page, second = house_of_two
    page.goto("/administration")
    into_main(page)
    reach(page, page.locator("tr", has_text="DEMO-SIGNING").get_by_role("button", name="Make a one-time code"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/pending-acts/**")
    second.goto(page.url.split("?")[0])
    into_main(second)
    press(second, "link", "Confirm")
    reach(second, second.get_by_role("button", name="Confirm"))
    second.keyboard.press("Enter")
    second.locator(".receipt").wait_for()
    code = second.locator(".receipt code").inner_text()
    context = browser.new_context(base_url=house.address, locale="en-GB")
    other = context.new_page()
    other.goto("/")
    reach(other, other.locator("#code"))
    other.keyboard.type(code)
    other.keyboard.press("Enter")
    other.wait_for_url(house.address + "/")
    reach(other, other.locator("form.who button"))
    other.keyboard.press("Enter")
    other.wait_for_url("**/sign-in")
    context.close()


def test_finds_a_delegation_by_its_country(screen):
    page = screen("/")
    page.keyboard.press("/")
    page.keyboard.type("togo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=togo")
    into_main(page)
    press(page, "link", "delegation of Togo [TGO]")
    assert page.url.endswith("/records/delegations/TGO")


def test_changes_a_fact_sees_the_slip_elsewhere_and_mends_it(screen):
    second = screen("/slips?desk=PRG")
    before = second.locator("article.slip").count()
    second.wait_for_timeout(500)
    page = screen("/records/sessions/P-GALA")
    page.keyboard.press("e")
    page.wait_for_url("**/edit/sessions/P-GALA")
    into_main(page)
    kept = page.get_by_label("Expected attendance", exact=True).input_value()
    write(page, "Starts", "2025-10-25 18:00")
    write(page, "Place", "MAIN")
    write(page, "Expected attendance", "99000")
    page.keyboard.press("Enter")
    page.wait_for_url("**written=*")
    second.wait_for_function(f"document.querySelectorAll('article.slip').length > {before}", timeout=1000)
    into_main(page)
    press(page, "button", "Undo")
    page.get_by_text("taken back").first.wait_for()
    second.wait_for_function(f"document.querySelectorAll('article.slip').length === {before}", timeout=1000)
    page.goto("/edit/sessions/P-GALA")
    assert page.get_by_label("Expected attendance", exact=True).input_value() == kept


def test_opens_what_mends_a_slip_waives_one_and_assigns_one(screen):
    page = screen("/slips?desk=PTY")
    open_slips = page.locator("article.slip").count()
    into_main(page)
    press(page, "link", "Fix")
    assert re.search("/(edit|new)/", page.url)
    page.goto("/slips?desk=PTY")
    into_main(page)
    press(page, "link", "Assign")
    into_main(page)
    reach(page, page.locator("#officer"))
    page.keyboard.press("ArrowDown")
    press(page, "button", "Assign")
    assert "Taken on by" in page.content()
    page.goto("/slips?desk=PTY")
    into_main(page)
    press(page, "link", "Defer")
    into_main(page)
    write(page, "Reason", "Their mission answers by then")
    write_day(page, "Ends", 11)
    press(page, "button", "Defer")
    assert "Their mission answers by then" in page.content()
    page.goto("/slips?desk=PTY")
    assert page.locator("article.slip").count() == open_slips - 1


def test_looks_back_at_a_past_day(screen):
    page = screen("/delegations")
    into_main(page)
    write_day(page, "As of the end of", 9)
    press(page, "button", "Show")
    page.wait_for_url("**as-of=2025-09-09")
    assert "as of the end of 9 September 2025" in page.locator("header").inner_text()
    press(page, "link", "Back to now")
    page.wait_for_url("**/delegations")


def test_takes_a_sheet_in_and_reads_what_is_wrong_with_it(screen):
    page = screen("/take/bodies")
    into_main(page)
    write(page, "Or cells, pasted", "code,kind,name_vi,name_en\nT-9,palace,Một,One")
    press(page, "button", "Import")
    errors = page.get_by_role("alert").inner_text()
    assert "row 2" in errors and "palace" in errors


@pytest.mark.parametrize("name, code", [("Tiếng Việt", "vi"), ("English", "en")])
def test_chooses_the_language(screen, name, code):
    page = screen("/slips")
    press(page, "button", name)
    page.wait_for_function(f"document.documentElement.lang === '{code}'")
