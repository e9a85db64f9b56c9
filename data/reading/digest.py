"""The digest of a dataset: the same for the same values, whatever the file format, the order of rows or the way a number is written."""

from collections.abc import Iterable
from hashlib import sha256

import duckdb
from duckdb import CoalesceOperator, ColumnExpression, ConstantExpression, FunctionExpression

from data.catalogue import TABLES, Catalogue, Column
from data.reading.sheets import Sheet

ROWS_AT_ONCE = 10_000


def digest_of_sheets(sheets: dict[str, Sheet], catalogue: Catalogue) -> str:
    """SHA-256 of all cells of the 16 tables, in hex."""
    digest = sha256()
    for table in TABLES:
        columns = [[canonical(text, column.type) for text in sheets[table].cells[column.name]] for column in catalogue[table]]
        rows = sorted("\x1f".join(row) for row in zip(*columns, strict=True))
        digest.update("\x1e".join([table, *rows, ""]).encode())
    return digest.hexdigest()


def digest_of_tables(connection: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> str:
    """The same of tables that are filled. Rows are sorted by the database, which needs no room in memory for them."""
    digest = sha256()
    for table in TABLES:
        digest.update(f"{table}\x1e".encode())
        # A relation gives all its rows at once, its text some thousands at a time.
        connection.execute(connection.table(table).select(line_of(catalogue[table])).sort("line").sql_query())
        while lines := connection.fetchmany(ROWS_AT_ONCE):
            digest.update("".join(f"{line}\x1e" for (line,) in lines).encode())
    return digest.hexdigest()


def line_of(columns: Iterable[Column]) -> duckdb.Expression:
    """The cells of a row in canonical form, as one text."""
    return FunctionExpression("concat_ws", ConstantExpression("\x1f"), *map(text_of, columns)).alias("line")


def text_of(column: Column) -> duckdb.Expression:
    """The same text for the same value: numbers as floating point, what is empty as no text."""
    value = ColumnExpression(column.name)
    if column.type in ("DOUBLE", "INTEGER"):
        value = value.cast(duckdb.sqltype("DOUBLE"))
    return CoalesceOperator(value.cast(duckdb.sqltype("VARCHAR")), ConstantExpression(""))


def canonical(text: str | None, kind: str) -> str:
    """The canonical form of a cell that is read as text."""
    if text is None:
        return ""
    return repr(float(text)) if kind in ("DOUBLE", "INTEGER") else text
