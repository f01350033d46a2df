"""A photograph: sent by keyboard alone, seen on its page, and fetched as a file and as nothing else."""

import zlib

import pytest


def chunk(name, content):
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def png():
    """One white dot."""
    header = (1).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\x00\xff")) + chunk(b"IEND", b"")


@pytest.fixture
def person(screen):
    page = screen("/records/people")
    return page, page.locator("a[href^='/records/people/']").first.get_attribute("href")


def test_a_photograph_is_sent_by_keyboard_seen_and_fetched(person):
    page, address = person
    page.goto(address)
    link = page.get_by_role("link", name="Photograph: send a file")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    file = page.get_by_label("File (JPEG, PNG, 1 MB at most)")
    file.focus()
    # The chooser is the browser's own window.
    file.set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": png()})
    page.get_by_role("button", name="Keep this file").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/people/**")
    held = page.get_by_role("link", name="PNG, 1 KB").first
    with page.expect_download() as fetched:
        held.focus()
        page.keyboard.press("Enter")
    with open(fetched.value.path(), "rb") as file:
        assert file.read() == png()
    answer = page.request.get(held.get_attribute("href"))
    headers = answer.headers
    assert answer.body() == png()
    assert headers["content-type"] == "image/png" and headers["content-disposition"].startswith("attachment;")
    assert headers["x-content-type-options"] == "nosniff" and headers["cache-control"] == "no-store"
    assert "sandbox" in headers["content-security-policy"] and "script-src" not in headers["content-security-policy"]
    page.get_by_role("button", name="Undo").click()
    assert page.request.get(answer.url).status == 404


def test_a_page_called_a_photograph_is_none(person):
    page, address = person
    page.goto(address.replace("/records/", "/attach/") + "/photograph")
    page.get_by_label("File (JPEG, PNG, 1 MB at most)").set_input_files(
        {"name": "me.png", "mimeType": "image/png", "buffer": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"}
    )
    page.get_by_role("button", name="Keep this file").click()
    assert "the file is none of the kinds that are taken here" in page.content()
