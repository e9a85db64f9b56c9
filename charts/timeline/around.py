"""What is written around the lanes of the timeline: names, years, terms, the key, remarks on empty stretches."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.look import Look
from charts.notes import above, at_left, note, sized
from charts.shapes import rule
from charts.timeline.bands import bands, name_height
from charts.timeline.marks import Mark
from charts.timeline.phrases import LANES, sparse
from charts.timeline.slider import iso
from charts.timeline.traces import SORTS
from charts.words import number

SPARE, FOOT = 4, 4  # units: above and under the marks of a lane
BESIDE, YEARS, AXIS = 176, 20, 28  # pixels: beside the plot for the names of lanes, above it for the years, under it for the axis
REMARK, SPACE = 5.5, 12  # pixels: a letter of the remark on an empty stretch, and what stays free beside it


def above_lanes(
    backdrop: pd.DataFrame, lanes: dict[str, list[Mark]], span: tuple[int, int], scale: float, look: Look
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Shaded terms, what is written above the plot (names of the terms, years, key), and the pixels that this takes."""
    years = _years(*span, look)
    lift = YEARS if years else 0
    shapes, names = bands(backdrop, *span, scale, look, lift)
    room = name_height(names) + lift
    key = _key([mark for marks in lanes.values() for mark in marks], room, look)
    return shapes, [*names, *years, key], room + 38 if look.narrow else max(room, 62)


def _years(first: int, last: int, look: Look) -> list[dict[str, Any]]:
    """Years above the plot, for the axis under it is below the first screen; none where the names of the terms say them."""
    start, end = (pd.Timestamp(day, unit="D").year for day in (first, last))
    span = end - start
    step = 0 if span < 3 else 1 if span < 9 else 10 if look.narrow else 5
    years = [year for year in range(start + 1, end + 1) if step and year % step == 0]
    return [above(look, str(year), f"{year}-01-01", "text", look.quiet, xanchor="center") for year in years]


def _key(marks: list[Mark], room: int, look: Look) -> dict[str, Any]:
    """What hatching and numbers mean, as far as there are any, and that height means nothing; room: pixels above the plot that are taken."""
    words = ["▨ day not known"] if any(mark.spans and not mark.exact for mark in marks) else []
    words += ["number: entries in one mark"] if any(mark.n > 1 for mark in marks) else []
    where = {"yshift": room} if look.narrow else {"xshift": -BESIDE, "yshift": 8}
    text = "<br>".join([*(["\u2003".join(words)] if look.narrow and words else words), "height has no meaning"])
    return at_left(look, text, 1, "note", look.quiet, yref="paper", yanchor="bottom", **where)


def remark(lane: str, marks: list[Mark], first: int, scale: float, foot: int, look: Look) -> list[dict[str, Any]]:
    """A remark where a lane is empty for long from the left: nothing is in the dataset there, which is not to say that nothing was."""
    start = min(mark.first for mark in marks)
    if (start - first) * scale < len(text := sparse(first, start)) * REMARK + 2 * SPACE:
        return []
    return [note(look, text, iso((first + start) // 2), foot + FOOT + 4, "note", look.quiet, xanchor="center", yanchor="middle")]


def foot_line(at: int, look: Look) -> dict[str, Any]:
    """The line under a lane; the last one covers what the bars of the range control leave of themselves in the plot."""
    return rule(0 if look.narrow else -0.2, 1, at, at, look.grid, 1 if at else 2, xref="paper") | {"layer": "below" if at else "above"}


def lane_name(lane: str, n: int, top: int, words: Mapping[str, str], look: Look) -> dict[str, Any]:
    """The lane with its number and its key; words: of each sort that occurs."""
    keys = [sized(look, f"{SORTS[lane][sort][2]} {told}", "note", look.quiet) for sort, told in words.items()]
    where = {"yshift": -1} if look.narrow else {"xshift": -BESIDE, "yshift": -3}
    return at_left(look, "<br>".join([f"<b>{LANES[lane]}</b> {number(n)}", *keys]), top, yanchor="top", **where)
