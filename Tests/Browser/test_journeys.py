"""What people come for, done in a real browser: with the mouse, and by keyboard alone."""

import icalendar
from conftest import entered, invited


def choose_language(page, name):
    page.get_by_role("button", name=name).click()
    page.wait_for_load_state()


def test_finds_a_delegation_by_a_word_without_accents(screen):
    page = screen("/")
    page.get_by_label("Search all records").fill("viet nam")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="VNM").first.click()
    assert "VNM" in page.title()


def test_a_change_brings_a_slip_to_a_second_screen_within_a_second_and_mending_takes_it_away(screen):
    second = screen("/slips?desk=PRG")
    before = second.locator("article.slip").count()
    second.wait_for_function("document.querySelector('[data-feed]') !== null")
    second.wait_for_timeout(500)
    first = screen("/edit/sessions/P-GALA")
    kept = first.get_by_label("Starts").input_value()
    first.get_by_label("Starts").fill("2025-10-25 18:00")
    first.get_by_label("Place").fill("MAIN")
    first.get_by_label("Expected attendance", exact=True).fill("99000")
    first.get_by_role("button", name="Save").click()
    assert "Saved as entry" in first.content()
    second.wait_for_function(f"document.querySelectorAll('article.slip').length > {before}", timeout=1000)
    first.get_by_role("button", name="Undo").click()
    assert "taken back" in first.content()
    second.wait_for_function(f"document.querySelectorAll('article.slip').length === {before}", timeout=1000)
    first.goto("/edit/sessions/P-GALA")
    assert first.get_by_label("Starts").input_value() == kept


def test_news_never_takes_what_somebody_types(screen):
    typing = screen("/records/sessions")
    typing.wait_for_timeout(500)
    words = typing.get_by_label("Containing the words")
    words.fill("sign")
    other = screen("/edit/sessions/P-WEL")
    other.get_by_label("Note").fill("a change")
    other.get_by_role("button", name="Save").click()
    typing.get_by_text("Something has changed since this page was shown").wait_for(timeout=3000)
    assert words.input_value() == "sign"
    assert words.evaluate("element => element === document.activeElement")
    other.get_by_role("button", name="Undo").click()


def test_waives_a_slip_with_a_reason_and_an_end(screen):
    page = screen("/slips?rule=CMD-03")
    page.get_by_role("link", name="Defer").first.click()
    page.get_by_label("Reason").fill("The ministry answers on Friday")
    page.get_by_label("Ends").fill("2025-10-20")
    page.get_by_role("button", name="Defer").click()
    assert "The ministry answers on Friday" in page.content()
    assert "BTK-HEAD" in page.content()
    page.goto("/slips?rule=CMD-03")
    assert page.locator("article.slip").count() == 0


def test_assigns_a_slip(screen):
    page = screen("/slips?desk=PTY")
    page.get_by_role("link", name="Assign").first.click()
    page.get_by_label("Due").fill("2025-10-16")
    officers = page.locator("#officer")
    assert officers.input_value() == "", "nobody is chosen beforehand"
    officers.select_option(index=1)
    page.get_by_role("button", name="Assign").click()
    assert "Taken on by" in page.content()


def test_looks_back_at_a_past_day(screen):
    page = screen("/delegations")
    now = page.locator("main").inner_text()
    page.get_by_label("As of the end of").fill("2025-08-20")
    page.get_by_role("button", name="Show").click()
    assert "as of the end of 20 August 2025" in page.locator("header").inner_text()
    assert page.locator("main").inner_text() != now
    assert page.get_by_role("link", name="Edit", exact=True).count() == 0


def test_a_sheet_with_errors_is_refused_by_row_and_column_and_a_good_one_taken_in(screen):
    page = screen("/take/bodies")
    page.get_by_label("Or cells, pasted").fill("code\tkind\tname_vi\tname_en\nT-1\toffice\tMột\tOne\nT-2\tpalace\tHai\tTwo")
    page.get_by_role("button", name="Import").click()
    errors = page.get_by_role("alert").inner_text()
    assert "row 3" in errors and "palace" in errors
    assert "T-1" in page.get_by_label("Or cells, pasted").input_value()
    page.get_by_label("File (CSV or XLSX)").set_input_files(
        {"name": "mine.csv", "mimeType": "text/csv", "buffer": "code,kind,name_vi,name_en\nT-1,office,Một,One\n".encode()})
    page.get_by_label("Or cells, pasted").fill("")
    page.get_by_role("button", name="Import").click()
    assert "1 record imported" in page.content()
    page.get_by_role("button", name="Undo").click()


