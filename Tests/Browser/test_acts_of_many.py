"""An act done to all the ticked records of a list: offered there, asked once, and done to every one of them or to none."""

import itertools
import json
import re

import pytest
from conftest import ROOT, matrix
from test_accessibility import does_not_scroll_sideways, violations
from test_keyboard import into_main, press, reach, write

LIST = "/records/applications?q=TB-ANYT"
# Two that were handed in and no test decides, and one of the same list that was approved on the day before.
TWO, APPROVED = ["A-P-TB-ANYT-HEAD", "A-P-TB-ANYT-DEPUTY"], "A-P-TB-ANYT-DESK"


def tick(page, *codes, word="Tick"):
    for code in codes:
        page.get_by_label(f"{word} {code}", exact=True).check()


def choose(page, name, to):
    """Presses an act's button under the list."""
    page.locator("form.bulk").get_by_role("button", name=name, exact=True).click()
    page.wait_for_url(f"**/do/{to}")


def send(page, name):
    with page.expect_navigation():
        page.locator("form.record").get_by_role("button", name=name, exact=True).click()


def ends(path):
    """That a page's address ends so: in a pattern, a question mark would mean something."""
    return lambda url: url.endswith(path)


def take_back(page):
    with page.expect_navigation():
        page.get_by_role("button", name="Undo").click()
    assert "was taken back" in page.locator("main").inner_text()


def told(page):
    return page.get_by_role("alert").inner_text()


def ticked(page):
    return page.locator("ul.ticked a").evaluate_all("links => links.map(link => link.getAttribute('href').split('/').pop())")


def field(page, record, name):
    """What a record's page says of a field."""
    page.goto(f"/records/{record}")
    return page.locator(f"dl.facts dt:text-is('{name}') + dd").first.inner_text().strip()


def states(page, codes):
    return [field(page, f"applications/{code}", "State") for code in codes]


def test_ticked_applications_are_refused_in_one_entry_with_what_was_said_and_taken_back_as_one(screen):
    page = screen("/records/applications?q=TB-ND&is-state=submitted")
    offered = page.locator("form.bulk button[formaction]").all_inner_texts()
    assert {"Approve the application", "Refuse the application", "Withdraw the application"} <= set(offered)
    codes = ["A-P-TB-ND-DESK", "A-P-TB-ND-DESK2"]
    tick(page, *codes)
    choose(page, "Refuse the application", "refuse_application")
    assert "2 records" in page.locator("h1").first.inner_text() and ticked(page) == codes
    page.get_by_label("Class of reason").select_option("quota_reached")
    page.get_by_label("Why (for the history)").fill("one sitting of the desk")
    send(page, "Refuse the application")
    assert re.search(r"Entry \d+: “Refuse the application” done to 2 records\.", page.locator("main").inner_text())
    other = screen("/")
    assert states(other, codes) == ["refused", "refused"]
    for code in codes:
        assert field(other, f"applications/{code}", "Class of reason") == "quota reached"
        assert "one sitting of the desk" in other.locator("main").inner_text()
    take_back(page)
    assert states(other, codes) == ["submitted", "submitted"]


def test_what_it_would_do_to_each_is_seen_before(screen):
    page = screen(LIST)
    tick(page, *TWO)
    choose(page, "Withdraw the application", "withdraw_application")
    page.get_by_label("Why (for the history)").fill("to be looked at")
    send(page, "Preview")
    shown = page.locator(".preview").inner_text()
    assert all(code in shown for code in TWO)
    assert page.get_by_label("Why (for the history)").input_value() == "to be looked at" and ticked(page) == TWO
    assert states(screen("/"), TWO) == ["submitted", "submitted"]


