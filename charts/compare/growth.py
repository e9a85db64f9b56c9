"""Documents and events of two chairmanships as they added up, from day 0 of each term."""

from typing import Any

import pandas as pd

from charts.axes import number_axis, panel, parts, whole
from charts.compare.pair import chairs, rows_of
from charts.figure import Figure, Plotted, plot
from charts.hover import card
from charts.look import Look
from charts.marks import each
from charts.notes import note
from charts.points import marker, steps
from charts.words import day, plural
from queries.filters import with_dashes

SERIES = {"documents": "Documents dated to the day", "events": "Events held, dated to the day"}


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Running totals from day 0 of each term, one panel a series; frame as of `compared_growth.sql`."""
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    panels = [name for name in SERIES if (frame["series"] == name).any()]
    last_day = int(max(frame["days"].max(), frame["day_of_term"].max(), 30))
    for k, (name, part) in enumerate(zip(panels, parts(len(panels), _gap(look)), strict=True)):
        x, y, suffix = panel(k)
        block = frame[frame["series"] == name]
        top = float(block["n"].max())
        for chair, is_first in chairs(block):
            rows = rows_of(block, chair)
            traces.append(_line(rows, chair, is_first, look) | {"xaxis": x, "yaxis": y})
            notes.append(_name(chair, int(rows["n"].iloc[-1]), is_first, look) | {"xref": x, "yref": y, "y": top * 1.15})
        across, up = ((0, 1), (1 - part[1], 1 - part[0])) if look.narrow else (part, (0, 1))
        axes[f"xaxis{suffix}"] = number_axis(0, last_day * 1.01, "Days since the start of the term", domain=across, anchor=y, showgrid=False)
        axes[f"yaxis{suffix}"] = number_axis(0, top * 1.18, domain=up, anchor=x, **whole(top))
        head = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 4}
        notes.append(note(look, f"<b>{SERIES[name]}</b>", across[0], up[1], "heading", **head))
    return plot(traces, look, 640 if look.narrow else 380, annotations=notes, margin={"t": 30}, **axes)


def _gap(look: Look) -> float:
    """Share of the plot between two panels: beside one another, or one under the other with axis and heading between them."""
    if not look.narrow:
        return 0.08
    return 0.22 if look.form.height else 0.16


def _line(rows: pd.DataFrame, chair: str, is_first: bool, look: Look) -> dict[str, Any]:
    """The running total from nothing on day 0 to the end of the term; both ends have no mark."""
    days, counts = rows["day_of_term"].tolist(), rows["n"].tolist()
    end = max(int(rows["days"].iloc[0]) or days[-1], days[-1])
    hovers = [card(chair, f"Day {row.day_of_term}, {day(row.day)}", f"{plural(row.n_new, row.series)} more, {row.n} in all") for row in each(rows)]
    form = marker("circle" if is_first else "diamond", [0, *[5] * len(days), 0], look.chair(is_first), opacity=1)
    dash = "dash" if is_first else "solid"
    return steps([0, *days, end], [0, *counts, counts[-1]], [None, *rows.index, None], ["", *hovers, ""], form, dash, name=chair)


def _name(chair: str, total: int, is_first: bool, look: Look) -> dict[str, Any]:
    text = f"{'╌' if is_first else '━'} <b>{with_dashes(chair)}: {total}</b>"
    place = {"xanchor": "left", "yanchor": "top", "xshift": 6, "yshift": 0 if is_first else -20, "bgcolor": look.paper}
    return note(look, text, 0, 0, "text", look.chair(is_first), **place)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the totals of each series at the end of the terms."""
    last = frame.groupby(["series", "chairmanship"], sort=False).tail(1)
    return "Running totals by day of the term. " + "; ".join(f"{row.chairmanship}: {row.n} {row.series} by day {row.day_of_term}" for row in each(last)) + "."


def finding(frame: pd.DataFrame) -> str:
    """The totals of documents counted and dated to the day in both terms."""
    last = frame[frame["series"] == "documents"].groupby("chairmanship", sort=False).tail(1)
    if len(last) != 2:
        return ""
    a, b = each(last)
    return f"Documents counted and dated to the day: {a.n} in {with_dashes(a.chairmanship)}, {b.n} in {with_dashes(b.chairmanship)}"


FIGURE = Figure(
    name="compared-growth",
    page="compare",
    measure="Documents counted and dated to the day; events held and dated to the day",
    query="compare/growth",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="records",
    method="Day 0 is the day on which the term began; the founding summit closed no term and is not drawn. Only rows dated to the day; documents that count, events that were held. "
    "The tables list what could be documented, not all that was adopted or held.",
    columns={"series": "Series", "chairmanship": "Chairmanship", "day_of_term": "Day of the term", "day": "Date", "n_new": "New", "n": "In all"},
    height=380,
)
