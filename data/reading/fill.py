"""Put the cells of the sheets into the tables of the database."""

from collections.abc import Mapping, Sequence

import duckdb

from data.catalogue import Catalogue, Column, sql
from data.faults import Fault
from data.reading.sheets import Sheet


def bind(connection: duckdb.DuckDBPyConnection, cells: Mapping[str, Sequence[str | None]]) -> None:
    """Make columns of cells the temporary table `sheet`, all text."""
    connection.execute(sql("sheet"), {"cells": cells})


def fill_tables(connection: duckdb.DuckDBPyConnection, sheets: dict[str, Sheet], catalogue: Catalogue) -> list[Fault]:
    """Fill all tables, or give the words in which the database refuses a row.

    A row that points into its own table goes in after the other one. The rows of such a sheet are put in that order,
    so that rows of sheet and table stand side by side.
    """
    for table in fill_order(catalogue):
        sheet = sheets[table]
        own = next((column for column in catalogue[table] if column.parent == table), None)
        for group in generations(sheet, own) if own else [sheet.cells]:
            bind(connection, group)
            try:
                connection.table("sheet").insert_into(table)
            except duckdb.ConstraintException as error:
                return [Fault(sheet.file, None, None, None, str(error), "Correct the row.")]
    return []


def fill_order(catalogue: Catalogue) -> list[str]:
    """The tables so that each comes after those that its ids point to."""
    order: list[str] = []
    while len(order) < len(catalogue):
        order += [table for table, columns in catalogue.items() if table not in order and {c.parent for c in columns} <= {None, table, *order}]
    return order


def generations(sheet: Sheet, own: Column) -> list[dict[str, list[str | None]]]:
    """The cells of a sheet in groups of rows, each pointing only to rows of the groups before it."""
    ids, earlier = sheet.cells[str(own.parent_column)], sheet.cells[own.name]
    groups: list[list[int]] = []
    placed: set[str | None] = {None}
    waiting = list(range(len(ids)))
    while waiting:
        groups.append([position for position in waiting if earlier[position] in placed])
        placed |= {ids[position] for position in groups[-1]}
        waiting = [position for position in waiting if ids[position] not in placed]
    cells = [{name: [column[position] for position in group] for name, column in sheet.cells.items()} for group in groups]
    order = [position for group in groups for position in group]
    sheet.lines = [sheet.lines[position] for position in order]
    sheet.cells = {name: [column[position] for position in order] for name, column in sheet.cells.items()}
    return cells


def fill_drafts(connection: duckdb.DuckDBPyConnection, sheets: dict[str, Sheet]) -> None:
    """Fill tables without keys or checks with what is sound in faulty sheets, so that the rules can be tried all the same."""
    connection.execute(sql("draft"))
    for table, sheet in sheets.items():
        if sheet.whole:
            bind(connection, sheet.cells)
            connection.table(f"main.{table}").limit(0).create(f"draft.{table}")
            connection.table("sheet").insert_into(f"draft.{table}")