def test_the_language_is_chosen_and_kept(screen):
    page = screen("/slips")
    choose_language(page, "Tiếng Việt")
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.url.endswith("/slips")
    page.goto("/")
    assert page.locator("html").get_attribute("lang") == "vi"
    choose_language(page, "English")
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_list_is_narrowed_ordered_and_kept_under_a_name(screen):
    page = screen("/records/delegations")
    all_of_them = page.locator("p.count").inner_text()
    page.get_by_label("Invitation and reply", exact=True).select_option("confirmed")
    page.get_by_role("button", name="Filter").click()
    assert page.locator("p.count").inner_text() != all_of_them
    page.locator("thead").get_by_role("link", name="Code").click()
    first = page.locator("tbody th").first.inner_text()
    page.locator("thead").get_by_role("link", name="Code").click()
    assert page.locator("tbody th").first.inner_text() != first
    page.get_by_label("Save this list as").fill("Confirmed")
    page.get_by_role("button", name="Save").click()
    page.goto("/records/delegations")
    page.locator("nav.shelf").get_by_role("link", name="Confirmed").click()
    assert "is-status=confirmed" in page.url
    page.goto("/credentials")
    page.get_by_role("link", name="Confirmed").click()
    assert "is-status=confirmed" in page.url
    page.goto("/credentials")
    page.get_by_role("button", name="Remove").click()
    assert page.get_by_role("link", name="Confirmed").count() == 0


def test_everything_is_reached_by_keyboard(screen):
    page = screen("/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("P-SIGN")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=P-SIGN")
    for keys, place in [("gs", "/slips"), ("gp", "/programme"), ("gd", "/delegations"), ("gr", "/"), ("?", "/keys")]:
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_url("**" + place)
    page.goto("/records/sessions?q=P-SIGN")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/sessions/*")
    page.keyboard.press("e")
    page.wait_for_url("**/edit/sessions/*")
    page.get_by_label("Note").focus()
    page.keyboard.type("by keyboard")
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/sessions/**written=*")
    button = page.get_by_role("button", name="Undo")
    for _ in range(80):
        page.keyboard.press("Tab")
        if button.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.get_by_text("taken back").first.wait_for()


def test_everything_works_without_javascript(screen):
    page = screen("/slips", java_script_enabled=False)
    page.get_by_role("link", name="Fix").first.click()
    page.get_by_role("button", name="Save").click()
    page.goto("/records/people?page=2")
    assert page.locator("tbody tr").count() == 50


def test_an_account_is_made_invited_and_shut_out(browser, house_of_two):
    house, page, second = house_of_two
    other = entered(browser, house, invited(page, second, "DEMO-PROTOCOL"))
    assert other.goto("/administration").status == 404
    assert other.goto("/edit/sessions/P-SIGN").status == 404
    page.goto("/administration")
    page.locator("tr", has_text="DEMO-PROTOCOL").get_by_role("button", name="End all sessions").click()
    page.wait_for_load_state()
    other.goto("/")
    assert other.url.endswith("/sign-in")
    other.context.close()


def test_the_programme_goes_into_calendars(screen):
    page = screen("/programme")
    answer = page.request.get("/programme.ics")
    calendar = icalendar.Calendar.from_ical(answer.body())
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == len(calendar.walk("VEVENT")) > 50
    signing = events["session-P-SIGN@chancery"]
    assert signing.decoded("DTSTART").isoformat() == "2025-10-25T03:00:00+00:00"
    again = icalendar.Calendar.from_ical(page.request.get("/programme.ics").body())
    assert {str(event["UID"]) for event in again.walk("VEVENT")} == set(events)
