#!/usr/bin/env python3
"""The figures of docs/measures.md that are asked over HTTP, each with the server's own processor time, beside nginx in the same run.

    scripts/bench-web.py CHANCERY-BINARY

wrk asks with 8 connections for 3 seconds; processor time is read from the kernel before and after, of the server's process alone.
All is measured to the end; exits with 1 where an aim was missed, with 2 where a measurement broke down.
"""

import asyncio
import csv
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from served import Server, load_hanoi, processor_seconds  # noqa: E402

CHANCERY = sys.argv[1]
PEOPLE = 100_000
SCREENS = 500
# A session has so many pages that listen.
SCREENS_OF_A_SESSION = 4
missed, broken = [], []


def told(name, figure, value, aim, unit):
    """Prints a figure with what it should be at most, where there is such an aim."""
    word = "    " if aim is None else "pass" if value <= aim else "MISS"
    if word == "MISS":
        missed.append(name)
    print(f"{word}  {name:<58} {figure}" + (f"   (aim {aim} {unit})" if aim else ""), flush=True)


def attempt(name, work, *given):
    """Goes on with the next measurement where one breaks down."""
    try:
        return work(*given)
    except (Exception, SystemExit) as error:
        broken.append(name)
        print(f"FAIL  {name}  could not be measured: {error}", flush=True)


def wrk(url, headers=(), script=None, connections=8, seconds=3):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script]
    said = subprocess.run(command + [url], capture_output=True, text=True, timeout=60).stdout
    requests = int(re.search(r"(\d+) requests in", said).group(1))
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    if failed:
        raise RuntimeError(f"{url}: {failed.group(1)} of {requests} were refused")
    return requests, re.search(r"50%\s+(\S+)", said).group(1), re.search(r"99%\s+(\S+)", said).group(1)


def measure(name, server, path, aim, headers=None, script=None, connections=8):
    headers = headers or [f"Cookie: {server.cookie}"]
    before = processor_seconds(server.process.pid)
    requests, half, most = wrk(server.address + path, headers, script, connections)
    cost = (processor_seconds(server.process.pid) - before) / requests * 1000
    told(name, f"{cost:8.2f} ms of processor   {requests / 3:7.0f}/s   p50 {half}  p99 {most}", cost, aim, "ms")


def many_people(folder):
    pack = pathlib.Path(folder) / "people.csv"
    with pack.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["happened", "code", "classification", "assumed", "family_name", "given_name", "nationality"])
        for number in range(PEOPLE):
            rows.writerow(["2025-10-01", f"B-{number:06}", "internal", "synthetic", f"Thử {number % 997}", f"Người {number}", "VNM"])
    subprocess.run([CHANCERY, "import", str(pack), "--data", folder, "--language", "en", "--until", "2025-10-14T01:00:00Z"],
                   check=True, timeout=300, stdout=subprocess.DEVNULL)


def against_nginx(folder, page):
    """The same page as a file, from nginx with one worker."""
    root = pathlib.Path(folder) / "nginx"
    (root / "site").mkdir(parents=True)
    (root / "site" / "page.html").write_text(page)
    os.chmod(folder, 0o755)
    (root / "nginx.conf").write_text(
        f"worker_processes 1; pid {root}/pid; error_log {root}/error.log; daemon off; user root;\n"
        f"events {{}} http {{ access_log off; types {{ text/html html; }} server {{ listen 127.0.0.1:18099; root {root}/site; }} }}\n")
    process = subprocess.Popen(["nginx", "-c", str(root / "nginx.conf"), "-p", str(root)], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        worker = int(subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True).stdout.split()[0])
        before = processor_seconds(worker)
        requests, half, most = wrk("http://127.0.0.1:18099/page.html")
        cost = (processor_seconds(worker) - before) / requests * 1000
    finally:
        process.terminate()
        process.wait(10)
    name = "beside it: the programme page as a file, from nginx"
    told(name, f"{cost:8.2f} ms of processor   {requests / 3:7.0f}/s   p50 {half}  p99 {most}", cost, None, "ms")


