"""A kept release whose tables lack columns that came later: these are empty in it, and its id stays that of the columns it had."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

import duckdb

from data import stories, synonyms
from data.build import Built, brought, built, check_sheets, examine, release_date
from data.catalogue import ALONE, TABLES, Catalogue, read_catalogue, sql
from data.derived import derive, settled_in
from data.description import About, read
from data.earlier.renamed import named_today
from data.faults import DataError
from data.file import OPTIONAL, connect, is_large
from data.organisation.lists import Lists
from data.reading.digest import digest_of_sheets
from data.reading.fill import fill_tables
from data.reading.shape import create_tables, make
from data.reading.sheets import Raw, read_file

LATER_LISTS = ("statuses", "steps", "measures", "methods", "counts", "levels", "indicators", "shares", "tiles")
Lacking = Mapping[str, Collection[str]]


def build_older(folder: Path, target: Path, settled: bool = False, today: About | None = None) -> Built:
    """Read, check and write the tables as `data.build.build` does, with later columns empty. Raises DataError with every fault.

    What a description did not tell of the organisation in its day, such as statuses and indicators, is as `today` tells it.

    Cells, keys and links are checked as ever. The rules of `data/checks` are those of today: what was published under those of its day is shown as it was.
    """
    raws = {table: raw_of(folder, table) for table in (*TABLES, OPTIONAL)}
    about, faults = read(folder)
    faults += synonyms.read(folder)[1] + stories.read(folder)[1]
    if today is not None:
        about = replace(about, **{name: getattr(about, name) or getattr(today, name) for name in LATER_LISTS})
    lists = brought(raws, about)
    with duckdb.connect(config=ALONE) as connection:
        lacking = later_columns(raws, create_tables(connection, lists))
    if not lacking:
        try:
            return examine(folder, target, about, faults, settled, raws)
        except DataError:  # perhaps by a rule of a later day
            target.unlink(missing_ok=True)
    with connect(folder, target) as connection:
        catalogue = tables_without_checks(connection, lists, lacking)
        sheets, found = check_sheets({table: widened(raw, lacking.get(table, ())) for table, raw in raws.items()}, catalogue)
        faults = faults + found or fill_tables(connection, sheets, catalogue)
        if faults:
            raise DataError(folder, faults)
        derive(connection, settled_in(is_large(folder)) if settled else ())
        known = {table: tuple(column for column in columns if column.name not in lacking.get(table, ())) for table, columns in catalogue.items()}
        counts = {table: len(sheets[table].lines) for table in TABLES}
        return built(release_date(connection, folder), digest_of_sheets(sheets, known), counts, about, lists)


def raw_of(folder: Path, table: str) -> Raw:
    """The file of a table, its columns under the names of today."""
    raw = read_file(folder, table)
    return replace(raw, header=named_today(table, raw.header))


def later_columns(raws: Mapping[str, Raw], catalogue: Catalogue) -> Lacking:
    """Table -> the columns that its file lacks and that may be empty."""
    found = {
        table: [column.name for column in columns if raws[table].header and column.name not in raws[table].header and not column.required]
        for table, columns in catalogue.items()
    }
    return {table: names for table, names in found.items() if names}


def tables_without_checks(connection: duckdb.DuckDBPyConnection, lists: Lists, lacking: Lacking) -> Catalogue:
    """The empty tables of today, without the checks on columns that must be empty here."""
    make(connection, lists, without_checks(sql("schema"), lacking))
    connection.execute(sql("views/codebook"))
    return read_catalogue(connection)


def without_checks(schema: str, lacking: Lacking) -> str:
    """The schema without the checks that name a later column of their table."""
    for table, names in lacking.items():
        before, begin, rest = schema.partition(f"create table {table} (")
        body, end, after = rest.partition("\n);")
        body = re.sub(rf",\n    check \([^\n]*\b(?:{'|'.join(names)})\b[^\n]*\)(?=,?(?:\n|$))", "", body)
        schema = "".join((before, begin, body, end, after))
    return schema


def widened(raw: Raw, names: Collection[str]) -> Raw:
    """A file with empty columns of these names at its end."""
    return replace(raw, header=[*raw.header, *names], rows=[[*row, *("" for _ in names)] for row in raw.rows])

