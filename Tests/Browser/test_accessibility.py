"""axe-core (WCAG 2.2 AA) finds nothing: the special pages and one kind of each shape in every manner, all other pages once.

Most manners and lists are looked at by `make journeys` alone."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import matrix

SPECIAL = [
    "/", "/wall", "/slips", "/delegations", "/programme", "/committee", "/signing", "/administration", "/records/sessions",
    "/records/delegations/VNM", "/edit/sessions/P-SIGN", "/waive?rule=CMD-03&about=task%2FT-COST", "/take/bodies", "/packs",
]
ONCE = [
    "/proof", "/keys", "/credentials", "/readings", "/sign-ins", "/exports", "/search?q=ha+noi", "/records/people", "/new/bodies", "/edit/people/P-BTK-HEAD",
    "/slips?by=age", "/slips?by=owner", "/programme?day=2025-10-26", "/delegations?as-of=2025-08-20", "/records/nothing", "/confirm?back=%2F",
]
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
# Of the lists, one in so many.
PARTS = 6


@pytest.mark.parametrize("manner, scheme, language", matrix([*itertools.product(MANNERS, ["light", "dark"], ["vi", "en"])], DAILY))
def test_special_pages(screen, manner, scheme, language):
    page = screen("/", color_scheme=scheme, **MANNERS[manner])
    page.get_by_role("button", name={"vi": "Tiếng Việt", "en": "English"}[language]).click()
    wrong = {}
    for path in SPECIAL:
        page.goto(path)
        if found := violations(page):
            wrong[path] = found
        if not does_not_scroll_sideways(page):
            wrong[path + " scrolls"] = page.evaluate("document.documentElement.scrollWidth")
    page.goto("/")
    page.get_by_role("button", name="English").click()
    assert wrong == {}


def test_other_pages(screen):
    page = screen("/")
    wrong = {}
    for path in ONCE:
        page.goto(path)
        if found := violations(page):
            wrong[path] = found
    assert wrong == {}


@pytest.mark.parametrize("part", matrix([(part,) for part in range(PARTS)], [(0,)]))
def test_every_kind_s_list(screen, part):
    page = screen("/")
    lists = page.locator("nav.desks a[href^='/records/']").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(lists) > 100
    wrong = {}
    for path in lists[part::PARTS]:
        page.goto(path)
        if found := violations(page, "main"):
            wrong[path] = found
    assert wrong == {}


def test_readiness_and_the_wall_need_no_scrolling(screen):
    page = screen("/", viewport={"width": 1920, "height": 1080})
    for path in ["/", "/wall"]:
        page.goto(path)
        height = page.evaluate("document.documentElement.scrollHeight")
        assert height <= 1080, (path, height)