def test_ticked_applications_are_refused_by_keyboard_alone(screen):
    page = screen("/records/applications?q=TB-TCHC")
    # A letter ticks the row that another letter went to; Space ticks the box that Tab goes to.
    page.keyboard.press("j")
    page.keyboard.press("x")
    rows = page.locator("tbody tr input[type=checkbox]")
    assert rows.nth(0).is_checked()
    reach(page, rows.nth(1))
    page.keyboard.press("Space")
    chosen = page.locator("tbody input:checked").evaluate_all("boxes => boxes.map(box => box.value)")
    assert len(chosen) == 2
    press(page, "button", "Refuse the application")
    page.wait_for_url("**/do/refuse_application")
    assert ticked(page) == chosen
    into_main(page)
    reach(page, page.get_by_label("Class of reason"))
    page.keyboard.type("incomplete")
    write(page, r"Why \(for the history\)", "by keyboard")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "done to 2 records" in page.locator("main").inner_text(), page.locator("main").inner_text()
    into_main(page)
    press(page, "button", "Undo")
    page.get_by_text("was taken back").first.wait_for()
    assert states(screen("/"), chosen) == ["submitted", "submitted"]


def test_enter_in_the_new_content_of_a_field_changes_the_field_and_begins_no_act(screen):
    page = screen("/records/estimates?q=AGO")
    tick(page, "ES-ROOM-AGO")
    page.get_by_label("Field", exact=True).select_option(label="Approval reference")
    page.get_by_label("New content").fill("typed and sent by Enter")
    with page.expect_navigation():
        page.get_by_label("New content").press("Enter")
    assert re.search(r"Entry \d+: 1 record, Approval reference: “typed and sent by Enter”", page.locator("main").inner_text()), page.url
    take_back(page)


def test_ticked_lines_are_rejected_and_reopened_without_a_script(screen):
    page = screen("/records/estimates?q=AGO", java_script_enabled=False)
    for name, act in [("Reject the line", "reject_estimate"), ("Reopen the line", "reopen_estimate")]:
        tick(page, "ES-MEAL-AGO", "ES-FLOWER-AGO")
        choose(page, name, act)
        assert ticked(page) == ["ES-MEAL-AGO", "ES-FLOWER-AGO"]
        page.get_by_label("Why (for the history)").fill("without a script")
        send(page, name)
        assert f"“{name}” done to 2 records" in page.get_by_role("status").first.inner_text()
        page.get_by_role("link", name="Go on").click()
        page.wait_for_url(ends("/records/estimates?q=AGO"))


def test_an_input_that_is_missing_is_asked_for_once_and_what_was_typed_stays(screen):
    page = screen(LIST)
    tick(page, *TWO)
    choose(page, "Refuse the application", "refuse_application")
    page.get_by_label("Why (for the history)").fill("the list of the desk")
    send(page, "Refuse the application")
    assert "Nothing was done" in told(page) and "Class of reason" in told(page)
    page.get_by_role("alert").get_by_role("link", name="Class of reason").click()
    assert page.evaluate("document.activeElement.id") == "field-reason_class"
    assert page.get_by_label("Why (for the history)").input_value() == "the list of the desk" and ticked(page) == TWO
    page.get_by_label("Class of reason").select_option("incomplete")
    page.get_by_label("Appeal to").fill("NOBODY")
    send(page, "Refuse the application")
    assert "NOBODY" in told(page)
    assert page.get_by_label("Appeal to").input_value() == "NOBODY"
    assert page.get_by_label("Class of reason").input_value() == "incomplete"
    assert states(screen("/"), TWO) == ["submitted", "submitted"]


def test_what_makes_no_sense_for_a_ticked_record_now_is_told_with_the_reason_and_left_out(screen):
    page = screen(LIST)
    # The deputy's was approved on the day before.
    tick(page, APPROVED, *TWO)
    choose(page, "Approve the application", "approve")
    left_out = page.locator("section.barred").inner_text()
    assert "1 record is left out" in left_out and APPROVED in left_out
    assert "Only an application that was handed in can be approved" in left_out
    assert "2 records" in page.locator("h1").first.inner_text() and ticked(page) == TWO
    page.get_by_role("link", name="Leave without saving").click()
    page.wait_for_url(ends(LIST))
    tick(page, APPROVED)
    choose(page, "Approve the application", "approve")
    assert "it cannot be done to any of the ticked records" in page.locator("main").inner_text()
    assert page.locator("form.record").count() == 0, "nothing is left to send"
    assert APPROVED in page.locator("section.barred").inner_text()


