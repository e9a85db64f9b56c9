"""The table of a view as text for readers: for slides and pages, which have room for some columns only."""

from typing import Any

import pandas as pd

from charts.words import number, precision_beside
from exports.cells import unknown
from exports.view import View

MOST_COLUMNS = 8


def cells(view: View) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of the figure's table as text for readers."""
    columns = [_column(view, name) for name in view.figure.columns]
    return list(view.figure.columns.values()), [list(row) for row in zip(*columns, strict=True)]


def rows_left_out(view: View, shown: int) -> str:
    """A sentence on the rows after the first ones, "" where all are shown."""
    return "" if shown == view.n_marks else f"The first {number(shown)} of {number(view.n_marks)} rows are shown; the rows as files hold all."


def columns_left_out(headings: list[str]) -> str:
    """A sentence on the columns that a page or slide has no room for, "" when it has."""
    left = headings[MOST_COLUMNS:]
    return f"Not shown: {', '.join(left)}." if left else ""


def _column(view: View, name: str) -> list[str]:
    """The cells of a column; dates are as precise as they are known, since what says so may have no room."""
    pattern, beside = view.figure.formats.get(name, ""), precision_beside(name, view.frame.columns)
    known = view.frame[beside].tolist() if beside else ["day"] * len(view.frame)
    return [_text(value, pattern, precision) for value, precision in zip(view.frame[name].tolist(), known, strict=True)]


def _text(value: Any, pattern: str, precision: str) -> str:
    if unknown(value):
        return "–"
    if isinstance(value, pd.Timestamp):
        return {"month": f"{value:%b %Y}", "year": f"{value:%Y}"}.get(precision, f"{value.day} {value:%b %Y}")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return pattern % value if pattern else number(value)
    return str(value)