async def screens(server, token):
    """500 open screens; a change; from the act's answer being on its way to the last screen's fresh page."""
    cookies = server.other_cookies

    async def one(number, heard, fresh, ready):
        reader, writer = await asyncio.open_connection(server.host, server.port)
        cookie = cookies[number // SCREENS_OF_A_SESSION]
        host = f"{server.host}:{server.port}"
        writer.write(f"GET /feed?after=0 HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n".encode())
        data = b""
        while data.count(b"event: changed") < 1:
            data += await reader.read(4096)
        ready.release()
        while data.count(b"event: changed") < 2:
            data += await reader.read(4096)
        heard.append(time.monotonic())
        page, sender = await asyncio.open_connection(server.host, server.port)
        sender.write(f"GET /wall HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nHX-Request: true\r\nConnection: close\r\n\r\n".encode())
        while await page.read(65536):
            pass
        fresh.append(time.monotonic())
        sender.close()
        writer.close()

    heard, fresh, ready = [], [], asyncio.Semaphore(0)
    tasks = [asyncio.create_task(one(number, heard, fresh, ready)) for number in range(SCREENS)]
    for _ in range(SCREENS):
        await ready.acquire()
    began = time.monotonic()
    await asyncio.to_thread(
        server.ask, "POST", "/bulk/bodies", {"token": token, "code": "BTK", "field": "assumed", "value": "measured", "back": "/"})
    await asyncio.wait_for(asyncio.gather(*tasks), 60)

    for name, moments in [("a change is heard on", heard), ("the fresh page is there, asked by all at once, on", fresh)]:
        waits = sorted((moment - began) * 1000 for moment in moments)
        most = waits[int(len(waits) * 0.99) - 1]
        told(f"M10 {name} {SCREENS} screens", f"p50 {statistics.median(waits):6.0f} ms   p99 {most:6.0f} ms", most, 1000, "ms of p99")


def busy_house(folder):
    """The ceremony, asked by few and by many."""
    server = Server(CHANCERY, folder, sessions=1 + -(-SCREENS // SCREENS_OF_A_SESSION))
    try:
        token = server.form_token()
        bearer = server.token_for_programs()
        program = [f"Authorization: Bearer {bearer}"]
        script = pathlib.Path(folder) / "acts.lua"
        script.write_text(
            'local n = 0\nlocal id = tostring({})\nwrk.method = "POST"\nrequest = function()\n  n = n + 1\n'
            '  return wrk.format(nil, nil, nil, string.format(\'{"act":"edit","records":[{"kind":"body","code":"BTK",\'\n'
            '    .. \'"set":{"assumed":"bench %s %d"}}]}\', id, n))\nend\n')
        acts = program + ["Content-Type: application/json"], str(script), 16
        for name, path, aim, *more in [
            ("M14 programme page", "/programme", 3), ("M14 programme for calendars", "/programme.ics", 3),
            ("M14 programme as JSON", "/api/records/sessions", 3, program), ("readiness", "/", None), ("slips", "/slips", None),
            ("M6 durable acts over HTTP, 16 clients", "/api/acts", 0.1, *acts),
        ]:
            attempt(name, measure, name, server, path, aim, *more)
        attempt("nginx", lambda: against_nginx(folder, server.ask("GET", "/programme")[1]))
        attempt("M10", lambda: asyncio.run(screens(server, token)))
    finally:
        server.close()


def large_house(folder):
    """The same with very many people, and pages of their list."""
    many_people(folder)
    server = Server(CHANCERY, folder)
    try:
        for name, path, aim in [
            ("first page", "", 2), ("last page", "?page=2100", 2), ("ordered by code, page 1000", "?order=code&page=1000", 2),
            ("one nationality", "?is-nationality=VNM&page=500", 2), ("by words", "?q=nguoi+4711", 5),
        ]:
            name = f"M9 list of {PEOPLE:,} people: {name}"
            attempt(name, measure, name, server, "/records/people" + path, aim)
    finally:
        server.close()


def main():
    folder = tempfile.mkdtemp(prefix="chancery-bench-")
    try:
        load_hanoi(CHANCERY, folder)
        attempt("the busy house", busy_house, folder)
        attempt("the large house", large_house, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(2 if broken else 1 if missed else 0)


main()
