"""Country and year in the coding that data on memberships use."""

from typing import Any

import pandas as pd

from charts.axes import row_axis
from charts.figure import Figure, Plotted, plot
from charts.form import in_parts
from charts.keys import key
from charts.look import Look, ordered
from charts.membership.statuses import KEY_LINE, NONE, code, colour, name, order, shape, sign
from charts.points import marker, points
from charts.words import day, plural


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A grid of states by years: the code in each cell, shapes instead on a phone. Frame as of `country_year.sql`."""
    codes = dict(zip(frame["country"], frame["iso3"], strict=True))
    states = list(codes)
    statuses = _statuses(frame)
    legend = key([(sign(s) if look.narrow else "■" if s != NONE else "□", colour(s, look), f"{code(s)} {name(s)}") for s in statuses], look, 6)
    return plot(
        [_cells(frame[frame["status"] == status], status, states, look) for status in statuses],
        look,
        24 * len(states) + KEY_LINE * legend.lines + 52,
        annotations=[legend.note(look, yshift=34)],
        xaxis=_year_axis(int(frame["year"].min()), int(frame["year"].max())),
        yaxis=row_axis([*codes.values()] if look.narrow else states, look, (len(states) - 0.4, -0.6), ticklabelstandoff=6 if look.narrow else 0),
        margin={"t": KEY_LINE * legend.lines + 38},
    )


def _statuses(frame: pd.DataFrame) -> list[str]:
    return ordered(list(frame["status"]), (*order(), NONE))


def _year_axis(first: int, last: int) -> dict[str, Any]:
    every = 5 if last - first > 8 else 1
    ticks = [year for year in range(first, last + 1) if year % every == 0]
    written = {"tickvals": ticks, "ticktext": [str(year) for year in ticks]}
    return {**written, "side": "top", "range": [first - 0.6, last + 0.6], "showgrid": False, "fixedrange": True}


def _cells(part: pd.DataFrame, status: str, states: list[str], look: Look) -> dict[str, Any]:
    ink, held = colour(status, look), status != NONE
    form = marker("square", 20, ink if held else look.band, look.quiet, 0, opacity=1)
    if look.narrow:
        form = marker(shape(status), 8 if held else 3, ink if held else look.grid, look.quiet, 0 if held else 1, opacity=1)
    heights = {state: y for y, state in enumerate(states)}
    return points(
        part["year"],
        map(heights.__getitem__, part["country"]),
        part.index,
        _hovers(part, status),
        form,
        mode="markers" if look.narrow else "markers+text",
        text=list(map(str, part["code"])),
        textfont={"size": look.size("small"), "color": look.on(ink) if held else look.quiet},
        name=name(status),
    )


def _hovers(part: pd.DataFrame, status: str) -> list[str]:
    columns = (part[column].tolist() for column in ("country", "year", "code", "since", "since_precision"))
    label = name(status)
    if status == NONE:
        return [f"<b>{state}, {year}</b><br>Code {code}: {label}" for state, year, code, *_ in zip(*columns, strict=True)]
    return [f"<b>{state}, {year}</b><br>Code {code}: {label} since {day(since, precision)}" for state, year, code, since, precision in zip(*columns, strict=True)]


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the number of country-years by code, and the codes of the last year."""
    counts = frame["status"].value_counts()
    told = "; ".join(f"{name(status)} (code {code(status)}): {counts[status]}" for status in _statuses(frame))
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
    fit=in_parts(("country",), {"slide": 13, "square": 11}, "states"),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="steps",
    method="One row a state and year, for joining with other country-year data by code and year. "
    "Status on 31 December, in the coding common for memberships of international organisations: "
    "0 no membership, 1 full member, 2 associate, 3 observer. "
    "Only states that ever took a step are listed: every other state is 0 in all years. "
    "Changes within a year do not show: a status that began and ended in one year has no row of its own.",
    columns={"iso3": "Code of the state", "country": "State", "year": "Year", "code": "Code", "status": "Status on 31 December", "since": "Status held since", "since_precision": "Known to the"},
    formats={"year": "%d"},
    height=740,
    empty="No years with a recorded step",
)
