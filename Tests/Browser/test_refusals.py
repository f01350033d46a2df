"""What the server does not do, asked over the wire."""

import http.client
import socket
import urllib.parse

import pytest


def ask(house, method="GET", path="/", headers=None, body=None):
    place = urllib.parse.urlsplit(house.address)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
    connection.request(method, path, body=body, headers=headers or {})
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer, text


def test_asvs_V3_4_every_answer_says_what_a_page_may_be(house):
    for path in ["/", "/sign-in", "/nowhere", "/assets/none.css"]:
        answer, _ = ask(house, path=path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def test_asvs_V14_3_2_pages_are_not_stored_and_assets_are(house):
    answer, text = ask(house, path="/sign-in")
    assert answer.headers["Cache-Control"] == "no-store"
    style = text.decode().split('href="/assets/')[1].split('"')[0]
    answer, _ = ask(house, path="/assets/" + style)
    assert answer.status == 200 and "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example"])
def test_a_foreign_host_gets_nothing(house, host):
    answer, text = ask(house, headers={"Host": host})
    assert answer.status == 421 and text == b""


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"])
def test_asvs_V4_1_4_unused_methods_are_refused(house, method):
    answer, _ = ask(house, method=method)
    assert answer.status == 405


def test_asvs_V5_2_1_a_form_that_is_too_large_is_refused(house):
    answer, _ = ask(
        house, "POST", "/sign-in", {"Content-Type": "application/x-www-form-urlencoded"}, b"code=" + b"A" * (2 << 20))
    assert answer.status == 413


def test_too_many_headers_are_refused(house):
    answer, _ = ask(house, headers={f"X-{number}": "a" for number in range(200)})
    assert answer.status in (400, 431)


def test_asvs_V3_5_1_a_form_of_another_site_is_refused(house, signed_in):
    cookie = "; ".join(f"{each['name']}={each['value']}" for each in signed_in["cookies"])
    for headers in [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {}]:
        answer, _ = ask(
            house, "POST", "/new/bodies", {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", **headers},
            b"to-code=X&to-name_vi=a&to-name_en=b")
        assert answer.status == 403


def test_asvs_V3_3_1_the_session_is_a_host_cookie(signed_in):
    session = next(each for each in signed_in["cookies"] if each["name"] == "__Host-session")
    assert session["secure"] and session["httpOnly"] and session["path"] == "/" and session["sameSite"] == "Lax"


def test_a_request_that_is_none_is_answered_or_dropped(house):
    place = urllib.parse.urlsplit(house.address)
    for bytes_sent in [b"\x00\x01\x02\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET  HTTP/1.1\r\nHost: x\r\n\r\n"]:
        with socket.create_connection((place.hostname, place.port), timeout=5) as connection:
            connection.sendall(bytes_sent)
            connection.settimeout(5)
            assert b"200 OK" not in connection.recv(200)
    assert ask(house, path="/sign-in")[0].status == 200
