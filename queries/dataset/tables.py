"""The tables as they are: their rows for browsing, how far each column is filled, and by which values rows can be chosen."""

from dataclasses import dataclass
from functools import lru_cache

import duckdb
import pandas as pd
from duckdb import ColumnExpression, FunctionExpression

import data
from queries.dataset.lists import Rows, as_text, relation
from queries.loader import run

MOST_CHOICES = 60
ROWS_A_CHOICE = 3
# Distinct values are first estimated, within some per cent.
ROUGHLY = 2
# Among so many rows nearly every column is filled once.
FIRST_ROWS = 200


@dataclass(frozen=True)
class Filling:
    """One column: rows of its table, rows in which it is filled, and one row as an example (record and value)."""

    rows: int
    filled: int
    example: str
    record_table: str
    record_id: str


def rows_of(name: str) -> Rows:
    """The rows of a table in the order of its files. Raises KeyError for an unknown table."""
    if name not in data.TABLES:
        raise KeyError(name)
    columns = run("dataset/dictionary")
    return Rows(name, tuple(columns[(columns["table_name"] == name) & columns["is_key"]]["column_name"]))


def records_of(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table with the record that each is about in `record_table` and `record_id`: itself, or the one that evidence or a coding is for."""
    if name in ("evidence", "codings"):
        return frame.assign(record_table=frame["table_name"], record_id=frame["row_id"])
    if name == "world_shares":
        return frame.assign(record_table=name, record_id=[f"{indicator}-{year}" for indicator, year in zip(frame["indicator"], frame["year"], strict=True)])
    return frame.assign(record_table=name, record_id=frame.iloc[:, 0])


def filling(name: str) -> dict[str, Filling]:
    """How far each column of a table is filled, with the first filled row as example. Raises KeyError for an unknown table."""
    if name not in data.TABLES:
        raise KeyError(name)
    with data.current().cursor() as cursor:
        table = relation(cursor, name, {})
        columns = {column: ColumnExpression(column) for column in table.columns}
        n, *counts = table.aggregate([FunctionExpression("count"), *(FunctionExpression("count", column) for column in columns.values())]).fetchall()[0]
        filled = dict(zip(columns, counts, strict=True))
        examples = _examples(table.limit(FIRST_ROWS), name)
        for column in [column for column in columns if filled[column] and column not in examples]:
            examples[column] = _examples(table.filter(columns[column].isnotnull()).limit(1), name)[column]
    return {column: Filling(n, part, *examples.get(column, ("", "", ""))) for column, part in filled.items()}


def _examples(rows: duckdb.DuckDBPyRelation, name: str) -> dict[str, tuple[str, str, str]]:
    """For each column that is filled in one of the rows, the first such cell as text, with table and id of its record."""
    texts = rows.select(*(text.alias(column) for column, text in as_text(rows).items())).df()
    records = records_of(name, texts)
    tables, ids = records["record_table"].tolist(), records["record_id"].tolist()
    found = {}
    for column in texts.columns:
        place = next((place for place, cell in enumerate(texts[column].tolist()) if isinstance(cell, str)), None)
        if place is not None:
            found[str(column)] = (texts[column].iloc[place], str(tables[place]), str(ids[place]))
    return found


def choices(name: str) -> dict[str, list[str]]:
    """The columns by whose values rows can be chosen: those whose values stand in many rows each, with these values in order."""
    return {column: list(values) for column, values in _choices(data.current().release, name)}


@lru_cache(maxsize=32)
def _choices(release: str, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    rows = rows_of(name)
    for column in _shared(name):
        counts = rows.counts(column)
        if 1 < len(counts) <= min(MOST_CHOICES, sum(counts.values()) / ROWS_A_CHOICE):
            found.append((column, tuple(counts)))
    return tuple(found)


def _shared(name: str) -> list[str]:
    """The columns, but the first, that may have few enough different values."""
    with data.current().cursor() as cursor:
        table = relation(cursor, name, {})
        names = table.columns[1:]
        about = table.aggregate([FunctionExpression("approx_count_distinct", ColumnExpression(column)) for column in names]).fetchall()[0]
    return [column for column, n in zip(names, about, strict=True) if n <= ROUGHLY * MOST_CHOICES]


def dictionary() -> pd.DataFrame:
    """One row a column of a table: what it means, what may stand in it, how far it is filled, and an example (kept for the release)."""
    return _explained(data.current().release).copy(deep=False)


@lru_cache(maxsize=2)
def _explained(release: str) -> pd.DataFrame:
    columns = run("dataset/dictionary")
    fillings = {name: filling(name) for name in columns["table_name"].unique()}
    found = [fillings[name][column] for name, column in zip(columns["table_name"], columns["column_name"], strict=True)]
    return columns.assign(
        rows=[f.rows for f in found],
        share=[100.0 * f.filled / f.rows if f.rows else float("nan") for f in found],
        example=[f.example for f in found],
        record_table=[f.record_table for f in found],
        record_id=[f.record_id for f in found],
    )
