"""M9: a page of a list of very many people, any page and the first after any change, beside SQLite that is asked for the same rows."""

import csv
import pathlib
import sqlite3
import time
import unicodedata

from served import Server, load, load_hanoi

from . import nginx
from .asking import cost_of_one, measure, measure_size
from .telling import attempt, spread, told

PEOPLE = 100_000
CHANGES = 7
AIM = 2
LARGEST = 60

PAGES = {
    "first page": "",
    "last page": "?page=2100",
    "ordered by code, page 1000": "?order=code&page=1000",
    "one nationality": "?is-nationality=VNM&page=500",
    "by words": "?q=nguoi+4711",
}


def people(folder, count):
    """A list of so many people."""
    pack = pathlib.Path(folder) / "people.csv"
    with pack.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["happened", "code", "classification", "assumed", "family_name", "given_name", "nationality"])
        rows.writerows([["2025-10-01", code(number), "internal", "synthetic", *name(number), "VNM"] for number in range(count)])
    return pack


def code(number):
    return f"B-{number:06}"


def name(number):
    return f"Thử {number % 997}", f"Người {number}"


def run(chancery, folder):
    load_hanoi(chancery, folder)
    load(chancery, folder, people(folder, PEOPLE), actor="BTK-HEAD")
    peer = PeopleInSQL(PEOPLE)
    server = Server(chancery, folder)
    try:
        bearer = server.token_for_programs()
        title = f"M9 list of {PEOPLE:,} people"
        for page, query in PAGES.items():
            attempt(page, measure, f"{title}: {page}", server, "/records/people" + query, AIM)
        for page, query in PAGES.items():
            attempt(page, first_after_a_change, f"{title}, first after a change: {page}", server, "/records/people" + query, bearer)
        for page in PAGES:
            attempt(page, lambda page=page: told(f"beside it: the rows from SQLite: {page}", f"{spread(peer.costs(page))} of processor"))
        _, html = server.ask("GET", "/records/people")
        attempt("size", measure_size, "M9 the first page, as gzip makes it", html, LARGEST)
        attempt("nginx", nginx.beside, folder, {"the list's first page": html})
    finally:
        server.close()


def first_after_a_change(name, server, path, bearer):
    """Somebody else changes one of the people; then the page is asked for once."""
    costs = []
    for number in range(CHANGES):
        server.act(bearer, [("person", code(4711 + number), {"assumed": f"{name} {number}"})])
        costs.append(cost_of_one(server, path))
    told(name, f"{spread(costs)} of processor", sorted(costs)[CHANGES // 2], AIM)


class PeopleInSQL:
    """The same people as rows, with the indexes that such pages want."""

    RUNS = 7
    QUERIES = {
        "first page": "ORDER BY code LIMIT 50",
        "last page": f"ORDER BY code LIMIT 50 OFFSET {PEOPLE - 50}",
        "ordered by code, page 1000": "ORDER BY code LIMIT 50 OFFSET 49950",
        "one nationality": "WHERE nationality = 'VNM' ORDER BY code LIMIT 50 OFFSET 24950",
        "by words": "WHERE words LIKE '%nguoi%' AND words LIKE '%4711%' ORDER BY code LIMIT 50",
    }

    def __init__(self, count):
        self.database = sqlite3.connect(":memory:")
        self.database.execute("CREATE TABLE person(code TEXT PRIMARY KEY, family TEXT, given TEXT, nationality TEXT, words TEXT)")
        self.database.execute("CREATE INDEX person_nationality ON person(nationality, code)")
        rows = ((code(number), *name(number), "VNM", self.folded(" ".join(name(number)))) for number in range(count))
        self.database.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?)", rows)
        self.database.commit()

    @staticmethod
    def folded(text):
        return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))

    def costs(self, page):
        costs = []
        for number in range(self.RUNS):
            self.database.execute("UPDATE person SET given = ? WHERE code = ?", (f"Người {number}", code(number)))
            self.database.commit()
            begun = time.process_time()
            self.database.execute("SELECT code, family, given, nationality FROM person " + self.QUERIES[page]).fetchall()
            costs.append((time.process_time() - begun) * 1000)
        return costs
