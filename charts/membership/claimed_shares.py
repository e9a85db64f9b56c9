"""Who claimed which share of the world, beside the computed share."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, key, plot
from charts.look import Look, ordered
from charts.marks import each
from charts.membership.shares import QUALIFIERS
from charts.membership.statuses import KEY_LINE
from charts.words import day, plural, wrapped

HEADINGS = {
    "World population": "Share of world population",
    "World GDP": "Share of world GDP",
    "World land area": "Share of the world's land area",
    "Area of Eurasia": "Share of Eurasia's area: another measure, nothing computed",
}
AXIS = "Per cent. A claim made before an enlargement may count states that were still to join."
ROW, ROW_NARROW = 44, 76


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A row a claim: its value by shape, the computed share as a stroke. Frame as of `claimed_share.sql`."""
    places, headings = _places(frame)
    bottom = max(places) + 1
    traces = [_connectors(frame, places, look), _computed(frame, places, look), _claims(frame, places, look)]
    notes = [
        {
            "xref": "paper",
            "x": 0,
            "y": y,
            "xanchor": "left",
            "yshift": 10 if look.narrow else 0,
            "text": f"<b>{wrapped(HEADINGS.get(m, m), 44 if look.narrow else 90)}</b>",
            "align": "left",
            "font": {"size": 14},
        }
        for m, y in headings
    ]
    notes += _values(frame, places, look)
    if look.narrow:
        notes += [
            {"xref": "paper", "x": 0, "y": y - 0.17, "xanchor": "left", "yanchor": "bottom", "align": "left", "text": _who(row, 46), "font": {"size": 12}}
            for row, y in zip(each(frame), places, strict=True)
        ]
    entries = [("┃", look.accent, "Computed for the year")] if frame["computed"].notna().any() else []
    entries += [(QUALIFIERS[q][1], look.first, f"Claimed: {q}") for q in ordered(list(frame["qualifier"]), tuple(QUALIFIERS))]
    per_line = 2 if look.narrow else 6
    lines = -(-len(entries) // per_line)
    top = max(float(frame["claimed"].max()), float(frame["computed"].max()) if frame["computed"].notna().any() else 0) * 1.2
    return plot(
        traces,
        look,
        int((ROW_NARROW if look.narrow else ROW) * bottom) + KEY_LINE * lines + 50,
        annotations=[*notes, key(entries, per_line)],
        xaxis={"range": [0, top], "title": {"text": wrapped(AXIS, 46 if look.narrow else 120), "standoff": 4}, "fixedrange": True},
        yaxis={
            "tickmode": "array",
            "tickvals": places,
            "ticktext": [_who(row, 60) for row in each(frame)],
            "range": [bottom - 0.3, -0.6],
            "showgrid": False,
            "fixedrange": True,
            "showticklabels": not look.narrow,
            "tickfont": {"color": look.ink, "size": 12},
        },
        margin={"l": 8, "r": 8, "t": KEY_LINE * lines + 8, "b": 54 if look.narrow else 36},
    )


def _places(frame: pd.DataFrame) -> tuple[list[float], list[tuple[str, float]]]:
    """The height of each row, and of the heading of each measure."""
    places: list[float] = []
    headings: list[tuple[str, float]] = []
    at = 0.0
    for measure in frame["measure"]:
        if not headings or headings[-1][0] != measure:
            headings.append((measure, at))
            at += 0.9
        places.append(at)
        at += 1
    return places, headings


def _who(row: Any, width: int) -> str:
    said = f"{row.claimed_by.partition(',')[0]}, {day(row.on_date, row.date_precision)}"
    note = f"<br><span style='font-size:11px'>{wrapped(row.note, width)}</span>" if row.note else ""
    return said + note


def _connectors(frame: pd.DataFrame, places: list[float], look: Look) -> dict[str, Any]:
    x, y = [], []
    for row, place in zip(each(frame), places, strict=True):
        if not pd.isna(row.computed):
            x += [row.claimed, float(row.computed), None]  # type: ignore[list-item,arg-type]
            y += [place, place, None]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": look.quiet, "width": 1.5}, "hoverinfo": "skip"}


def _computed(frame: pd.DataFrame, places: list[float], look: Look) -> dict[str, Any]:
    held = frame["computed"].notna().tolist()
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [float(v) for v, there in zip(frame["computed"], held, strict=True) if there],
        "y": [place for place, there in zip(places, held, strict=True) if there],
        "marker": {"symbol": "line-ns", "size": 18, "line": {"color": look.accent, "width": 4}},
        "customdata": [row for row, there in zip(frame.index.tolist(), held, strict=True) if there],
        "text": [_hover(row) for row, there in zip(each(frame), held, strict=True) if there],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _claims(frame: pd.DataFrame, places: list[float], look: Look) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": frame["claimed"].tolist(),
        "y": places,
        "marker": {
            "symbol": [QUALIFIERS.get(q, ("circle", ""))[0] for q in frame["qualifier"]],
            "size": 12,
            "color": look.first,
            "line": {"color": look.paper, "width": 1},
        },
        "customdata": frame.index.tolist(),
        "text": [_hover(row) for row in each(frame)],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _values(frame: pd.DataFrame, places: list[float], look: Look) -> list[dict[str, Any]]:
    notes = []
    for row, place in zip(each(frame), places, strict=True):
        above = pd.isna(row.computed) or row.claimed >= row.computed  # type: ignore[operator]
        sides = {True: {"xanchor": "left", "xshift": 10}, False: {"xanchor": "right", "xshift": -10}}
        notes.append({"x": row.claimed, "y": place, "text": f"<b>{row.claimed:g}</b>", "font": {"color": look.first, "size": 13}, **sides[bool(above)]})
        if not pd.isna(row.computed):
            notes.append({"x": float(row.computed), "y": place, "text": f"{row.computed:.1f}", "font": {"color": look.accent, "size": 12}, **sides[not above]})  # type: ignore[arg-type]
    return notes


def _hover(row: Any) -> str:
    extra = "".join(f"<br>{wrapped(text, 60)}" for text in (row.basis, row.note) if text)
    beside = f"<br>Computed for {row.computed_year}: {row.computed:.1f} per cent" if not pd.isna(row.computed) else "<br>Nothing is computed for this measure"
    return f"<b>{row.qualifier} {row.claimed:g} per cent</b><br>{wrapped(row.claimed_by, 60)}, {day(row.on_date, row.date_precision)}{extra}{beside}"


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every claim with its claimant, date and the computed share beside it."""
    told = []
    for row in each(frame):
        beside = "" if pd.isna(row.computed) else f" (computed {row.computed:.1f})"
        measure = row.measure[:1].lower() + row.measure[1:]
        said = f"{row.qualifier} {row.claimed:g} per cent of {measure}"
        told.append(f"{row.claimed_by.partition(',')[0]}, {day(row.on_date, row.date_precision)}: {said}{beside}")
    return f"{plural(len(frame), 'claims')} beside computed shares. {'; '.join(told)}."


def finding(frame: pd.DataFrame) -> str:
    """The range of the claims, where all mean one measure."""
    if frame["measure"].nunique() != 1 or len(frame) < 2:
        return ""
    low, high = frame["claimed"].min(), frame["claimed"].max()
    return f"Claimed shares of {HEADINGS[frame['measure'].iloc[0]].removeprefix('Share of ')} range from {low:g} to {high:g} per cent (n = {len(frame)})"


FIGURE = Figure(
    name="claimed-shares",
    page="membership",
    measure="Claimed shares and who claimed them",
    query="membership/claimed_shares",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="claims",
    method="One row a claim, as printed, with the computed share of its year beside it, or of the last year before it for which there is one. "
    "Claim and computed share may mean different members: totals take the members on 31 December, "
    "a claim made before an enlargement may count the states that were to join. "
    "Claims on GDP without a stated basis stand under both, nominal and purchasing power parity. "
    "Shares of Eurasia's area are kept apart from shares of the world's land area: they have another denominator, and the dataset holds no total for it.",
    columns={
        "measure": "Measure",
        "on_date": "Date",
        "date_precision": "Date known to the",
        "claimed_by": "Claimed by",
        "qualifier": "Said as",
        "claimed": "Claimed, per cent",
        "basis": "Basis",
        "computed": "Computed, per cent",
        "computed_year": "Computed for",
        "note": "Note",
    },
    height=600,
    formats={"claimed": "%.1f", "computed": "%.2f", "computed_year": "%d"},
    empty="No claim in these years",
)
