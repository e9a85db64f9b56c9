"""Documents and events of two chairmanships side by side."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, key, plot
from charts.look import HATCH, Look
from charts.marks import each
from charts.words import day, plural, wrapped

SERIES = {"documents": "Documents", "events": "Events"}
MOST_VALUES = 8


def _chairs(frame: pd.DataFrame) -> list[tuple[str, bool]]:
    return list(dict.fromkeys((c, bool(f)) for c, f in zip(frame["chairmanship"], frame["is_first"], strict=True)))


def draw_growth(frame: pd.DataFrame, look: Look) -> go.Figure:
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
        for chair, is_first in _chairs(block):
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
                    "marker": {"size": [0] + [5] * len(days) + [0], "color": colour, "symbol": "circle" if is_first else "diamond"},
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
                    "text": f"{'╌' if is_first else '━'} <b>{_short(chair)}: {counts[-1]}</b>",
                    "showarrow": False,
                    "font": {"color": colour, "size": 13},
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
        axes[f"yaxis{suffix}"] = {"domain": up, "anchor": x, "range": [0, top * 1.18], "fixedrange": True}
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


def _short(chair: str) -> str:
    return chair.replace("-", "–")


def describe_growth(frame: pd.DataFrame) -> str:
    """Alt text: the totals of each series at the end of the terms."""
    last = frame.groupby(["series", "chairmanship"], sort=False).tail(1)
    return (
        "Running totals by day of the term. "
        + "; ".join(f"{row.chairmanship}: {row.n} {row.series} by day {row.day_of_term}" for row in each(last))
        + "."
    )


def find_growth(frame: pd.DataFrame) -> str:
    """The recorded totals of documents in both terms."""
    last = frame[frame["series"] == "documents"].groupby("chairmanship", sort=False).tail(1)
    if len(last) != 2:
        return ""
    a, b = each(last)
    return f"{a.n} dated documents recorded in {_short(a.chairmanship)}, {b.n} in {_short(b.chairmanship)}"


def draw_documents(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Paired bars by body, type and legal force, the smaller values folded; frame as of `compared_documents.sql`."""
    blocks = [(facet, _shown(rows)) for facet, rows in frame.groupby("facet", sort=False)]
    traces, notes = [], []
    positions: dict[tuple[str, str], float] = {}
    at = 0.0
    for facet, values in blocks:
        notes.append({"xref": "paper", "x": 0, "yref": "y", "y": at, "text": f"<b>{facet}</b>", "showarrow": False, "xanchor": "left", "font": {"size": 14}})
        at += 1
        for value in values:
            # On a phone the label stands above its bars, and one of two lines needs room for the second.
            at += 0.3 if look.narrow and "<br>" in wrapped(value, 52) else 0
            positions[(facet, value)] = at
            at += 1
    for chair, is_first in _chairs(frame):
        rows = frame[(frame["chairmanship"] == chair)]
        rows = rows[[(f, v) in positions for f, v in zip(rows["facet"], rows["value"], strict=True)]]
        shift, width = ((-0.09, 0.24) if is_first else (0.17, 0.24)) if look.narrow else ((-0.19, 0.36) if is_first else (0.19, 0.36))
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": _short(chair),
                "x": rows["n"].tolist(),
                "y": [positions[(f, v)] + shift for f, v in zip(rows["facet"], rows["value"], strict=True)],
                "width": width,
                "customdata": rows.index.tolist(),
                "text": [str(n) if n else "0" for n in rows["n"]],
                "textposition": "outside",
                "textfont": {"color": look.chair(is_first), "size": 12},
                "constraintext": "none",
                "textangle": 0,
                "cliponaxis": False,
                "marker": {"color": look.chair(is_first), **({} if not is_first else {"pattern": {**HATCH, "fgcolor": look.paper}})},
                "hovertext": [f"<b>{v}</b><br>{chair}: {plural(n, 'documents')}" for v, n in zip(rows["value"], rows["n"], strict=True)],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    notes.append(key([("▨" if is_first else "■", look.chair(is_first), _short(chair)) for chair, is_first in _chairs(frame)], 1 if look.narrow else 2))
    if look.narrow:
        notes += [
            {
                "xref": "paper",
                "x": 0,
                "y": at - 0.23,
                "text": wrapped(value, 52),
                "align": "left",
                "showarrow": False,
                "xanchor": "left",
                "yanchor": "bottom",
                "font": {"size": 12},
            }
            for (_, value), at in positions.items()
        ]
    return plot(
        traces,
        look,
        90 + int((60 if look.narrow else 32) * at),
        annotations=notes,
        barmode="overlay",
        margin={"l": 8, "r": 8, "t": 52 if look.narrow else 32, "b": 8},
        xaxis={"range": [0, float(frame["n"].max()) * 1.1 or 1], "fixedrange": True, "showgrid": False, "showticklabels": False},
        yaxis={
            "tickmode": "array",
            "tickvals": list(positions.values()),
            "ticktext": [wrapped(value, 48) for _, value in positions],
            "range": [at - 0.4, -0.7],
            "fixedrange": True,
            "showticklabels": not look.narrow,
            "showgrid": False,
            "tickfont": {"color": look.ink},
        },
    )


def _shown(rows: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(rows["value"]))[:MOST_VALUES]


