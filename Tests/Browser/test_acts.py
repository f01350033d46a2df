"""Acts done by those who do them: from the button on a record's page to the line in its history."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import matrix


def offered(page):
    return page.eval_on_selector_all(".acts > a.button", "links => links.map(link => link.textContent)")


def test_a_question_is_answered_over_a_stop_with_a_reason_and_taken_back_by_who_answered(screen):
    page = screen("/records/escalations/ESC-2")
    page.get_by_role("link", name="Answer", exact=True).click()
    assert page.get_by_text("Meals above the norm").is_visible()
    page.get_by_label("Answer").fill("Approve")
    page.get_by_role("button", name="Answer").click()
    # Another body's head answers: a stop says so, keeps what was typed, and asks why it is overridden.
    assert page.get_by_role("alert").is_visible() and page.get_by_label("Answer").input_value() == "Approve"
    page.get_by_label("Why the block is overridden").fill("the Deputy Prime Minister, by telephone")
    page.get_by_role("button", name="Answer").click()
    assert "Saved as entry" in page.content() and "BTK-HEAD" in page.content()
    assert "the Deputy Prime Minister, by telephone" in page.content()
    assert "Answer" not in offered(page)
    page.get_by_role("button", name="Undo").click()
    assert "was taken back" in page.content(), page.locator("main").inner_text()
    page.goto("/records/escalations/ESC-2")
    assert "Answer" in offered(page)


def test_an_input_that_is_missing_is_asked_for_beside_its_field_and_nothing_typed_is_lost(screen):
    page = screen("/do/answer_escalation/escalations/ESC-2")
    page.get_by_label("Why").fill("by telephone")
    page.get_by_role("button", name="Answer").click()
    assert page.locator("#field-answer-problem").is_visible()
    assert page.get_by_label("Why").input_value() == "by telephone"


def test_a_trip_is_cancelled_and_put_back_by_keyboard_alone(screen):
    page = screen("/records/trips/IN-DZA")
    page.get_by_role("link", name="Cancel the trip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/do/cancel_trip/**")
    page.get_by_role("button", name="Cancel the trip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/trips/IN-DZA?written=*")
    assert "Put back on the plan" in offered(page) and "Dispatch" not in offered(page)
    page.get_by_role("link", name="Put back on the plan").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/do/reinstate_trip/**")
    page.get_by_role("button", name="Put back on the plan").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/trips/IN-DZA?written=*")
    assert "Cancel the trip" in offered(page)


def test_a_line_is_rejected_and_reopened_without_a_script(screen):
    page = screen("/records/estimates/ES-MEAL-AGO", java_script_enabled=False)
    for name in ["Reject the line", "Reopen the line"]:
        page.get_by_role("link", name=name).click()
        page.get_by_role("button", name=name).click()
        assert page.get_by_text("Saved as entry").is_visible()
    assert page.get_by_role("link", name="Reject the line").is_visible()


def test_a_passage_is_told_though_it_was_at_a_gate_that_let_nobody_in(screen):
    page = screen("/records/gates")
    gate = page.locator("main table tbody a").first.get_attribute("href")
    page.goto(gate)
    page.get_by_role("link", name="Note a passage").click()
    page.get_by_role("button", name="Note a passage").click()
    assert page.get_by_text("Saved as entry").is_visible()
    assert page.url.split("?")[0].rsplit("/", 2)[1] == "passages"


def test_what_is_not_possible_now_says_why(screen):
    page = screen("/records/plans/DA-TT")
    page.get_by_text("not possible now").click()
    assert page.get_by_text("there is nothing to replace").is_visible()
    page.goto("/do/supersede_plan/plans/DA-TT")
    assert page.get_by_text("This cannot be done now").is_visible()
    assert page.get_by_role("button", name="Replace the plan").count() == 0


ACTS = ["/records/trips/IN-DZA", "/do/approve_estimate/estimates/ES-MEAL-AGO", "/do/sign", "/do/supersede_plan/plans/DA-TT"]
# Each of them once, and each width and language.
DAILY = [(ACTS[0], 320, "Tiếng Việt"), (ACTS[1], 1280, "English"), (ACTS[2], 320, "English"), (ACTS[3], 1280, "Tiếng Việt")]


@pytest.mark.parametrize("path, width, language", matrix([*itertools.product(ACTS, [320, 1280], ["Tiếng Việt", "English"])], DAILY))
def test_axe_finds_nothing_on_an_act(screen, path, width, language):
    page = screen(path, viewport={"width": width, "height": 800})
    page.get_by_role("button", name=language).click()
    page.wait_for_load_state()
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}})
    assert [each["id"] for each in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="English").click()
