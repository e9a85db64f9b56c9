"""Small and smaller datasets: the tiny one without the rows of some tables, and without all that cannot stand once these are gone."""

import csv
import re
from collections.abc import Callable, Collection
from pathlib import Path

import data
from data.catalogue import sql

TINY = Path(__file__).parent.parent / "tiny"
FACTS = ("chairmanships", "meetings", "documents", "priorities", "events", "membership_steps", "reported_figures")
LINK = re.compile(r"^    (\w+) \w+( not null)?(?: unique)? references (\w+) \((\w+)\)", re.M)
Row = dict[str, str]
Tables = dict[str, list[Row]]


def read(folder: Path = TINY) -> tuple[Tables, dict[str, list[str]]]:
    """Rows and header of every table of a folder, cells as text."""
    tables, headers = {}, {}
    for table in data.TABLES:
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            tables[table], headers[table] = list(reader), list(reader.fieldnames or ())
    return tables, headers


def links() -> dict[str, list[tuple[str, bool, str, str]]]:
    """Table -> its columns that point to another table: column, whether it must be filled, table and column pointed to."""
    parts = re.split(r"^create table (\w+) \(", sql("schema"), flags=re.M)[1:]
    return {table: [(column, bool(must), parent, key) for column, must, parent, key in LINK.findall(text)] for table, text in zip(parts[::2], parts[1::2], strict=True)}


def settle(tables: Tables) -> None:
    """Take away what cannot stand: rows that point to nothing, cells that may be empty, facts without statement, outcomes without evidence."""
    before = -1
    while before != (before := sum(map(len, tables.values())) + sum(map(_filled, tables.values()))):
        for table, columns in links().items():
            for column, must, parent, key in columns if table in tables else ():
                known = {row[key] for row in tables[parent]}
                if must:
                    tables[table] = [row for row in tables[table] if row[column] in known]
                for row in tables[table]:
                    row[column] = row[column] if row[column] in known else ""
        ids = {table: {next(iter(row.values())) for row in tables[table]} for table in FACTS}
        for table in ("evidence", "codings", "conflicts"):
            tables[table] = [row for row in tables[table] if not row["row_id"] or row["row_id"] in ids[row["table_name"]]]
        proven = {(row["table_name"], row["row_id"], row["role"]) for row in tables["evidence"]}
        for table in FACTS:
            tables[table] = [row for row in tables[table] if (table, next(iter(row.values())), "statement") in proven]
        for row in tables["priorities"]:
            if row["outcome"] in ("adopted", "realised") and ("priorities", row["priority_id"], "outcome") not in proven:
                row["outcome"] = "in progress"
        coded = {row["chairmanship_id"] for row in tables["priorities"]}
        for row in tables["chairmanships"]:
            if row["chairmanship_id"] not in coded:
                row["list_depth"] = row["list_basis"] = ""


def _filled(rows: list[Row]) -> int:
    return sum(1 for row in rows for cell in row.values() if cell)


def written(folder: Path, change: Callable[[Tables], None], base: Path = TINY) -> Path:
    """The folder, filled with the tables of `base` as `change` leaves them."""
    tables, headers = read(base)
    change(tables)
    settle(tables)
    folder.mkdir(parents=True, exist_ok=True)
    for table, header in headers.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables[table])
    return folder


def without(*emptied: str) -> Callable[[Tables], None]:
    """A change that leaves the named tables with their header alone."""
    return lambda tables: tables.update({table: [] for table in emptied})


def only(*kept: str) -> Callable[[Tables], None]:
    """A change that leaves the named tables alone."""
    return without(*(table for table in data.TABLES if table not in kept))


def of_chairs(*chairs: str) -> Callable[[Tables], None]:
    """A change that leaves the named chairmanships, and what belongs to no other."""
    def change(tables: Tables) -> None:
        for table, rows in tables.items():
            tables[table] = [row for row in rows if row.get("chairmanship_id", "") in ("", *chairs)]
    return change


def priorities_of(chairs: Collection[str]) -> Callable[[Tables], None]:
    """A change that leaves the priorities of the named chairmanships alone."""
    return lambda tables: tables.update(priorities=[row for row in tables["priorities"] if row["chairmanship_id"] in chairs])


THIN: dict[str, Callable[[Tables], None]] = {
    "headers only": only(),
    "documents only": only("documents", "bodies", "sources", "evidence", "themes"),
    "one chair": of_chairs("kz-2016"),
    "one chair that is not coded": of_chairs("cn-2017"),
    "priorities of one chair": priorities_of(["kz-2016"]),
    **{f"no {table}": without(table) for table in data.TABLES},
}
