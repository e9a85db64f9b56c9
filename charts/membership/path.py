"""How long members took from their first step to membership."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, key, plot
from charts.look import Look, ordered
from charts.marks import apart, each
from charts.membership.statuses import KEY_LINE, ORDER, colour, in_text, step_keys, step_shape
from charts.words import day, plural, wrapped

UNCERTAIN = {"month": 1 / 12, "year": 1.0}


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A line a member from its first step, its steps as marks; founders named beneath. Frame as of `path_to_membership.sql`."""
    later = frame[~frame["is_founder"]]
    states = list(dict.fromkeys(later["country"]))
    longest = float(later["years_to_membership"].max()) if len(later) else 1.0
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for y, state in enumerate(states):
        rows = later[later["country"] == state]
        total = float(rows["years_to_membership"].iloc[0])
        traces.append({"type": "scatter", "mode": "lines", "x": [0, total], "y": [y, y], "line": {"color": look.quiet, "width": 3}, "hoverinfo": "skip"})
        notes.append({"x": total, "y": y, "xanchor": "left", "xshift": 14, "text": f"<b>{total:.1f} years</b>"})
        if look.narrow:
            notes.append({"x": 0, "y": y, "xanchor": "left", "yanchor": "bottom", "xshift": -6, "yshift": 9, "text": state})
    if len(later):
        traces += _marks(later, states, look, longest)
    founders = list(dict.fromkeys(frame[frame["is_founder"]]["country"]))
    if founders:
        notes.append(_founders(frame, founders, look))
    entries = [("●", colour(s, look), f"Step towards: {in_text(s)}" if i == 0 else in_text(s)) for i, s in enumerate(ordered(list(later["status"]), ORDER))]
    entries += step_keys(later["step"], look)
    per_line = 2 if look.narrow else 8
    lines = -(-len(entries) // per_line)
    beneath = 100 if founders else 40
    return plot(
        traces,
        look,
        (64 if look.narrow else 46) * max(len(states), 1) + KEY_LINE * lines + beneath + 30,
        annotations=notes + ([key(entries, per_line)] if entries else []),
        xaxis={
            "range": [-longest * 0.03, longest * (1.34 if look.narrow else 1.14)],
            "title": {"text": "Years since the first step", "standoff": 4},
            "fixedrange": True,
            "visible": bool(states),
        },
        yaxis={
            "tickmode": "array",
            "tickvals": list(range(len(states))),
            "ticktext": states,
            "range": [max(len(states), 1) - 0.4, -0.8 if look.narrow else -0.6],
            "showgrid": False,
            "fixedrange": True,
            "tickfont": {"color": look.ink},
            "showticklabels": not look.narrow,
        },
        margin={"l": 8, "r": 8, "t": KEY_LINE * lines + 16, "b": beneath},
    )


def _marks(later: pd.DataFrame, states: list[str], look: Look, longest: float) -> list[dict[str, Any]]:
    vague = [UNCERTAIN.get(str(p), 0.0) for p in later["date_precision"]]
    inks = [colour(str(s), look) for s in later["status"]]
    x = [float(years) + width / 2 for years, width in zip(later["years_since_first"], vague, strict=True)]
    sides = apart(later["country"].tolist(), x, longest * (0.06 if look.narrow else 0.015))
    y = [states.index(state) + 0.12 * side for state, side in zip(later["country"], sides, strict=True)]
    lines = [
        {"type": "scatter", "mode": "lines", "x": [at - width / 2, at + width / 2], "y": [up, up], "line": {"color": ink, "width": 6}, "hoverinfo": "skip"}
        for at, up, width, ink in zip(x, y, vague, inks, strict=True)
        if width
    ]
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {
            "symbol": [step_shape(str(step)) for step in later["step"]],
            "size": [16 if last else 12 for last in later["is_last"]],
            "color": [look.paper if width else ink for ink, width in zip(inks, vague, strict=True)],
            "opacity": 1,
            "line": {"color": [ink if width else look.paper for ink, width in zip(inks, vague, strict=True)], "width": 1.6},
        },
        "customdata": later.index.tolist(),
        "text": [_hover(row) for row in each(later)],
        "hovertemplate": "%{text}<extra></extra>",
    }
    return [*lines, marks]


def _founders(frame: pd.DataFrame, founders: list[str], look: Look) -> dict[str, Any]:
    since = frame[frame["is_founder"]]["joined_on"].min()
    text = f"Founding members of {day(since)}, without a path of their own: {', '.join(founders)}."
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -46,
        "align": "left",
        "text": wrapped(text, 48 if look.narrow else 140),
        "font": {"color": look.quiet, "size": 13},
    }


def _hover(row: Any) -> str:
    when = f"{day(row.on_date, row.date_precision)}, {row.years_since_first:.1f} years after the first step"
    return f"<b>{row.country}</b>: {row.step} ({in_text(row.status)})<br>{when}"


def _totals(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[~frame["is_founder"]].drop_duplicates("country")


def describe(frame: pd.DataFrame) -> str:
    """Alt text: years of each member that joined later, and the founders."""
    later = _totals(frame)
    told = "; ".join(f"{row.country} {row.years_to_membership:.1f} years" for row in each(later)) or "none"
    founders = list(dict.fromkeys(frame[frame["is_founder"]]["country"]))
    return f"Years from first step to membership. Joined later: {told}. Founding members: {', '.join(founders) or 'none'}."


def finding(frame: pd.DataFrame) -> str:
    """Shortest and longest time of the members that joined later, with n."""
    years = _totals(frame)["years_to_membership"]
    if len(years) < 2:
        return ""
    low, high = f"{years.min():.1f}", f"{years.max():.1f}"
    span = low if low == high else f"{low} to {high}"
    return f"{span} years from first step to membership (n = {plural(len(years), 'states')} that joined later)"


FIGURE = Figure(
    name="path-to-membership",
    page="membership",
    measure="Years from first step to membership",
    query="membership/path",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="steps",
    method="Members only. The first step is the earliest recorded step of any kind towards any status; membership counts from the accession. "
    "Years are days divided by 365.25. "
    "A hollow mark on a line means that only the month or the year is known; the years are then counted from its first day. "
    "Founding members had no path of their own and are named, not measured. The choice of years leaves out members that joined outside it. "
    "Steps of states that are not members stand in the country ladder.",
    columns={
        "country": "State",
        "is_founder": "Founding member",
        "step": "Step",
        "status": "Status concerned",
        "on_date": "Date",
        "date_precision": "Date known to the",
        "years_since_first": "Years since first step",
        "years_to_membership": "Years to membership",
    },
    height=360,
    formats={"years_since_first": "%.2f", "years_to_membership": "%.2f"},
    empty="No state became a member in these years",
)
