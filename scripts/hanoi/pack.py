"""A pack: one table a kind, each row a version of a record with the time at which it became true."""

import csv
import datetime
import pathlib

HEADING = ["happened", "code", "owner", "classification", "assumed"]


class Pack:
    """Rows by file. A later row with the same code is a later whole version of that record."""

    def __init__(self):
        self.tables = {}

    def add(self, file, code, happened, /, **fields):
        """Adds a record, or a version of it that says everything anew; returns its code."""
        row = {"happened": text(happened), "code": code}
        row.update((name, text(value)) for name, value in fields.items())
        versions = self.tables.setdefault(file, {}).setdefault(code, [])
        if versions and begins(versions[-1]["happened"]) >= begins(row["happened"]):
            raise ValueError(f"{file} {code}: a version of {happened} after one of {versions[-1]['happened']}")
        versions.append(row)
        return code

    def change(self, file, code, happened, /, **fields):
        """Adds a later version of a record: all as it was, but for these fields."""
        last = self.last(file, code)
        later = {name: value for name, value in last.items() if name not in ("happened", "code")}
        later.update((name, text(value)) for name, value in fields.items())
        return self.add(file, code, happened, **later)

    def last(self, file, code):
        """The latest version of a record."""
        return self.tables[file][code][-1]

    def as_of(self, file, code, when):
        """The version of a record that held at an instant; none before its first."""
        held = [row for row in self.tables[file][code] if begins(row["happened"]) <= when]
        return held[-1] if held else None

    def latest(self, file):
        """The latest version of every record of a file."""
        return [versions[-1] for versions in self.tables.get(file, {}).values()]

    def versions(self, file):
        """Every row of a file, the versions of one record together."""
        return [row for versions in self.tables.get(file, {}).values() for row in versions]

    def size(self, file):
        return len(self.tables.get(file, {}))

    def write(self, folder):
        """Writes one CSV a kind and takes away the CSVs of kinds that the pack no longer has."""
        folder = pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for stale in folder.glob("*.csv"):
            if stale.stem not in self.tables:
                stale.unlink()
        for file in self.tables:
            self._write_table(folder / f"{file}.csv", self.versions(file))

    def _write_table(self, path, rows):
        columns = list(HEADING)
        for row in rows:
            columns += [name for name in row if name not in columns]
        used = [name for name in columns if name in ("happened", "code") or any(row.get(name) for row in rows)]
        with path.open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, used, restval="", extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def text(value):
    """A value as a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ";".join(text(item) for item in value)
    if isinstance(value, datetime.datetime):
        return moment(value)
    return str(value)


def moment(clock):
    """A time on Ha Noi's clocks as RFC 9557. Viet Nam keeps UTC+7 all the year."""
    return f"{clock:%Y-%m-%dT%H:%M:%S}+07:00[Asia/Ho_Chi_Minh]"


def at(day, time):
    """The time on Ha Noi's clocks: `at("2025-10-25", "10:00")`."""
    return datetime.datetime.fromisoformat(f"{day}T{time}")


def minutes(count):
    return datetime.timedelta(minutes=count)


def instant(clock):
    """A time on Ha Noi's clocks as an instant, for the column `happened`."""
    return f"{clock - datetime.timedelta(hours=7):%Y-%m-%dT%H:%M:%SZ}"


def day(start, count):
    """The day that many days after another."""
    return (datetime.date.fromisoformat(start) + datetime.timedelta(days=count)).isoformat()


def begins(happened):
    """A cell of the column `happened` as an instant: a day begins at midnight in Ha Noi."""
    return happened if "T" in happened else instant(at(happened, "00:00"))