def describe_documents(frame: pd.DataFrame) -> str:
    """Alt text: both numbers of each value shown."""
    found: dict[str, list[str]] = {}
    for facet, value, chair, n in zip(frame["facet"], frame["value"], frame["chairmanship"], frame["n"], strict=True):
        found.setdefault(f"{facet} {value}", []).append(f"{n} in {chair}")
    parts = [f"{name}: {', '.join(numbers)}" for name, numbers in found.items()]
    return "Documents by body, type and legal force. " + "; ".join(parts[:24]) + "."


def find_documents(frame: pd.DataFrame) -> str:
    """How many of the documents of each term are treaties."""
    treaties = frame[(frame["facet"] == "Legal force") & (frame["value"] == "Treaty")]
    everything = frame[frame["facet"] == "Legal force"].groupby("chairmanship", sort=False)["n"].sum()
    if len(treaties) != 2:
        return ""
    parts = [f"{row.n} of {everything[row.chairmanship]} in {_short(row.chairmanship)}" for row in each(treaties)]
    return f"Treaties: {parts[0]}, {parts[1]}"


def draw_calendar(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A row of months a chairmanship, shaded by the number of events; frame as of `compared_calendar.sql`."""
    chairs = _chairs(frame)
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    top = max(int(frame["n"].max()), 1)
    per_row = 7 if look.narrow else int(frame["month_of_term"].max())
    lines = -(-int(frame["month_of_term"].max()) // per_row)
    xs, ys = [], []
    for row in each(frame):
        place, line = (row.month_of_term - 1) % per_row, (row.month_of_term - 1) // per_row
        block = [c for c, _ in chairs].index(row.chairmanship) * (lines + 0.55)
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
    for i, (chair, is_first) in enumerate(chairs):
        total = plural(int(frame[frame["chairmanship"] == chair]["n"].sum()), "events")
        notes.append(
            {
                "x": -0.46,
                "y": i * (lines + 0.55) - 0.42,
                "yanchor": "bottom",
                "xanchor": "left",
                "text": f"<b>{_short(chair)}</b> · {total}",
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
    height = 60 + int(74 * (lines * len(chairs) + 0.55 * (len(chairs) - 1)))
    return plot(
        [hits],
        look,
        height,
        shapes=shapes,
        annotations=notes,
        xaxis={"visible": False, "range": [-0.5, per_row - 0.5], "fixedrange": True},
        yaxis={"visible": False, "range": [len(chairs) * (lines + 0.55) - 1, -0.9], "fixedrange": True},
        margin={"l": 0, "r": 0, "t": 4, "b": 0},
    )


def describe_calendar(frame: pd.DataFrame) -> str:
    """Alt text: the total and the fullest month of each term."""
    parts = []
    for chair, rows in frame.groupby("chairmanship", sort=False):
        best = rows.loc[rows["n"].idxmax()]
        parts.append(f"{chair}: {plural(int(rows['n'].sum()), 'events')}, most in {best['month']:%B %Y} ({best['n']})")
    return "Calendar of recorded events by month of the term. " + "; ".join(parts) + "."


def find_calendar(frame: pd.DataFrame) -> str:
    """The month of each term with the most recorded events; none when it is shared or there is none."""
    parts = []
    for _chair, rows in frame.groupby("chairmanship", sort=False):
        best = rows[rows["n"] == rows["n"].max()]
        if len(best) != 1 or not best["n"].iloc[0]:
            return ""
        parts.append(f"{best['month'].iloc[0]:%B %Y} ({best['n'].iloc[0]})")
    return "Most recorded events fell in " + " and ".join(parts)


GROWTH_FIGURE = Figure(
    name="compared-growth",
    page="compare",
    measure="Documents and events over the term",
    query="compared_growth",
    draw=draw_growth,
    describe=describe_growth,
    finding=find_growth,
    noun="records",
    method="Day 0 is the day on which the term began. Only rows dated to the day; documents that count, events that were held. "
    "The tables list what could be documented, not all that was adopted or held.",
    columns={"series": "Series", "chairmanship": "Chairmanship", "day_of_term": "Day of the term", "day": "Date", "n_new": "New", "n": "In all"},
    native=Native("step", category="day_of_term", value="n", series=("series", "chairmanship"), colours="chairs"),
    height=380,
)

DOCUMENTS_FIGURE = Figure(
    name="compared-documents",
    page="compare",
    measure="Documents by body, type and legal force",
    query="compared_documents",
    draw=draw_documents,
    describe=describe_documents,
    finding=find_documents,
    noun="documents",
    method=f"Documents that count, by the body that adopted or signed them, by type and by legal force. "
    f"The chart shows the {MOST_VALUES} most frequent values of each; the table has all. "
    "Decisions of SCO bodies and texts between agencies count as political.",
    columns={"facet": "Facet", "value": "Value", "chairmanship": "Chairmanship", "n": "Documents"},
    native=Native("bar", category=("facet", "value"), value="n", series="chairmanship", colours="chairs", most=MOST_VALUES),
    height=700,
)

CALENDAR_FIGURE = Figure(
    name="compared-calendar",
    page="compare",
    measure="Events by month",
    query="compared_calendar",
    draw=draw_calendar,
    describe=describe_calendar,
    finding=find_calendar,
    noun="events",
    method="Recorded events by the month in which they began, held or announced; events dated to the year only are left out. "
    "The table lists what could be documented, not all that was held.",
    columns={"chairmanship": "Chairmanship", "month": "Month", "month_of_term": "Month of the term", "n": "Events", "n_announced": "Of these announced only"},
    native=Native("column", category="month_of_term", value="n", series="chairmanship", colours="chairs"),
    height=260,
)

FIGURES = (GROWTH_FIGURE, DOCUMENTS_FIGURE, CALENDAR_FIGURE)
