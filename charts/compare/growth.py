"""Documents and events of two chairmanships as they added up, from day 0 of each term."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.compare.pair import chairs
from charts.figure import Figure, Native, plot
from charts.look import Look
from charts.marks import each
from charts.words import day, plural
from queries.filters import with_dashes

SERIES = {"documents": "Documents dated to the day", "events": "Events held, dated to the day"}


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Running totals from day 0 of each term, one panel a series; frame as of `compared_growth.sql`."""
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    panels = [name for name in SERIES if (frame["series"] == name).any()]
    last_day = int(max(frame["days"].max(), frame["day_of_term"].max(), 30))
    axes: dict[str, Any] = {}
    for k, name in enumerate(panels):
        x, y = ("x", "y") if k == 0 else (f"x{k + 1}", f"y{k + 1}")
        block = frame[frame["series"] == name]
        top = float(block["n"].max())
        for chair, is_first in chairs(block):
            rows = block[block["chairmanship"] == chair]
            days, counts = rows["day_of_term"].tolist(), rows["n"].tolist()
            term = int(rows["days"].iloc[0]) or days[-1]
            colour = look.chair(is_first)
            traces.append(
                {
                    "type": "scatter",
                    "mode": "lines+markers",
                    "x": [0, *days, max(term, days[-1])],
                    "y": [0, *counts, counts[-1]],
                    "xaxis": x,
                    "yaxis": y,
                    "customdata": [None, *rows.index.tolist(), None],
                    "text": [
                        "",
                        *[f"<b>{chair}</b><br>Day {r.day_of_term}, {day(r.day)}<br>{plural(r.n_new, name)} more, {r.n} in all" for r in each(rows)],
                        "",
                    ],
                    "hovertemplate": "%{text}<extra></extra>",
                    "line": {"shape": "hv", "color": colour, "width": 2.5, "dash": "solid" if not is_first else "dash"},
                    "marker": {"size": [0] + [5] * len(days) + [0], "color": colour, "opacity": 1, "symbol": "circle" if is_first else "diamond"},
                    "name": chair,
                }
            )
            notes.append(
                {
                    "x": 0,
                    "y": top * 1.15,
                    "xref": x,
                    "yref": y,
                    "xanchor": "left",
                    "yanchor": "top",
                    "xshift": 6,
                    "yshift": 0 if is_first else -20,
                    "text": f"{'╌' if is_first else '━'} <b>{with_dashes(chair)}: {counts[-1]}</b>",
                    "showarrow": False,
                    "font": {"color": colour, "size": 13},
                    "bgcolor": look.paper,
                }
            )
        gap = 0.16 if look.narrow else 0.08
        size = (1 - gap * (len(panels) - 1)) / len(panels)
        place = [k * (size + gap), k * (size + gap) + size]
        across, up = ([0, 1], [1 - place[1], 1 - place[0]]) if look.narrow else (place, [0, 1])
        suffix = "" if k == 0 else str(k + 1)
        axes[f"xaxis{suffix}"] = {
            "domain": across,
            "anchor": y,
            "range": [0, last_day * 1.01],
            "showgrid": False,
            "title": {"text": "Days since the start of the term"},
            "fixedrange": True,
        }
        axes[f"yaxis{suffix}"] = {"domain": up, "anchor": x, "range": [0, top * 1.18], "dtick": 1 if top <= 5 else None, "fixedrange": True}
        notes.append(
            {
                "x": across[0],
                "y": up[1],
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "bottom",
                "text": f"<b>{SERIES[name]}</b>",
                "showarrow": False,
                "font": {"size": 15},
                "yshift": 4,
            }
        )
    return plot(traces, look, 640 if look.narrow else 380, annotations=notes, margin={"l": 8, "r": 8, "t": 30, "b": 8}, **axes)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the totals of each series at the end of the terms."""
    last = frame.groupby(["series", "chairmanship"], sort=False).tail(1)
    return (
        "Running totals by day of the term. "
        + "; ".join(f"{row.chairmanship}: {row.n} {row.series} by day {row.day_of_term}" for row in each(last))
        + "."
    )


def finding(frame: pd.DataFrame) -> str:
    """The recorded totals of documents in both terms."""
    last = frame[frame["series"] == "documents"].groupby("chairmanship", sort=False).tail(1)
    if len(last) != 2:
        return ""
    a, b = each(last)
    return f"{a.n} dated documents recorded in {with_dashes(a.chairmanship)}, {b.n} in {with_dashes(b.chairmanship)}"


FIGURE = Figure(
    name="compared-growth",
    page="compare",
    measure="Documents and events over the term",
    query="compare/growth",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="records",
    method="Day 0 is the day on which the term began; the founding summit closed no term and is not drawn. Only rows dated to the day; documents that count, events that were held. "
    "The tables list what could be documented, not all that was adopted or held.",
    columns={"series": "Series", "chairmanship": "Chairmanship", "day_of_term": "Day of the term", "day": "Date", "n_new": "New", "n": "In all"},
    native=Native("step", category="day_of_term", value="n", series=("series", "chairmanship"), colours="chairs"),
    height=380,
)
