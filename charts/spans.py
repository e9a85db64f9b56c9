"""Dates known to the month or year only: where they are drawn, and the days over which they may lie."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from charts.marks import iso
from charts.points import segments

UNCERTAIN_DAYS = {"month": 30, "year": 365}


def middle(on_date: pd.Timestamp, precision: str) -> pd.Timestamp:
    """Where a date known to the day, month or year is drawn: its day, or the middle of its month or year."""
    return on_date + pd.Timedelta(days=UNCERTAIN_DAYS.get(precision, 0) // 2)


def last_day(on_date: pd.Timestamp, precision: str) -> pd.Timestamp:
    """The last day on which a date may lie that is known to the day, month or year."""
    if precision == "month":
        return on_date + pd.offsets.MonthEnd(0)
    return on_date + pd.offsets.YearEnd(0) if precision == "year" else on_date


def ranges(dates: Iterable[tuple[pd.Timestamp, str, float]], inks: Iterable[tuple[str, float]]) -> list[dict[str, Any]]:
    """A line through each mark whose day is not known, over its month or year; nothing where all are.

    dates: (first day, precision, height) a mark; inks: (colour, width in pixels) of each line laid over the last, as of one with an edge.
    """
    ends = [(iso(first), iso(last_day(first, precision)), height) for first, precision, height in dates if precision in UNCERTAIN_DAYS]
    return [segments(ends, colour, width) for colour, width in inks] if ends else []