def test_a_record_that_was_decided_while_the_form_stood_open_is_named_and_not_decided_again(screen):
    codes = ["A-P-TB-NG-DESK", "A-P-TB-NG-DESK2"]
    page = screen("/records/applications?q=TB-NG")
    tick(page, *codes)
    choose(page, "Withdraw the application", "withdraw_application")
    other = screen(f"/do/withdraw_application/applications/{codes[0]}")
    send(other, "Withdraw the application")
    other.wait_for_url(f"**/records/applications/{codes[0]}?written=*")
    send(page, "Withdraw the application")
    said = page.locator("main").inner_text()
    if page.get_by_role("button", name="Undo").count():
        take_back(page)
    take_back(other)
    assert states(other, codes) == ["submitted", "submitted"]
    # Whether the other was withdrawn or not: who meant both is told with which of them nothing was done, and why.
    assert re.search(rf"{codes[0]}\b", said) and "already refused or withdrawn" in said, said


def test_one_that_a_stop_holds_back_holds_back_all_and_is_named_and_what_was_typed_stays(screen):
    page = screen("/records/invitations")
    tick(page, "I-ALB", "I-VNM")
    choose(page, "Accept a substitute", "accept_substitute")
    page.get_by_label("Substitute (required)").fill("P-BTK-HEAD")
    # An address of the one's own is not the other's.
    page.get_by_label("Substitute confirmed through").fill("C-VNM")
    page.get_by_label("Why (for the history)").fill("by a note of the embassy")
    send(page, "Accept a substitute")
    assert "blocking problems" in told(page) and "I-ALB" in told(page) and "I-VNM" not in told(page), told(page)
    assert page.get_by_label("Substitute (required)").input_value() == "P-BTK-HEAD"
    assert page.get_by_label("Substitute confirmed through").input_value() == "C-VNM"
    assert page.get_by_label("Why (for the history)").input_value() == "by a note of the embassy"
    assert page.get_by_label("Why the block is overridden").is_visible()
    assert set(ticked(page)) == {"I-ALB", "I-VNM"}
    other = screen("/")
    for code in ["I-ALB", "I-VNM"]:
        other.goto(f"/records/invitations/{code}")
        assert "P-BTK-HEAD" not in other.locator("main").inner_text()
    # With a reason it is done to both, as to one.
    page.get_by_label("Why the block is overridden").fill("the ambassador was there in person")
    send(page, "Accept a substitute")
    assert "done to 2 records" in page.get_by_role("status").first.inner_text()
    other.goto("/records/invitations/I-VNM")
    assert "P-BTK-HEAD" in other.locator("main").inner_text()
    take_back(page)


def test_one_that_the_act_refuses_is_named_and_nothing_is_done_to_the_others(screen):
    other = screen("/edit/trips/CAR-DZA-3")
    other.get_by_label("Vehicles in order").fill("")
    other.get_by_role("button", name="Save").click()
    other.wait_for_url("**/records/trips/CAR-DZA-3?written=*")
    page = screen("/records/trips?q=DZA")
    tick(page, "CAR-DZA-3", "CAR-DZA-4")
    choose(page, "Dispatch", "dispatch")
    page.get_by_label("Why (for the history)").fill("both at once")
    send(page, "Dispatch")
    said, kept = told(page), page.get_by_label("Why (for the history)").input_value()
    status = field(screen("/"), "trips/CAR-DZA-4", "Status")
    take_back(other)
    assert status == "planned"
    assert kept == "both at once"
    assert "The trip has no vehicle" in said
    assert "CAR-DZA-3" in said and "CAR-DZA-4" not in said, said


