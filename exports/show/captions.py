"""Captions with the values that they name, taken from the rows of their figure."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.words import coarsest, day, number, precision_beside, rounded
from data.reading.named import PLACE, Named, Unreadable, named
from queries.filters import with_dashes

NUMBER_OF = re.compile(r"\bn = (?=\d)")  # stays on one line
TRUTH = {True: "yes", False: "no"}


class Unfilled(ValueError):
    """A place whose value is not there, with the reason."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(why)
        self.place = place


def filled(text: str, frame: pd.DataFrame, decimals: Mapping[str, int] | None = None) -> str:
    """The text with a value in each place, with the decimals that the marks beside it have (column -> decimals; else one where there is a fraction).

    Raises Unfilled where a column is unknown, no row meets the conditions, or several values do.
    """
    return NUMBER_OF.sub("n\u00a0=\u00a0", PLACE.sub(lambda found: _told(found[1], frame, decimals or {}), text))


def _told(place: str, frame: pd.DataFrame, decimals: Mapping[str, int]) -> str:
    try:
        wanted = named(place)
        value = _value(wanted, frame)
        if wanted.column in decimals and wanted.function != "count":
            return f"{value:.{decimals[wanted.column]}f}"
        return _in_words(value, frame, wanted.column)
    except (Unreadable, ValueError) as error:
        raise Unfilled(place, str(error)) from error


def _value(wanted: Named, frame: pd.DataFrame) -> Any:
    rows = frame
    for condition in wanted.conditions:
        _known(condition.column, frame)
        held = rows[condition.column].map(_as_text).isin(condition.values)
        rows = rows[~held if condition.is_met_by_others else held]
    _known(wanted.column, frame)
    if rows.empty:
        raise ValueError("no row meets the conditions")
    values = rows[wanted.column].dropna()
    if values.empty:
        raise ValueError("the value is empty")
    return _worked(wanted.function, values)


def _worked(function: str, values: pd.Series) -> Any:
    match function:
        case "sum":
            return values.astype(float).sum()
        case "count":
            return values.nunique()
        case "least":
            return values.min()
        case "most":
            return values.max()
        case "first":
            return values.iloc[0]
        case "last":
            return values.iloc[-1]
    if values.nunique() > 1:
        raise ValueError(f"{values.nunique()} different values meet the conditions: add one, or a function such as sum")
    return values.iloc[0]


def _known(column: str, frame: pd.DataFrame) -> None:
    if column not in frame.columns:
        raise ValueError(f"the figure has no column {column}: it has {', '.join(map(str, frame.columns))}")


def _as_text(value: Any) -> str:
    """A value as conditions write it: yes and no, days as 2017-06-09."""
    if isinstance(value, pd.Timestamp):
        return str(value)[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return TRUTH[bool(value)] if str(value) in ("True", "False") else str(value)


def _in_words(value: Any, frame: pd.DataFrame, column: str) -> str:
    if isinstance(value, pd.Timestamp):
        beside = precision_beside(column, frame.columns)
        return day(value, coarsest(frame.loc[frame[column] == value, beside]) if beside else "day")
    if column.endswith("year"):
        return str(int(value))
    return number(float(rounded(value, 1))) if pd.api.types.is_number(value) else with_dashes(str(value))
