"""How many dated records a lane has each year, so that gaps show."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, plot
from charts.look import HATCH, Look
from charts.timeline.phrases import LANES, NOUNS
from charts.words import number, plural

PANEL, FOOT = 92, 22


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One panel of yearly bars a lane, each on its own scale, a dot where there is none; frame as of `timeline_density.sql`."""
    lanes = list(dict.fromkeys(frame["lane"]))
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    room = 1 / len(lanes)
    for k, lane in enumerate(lanes):
        rows = frame[frame["lane"] == lane]
        axis = "" if k == 0 else str(k + 1)
        years, counts, vague = (rows[name].tolist() for name in ("year", "n", "n_imprecise"))
        top = max(*counts, 1)
        floor = 1 - (k + 1) * room
        traces += [
            _bars(lane, rows.index.tolist(), years, counts, vague, top, f"y{axis}", look),
            *_none(lane, rows.index.tolist(), years, counts, f"y{axis}", look),
        ]
        axes[f"yaxis{axis}"] = {
            "domain": [floor + room * 0.08, floor + room * 0.72],
            "range": [0, top * 1.3],
            "fixedrange": True,
            "visible": False,
            "anchor": "x",
        }
        notes.append(_heading(lane, counts, floor + room * 0.74, look))
    first, last = int(frame["year"].min()), int(frame["year"].max())
    has_vague = bool(((frame["n"] > 0) & (frame["n"] == frame["n_imprecise"])).any())
    if has_vague:
        notes.append(_foot(look))
    return plot(
        traces,
        look,
        PANEL * len(lanes) + 40 + (FOOT if has_vague else 0),
        barmode="overlay",
        annotations=notes,
        margin={"l": 4, "r": 4, "t": 4, "b": 28 + (FOOT if has_vague else 0)},
        xaxis={
            "range": [first - 0.6, last + 0.6],
            "showgrid": False,
            "fixedrange": True,
            "tickformat": "d",
            "dtick": _step(last - first, look),
            "anchor": f"y{len(lanes)}" if len(lanes) > 1 else "y",
        },
        **axes,
    )


def _heading(lane: str, counts: list[int], at: float, look: Look) -> dict[str, Any]:
    empty = sum(n == 0 for n in counts)
    tail = f", none in {empty} of {plural(len(counts), 'years')}" if empty else ""
    text = f"<b>{LANES[lane]}</b> <span style='color:{look.quiet};font-size:13px'>{number(sum(counts))}{tail}</span>"
    place = {"xref": "paper", "x": 0, "yref": "paper", "y": at, "xanchor": "left", "yanchor": "bottom", "align": "left"}
    return {**place, "text": text, "showarrow": False, "font": {"size": 14}}


def _foot(look: Look) -> dict[str, Any]:
    place = {"xref": "paper", "x": 0, "yref": "paper", "y": 0, "xanchor": "left", "yanchor": "top", "yshift": -28}
    return {**place, "text": "▨ no day known of any of these records", "showarrow": False, "font": {"size": 12, "color": look.quiet}}


def _step(span: int, look: Look) -> int:
    return 1 if span <= (6 if look.narrow else 16) else 5


def _bars(lane: str, places: list[int], years: list[int], counts: list[int], vague: list[int], top: int, axis: str, look: Look) -> dict[str, Any]:
    kept = [i for i, n in enumerate(counts) if n]
    crowded = look.narrow and len(years) > 16
    return {
        "type": "bar",
        "name": LANES[lane],
        "x": [years[i] for i in kept],
        "y": [counts[i] for i in kept],
        "yaxis": axis,
        "width": min(0.75, len(years) / 10),
        "customdata": [places[i] for i in kept],
        "text": [str(counts[i]) if not crowded or counts[i] == top else "" for i in kept],
        "textposition": "outside",
        "constraintext": "none",
        "textangle": 0,
        "cliponaxis": False,
        "textfont": {"size": 12, "color": look.ink},
        "hovertext": [_hover(lane, years[i], counts[i], vague[i]) for i in kept],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": look.accent, "pattern": {**HATCH, "shape": ["/" if vague[i] == counts[i] else "" for i in kept], "fgcolor": look.paper}},
    }


def _hover(lane: str, year: int, n: int, vague: int) -> str:
    rest = f"<br>{number(vague)} of them known to the month or year only" if vague else ""
    return f"<b>{year}</b><br>{plural(n, NOUNS[lane])}{rest}"


def _none(lane: str, places: list[int], years: list[int], counts: list[int], axis: str, look: Look) -> list[dict[str, Any]]:
    gaps = [i for i, n in enumerate(counts) if not n]
    if not gaps:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": f"{LANES[lane]}: none",
            "x": [years[i] for i in gaps],
            "y": [0] * len(gaps),
            "yaxis": axis,
            "customdata": [places[i] for i in gaps],
            "hovertext": [f"<b>{years[i]}</b><br>No {NOUNS[lane]} in the dataset" for i in gaps],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "marker": {"symbol": "circle-open", "size": 5, "color": look.quiet},
            "cliponaxis": False,
        }
    ]


def describe(frame: pd.DataFrame) -> str:
    """Alt text: for each lane the total, the fullest year and the years without a record."""
    parts = []
    for lane, rows in frame.groupby("lane", sort=False):
        best = rows.loc[rows["n"].idxmax()]
        gaps = int((rows["n"] == 0).sum())
        most = f", most in {best['year']} ({best['n']})" if best["n"] else ""
        parts.append(f"{LANES[str(lane)]}: {number(int(rows['n'].sum()))}{most}, none in {plural(gaps, 'years')}")
    return f"Bars of dated records by year, {frame['year'].min()} to {frame['year'].max()}. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """In how many years each of the fullest and the thinnest lane has a record."""
    filled = frame[frame["n"] > 0].groupby("lane", sort=False)["year"].count()
    if len(filled) < 2 or filled.min() == filled.max():
        return ""
    years, best, thin = frame["year"].nunique(), str(filled.idxmax()), str(filled.idxmin())
    return f"{LANES[best]} are recorded for {filled[best]} of {plural(years, 'years')}, {LANES[thin].lower()} for {filled[thin]}"


FIGURE = Figure(
    name="timeline-density",
    page="timeline",
    measure="Dated records by year",
    query="timeline/density",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="records",
    method="Records by the year of their first day; each lane has its own scale. "
    "A ring stands for a year without a record, a hatched bar for a year whose records are all known to the month or year only. "
    "Meetings and membership steps have no theme and are counted whatever theme is chosen. "
    "Few records can mean that little happened or that little was collected: events and priorities were collected for some chairmanships only.",
    columns={"lane": "Lane", "year": "Year", "n": "Records", "n_imprecise": "Of these known to the month or year only"},
    native=Native("stacked column", category="year", value="n", series="lane", labels=LANES),
    height=PANEL * 5 + 40,
    empty="Nothing is dated within these filters",
    formats={"year": "%d"},
)