def test_badges_are_issued_for_ticked_applications_to_the_person_of_each(screen):
    page = screen("/records/applications?is-state=approved&q=HEAD")
    tick(page, "A-P-BCD-HEAD", "A-P-TB-LT-HEAD")
    choose(page, "Issue a badge", "issue")
    # What each application says is not asked for once for all: two people would get a badge of the same one.
    send(page, "Issue a badge")
    assert "done to 2 records" in page.locator("main").inner_text(), page.locator("main").inner_text()
    other = screen("/records/badges")
    held = other.locator("table.list").inner_text()
    take_back(page)
    assert "P-BCD-HEAD" in held and "P-TB-LT-HEAD" in held


@pytest.mark.parametrize("scripted", [True, False])
def test_where_nothing_is_ticked_the_page_says_so_and_goes_back_to_the_list(screen, scripted):
    page = screen(LIST, java_script_enabled=scripted)
    choose(page, "Refuse the application", "refuse_application")
    assert "No record was ticked; nothing was changed." in told(page)
    assert page.locator("form.record").count() == 0
    page.get_by_role("link", name="Go on").click()
    page.wait_for_url(ends(LIST))


def test_news_takes_no_tick_away(screen):
    page = screen(LIST)
    page.wait_for_function("document.querySelector('[data-feed]') !== null", timeout=5000)
    tick(page, *TWO)
    page.locator("h1").first.click()
    other = screen(f"/edit/applications/{TWO[0]}")
    other.locator("#field-information_asked").fill("2025-10-10 09:00")
    other.get_by_role("button", name="Save").click()
    other.wait_for_url(f"**/records/applications/{TWO[0]}?written=*")
    page.get_by_text("Something has changed since this page was shown").wait_for(timeout=5000)
    assert page.locator("tbody input:checked").count() == 2
    take_back(other)


@pytest.fixture
def in_language(screen):
    """Opens a screen in a language; the session that all tests share is put back to English."""
    pages = []

    def open_screen(path, name, **options):
        page = screen(path, **options)
        pages.append(page)
        page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_function(f"document.documentElement.lang === '{ {'Tiếng Việt': 'vi', 'English': 'en'}[name] }'")
        return page

    yield open_screen
    for page in pages:
        page.goto("/")
        page.get_by_role("button", name="English", exact=True).click()
        page.wait_for_function("document.documentElement.lang === 'en'")


def phrases(language):
    found = {}
    for file in sorted((ROOT / "Sources/Phrases/Languages" / language).glob("*.json")):
        found.update(json.loads(file.read_text()))
    return found


def act_name(act, language):
    return phrases(language)[f"act.{act}"]


# Words that no Vietnamese syllable is spelled like.
ENGLISH = {"the", "of", "and", "is", "are", "was", "not", "be", "this", "that", "which", "done", "record", "records", "why", "for", "with"}


def english(page):
    """What the part of the page that is not its frame says in English: whole phrases of the house, and English words."""
    vietnamese = set(phrases("vi").values())
    own = {phrase for phrase in phrases("en").values() if "{" not in phrase and len(phrase) > 2 and phrase not in vietnamese}
    said = page.evaluate(
        """() => {
            const said = [document.title];
            const main = document.querySelector("main");
            const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) said.push(walker.currentNode.data);
            for (const element of main.querySelectorAll("*"))
                for (const name of ["aria-label", "title", "placeholder", "alt"])
                    if (element.hasAttribute(name)) said.push(element.getAttribute(name));
            return said.map((text) => text.trim()).filter((text) => text !== "");
        }""")
    return [text for text in said if text in own or ENGLISH & set(re.findall(r"[^\W\d_]+", re.sub(r"\S*[A-Z]-\S*", "", text).lower()))]


def test_the_search_for_english_finds_it(screen):
    assert len(english(screen(LIST))) > 10


