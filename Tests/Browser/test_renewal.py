"""What a page that shows itself anew keeps and gives up, and what only a script can do."""

import re

import pytest


def act(page, code, note):
    """Changes a body by the form, in a page of its own, as somebody at another desk would."""
    other = page.context.new_page()
    other.goto(f"/edit/bodies/{code}")
    other.get_by_label("Note").fill(note)
    other.get_by_role("button", name="Save").click()
    other.wait_for_url("**/records/bodies/**")
    other.close()


def test_focus_stays_on_the_very_link_though_others_say_the_same(screen):
    page = screen("/slips")
    links = page.locator("#live article.slip .what a")
    hrefs = [links.nth(n).get_attribute("href") for n in range(links.count())]
    twice = next(n for n, href in enumerate(hrefs) if href in hrefs[:n])
    links.nth(twice).focus()
    page.evaluate("document.getElementById('live').dataset.old = 'yes'")
    act(page, "BTK", "a note of the renewal test")
    page.wait_for_function("() => !document.getElementById('live').dataset.old", timeout=15000)
    place = page.evaluate("[...document.querySelectorAll('#live article.slip .what a')].indexOf(document.activeElement)")
    assert place == twice


def test_the_clock_beside_the_page_is_renewed_with_it(screen):
    page = screen("/committee")
    page.evaluate("document.querySelector('#clock time').textContent = 'long ago'")
    act(page, "BTK", "another note of the renewal test")
    page.wait_for_function("document.querySelector('#clock time').textContent !== 'long ago'", timeout=15000)
    assert page.locator("#title").inner_text() == "Committee"


def test_what_is_gone_does_not_go_on_being_shown(screen):
    page = screen("/new/bodies")
    for label, text in {"Code": "GONE", "Vietnamese name": "Sẽ bỏ", "English name": "Soon removed"}.items():
        page.get_by_label(label, exact=False).first.fill(text)
    page.locator("#field-kind").select_option("office")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/records/bodies/GONE**")
    page.goto("/records/bodies/GONE")
    assert page.locator("#live").inner_text()
    other = page.context.new_page()
    other.goto("/edit/bodies/GONE")
    other.get_by_role("button", name="Remove the record").click()
    other.get_by_label("Why").fill("was a test")
    other.get_by_role("button", name="Remove the record").click()
    other.get_by_text("was removed").wait_for()
    other.close()
    page.wait_for_function("document.getElementById('live').innerText === ''", timeout=15000)
    assert page.get_by_text("Something has changed").is_visible()


def test_single_letters_can_be_turned_off(screen):
    page = screen("/keys")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/slips")
    page.goto("/keys")
    page.locator("#letters").uncheck()
    page.locator("h1").click()
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_timeout(400)
    assert page.url.endswith("/keys")
    page.reload()
    assert not page.locator("#letters").is_checked()
    page.locator("#letters").check()
    page.locator("h1").click()
    page.keyboard.press("g")
    page.wait_for_timeout(1700)
    page.keyboard.press("s")
    page.wait_for_timeout(400)
    assert page.url.endswith("/keys"), "two letters belong together only where the second comes soon"


@pytest.mark.parametrize("zone, told", [("Europe/London", "02:00"), ("Asia/Ho_Chi_Minh", ""), ("Asia/Bangkok", "")])
def test_the_visitor_s_clock_is_told_where_it_is_another(screen, zone, told):
    page = screen("/keys", timezone_id=zone)
    text = page.locator(".own-time").inner_text()
    # The ceremony's clock runs on from eight in Hanoi while the tests run.
    hanoi = re.search(r"\d\d:\d\d", page.locator("#clock time").inner_text()).group(0)
    if told:
        here = f"{(int(hanoi[:2]) - 6) % 24:02}:{hanoi[3:]}"
        assert here in text, (text, hanoi)
    else:
        assert text == ""


def mark(page):
    page.evaluate("document.getElementById('live').dataset.old = 'yes'")


def is_renewed(page):
    page.wait_for_function("() => !document.getElementById('live').dataset.old", timeout=15000)


