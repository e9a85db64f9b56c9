"""Events of two chairmanships by month of the term."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.compare.pair import chairs
from charts.figure import Figure, Native, plot
from charts.look import Look
from charts.marks import each
from charts.words import plural
from queries.filters import with_dashes


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A row of months a chairmanship, shaded by the number of events; frame as of `compared_calendar.sql`."""
    pair = chairs(frame)
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    top = max(int(frame["n"].max()), 1)
    per_row = 7 if look.narrow else int(frame["month_of_term"].max())
    lines = -(-int(frame["month_of_term"].max()) // per_row)
    xs, ys = [], []
    for row in each(frame):
        place, line = (row.month_of_term - 1) % per_row, (row.month_of_term - 1) // per_row
        block = [c for c, _ in pair].index(row.chairmanship) * (lines + 0.55)
        y = block + line
        xs.append(place)
        ys.append(y)
        colour = look.chair(bool(row.is_first))
        strength = 0.12 + 0.88 * row.n / top if row.n else 0
        shapes.append(
            {
                "type": "rect",
                "x0": place - 0.46,
                "x1": place + 0.46,
                "y0": y - 0.40,
                "y1": y + 0.40,
                "fillcolor": colour,
                "opacity": strength,
                "line": {"width": 0},
                "layer": "below",
            }
        )
        shapes.append(
            {"type": "rect", "x0": place - 0.46, "x1": place + 0.46, "y0": y - 0.40, "y1": y + 0.40, "line": {"width": 1, "color": look.grid}, "layer": "below"}
        )
        ink = look.on(colour, strength)
        text = (
            f"<b>{row.n or '–'}</b><br><span style='font-size:11px'>{row.month:%b}{row.month: %Y}</span>"
            if (place == 0 or row.month.month == 1)
            else f"<b>{row.n or '–'}</b><br><span style='font-size:11px'>{row.month:%b}</span>"
        )
        notes.append({"x": place, "y": y, "text": text, "showarrow": False, "font": {"color": ink, "size": 15}})
    for i, (chair, is_first) in enumerate(pair):
        total = plural(int(frame[frame["chairmanship"] == chair]["n"].sum()), "events")
        notes.append(
            {
                "x": -0.46,
                "y": i * (lines + 0.55) - 0.42,
                "yanchor": "bottom",
                "xanchor": "left",
                "text": f"<b>{with_dashes(chair)}</b> · {total}",
                "showarrow": False,
                "font": {"color": look.chair(is_first), "size": 14},
            }
        )
    hits = {
        "type": "scatter",
        "mode": "markers",
        "x": xs,
        "y": ys,
        "marker": {"size": 34, "opacity": 0, "symbol": "square"},
        "customdata": frame.index.tolist(),
        "text": [
            f"<b>{row.month:%B %Y}</b><br>{row.chairmanship}<br>{plural(row.n, 'events')}" + (f", {row.n_announced} announced only" if row.n_announced else "")
            for row in each(frame)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }
    height = 60 + int(74 * (lines * len(pair) + 0.55 * (len(pair) - 1)))
    return plot(
        [hits],
        look,
        height,
        shapes=shapes,
        annotations=notes,
        xaxis={"visible": False, "range": [-0.5, per_row - 0.5], "fixedrange": True},
        yaxis={"visible": False, "range": [len(pair) * (lines + 0.55) - 1, -0.9], "fixedrange": True},
        margin={"l": 0, "r": 0, "t": 4, "b": 0},
    )


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the total and the fullest month of each term."""
    parts = []
    for chair, rows in frame.groupby("chairmanship", sort=False):
        best = rows.loc[rows["n"].idxmax()]
        parts.append(f"{chair}: {plural(int(rows['n'].sum()), 'events')}, most in {best['month']:%B %Y} ({best['n']})")
    return "Calendar of recorded events by month of the term. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """The month of each term with the most recorded events; none when it is shared or there is none."""
    parts = []
    for chair, rows in frame.groupby("chairmanship", sort=False):
        best = rows[rows["n"] == rows["n"].max()]
        if len(best) != 1 or not best["n"].iloc[0]:
            return ""
        parts.append(f"{best['month'].iloc[0]:%B %Y} in {with_dashes(str(chair))} ({best['n'].iloc[0]} of {rows['n'].sum()})")
    return f"{'Month' if len(parts) == 1 else 'Months'} with most recorded events: " + ", ".join(parts)


FIGURE = Figure(
    name="compared-calendar",
    page="compare",
    measure="Events by month",
    query="compare/calendar",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="events",
    method="Recorded events by the month in which they began, held or announced; events dated to the year only are left out. "
    "The table lists what could be documented, not all that was held.",
    columns={"chairmanship": "Chairmanship", "month": "Month", "month_of_term": "Month of the term", "n": "Events", "n_announced": "Of these announced only"},
    native=Native("column", category="month_of_term", value="n", series="chairmanship", colours="chairs"),
    height=260,
)
