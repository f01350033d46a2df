"""axe-core (WCAG 2.2 AA) finds nothing: one page of each shape in every manner, every page of the house once.

Which pages there are the house says itself, by `chancery pages`. Most manners and most pages are looked at by `make journeys` alone."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import matrix

# What no list of pages has: one that is not there, and one as of a past day.
ODD = ["/records/nothing", "/delegations?as-of=2025-08-20"]
MANNERS = {
    "wide": {"viewport": {"width": 1920, "height": 1080}},
    "phone": {"viewport": {"width": 320, "height": 700}},
    "twice as large": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}
TAGS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


def violations(page, part=None):
    """What is wrong with the page, or with a part of it: the frame is the same around every list, and is looked at with other pages."""
    found = Axe().run(page, context=part, options=TAGS).response["violations"]
    return [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found]


def test_a_planted_fault_is_found(screen):
    page = screen("/keys")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [each[0] for each in violations(page)] == ["image-alt"]


def does_not_scroll_sideways(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


# Every size, scheme and language once.
DAILY = [("wide", "dark", "en"), ("phone", "light", "vi"), ("twice as large", "dark", "vi")]
# Pages that are alike are looked at together, in so many parts.
PARTS = 12


@pytest.mark.parametrize("manner, scheme, language", matrix([*itertools.product(MANNERS, ["light", "dark"], ["vi", "en"])], DAILY))
def test_a_page_of_each_shape(screen, shapes, manner, scheme, language):
    page = screen("/", color_scheme=scheme, **MANNERS[manner])
    page.get_by_role("button", name={"vi": "Tiếng Việt", "en": "English"}[language]).click()
    wrong = {}
    for path in shapes:
        if page.goto(path).status != 200:
            wrong[path + " is not there"] = path
        if found := violations(page):
            wrong[path] = found
        if not does_not_scroll_sideways(page):
            wrong[path + " scrolls"] = page.evaluate("document.documentElement.scrollWidth")
    page.goto("/")
    page.get_by_role("button", name="English").click()
    assert wrong == {}


def test_a_page_that_is_not_there_and_one_of_a_past_day(screen):
    page = screen("/")
    wrong = {}
    for path in ODD:
        page.goto(path)
        if found := violations(page):
            wrong[path] = found
    assert wrong == {}


@pytest.mark.matrix
@pytest.mark.parametrize("part", range(PARTS))
def test_every_page(screen, pages, shapes, part):
    page = screen("/")
    rest = [each["address"] for each in pages if each["address"] not in shapes]
    assert len(rest) > 500
    wrong = {}
    for path in rest[part::PARTS]:
        if page.goto(path).status != 200:
            wrong[path + " is not there"] = path
        if found := violations(page, "main"):
            wrong[path] = found
    assert wrong == {}


def test_readiness_and_the_wall_need_no_scrolling(screen):
    page = screen("/", viewport={"width": 1920, "height": 1080})
    for path in ["/", "/wall"]:
        page.goto(path)
        height = page.evaluate("document.documentElement.scrollHeight")
        assert height <= 1080, (path, height)
