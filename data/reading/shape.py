"""The empty tables of a database, with the indexes by which it checks keys and links itself, or without them."""

import re
from dataclasses import replace

import duckdb

from data.catalogue import ALONE, Catalogue, read_catalogue, sql
from data.description import About
from data.organisation.lists import Lists, lists_of
from data.organisation.meanings import meanings
from data.reading.fill import bind

UNKNOWN = "not known yet"
# An index a key and a link weighs more than the rows themselves. A database that nobody writes to does without them.
KEYS = re.compile(r" references \w+ \(\w+\)| unique\b|,\n    primary key \([^)]*\)")


def create_tables(connection: duckdb.DuckDBPyConnection, lists: Lists, keyed: bool = True) -> Catalogue:
    """Make the empty tables with the lists that the dataset brings itself, and say what the columns are.

    Without keys, types, need and checks of the cells stay, and the codebook is a table that tells of the keys all the same.
    """
    if keyed:
        make(connection, lists, sql("schema"))
        connection.execute(sql("views/codebook"))
        return read_catalogue(connection)
    with duckdb.connect(config=ALONE) as other:
        catalogue = create_tables(other, lists)
        codebook = other.table("codebook")
        columns = [[None if value is None else str(value) for value in column] for column in zip(*codebook.fetchall(), strict=True)]
        cells = dict(zip(codebook.columns, columns, strict=True))
    make(connection, lists, KEYS.sub("", sql("schema")).replace(" primary key", " not null"))
    bind(connection, cells)
    connection.execute(sql("codebook"))
    return catalogue


def columns_of_schema() -> Catalogue:
    """The columns of every table as they are before any file is read. What a dataset brings itself, such as its themes and statuses, is no closed list yet."""
    unknown = lists_of([UNKNOWN], About("", ""), dict.fromkeys(("status", "step", "measure", "indicator"), [UNKNOWN]))
    with duckdb.connect(config=ALONE) as connection:
        catalogue = create_tables(connection, unknown)
    return {table: tuple(replace(one, allowed=()) if UNKNOWN in one.allowed else one for one in columns) for table, columns in catalogue.items()}


def make(connection: duckdb.DuckDBPyConnection, lists: Lists, schema: str) -> None:
    """Run the schema with the lists at its hand, and keep what their words mean beside the tables."""
    bind(connection, lists.cells())
    connection.execute(schema)
    for name, cells in meanings(lists).items():
        bind(connection, cells)
        connection.execute(sql(f"organisation/{name}"))
