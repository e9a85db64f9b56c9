"""The table of a view as text for readers: for slides and pages, which have room for some columns only."""

from typing import Any

import pandas as pd

from charts.words import number
from exports.cells import unknown
from exports.view import View

MOST_COLUMNS = 8


def cells(view: View) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of the figure's table as text for readers."""
    names = list(view.figure.columns)
    rows = [
        [_text(value, view.figure.formats.get(name, "")) for name, value in zip(names, row, strict=True)] for row in view.frame[names].itertuples(index=False)
    ]
    return list(view.figure.columns.values()), rows


def columns_left_out(headings: list[str]) -> str:
    """A sentence on the columns that a page or slide has no room for, "" when it has."""
    left = headings[MOST_COLUMNS:]
    return f"Not shown: {', '.join(left)}." if left else ""


def _text(value: Any, pattern: str) -> str:
    if unknown(value):
        return "–"
    if isinstance(value, pd.Timestamp):
        return f"{value.day} {value:%b %Y}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return pattern % value if pattern else number(value)
    return str(value)
