"""Run the rules of the contract that concern more than one cell: the queries in `checks/`, on a draft of the tables."""

from pathlib import Path

import duckdb

from data.catalogue import HERE, Catalogue, Column, sql
from data.faults import Fault
from data.sheets import Sheet


def check_rules(sheets: dict[str, Sheet], catalogue: Catalogue) -> list[Fault]:
    """The faults that the queries in `checks/` find. A query is left out while a table it reads is not whole.

    The first line of each file is the rule that is broken, the third the remedy.
    """
    faults = []
    with duckdb.connect() as connection:
        draft(connection, sheets, catalogue)
        for path in sorted((HERE / "checks").glob("*.sql")):
            faults += faults_of(connection, path, sheets)
    return faults


def draft(connection: duckdb.DuckDBPyConnection, sheets: dict[str, Sheet], catalogue: Catalogue) -> None:
    """Make the tables without keys or checks, with the line of each row, and `closed_lists` with all allowed values."""
    for table, sheet in sheets.items():
        if sheet.whole:
            types = {"line": "INTEGER"} | {column.name: draft_type(column) for column in catalogue[table]}
            relation(connection, {"line": sheet.lines, **sheet.cells}, types).create(table)
    allowed = [(table, column.name, value) for table, columns in catalogue.items() for column in columns for value in column.allowed]
    names = ("table_name", "column_name", "value")
    cells = {name: list(column) for name, column in zip(names, zip(*allowed, strict=True), strict=True)}
    relation(connection, cells, dict.fromkeys(names, "VARCHAR")).create("closed_lists")


def draft_type(column: Column) -> str:
    """Closed lists are plain text in the draft."""
    return "VARCHAR" if column.allowed else column.type


def relation(connection: duckdb.DuckDBPyConnection, cells: dict[str, list], types: dict[str, str]) -> duckdb.DuckDBPyRelation:
    """Columns of cells as a relation with the given types, rows in order. It holds until the next call."""
    connection.execute(sql("sheet"), {"cells": cells})
    return connection.table("sheet").select(*[duckdb.ColumnExpression(name).cast(duckdb.sqltype(kind)).alias(name) for name, kind in types.items()])


def faults_of(connection: duckdb.DuckDBPyConnection, path: Path, sheets: dict[str, Sheet]) -> list[Fault]:
    """The faults found by the queries of one file."""
    text = path.read_text(encoding="utf-8")
    rule, _, remedy = (line.removeprefix("-- ") for line in text.splitlines()[:3])
    broken = {table for table, sheet in sheets.items() if not sheet.whole}
    faults = []
    for statement in connection.extract_statements(text):
        if broken.isdisjoint(connection.get_table_names(statement.query)):
            rows = connection.execute(statement).fetchall()
            faults += [Fault(sheets[table].file, line, column, value, rule, remedy.removeprefix("Remedy: ")) for table, line, column, value in rows]
    return faults