def test_a_vietnamese_page_of_it_has_no_english(in_language):
    vi = "Tiếng Việt"
    page = in_language(LIST, vi)
    found = {"list": english(page)}
    refuse, approve, substitute = (act_name(act, "vi") for act in ["refuse_application", "approve", "accept_substitute"])
    choose(page, refuse, "refuse_application")
    found["nothing ticked"] = english(page)
    page.goto(LIST)
    tick(page, APPROVED, word="Chọn")
    choose(page, approve, "approve")
    found["to none"] = english(page)
    page.goto(LIST)
    tick(page, APPROVED, *TWO, word="Chọn")
    choose(page, approve, "approve")
    assert page.locator("section.barred").is_visible()
    found["asked"] = english(page)
    page.goto("/records/applications?q=TB-TTVH")
    tick(page, "A-P-TB-TTVH-HEAD", "A-P-TB-TTVH-DEPUTY", word="Chọn")
    choose(page, approve, "approve")
    send(page, approve)
    found["done"] = english(page)
    with page.expect_navigation():
        page.locator("form[action^='/undo/'] button").click()
    found["taken back"] = english(page)
    page.goto(LIST)
    tick(page, *TWO, word="Chọn")
    choose(page, refuse, "refuse_application")
    send(page, refuse)
    assert page.get_by_role("alert").is_visible()
    found["an input is missing"] = english(page)
    page.goto("/records/invitations")
    tick(page, "I-ALB", word="Chọn")
    choose(page, substitute, "accept_substitute")
    page.locator("#field-substitute").fill("P-BTK-HEAD")
    send(page, substitute)
    assert page.locator("#field-override").is_visible()
    found["stopped"] = english(page)
    assert {where: said for where, said in found.items() if said} == {}


def test_the_language_is_changed_on_the_form_and_leads_to_a_page_that_is_there(in_language):
    page = in_language(LIST, "English")
    tick(page, *TWO)
    choose(page, "Refuse the application", "refuse_application")
    with page.expect_navigation() as gone:
        page.get_by_role("button", name="Tiếng Việt", exact=True).click()
    assert page.locator("html").get_attribute("lang") == "vi"
    assert gone.value.status == 200, page.locator("h1").first.inner_text()
    assert all(code in page.locator("main").inner_text() for code in TWO)


@pytest.mark.parametrize("width, language", matrix([*itertools.product([320, 1280], ["vi", "en"])], [(320, "vi"), (1280, "en")]))
def test_axe_finds_nothing_on_it_and_nothing_flows_over(in_language, width, language):
    word = {"vi": "Chọn", "en": "Tick"}[language]
    page = in_language(LIST, {"vi": "Tiếng Việt", "en": "English"}[language], viewport={"width": width, "height": 800})
    refuse, approve, substitute = (act_name(act, language) for act in ["refuse_application", "approve", "accept_substitute"])
    wrong = {}

    def look(where):
        if found := violations(page):
            wrong[where] = found
        if not does_not_scroll_sideways(page):
            wrong[where + " scrolls"] = page.evaluate("document.documentElement.scrollWidth")

    tick(page, APPROVED, *TWO, word=word)
    look("list")
    choose(page, approve, "approve")
    assert page.locator("section.barred").is_visible()
    look("asked, with one left out")
    page.goto(LIST)
    choose(page, refuse, "refuse_application")
    look("nothing ticked")
    page.goto(LIST)
    tick(page, *TWO, word=word)
    choose(page, refuse, "refuse_application")
    send(page, refuse)
    look("an input is missing")
    page.goto("/records/invitations")
    tick(page, "I-ALB", "I-VNM", word=word)
    choose(page, substitute, "accept_substitute")
    page.locator("#field-substitute").fill("P-BTK-HEAD")
    send(page, substitute)
    assert page.locator("#field-override").is_visible()
    look("stopped")
    assert wrong == {}
