"""M14 and M6 over HTTP: the programme of a hundred sessions as page, calendar and JSON, and acts of many clients."""

import csv
import json
import pathlib

from served import Server, load, load_hanoi

from . import nginx
from .asking import measure
from .telling import attempt

SESSIONS = 100
PLACES = [
    ("page", "/programme"), ("for calendars", "/programme.ics"), ("as JSON", "/api/records/sessions"),
]
AIM = 2
ACT_AIM = 0.2


def run(chancery, folder):
    load_hanoi(chancery, folder)
    server = Server(chancery, folder)
    try:
        missing = SESSIONS - count(server, server.token_for_programs())
    finally:
        server.close()
    add_sessions(chancery, folder, missing)
    server = Server(chancery, folder)
    try:
        bearer = server.token_for_programs()
        if count(server, bearer) != SESSIONS:
            raise RuntimeError(f"the programme has {count(server, bearer)} sessions, and not {SESSIONS}")
        program = [f"Authorization: Bearer {bearer}"]
        for name, path in PLACES:
            headers = program if path.startswith("/api/") else None
            attempt(name, measure, f"M14 programme of {SESSIONS} sessions: {name}", server, path, AIM, headers)
        answers = {
            f"the programme {name}": server.ask("GET", path, headers={"Authorization": f"Bearer {bearer}"} if "/api/" in path else None)[1]
            for name, path in PLACES}
        attempt("nginx", nginx.beside, folder, answers)
        for name, path in [("readiness", "/"), ("slips", "/slips")]:
            attempt(name, measure, f"{name}, {SESSIONS} sessions", server, path)
        attempt("M6", acts, server, folder, program)
    finally:
        server.close()


def count(server, bearer):
    return json.loads(server.ask("GET", "/api/records/sessions", headers={"Authorization": f"Bearer {bearer}"})[1])["count"]


def add_sessions(chancery, folder, count):
    """Workshops on both days, one after another."""
    pack = pathlib.Path(folder) / "sessions.csv"
    with pack.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["happened", "code", "owner", "classification", "assumed", "kind", "title_vi", "title_en", "starts", "ends", "access"])
        for number in range(count):
            day, hour, half = 25 + number % 2, 8 + number // 4 % 10, number // 2 % 2 * 30
            moment = [f"2025-10-{day}T{hour:02}:{half + minutes:02}:00+07:00[Asia/Ho_Chi_Minh]" for minutes in (0, 25)]
            rows.writerow(["2025-10-08", f"X-{number:02}", "BTK", "public", "synthetic", "workshop", f"Hội thảo {number}",
                           f"Workshop {number}", *moment, "public"])
    load(chancery, folder, pack, actor="BTK-HEAD")


def acts(server, folder, program):
    script = pathlib.Path(folder) / "acts.lua"
    script.write_text(
        'local n = 0\nlocal id = tostring({})\nwrk.method = "POST"\nrequest = function()\n  n = n + 1\n'
        '  return wrk.format(nil, nil, nil, string.format(\'{"act":"edit","records":[{"kind":"body","code":"BTK",\'\n'
        '    .. \'"set":{"assumed":"bench %s %d"}}]}\', id, n))\nend\n')
    name = "M6 durable acts over HTTP, 16 clients"
    measure(name, server, "/api/acts", ACT_AIM, program + ["Content-Type: application/json"], str(script), 16)
    measure("beside it: the description for programs, which nobody makes anew", server, "/api/openapi.json", None, program, None, 16)
