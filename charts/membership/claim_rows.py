"""The parts of a row of claimed shares: who claimed it, its values, what is said of it, the heights of rows."""

from typing import Any

import pandas as pd

from charts.hover import card, long
from charts.look import Look
from charts.notes import beside, sized
from charts.points import points
from charts.words import day, rounded, wrapped


def row_heights(frame: pd.DataFrame) -> tuple[list[float], dict[str, float]]:
    """The height of each row, and of the heading of each measure."""
    places: list[float] = []
    headings: dict[str, float] = {}
    at = 0.0
    for measure in frame["measure"]:
        if measure not in headings:
            headings[measure] = at
            at += 0.9
        places.append(at)
        at += 1
    return places, headings


def claimant(row: Any, width: int, look: Look) -> str:
    """Who claimed it and when, and the note in so many letters a line."""
    said = f"{row.claimed_by.partition(',')[0]}, {day(row.on_date, row.date_precision)}"
    return f"{said}<br>{sized(look, wrapped(row.note, width), 'small')}" if row.note else said


def claim_marks(claims: list[tuple[Any, float]], values: list[float], form: dict[str, Any]) -> dict[str, Any]:
    """A mark a claim at its height, at the claimed or at the computed value."""
    return points(values, (y for _, y in claims), (row.Index for row, _ in claims), (_hover(row) for row, _ in claims), form)


def claim_values(row: Any, y: float, look: Look) -> list[dict[str, Any]]:
    """The claimed and the computed value, each on the outer side of its mark."""
    is_alone = pd.isna(row.computed)
    gap = 10 if is_alone or row.claimed >= row.computed else -10
    claimed = beside(look, f"<b>{row.claimed:g}</b>", row.claimed, y, gap, "text", look.first)
    return [claimed] if is_alone else [claimed, beside(look, rounded(row.computed, 1), float(row.computed), y, -gap, "note", look.accent)]


def _hover(row: Any) -> str:
    computed = "Nothing is computed for this measure" if pd.isna(row.computed) else f"Computed for {row.computed_year}: {rounded(row.computed, 1)} per cent"
    said_by = f"{long(row.claimed_by)}, {day(row.on_date, row.date_precision)}"
    return card(f"{row.qualifier} {row.claimed:g} per cent", said_by, long(row.basis), long(row.note), computed)
