"""What leaves is an export: asked for on the list, let be made by another where it is much, fetched as a marked copy, seen by auditors."""

import zipfile

import pytest
from conftest import entered, served

ACCOUNTS = ("DEMO", "DEMO-PROTOCOL", "DEMO-AUDITOR")


@pytest.fixture(scope="module")
def house():
    """A house of their own: whoever came in long ago proves again to be themselves before much leaves."""
    with served(invite=ACCOUNTS) as house:
        yield house


@pytest.fixture(scope="module")
def pages(house, browser):
    pages = []
    for account in ACCOUNTS:
        page = entered(browser, house, house.codes[account], locale="en-GB", accept_downloads=True)
        page.set_default_timeout(15_000)
        page.get_by_role("button", name="English").click()
        pages.append(page)
    yield pages
    for page in pages:
        page.context.close()


def ask(page, path, *columns, day="2025-10-15"):
    page.goto(path)
    page.get_by_role("link", name="With sensitive columns").click()
    page.get_by_role("button", name="Ask for the whole list").click()
    for column in columns:
        page.locator(f"#column-{column}").check()
    page.get_by_label("Purpose").fill("registration desk")
    page.get_by_label("Registered recipient").select_option("UNODC")
    page.get_by_label("Expires on").fill(day)
    page.get_by_role("button", name="Ask for the export").click()
    page.wait_for_load_state()


def fetch(page, name):
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.path()


def test_people_with_documents_leave_by_two_officers_and_as_a_marked_copy(house, pages):
    page, second, auditor = pages
    page.goto("/records/people")
    with page.expect_download() as download:
        page.get_by_role("link", name="As CSV").click()
    plain = download.value.path().read_text()
    assert "Number of document" not in plain.split("\n")[0] and "TEST-0" not in plain
    ask(page, "/records/people", "family_name", "document")
    assert "/records/pending-acts/" in page.url
    assert "What would leave" in page.content() and "registration desk" in page.content()
    proposal = page.url.split("?")[0]
    page.goto(proposal.replace("/records/", "/do/confirm/"))
    assert page.get_by_role("button", name="Confirm").count() == 0, "who asked does not approve"
    second.goto(proposal)
    assert "Family name" in second.locator("section.told").inner_text()
    second.goto(proposal.replace("/records/", "/do/confirm/"))
    second.get_by_role("button", name="Confirm").click()
    second.wait_for_load_state()
    page.goto("/exports")
    page.locator("main li a").first.click()
    book = zipfile.ZipFile(fetch(page, "Fetch as XLSX"))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    told = book.read("docProps/core.xml").decode()
    assert "TEST-0" in sheet and "EXPORT-" in sheet and "#1 · BTK-HEAD" in sheet and "registration desk" in sheet
    assert "oddHeader" in sheet and "registration desk" in told
    again = fetch(page, "Fetch as CSV").read_text()
    assert "#2 · BTK-HEAD" in again and "Copy of export" in again.split("\n")[0]
    address = page.url
    second.goto(address)
    assert "Only the officer who asked" in second.content()
    auditor.goto("/exports")
    line = auditor.locator("tr", has_text="People").last.inner_text()
    assert "Family name" in line


def test_a_few_names_take_one_officer_and_paper_bears_the_mark(house, pages):
    second = pages[1]
    ask(second, "/records/people?q=P-BCD", "family_name")
    second.wait_for_url("**/exports/EXPORT-*")
    second.get_by_role("button", name="Show for printing").click()
    second.locator(".watermark").wait_for()
    second.emulate_media(media="print")
    assert second.locator(".watermark").is_visible() and "TB-LT-DESK" in second.locator("thead").inner_text()
    second.goto("/records/people")
    assert not second.locator("td.sensitive").first.is_visible(), "a list's paper has no sensitive columns"
    second.emulate_media(media="screen")
    assert second.locator("td.sensitive").first.is_visible()


def test_nothing_is_asked_for_without_a_column_or_beyond_the_longest_time(house, pages):
    second = pages[1]
    ask(second, "/records/people?q=P-BCD")
    assert "Tick at least one sensitive column" in second.content()
    ask(second, "/records/people?q=P-BCD", "family_name", day="2025-12-24")
    assert "choose a day between them" in second.content()


def test_a_list_ordered_by_what_is_sensitive_does_not_leave_in_its_order(house, pages):
    second = pages[1]
    second.goto("/records/people?order=family_name")
    assert second.get_by_role("link", name="As CSV").count() == 0 and "narrowed, searched or ordered" in second.content()
    second.emulate_media(media="print")
    assert not second.locator(".scroll.narrowed").is_visible(), "nor on paper"
    second.emulate_media(media="screen")
    refused = second.request.get("/sheets/csv/people?order=family_name")
    assert refused.status == 403 and "P-BCD" not in refused.text()


def test_an_export_is_asked_for_fetched_and_ended_in_vietnamese(house, pages):
    second = pages[1]
    second.goto("/")
    second.get_by_role("button", name="Tiếng Việt").click()
    try:
        second.goto("/records/people?q=P-BCD")
        second.get_by_role("link", name="Kèm cột nhạy cảm").click()
        second.get_by_role("button", name="cả danh sách").click()
        second.locator("#column-family_name").check()
        second.get_by_label("Mục đích").fill("bàn đăng ký")
        second.get_by_label("Nơi nhận đã đăng ký").select_option("UNODC")
        second.get_by_label("Ngày hết hạn sử dụng").fill("2025-10-15")
        second.locator("main form button[type=submit]").last.click()
        second.wait_for_url("**/exports/EXPORT-*")
        told = second.locator("main dl").inner_text()
        assert "bàn đăng ký" in told and "Người đề nghị" in told
        with second.expect_download() as download:
            second.locator("button[value=csv]").click()
        assert "bàn đăng ký" in download.value.path().read_text()
        second.get_by_role("button", name="Chấm dứt việc xuất dữ liệu").click()
        second.wait_for_load_state()
        assert "Đã bị chấm dứt trước ngày cuối" in second.content() and second.locator("button[value=csv]").count() == 0
    finally:
        second.goto("/")
        second.get_by_role("button", name="English").click()
