"""The forms a figure is drawn in: page, phone, slide, column of print, square. A form has a size, letters, and room for so many rows.

A drawing function meets its form as part of its look: letters, margins and rows have grown by the form's scale before it begins. What has more
rows than a form holds comes in parts, in a square in a handful of them at most; what a form leaves out is said in words, for the caption.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.words import singular


@dataclass(frozen=True)
class Form:
    """One form. `width` and `height` are pixels of the chart alone, 0 where the page or the rows decide.

    scale: letters in relation to those of a page; smallest: pixels that no letter may fall below; weight: marks and lines in relation
    to those of a page; is_narrow: whether it is drawn as on a phone, with names above their rows; parted_as: the form whose parts it draws,
    where it is another shape of that form; most_parts: how many parts a reader would take, 0 for all.
    """

    name: str
    width: int = 0
    height: int = 0
    scale: float = 1.0
    smallest: float = 10.0
    weight: float = 1.0
    is_narrow: bool = False
    parted_as: "Form | None" = None
    most_parts: int = 0


PAGE = Form("page")
PHONE = Form("phone", is_narrow=True)
# Of a slide of 1920 x 1080 pixels, whose title, caption and source line take the rest: 24 pixels are 12 points on paper of 13.33 inches.
SLIDE = Form("slide", width=1800, height=744, scale=2.4, smallest=24, weight=1.9)
# Of the same slide on a screen of 4:3, which is 1600 x 1200 pixels then: it holds the same rows, and letters keep their share of the height.
SLIDE_TALL = Form("slide", width=1480, height=864, scale=2.2, smallest=24, weight=1.6, parted_as=SLIDE)
# 85 mm at 96 pixels an inch; 9.3 pixels are 7 points.
COLUMN = Form("column", width=321, scale=0.94, smallest=9.3, is_narrow=True)
# 180 mm, the breadth of a page of two columns.
COLUMNS = Form("columns", width=680, scale=0.94, smallest=9.3, is_narrow=True)
# Of a picture of 1080 x 1080 pixels with its title and its source line.
SQUARE = Form("square", width=1000, height=800, scale=2.0, smallest=20, weight=1.6, is_narrow=True, most_parts=6)
FORMS: Mapping[str, Form] = {form.name: form for form in (PAGE, PHONE, SLIDE, COLUMN, COLUMNS, SQUARE)}
# Pixels of a chart on a page, with the names beside its rows, that drawing functions reckon with.
PAGE_WIDTH = 1070


@dataclass(frozen=True)
class Part:
    """What one drawing of a form holds: its rows, and in words what it leaves out ("" where it holds all)."""

    frame: pd.DataFrame
    left_out: str = ""


Fit = Callable[[pd.DataFrame, Form], Sequence[Part]]


def whole(frame: pd.DataFrame, form: Form) -> Sequence[Part]:
    """All rows in one drawing, whatever the form."""
    return [Part(frame)]


def in_parts(by: Sequence[str], most: Mapping[str, int], noun: str) -> Fit:
    """A fit that parts a figure after so many of its lines.

    by: columns that tell the lines of the drawing apart, in the order of the rows; most: form -> how many it holds; noun: what the lines are, in the plural.
    """

    def fit(frame: pd.DataFrame, form: Form) -> Sequence[Part]:
        room = most.get(form.name, 0)
        lines = pd.factorize(pd.MultiIndex.from_frame(frame[list(by)].astype(str)))[0]
        n = int(lines.max()) + 1 if len(lines) else 0
        if not room or n <= room:
            return [Part(frame)]
        return parted(frame, lines, _even(n, room, form.most_parts), noun if room > 1 else "", form.most_parts)

    return fit


def parted(frame: pd.DataFrame, lines: Any, edges: Sequence[tuple[int, int]], noun: str, most: int) -> Sequence[Part]:
    """The rows whose line, numbered from 0, lies within each pair of edges, in at most so many parts (0: all).

    noun: what the lines are, in the plural, "" where a part is one of them.
    """
    if len(edges) == 1:
        return [Part(frame)]
    n = edges[-1][1]
    return [Part(frame[(lines >= low) & (lines < high)].reset_index(drop=True), words) for (low, high), words in in_words(edges, n, noun, most)]


def in_words(edges: Sequence[tuple[int, int]], n: int, noun: str, most: int) -> list[tuple[tuple[int, int], str]]:
    """The first `most` (0: all) of the pairs of edges, each with what it holds of n lines: "lines 4 to 6 of 67; part 2 of 6; the table has all"."""
    kept = edges[:most] if most else edges
    end = "; the table has all" if len(kept) < len(edges) else ""
    return [((low, high), f"{_lines(low + 1, high, noun)} of {n}; part {k} of {len(kept)}{end}" if noun else f"part {k} of {len(kept)}{end}") for k, (low, high) in enumerate(kept, 1)]


def _lines(first: int, last: int, noun: str) -> str:
    return f"{noun} {first} to {last}" if first < last else f"{singular(noun)} {last}"


def _even(n: int, room: int, most: int) -> list[tuple[int, int]]:
    """The first part as full as it may be, since it is often shown alone; the others share the rest evenly. More parts than may be: each of them full."""
    rest = n - room
    parts = -(-rest // room)
    if most and parts >= most:
        return [(low, min(low + room, n)) for low in range(0, n, room)]
    ends = [room + round(rest * k / parts) for k in range(parts + 1)]
    return [(0, room), *zip(ends, ends[1:], strict=False)]


def telling(words: Callable[[pd.DataFrame, Form], str]) -> Fit:
    """A fit for figures that choose themselves what to draw in a form: `words` says what is left out."""
    return lambda frame, form: [Part(frame, words(frame, form))]


def stout(traces: Sequence[Mapping[str, Any]], weight: float) -> list[dict[str, Any]]:
    """The traces with marks and lines that many times as large and wide: letters grow by themselves, these do not."""
    return [_grown(trace, weight) for trace in traces]


def _grown(held: Mapping[str, Any], weight: float) -> dict[str, Any]:
    grown = dict(held)
    if isinstance(marker := grown.get("marker"), Mapping):
        grown["marker"] = _times(_with_line(marker, weight), "size", weight)
        if isinstance(pattern := marker.get("pattern"), Mapping):
            grown["marker"]["pattern"] = _times(pattern, "size", weight)
    return _with_line(grown, weight)


def _with_line(held: Mapping[str, Any], weight: float) -> dict[str, Any]:
    line = held.get("line")
    return {**held, "line": _times(line, "width", weight)} if isinstance(line, Mapping) else dict(held)


def _times(held: Mapping[str, Any], name: str, weight: float) -> dict[str, Any]:
    value = held.get(name)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return {**held, name: [round(one * weight, 2) for one in value]}
    return {**held, name: round(value * weight, 2)} if isinstance(value, int | float) else dict(held)
