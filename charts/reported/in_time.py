"""Claims on a time axis, one panel below the other, with our counts as short bars."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import plot
from charts.look import Look
from charts.marks import each
from charts.reported.claims import claim_key, marker
from charts.words import day, number, wrapped

SIZES = {"month": 31, "year": 365}
CLOSE = 22  # pixels between two marks whose numbers would run into each other
WIDE, NARROW = 1000, 300  # pixels of axis to reckon with


def draw_in_time(
    frame: pd.DataFrame, look: Look, column: str, titles: Mapping[str, str], height: int, counted: str, is_numbered: bool = False
) -> go.Figure:
    """A panel for each value of `column` that occurs, in the order of `titles` (value -> heading), each `height` pixels high.

    The rows need subject, scope, side, as_of, date_precision, value, qualifier, n_claims and claimed_by; counted names the short bars.
    `is_numbered` writes each claimed number beside its mark, for panels with few of them.
    """
    found: dict[str, list[Any]] = {}
    for row in each(frame):
        found.setdefault(getattr(row, column), []).append(row)
    panels = [name for name in titles if name in found]
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    span = _span(frame)
    legend, lines = claim_key(frame, look, counted)
    total, gap = height * len(panels), 62.0
    size = (1 - gap / total * (len(panels) - 1)) / len(panels)
    for k, name in enumerate(panels):
        suffix = "" if k == 0 else str(k + 1)
        top = 1 - k * (size + gap / total)
        traces += _traces(found[name], f"x{suffix}", f"y{suffix}", look)
        head = {"xref": "paper", "yref": "paper", "x": 0, "y": top, "xanchor": "left", "yanchor": "bottom", "yshift": 4}
        notes.append({**head, "text": f"<b>{titles[name]}</b>", "showarrow": False, "font": {"size": 15}})
        years = {"type": "date", "range": span, "showgrid": False, "fixedrange": True, "nticks": 5 if look.narrow else 14}
        axes[f"xaxis{suffix}"] = {**years, "anchor": f"y{suffix}"}
        if is_numbered:
            notes += _numbers(found[name], f"x{suffix}", f"y{suffix}", span, look)
        top_value = max(row.value for row in found[name]) or 1
        numbers = {"range": [-0.04 * top_value, (1.25 if is_numbered else 1.15) * top_value], "fixedrange": True, "nticks": 7 if height > 250 else 4}
        axes[f"yaxis{suffix}"] = {**numbers, "domain": [max(top - size, 0), top], "anchor": f"x{suffix}"}
    margin = {"l": 8, "r": 12, "t": 24 * lines + 44, "b": 8}
    return plot(traces, look, total + 24 * lines + 52, annotations=[{**legend, "yshift": 36}, *notes], margin=margin, **axes)


def _span(frame: pd.DataFrame) -> list[str]:
    first, last = pd.Timestamp(frame["as_of"].min()), pd.Timestamp(frame["as_of"].max())
    room = max((last - first) * 0.03, pd.Timedelta(days=30))
    return [str(first - room)[:10], str(last + room)[:10]]


def _numbers(rows: list[Any], x: str, y: str, span: list[str], look: Look) -> list[dict[str, Any]]:
    """The claimed numbers above their marks, beneath them where a higher one stands close; a count where no claim of the day meets it."""
    close = CLOSE * (pd.Timestamp(span[1]) - pd.Timestamp(span[0])) / (NARROW if look.narrow else WIDE)
    claims = sorted((row for row in rows if row.side == "claimed"), key=lambda row: (_middle(row), row.value))
    notes: list[dict[str, Any]] = []
    last: dict[float, pd.Timestamp] = {}
    for row in claims:
        at = pd.Timestamp(_middle(row))
        if row.value in last and at - last[row.value] < close:
            continue  # the same number is written a few pixels away
        last[row.value] = at
        is_under = any(other.value > row.value and abs(pd.Timestamp(_middle(other)) - at) < close for other in claims)
        notes.append(_number(row, x, y, number(row.value), -13 if is_under else 13, look.ink))
    met = {(row.subject, row.value) for row in claims}
    notes += [
        {**_number(row, x, y, f"{number(row.value)} counted", 7, look.accent), "xanchor": "right", "xshift": -14}
        for row in rows
        if row.side == "counted" and pd.notna(row.value) and (row.subject, row.value) not in met
    ]
    return notes


def _number(row: Any, x: str, y: str, text: str, shift: int, colour: str) -> dict[str, Any]:
    place = {"xref": x, "yref": y, "x": _middle(row), "y": row.value, "yshift": shift}
    return {**place, "text": text, "showarrow": False, "font": {"size": 12, "color": colour}}


def _traces(rows: list[Any], x: str, y: str, look: Look) -> list[dict[str, Any]]:
    spans: dict[str, list[Any]] = {"x": [], "y": []}
    forms: dict[str, list[Any]] = {}
    for row in rows:
        if row.side == "claimed" and row.date_precision != "day":
            end = row.as_of + timedelta(days=SIZES[row.date_precision] - 1)
            spans["x"] += [str(row.as_of)[:10], str(end)[:10], None]
            spans["y"] += [row.value, row.value, None]
        forms.setdefault("" if row.side == "counted" else row.qualifier, []).append(row)
    traces: list[dict[str, Any]] = []
    if spans["x"]:
        traces.append({"type": "scatter", "mode": "lines", **spans, "xaxis": x, "yaxis": y, "line": {"color": look.quiet, "width": 2}, "hoverinfo": "skip"})
    bar = {"symbol": "line-ew", "size": 12 if look.narrow else 20, "line": {"color": look.accent, "width": 5}}
    for form, same in sorted(forms.items()):
        traces.append(_points(same, x, y, {**marker(form, look, 10), "opacity": 0.85} if form else bar, form or "counted"))
    return traces


def _points(rows: list[Any], x: str, y: str, form: dict[str, Any], name: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [_middle(row) for row in rows],
        "y": [row.value for row in rows],
        "xaxis": x,
        "yaxis": y,
        "customdata": [row.Index for row in rows],
        "text": [_hover(row) for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": form,
    }


def _middle(row: Any) -> str:
    return str(row.as_of + timedelta(days=SIZES.get(row.date_precision, 0) // 2))[:10]


def _hover(row: Any) -> str:
    when = day(row.as_of, row.date_precision)
    head = f"<b>{row.subject}</b>, {row.scope}<br>" + ("" if when == row.subject else f"{when}<br>")
    if row.side == "counted":
        return head + f"{number(row.value)} counted in the dataset"
    return head + f"{number(row.value)} claimed<br>{wrapped(row.claimed_by, 60)}"
