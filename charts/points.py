"""Marks and lines as traces: points, unseen marks that take the pointer, words, lines, and spans of dates known to the month or year only."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from charts.hover import hover
from charts.look import Look
from charts.marks import iso

Trace = dict[str, Any]
UNCERTAIN_DAYS = {"month": 30, "year": 365}


def points(x: Iterable[Any], y: Iterable[Any], rows: Iterable[Any], hovers: Iterable[str], marker: dict[str, Any], **more: Any) -> Trace:
    """A mark a row; rows: positions in the frame, which a click gives back."""
    return {"type": "scatter", "mode": "markers", "x": list(x), "y": list(y), "customdata": list(rows), **hover(hovers), "marker": marker, **more}


def hits(x: Iterable[Any], y: Iterable[Any], rows: Iterable[Any], hovers: Iterable[str], size: float, **more: Any) -> Trace:
    """Unseen squares that take the pointer where shapes, which cannot be chosen, are drawn; size in pixels."""
    return points(x, y, rows, hovers, {"size": size, "opacity": 0, "symbol": "square"}, **more)


def unseen(x: float, y: float) -> Trace:
    """A mark that nobody sees or meets: without any, a plot of shapes has no axes."""
    return {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "marker": {"opacity": 0}, "hoverinfo": "skip"}


def line(x: Iterable[Any], y: Iterable[Any], colour: str, width: float, dash: str = "solid", **more: Any) -> Trace:
    """A line that only joins; None in both places breaks it."""
    form = {"color": colour, "width": width, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": list(x), "y": list(y), "line": form, "hoverinfo": "skip", **more}


def segments(ends: Iterable[tuple[Any, Any, Any]], colour: str, width: float, **more: Any) -> Trace:
    """Level pieces of one line: (from, to, height) a piece."""
    pieces = list(ends)
    x = [place for start, end, _ in pieces for place in (start, end, None)]
    y = [place for _, _, height in pieces for place in (height, height, None)]
    return line(x, y, colour, width, **more)


def words(look: Look, x: Iterable[Any], y: Iterable[Any], texts: Iterable[str], size: str, colour: str | Sequence[str], **more: Any) -> Trace:
    """Words as a trace, which nobody can point at unless a hover is given."""
    font = {"size": look.size(size), "color": colour}
    silent = {} if "hovertemplate" in more else {"hoverinfo": "skip"}
    return {"type": "scatter", "mode": "text", "x": list(x), "y": list(y), "text": list(texts), "textfont": font, **silent, **more}


def marker(symbol: Any, size: Any, colour: Any, edge: Any = None, width: float = 1, **more: Any) -> dict[str, Any]:
    """Form, size in pixels and colour of marks, with an edge where a colour for it is given."""
    line = {"line": {"color": edge, "width": width}} if edge is not None else {}
    return {"symbol": symbol, "size": size, "color": colour, **line, **more}


def hollow(symbol: Any, size: Any, inks: Sequence[str], are_hollow: Sequence[bool], look: Look, width: float) -> dict[str, Any]:
    """Marks filled with their ink, or only drawn with it: what is hollow is known less well."""
    fills = [look.paper if empty else ink for ink, empty in zip(inks, are_hollow, strict=True)]
    edges = [ink if empty else look.paper for ink, empty in zip(inks, are_hollow, strict=True)]
    return marker(symbol, size, fills, edges, width, opacity=1)


def steps(x: Iterable[Any], y: Iterable[Any], rows: Iterable[Any], hovers: Iterable[str], marker: dict[str, Any], dash: str, **more: Any) -> Trace:
    """A line that keeps its height until the next mark, in the colour of its marks; a size of 0 hides a mark."""
    form = {"shape": "hv", "color": marker["color"], "width": 2.5, "dash": dash}
    return points(x, y, rows, hovers, marker, mode="lines+markers", line=form, **more)


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
