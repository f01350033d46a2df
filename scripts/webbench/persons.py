"""M15: what somebody at work asks all day, in a house of very many people with a long history."""

import pathlib
import subprocess

from served import Server

from . import nginx
from .asking import measure
from .telling import absent, attempt

PEOPLE = 100_000
ENTRIES = 1_000_000
PERSON = "X-4711"
PAGES = [("a person's page", f"/records/people/{PERSON}", 3), ("Readiness", "/", 5)]
PREVIEW_AIM = 5
KEYSTROKE_AIM = 2


def run(chancery, bench, folder):
    subprocess.run([bench, "--journal", folder, str(PEOPLE), str(ENTRIES)], check=True, timeout=1800)
    server = Server(chancery, folder)
    try:
        bearer = server.token_for_programs()
        title = f"M15 {PEOPLE:,} people, {ENTRIES:,} entries"
        for name, path, aim in PAGES:
            attempt(name, measure, f"{title}: {name}", server, path, aim)
        # Of more records than a form offers the code is typed: nothing answers a keystroke yet.
        absent(f"{title}: a picker's keystroke", KEYSTROKE_AIM)
        attempt("form", measure, f"{title}: the form in which a person's code is typed", server, "/edit/badges/X-B-4711")
        attempt("preview", previews, title, server, folder, bearer)
        answers = {name: server.ask("GET", path)[1] for name, path, _ in PAGES}
        answers["the preview"] = server.preview(bearer, [("person", PERSON, {"assumed": "bench"})])
        attempt("nginx", nginx.beside, folder, answers)
    finally:
        server.close()


def previews(title, server, folder, bearer):
    """What a change would do, of one person after another."""
    script = pathlib.Path(folder) / "previews.lua"
    script.write_text(
        'local n = 0\nwrk.method = "POST"\nrequest = function()\n  n = n + 1\n'
        '  return wrk.format(nil, nil, nil, string.format(\'{"act":"edit","records":[{"kind":"person","code":"X-%d",\'\n'
        '    .. \'"set":{"assumed":"bench %d"}}]}\', ' + f"n % {PEOPLE // 2}, n))\nend\n")
    headers = [f"Authorization: Bearer {bearer}", "Content-Type: application/json"]
    measure(f"{title}: a preview of one change", server, "/api/preview", PREVIEW_AIM, headers, str(script))
