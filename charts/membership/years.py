"""Country and year in the coding that data on memberships use."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, key, plot
from charts.look import Look, ordered
from charts.membership.statuses import KEY_LINE, NONE, ORDER, SHAPES, colour, name
from charts.words import day, plural

CODES = {"member": 1, "dialogue partner": 2, "sco partner": 2, "observer": 3, "shanghai five": 0, NONE: 0}


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A grid of states by years: the code in each cell, shapes instead on a phone. Frame as of `country_year.sql`."""
    states = list(dict.fromkeys(frame["country"]))
    rows = {state: i for i, state in enumerate(states)}
    statuses = ordered(list(frame["status"]), (*ORDER, NONE))
    traces = [_cells(frame[frame["status"] == status], status, rows, look) for status in statuses]
    signs = {"member": "●", "observer": "■", "dialogue partner": "◆", "sco partner": "▲", "shanghai five": "✕", NONE: "–"}
    entries = [(signs.get(s, "■") if look.narrow else "■", colour(s, look), f"{CODES.get(s, 0)} {name(s)}") for s in statuses]
    per_line = 2 if look.narrow else 6
    lines = -(-len(entries) // per_line)
    first, last = int(frame["year"].min()), int(frame["year"].max())
    every = 5 if last - first > 8 else 1
    ticks = [year for year in range(first, last + 1) if year % every == 0]
    return plot(
        traces,
        look,
        24 * len(states) + KEY_LINE * lines + 52,
        annotations=[key(entries, per_line) | {"yshift": 34}],
        xaxis={
            "side": "top",
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": [str(year) for year in ticks],
            "range": [first - 0.6, last + 0.6],
            "showgrid": False,
            "fixedrange": True,
        },
        yaxis={
            "tickmode": "array",
            "tickvals": list(rows.values()),
            "ticktext": [_short(s, frame) for s in states] if look.narrow else states,
            "range": [len(states) - 0.4, -0.6],
            "showgrid": False,
            "fixedrange": True,
            "tickfont": {"color": look.ink},
            "ticklabelstandoff": 6 if look.narrow else 0,
        },
        margin={"l": 8, "r": 8, "t": KEY_LINE * lines + 38, "b": 8},
    )


def _short(state: str, frame: pd.DataFrame) -> str:
    return str(frame["iso3"].iloc[frame["country"].tolist().index(state)])


def _cells(part: pd.DataFrame, status: str, rows: dict[str, int], look: Look) -> dict[str, Any]:
    held = status != NONE
    ink = colour(status, look)
    shape = SHAPES.get(status, "square") if look.narrow else "square"
    return {
        "type": "scatter",
        "mode": "markers" if look.narrow else "markers+text",
        "name": name(status),
        "x": part["year"].tolist(),
        "y": [rows[state] for state in part["country"]],
        "marker": {
            "size": (8 if held else 3) if look.narrow else 20,
            "symbol": shape,
            "color": ink if held else (look.grid if look.narrow else look.band),
            "opacity": 1,
            "line": {"width": 1 if not held and look.narrow else 0, "color": look.quiet},
        },
        "text": [str(code) for code in part["code"]],
        "textfont": {"size": 11, "color": look.on(ink) if held else look.quiet},
        "customdata": part.index.tolist(),
        "hovertext": _hovers(part, status),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _hovers(part: pd.DataFrame, status: str) -> list[str]:
    columns = (part[column].tolist() for column in ("country", "year", "code", "since"))
    label = name(status)
    if status == NONE:
        return [f"<b>{state}, {year}</b><br>Code {code}: {label}" for state, year, code, _ in zip(*columns, strict=True)]
    since = {from_day: f" since {day(from_day)}" for from_day in part["since"].unique()}
    return [f"<b>{state}, {year}</b><br>Code {code}: {label}{since[from_day]}" for state, year, code, from_day in zip(*columns, strict=True)]


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the number of country-years by code, and the codes of the last year."""
    counts = frame["status"].value_counts()
    told = "; ".join(f"{name(status)} (code {CODES.get(status, 0)}): {counts[status]}" for status in ordered(list(frame["status"]), (*ORDER, NONE)))
    return f"Grid of {plural(int(frame['country'].nunique()), 'states')} by year, {frame['year'].min()} to {frame['year'].max()}, {len(frame)} cells. {told}."


def finding(frame: pd.DataFrame) -> str:
    """How many country-years are coded and how many of them are memberships."""
    members = int((frame["code"] == 1).sum())
    return f"{len(frame)} country-years, {members} of them with full membership on 31 December"


FIGURE = Figure(
    name="country-year",
    page="membership",
    measure="Status of each state on 31 December of each year",
    query="membership/years",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="steps",
    method="One row a state and year, for joining with other country-year data by code and year. "
    "Status on 31 December, in the coding common for memberships of international organisations: "
    "0 no membership, 1 full member, 2 associate, 3 observer. "
    "The organisation knows no associate members. Code 2 stands here for dialogue partners and, "
    "since the categories were merged in 2025, for SCO partners, which include the former observers. "
    "Whoever needs associates in the strict sense recodes 2 to 0; the column status keeps the two apart. "
    "The Shanghai Five is coded 0, because the organisation did not exist yet; the column status names it. "
    "Only states that ever took a step are listed: every other state is 0 in all years. "
    "Changes within a year do not show: a status that began and ended in one year has no row of its own.",
    columns={"iso3": "Code of the state", "country": "State", "year": "Year", "code": "Code", "status": "Status on 31 December", "since": "Status held since"},
    formats={"year": "%d"},
    height=740,
    empty="No years with a recorded step in this choice",
)
