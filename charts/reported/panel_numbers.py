"""The claimed numbers beside their marks, for panels with few of them."""

from typing import Any

import pandas as pd

from charts.look import Look
from charts.marks import iso
from charts.notes import note
from charts.points import middle
from charts.words import number

CLOSE = 22  # pixels between two marks whose numbers would run into each other
WIDE, NARROW = 1000, 300  # pixels of axis to reckon with
BESIDE = 3.5  # times that distance: the words beside a count
LIFT = 13  # pixels from a mark to its number


def numbers_beside(rows: list[Any], axes: tuple[str, str], span: tuple[pd.Timestamp, pd.Timestamp], look: Look) -> list[dict[str, Any]]:
    """The claimed numbers above their marks, beneath them where a higher one stands close; a count where no claim of the day meets it.

    axes: the panel's as annotations name them; span: the days that the panel shows.
    """
    close = CLOSE * (span[1] - span[0]) / look.room(WIDE, NARROW)
    claims = sorted((row for row in rows if row.side == "claimed"), key=lambda row: (_at(row), row.value))
    notes: list[dict[str, Any]] = []
    last: dict[float, pd.Timestamp] = {}
    for row in claims:
        if row.value in last and _at(row) - last[row.value] < close:
            continue  # the same number is written a few pixels away
        last[row.value] = _at(row)
        is_under = any(other.value > row.value and abs(_at(other) - _at(row)) < close for other in claims)
        notes.append(_number(row, axes, number(row.value), look, yshift=-LIFT if is_under else LIFT))
    claimed = {(row.subject, row.value) for row in claims}
    counts = [row for row in rows if row.side == "counted" and pd.notna(row.value) and (row.subject, row.value) not in claimed]
    return notes + [_number(row, axes, f"{number(row.value)} counted", look, look.accent, yshift=7, **_side(row, span, close)) for row in counts]


def _side(row: Any, span: tuple[pd.Timestamp, pd.Timestamp], close: pd.Timedelta) -> dict[str, Any]:
    """Left of the mark, but right of one that stands near the left end."""
    return {"xanchor": "left", "xshift": 14} if _at(row) - span[0] < BESIDE * close else {"xanchor": "right", "xshift": -14}


def _at(row: Any) -> pd.Timestamp:
    return pd.Timestamp(middle(row.as_of, row.date_precision))


def _number(row: Any, axes: tuple[str, str], text: str, look: Look, ink: str = "", **place: Any) -> dict[str, Any]:
    return note(look, text, iso(_at(row)), row.value, "note", ink, xref=axes[0], yref=axes[1], **place)
