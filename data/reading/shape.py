"""The empty tables of a database, with the indexes by which it checks keys and links itself, or without them."""

import re

import duckdb

from data.catalogue import ALONE, Catalogue, read_catalogue, sql
from data.reading.fill import bind

# An index a key and a link weighs more than the rows themselves. A database that nobody writes to does without them.
KEYS = re.compile(r" references \w+ \(\w+\)| unique\b|,\n    primary key \([^)]*\)")


def create_tables(connection: duckdb.DuckDBPyConnection, themes: list[str], keyed: bool = True) -> Catalogue:
    """Make the empty tables with these themes in their display order, and say what the columns are.

    Without keys, types, need and checks of the cells stay, and the codebook is a table that tells of the keys all the same.
    """
    if keyed:
        make(connection, themes, sql("schema"))
        connection.execute(sql("views/codebook"))
        return read_catalogue(connection)
    with duckdb.connect(config=ALONE) as other:
        catalogue = create_tables(other, themes)
        codebook = other.table("codebook")
        columns = [[None if value is None else str(value) for value in column] for column in zip(*codebook.fetchall(), strict=True)]
        cells = dict(zip(codebook.columns, columns, strict=True))
    make(connection, themes, KEYS.sub("", sql("schema")).replace(" primary key", " not null"))
    bind(connection, cells)
    connection.execute(sql("codebook"))
    return catalogue


def make(connection: duckdb.DuckDBPyConnection, themes: list[str], schema: str) -> None:
    """Run the schema with the ids of the themes at its hand."""
    bind(connection, {"theme_id": themes})
    connection.execute(schema)
