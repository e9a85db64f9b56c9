"""The tables as they are, whole: for browsing, and for saying how far each column is filled."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

import data
from queries.loader import run

MOST_CHOICES = 60

_kept: dict[tuple[str, str], pd.DataFrame] = {}
_explained: dict[str, pd.DataFrame] = {}


@dataclass(frozen=True)
class Filling:
    """One column: rows of its table, rows in which it is filled, and one row as an example (record and value)."""

    rows: int
    filled: int
    example: str
    record_table: str
    record_id: str


def table(name: str) -> pd.DataFrame:
    """All rows of a table in the order of its files, text as plain text; kept for the release. Raises KeyError for an unknown table."""
    if name not in data.TABLES:
        raise KeyError(name)
    release = data.current().release
    if (release, name) not in _kept:
        with data.current().cursor() as cursor:
            frame = cursor.table(name).df()
        for column in frame.columns[[isinstance(kind, pd.CategoricalDtype) for kind in frame.dtypes]]:
            frame[column] = frame[column].astype(object)
        for key in [key for key in _kept if key[0] != release]:
            del _kept[key]
        _kept[release, name] = frame
    return _kept[release, name].copy(deep=False)


def records_of(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table with the record that each is about in `record_table` and `record_id`: itself, or the one that evidence or a coding is for."""
    if name in ("evidence", "codings"):
        return frame.assign(record_table=frame["table_name"], record_id=frame["row_id"])
    if name == "world_shares":
        return frame.assign(record_table=name, record_id=[f"{indicator}-{year}" for indicator, year in zip(frame["indicator"], frame["year"], strict=True)])
    return frame.assign(record_table=name, record_id=frame.iloc[:, 0])


def filling(name: str) -> dict[str, Filling]:
    """How far each column of a table is filled, with the first filled row as example."""
    frame = table(name)
    records = records_of(name, frame)
    found = {}
    for column in frame.columns:
        filled = frame[column].notna()
        record, example = ("", ""), ""
        if filled.any():
            row = records[filled].iloc[0]
            record, example = (str(row["record_table"]), str(row["record_id"])), in_words(row[column])
        found[str(column)] = Filling(len(frame), int(filled.sum()), example, *record)
    return found


def in_words(value: Any) -> str:
    """A cell as text: days as ISO dates, truth as yes and no, whole numbers without decimals, nothing as ""."""
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    if str(value) in ("True", "False"):
        return "yes" if value else "no"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def texts(frame: pd.DataFrame) -> dict[str, list[str]]:
    """The cells of each column as text."""
    plain = {column: pd.api.types.is_string_dtype(frame[column]) for column in frame.columns}
    return {str(column): frame[column].fillna("").tolist() if plain[column] else [in_words(value) for value in frame[column]] for column in frame.columns}


def matching(frame: pd.DataFrame, words: str) -> list[bool]:
    """Which rows hold every one of the words in some cell, whatever their case; all rows when there is no word."""
    wanted = words.casefold().split()
    if not wanted:
        return [True] * len(frame)
    lines = ("\n".join(cells).casefold() for cells in zip(*texts(frame).values(), strict=True))
    return [all(word in line for word in wanted) for line in lines]


def choices(frame: pd.DataFrame) -> dict[str, list[str]]:
    """The columns by whose values rows can be chosen: those whose values stand in many rows each, with these values in order."""
    found = {}
    for column, cells in list(texts(frame).items())[1:]:
        filled = [cell for cell in cells if cell]
        values = sorted(set(filled))
        if 1 < len(values) <= MOST_CHOICES and len(values) <= len(filled) / 3:
            found[column] = values
    return found


def dictionary() -> pd.DataFrame:
    """One row a column of a table: what it means, what may stand in it, how far it is filled, and an example (kept for the release)."""
    release = data.current().release
    if release not in _explained:
        fresh = _explain(run("dataset/dictionary"))
        _explained.clear()
        _explained[release] = fresh
    return _explained[release].copy(deep=False)


def _explain(columns: pd.DataFrame) -> pd.DataFrame:
    fillings = {name: filling(name) for name in columns["table_name"].unique()}
    found = [fillings[name][column] for name, column in zip(columns["table_name"], columns["column_name"], strict=True)]
    return columns.assign(
        rows=[f.rows for f in found],
        share=[100.0 * f.filled / f.rows if f.rows else float("nan") for f in found],
        example=[f.example for f in found],
        record_table=[f.record_table for f in found],
        record_id=[f.record_id for f in found],
    )
