"""How many dated records a lane has each year, so that gaps show."""

from math import ceil
from typing import Any

import pandas as pd

from charts.axes import hidden_axis, panel, year_axis
from charts.figure import Figure, Plotted, plot
from charts.form import PAGE_WIDTH
from charts.look import Look
from charts.marks import each
from charts.notes import at_left, sized
from charts.timeline.density_traces import rings, year_bars
from charts.timeline.phrases import LANES
from charts.words import number, plural

NARROW = 340  # pixels of a phone
PANEL, YEARS, FOOT = 92, 28, 22  # pixels: a lane, the years under the last, a line of words under these
BARS, BARS_LARGE = (0.08, 0.72), (0.14, 0.6)  # share of a lane that its bars take; large letters leave them less beneath the name
ABOVE, BENEATH, LETTER = 1.3, 1.8, 7.5  # times the tallest bar: room for its number, and that beneath a name in large letters; pixels of a letter of a name


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """One panel of yearly bars a lane, each on its own scale, a dot where there is none; frame as of `timeline_density.sql`."""
    lanes = list(dict.fromkeys(frame["lane"]))
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    room = 1 / len(lanes)
    low, high = BARS_LARGE if look.form.height else BARS
    for k, lane in enumerate(lanes):
        _, y, suffix = panel(k)
        rows = list(each(frame[frame["lane"] == lane]))
        floor = 1 - (k + 1) * room
        traces += [trace | {"yaxis": y} for trace in (year_bars(lane, rows, look), *rings(lane, [row for row in rows if not row.n], look))]
        axes[f"yaxis{suffix}"] = hidden_axis(0, max(1, *(row.n for row in rows)) * _above(lane, rows, look), domain=[floor + room * low, floor + room * high], anchor="x")
        notes.append(at_left(look, _heading(lane, rows, look), floor + room * (high + 0.02), yref="paper", yanchor="bottom"))
    first, last = int(frame["year"].min()), int(frame["year"].max())
    told = ["Each lane has a scale of its own"] if len(lanes) > 1 else []
    if ((frame["n"] > 0) & (frame["n"] == frame["n_imprecise"])).any():
        told.append("▨ no day known of any of these records")
    if told:
        notes.append(at_left(look, ("<br>" if look.narrow else "   ").join(told), 0, "note", look.quiet, yref="paper", yanchor="top", yshift=-YEARS))
    foot = FOOT * (len(told) if look.narrow else bool(told))
    step = 1 if last - first <= (6 if look.narrow else 16) else 5
    return plot(
        traces,
        look,
        PANEL * len(lanes) + 40 + foot,
        barmode="overlay",
        annotations=notes,
        margin={"l": 4, "r": 4, "t": 4, "b": YEARS + foot},
        xaxis=year_axis(first, last, step, showgrid=False, anchor=panel(len(lanes) - 1)[1]),
        **axes,
    )


def _above(lane: str, rows: list[Any], look: Look) -> float:
    """Room above the tallest bar, in times its height: more where it stands beneath the name of its lane in large letters."""
    length = len(f"{LANES[lane]} {_told(rows)}") * LETTER / look.room(PAGE_WIDTH, NARROW)
    beneath = [row.n for row in rows[: ceil(length * len(rows))]]
    return BENEATH if look.form.height and max(beneath) > max(row.n for row in rows) / BENEATH else ABOVE


def _heading(lane: str, rows: list[Any], look: Look) -> str:
    return f"<b>{LANES[lane]}</b> " + sized(look, _told(rows), "text", look.quiet)


def _told(rows: list[Any]) -> str:
    empty = sum(row.n == 0 for row in rows)
    return f"{number(sum(row.n for row in rows))}" + (f", none in {empty} of {plural(len(rows), 'years')}" if empty else "")


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
    method="Records by the year of their first day, a meeting and an event that are one occasion once, as on the axis; each lane has its own scale. "
    "A ring stands for a year without a record, a hatched bar for a year whose records are all known to the month or year only. "
    "Meetings and membership steps have no theme and are counted whatever theme is chosen. "
    "Few records can mean that little happened or that little was collected: events and priorities were collected for some chairmanships only.",
    columns={"lane": "Lane", "year": "Year", "n": "Records", "n_imprecise": "Of these known to the month or year only"},
    height=PANEL * 5 + 40,
    empty="Nothing is dated",
    formats={"year": "%d"},
)