def test_a_page_is_renewed_by_what_it_has_looked_at_alone(screen):
    page = screen("/committee")
    assert set(page.locator("#live").get_attribute("data-renews").split()) == {"body", "officer"}
    mark(page)
    other = page.context.new_page()
    other.goto("/edit/sessions/P-SIGN")
    other.get_by_label("Note").fill("nothing that the committee is made of")
    other.get_by_role("button", name="Save").click()
    other.wait_for_url("**/records/sessions/**")
    other.close()
    page.wait_for_timeout(1500)
    assert page.evaluate("document.getElementById('live').dataset.old") == "yes"
    act(page, "BTK", "a note of which the committee is made")
    is_renewed(page)


def test_the_pages_of_one_browser_share_one_connection_which_outlives_the_page_that_held_it(screen):
    page = screen("/committee")
    name = "document.querySelector('input[name=token]').value"
    holders = "async () => (await navigator.locks.query()).held.filter((lock) => lock.name.startsWith('chancery-feed-')).length"
    waiting = "async () => (await navigator.locks.query()).pending.filter((lock) => lock.name.startsWith('chancery-feed-')).length"
    assert page.evaluate(name)
    others = []
    for path in ["/slips", "/committee", "/signing", "/", "/delegations", "/programme"]:
        other = page.context.new_page()
        other.goto(path)
        others.append(other)
    assert page.evaluate(holders) == 1 and page.evaluate(waiting) == len(others)
    for other in others[:2]:
        mark(other)
    act(page, "BTK", "heard by all pages of a browser")
    for other in others[:2]:
        is_renewed(other)
    page.close()
    for other in others[:2]:
        mark(other)
    act(others[0], "BTK", "heard by another page in its place")
    for other in others[:2]:
        is_renewed(other)
    for other in others:
        other.close()


def test_what_a_page_has_missed_is_told_to_it_even_after_something_later(screen):
    page = screen("/committee")
    late = page.context.new_page()
    late.goto("/committee")
    mark(late)
    after = int(late.locator("[data-feed]").get_attribute("data-feed").split("after=")[1])
    tell = """news => new BroadcastChannel('chancery-feed-' + document.querySelector('input[name=token]').value).postMessage({ news })"""
    page.evaluate(tell, {"entry": after + 5, "kinds": ["hotel"]})
    late.wait_for_timeout(500)
    assert late.evaluate("document.getElementById('live').dataset.old") == "yes"
    page.evaluate(tell, {"entry": after + 5, "since": after + 1, "kinds": ["body"]})
    late.wait_for_timeout(500)
    assert late.evaluate("document.getElementById('live').dataset.old") == "yes", "what another page has asked for is not this one's"
    page.evaluate(tell, {"entry": after + 5, "since": after, "kinds": ["body"]})
    is_renewed(late)


def test_a_part_of_a_page_is_renewed_without_the_rest_and_keeps_what_has_the_focus(screen):
    page = screen("/committee")
    late = page.context.new_page()
    late.goto("/")
    asked = []
    late.on("request", lambda request: asked.append(request.url) if request.resource_type in ("xhr", "fetch") else None)
    mark(late)
    late.evaluate("document.getElementById('part-slips').dataset.old = 'yes'")
    late.locator("#part-slips .desks tbody a").nth(2).focus()
    after = int(late.locator("[data-feed]").get_attribute("data-feed").split("after=")[1])
    tell = """news => new BroadcastChannel('chancery-feed-' + document.querySelector('input[name=token]').value).postMessage({ news })"""
    page.evaluate(tell, {"entry": after + 5, "kinds": ["what-no-page-has-looked-at"]})
    late.wait_for_function("() => !document.getElementById('part-slips').dataset.old", timeout=15000)
    assert late.evaluate("document.getElementById('live').dataset.old") == "yes"
    assert late.evaluate("[...document.querySelectorAll('#part-slips .desks tbody a')].indexOf(document.activeElement)") == 2
    assert sorted(url.split("?")[1] for url in asked) == ["part=due", "part=slips"]
    asked.clear()
    # What the page around them has looked at renews them with it, and is asked for once.
    page.evaluate(tell, {"entry": after + 6, "kinds": ["session"]})
    is_renewed(late)
    late.wait_for_timeout(500)
    assert [url for url in asked if "part=" in url] == [] and len(asked) == 1
    late.close()
