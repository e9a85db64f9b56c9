"""The parts of the country ladder: spans, their labels, and the marks of steps. Rows are those of `country_ladder.sql`."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from charts.look import Look, ordered
from charts.marks import UNCERTAIN_DAYS, apart, days_between, iso, middle, widest_gap
from charts.membership.statuses import LETTERS, ORDER, colour, in_text, name, step_shape
from charts.words import day, wrapped

DAY_MS = 86_400_000
LOW_NARROW = 0.12
Heights = Mapping[str, float]
Rows = Sequence[Any]


def held(rows: Rows) -> list[Any]:
    """The rows that carry a span."""
    return [row for row in rows if row.shown_from < row.shown_until]


def spans(rows: Rows, look: Look, heights: Heights) -> list[dict[str, Any]]:
    """One bar trace a status."""
    traces = []
    all_spans = held(rows)
    for status in ordered([row.status for row in all_spans], ORDER):
        part = [row for row in all_spans if row.status == status]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": name(status),
                "base": [iso(row.shown_from) for row in part],
                "x": [days_between(row.shown_from, row.shown_until) * DAY_MS for row in part],
                "y": [heights[row.country] for row in part],
                "width": 0.36 if look.narrow else 0.66,
                "marker": {"color": colour(status, look), "line": {"width": 1, "color": look.paper}},
                "customdata": [row.Index for row in part],
                "hovertext": [_span_hover(row) for row in part],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    return traces


def labels(rows: Rows, look: Look, heights: Heights, pixels: float) -> dict[str, Any]:
    """The name or letter of each status, in the widest part of its span that no mark covers. pixels: width of a day."""
    carried = held(rows)
    start = min(row.shown_from for row in carried)
    steps: dict[str, list[float]] = {}
    for row in rows:
        if row.is_step_shown:
            steps.setdefault(row.country, []).append(days_between(start, middle(row.on_date, row.date_precision)))
    x, y, text, inks = [], [], [], []
    for row in carried:
        at, width = widest_gap(days_between(start, row.shown_from), days_between(start, row.shown_until), steps.get(row.country, []), 8 / pixels)
        words = _fitting(row.status, width * pixels)
        if words:
            x.append(iso(start + pd.Timedelta(days=int(at))))
            y.append(heights[row.country])
            text.append(words)
            inks.append(look.on(colour(row.status, look)))
    return {"type": "scatter", "mode": "text", "x": x, "y": y, "text": text, "textfont": {"size": 11, "color": inks}, "hoverinfo": "skip"}


def _fitting(status: str, width: float) -> str:
    """The name of the status where it fits, else its letter, else nothing."""
    if width > 6.2 * len(name(status)) + 6:
        return name(status)
    return LETTERS.get(status, "?") if width > 11 else ""


def ends(rows: Rows, heights: Heights) -> list[dict[str, Any]]:
    """The letter of the status that each state holds at the end of the time shown, beside its row."""
    carried = held(rows)
    last = max((row.shown_until for row in carried), default=None)
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 4,
            "y": heights[row.country],
            "text": f"<b>{LETTERS.get(row.status, '?')}</b>",
            "font": {"size": 12},
        }
        for row in carried
        if row.shown_until == last
    ]


def marks(rows: Rows, look: Look, heights: Heights, pixels: float) -> list[dict[str, Any]]:
    """One mark a step, shaped by its kind; hollow and on a line where only month or year is known."""
    steps = [row for row in rows if row.is_step_shown]
    if not steps:
        return []
    start = min(row.on_date for row in steps)
    at = [middle(row.on_date, row.date_precision) for row in steps]
    sides = apart([row.country for row in steps], [days_between(start, day_) for day_ in at], (9 if look.narrow else 13) / pixels)
    y = [heights[row.country] + 0.19 * side for row, side in zip(steps, sides, strict=True)]
    vague = [row.date_precision in UNCERTAIN_DAYS for row in steps]
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": [iso(day_) for day_ in at],
        "y": y,
        "marker": {
            "size": 9 if look.narrow else 11,
            "symbol": [step_shape(row.step) for row in steps],
            "color": [look.paper if v else look.ink for v in vague],
            "opacity": 1,
            "line": {"color": [look.ink if v else look.paper for v in vague], "width": 1.4},
        },
        "customdata": [row.Index for row in steps],
        "text": [_step_hover(row) for row in steps],
        "hovertemplate": "%{text}<extra></extra>",
    }
    return [*_ranges(steps, y, look), points]


def _ranges(steps: Rows, y: list[float], look: Look) -> list[dict[str, Any]]:
    across: list[str | None] = []
    up: list[float | None] = []
    for row, height in zip(steps, y, strict=True):
        if days := UNCERTAIN_DAYS.get(row.date_precision):
            across += [iso(row.on_date), iso(row.on_date + pd.Timedelta(days=days)), None]
            up += [height, height, None]
    line = {"type": "scatter", "mode": "lines", "x": across, "y": up, "hoverinfo": "skip"}
    return [{**line, "line": {"color": look.paper, "width": 6}}, {**line, "line": {"color": look.ink, "width": 2}}] if across else []


def _span_hover(row: Any) -> str:
    until = f" to {day(row.end_on)}" if not pd.isna(row.end_on) else ""
    return f"<b>{row.country}</b><br>{name(row.status)} from {day(row.on_date, row.date_precision)}{until}"


def _step_hover(row: Any) -> str:
    note = f"<br>{wrapped(row.note, 60)}" if row.note else ""
    counts = "<br>The status counts from this step." if row.is_effective else ""
    return f"<b>{row.country}</b>: {row.step} ({in_text(row.status)})<br>{day(row.on_date, row.date_precision)}{counts}{note}"
