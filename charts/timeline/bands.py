"""Chairmanships behind a timeline: shaded by turns, named as far as the names fit."""

from typing import Any

import pandas as pd

from charts.look import Look
from charts.marks import iso
from charts.notes import above
from charts.shapes import band
from queries.filters import with_dashes

LETTER, LINE = 6.6, 14  # pixels a letter and a line of 12-pixel type take


def bands(terms: pd.DataFrame, first: int, last: int, scale: float, look: Look, lift: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Shapes and names of the terms between two days (since 1970) at a scale (pixels a day), names lifted by some pixels; terms as of `timeline_terms.sql`.

    Every second term is shaded, the two compared ones in their colours. The names of these are placed first; a name that would touch one already there is left out.
    """
    shapes: list[dict[str, Any]] = []
    inside: list[tuple[Any, int, int]] = []
    starts, ends = (terms[name].to_numpy().astype("datetime64[D]").astype(int).tolist() for name in ("start_on", "end_on"))
    for place, (row, start, end) in enumerate(zip(terms.itertuples(), starts, ends, strict=True)):
        if end <= first or start >= last:
            continue
        inside.append((row, max(start, first), min(end, last)))
        compared = row.role != "other"
        if compared or place % 2 == 0:
            colour = look.chair(row.role == "first") if compared else look.band
            shapes.append(band(iso(row.start_on), iso(row.end_on), colour, 0.13 if compared else 1))
    return shapes, _names(inside, scale, lift, look)


def _names(inside: list[tuple[Any, int, int]], scale: float, lift: int, look: Look) -> list[dict[str, Any]]:
    taken: list[tuple[float, float]] = []
    notes = []
    for row, start, end in sorted(inside, key=lambda term: (term[0].role == "other", term[1])):
        text = _fitting(row, (end - start) * scale)
        width = LINE if text == row.country or not text else len(text) * LETTER
        middle = (start + end) / 2
        left, right = middle * scale - width / 2, middle * scale + width / 2
        if any(left < other_right and right > other_left for other_left, other_right in taken):
            continue
        taken.append((left, right))
        colour = look.quiet if row.role == "other" else look.chair(row.role == "first")
        day = iso(pd.Timestamp(round(middle), unit="D"))
        notes.append(above(look, text, day, ink=colour, yshift=3 + lift, textangle=-90 if text == row.country else 0))
    return notes


def _fitting(row: Any, room: float) -> str:
    """The full name where it fits along the axis, else the state's name, to be written upwards."""
    full = with_dashes(row.label)
    return full if len(full) * LETTER <= room else row.country


def name_height(notes: list[dict[str, Any]]) -> int:
    """Pixels the names need above the plot."""
    upright = [len(note["text"]) for note in notes if note["textangle"]]
    return int(max(upright) * LETTER) + 10 if upright else 24 if notes else 8
