"""Who stated the priorities, and what came of them."""

from typing import Any

import pandas as pd

from charts.axes import number_axis, row_axis
from charts.bars import where_room
from charts.figure import Figure, Plotted, plot
from charts.form import in_parts
from charts.hover import card, long
from charts.look import Look
from charts.marks import each, grouped
from charts.notes import beside, row_name
from charts.outcome_scale import bar_key, outcome_bars
from charts.words import plural, sentence_case, wrapped

KEY_LINE = 24


def _people(frame: pd.DataFrame) -> list[Any]:
    """The first row of each person or body."""
    return [parts[0] for parts in grouped(each(frame), lambda row: row.place).values()]


def _name(row: Any) -> str:
    return row.stated_by if row.n_actors == 1 else f"{row.n_actors} others"


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A bar of outcomes a person or body; frame as of `priorities_by_actor.sql`."""
    people = _people(frame)
    places = {row.place: i for i, row in enumerate(people)}
    top = max(row.n_all for row in people)
    room = (0.06 if look.narrow else 0.03) * top  # for a number of two digits
    legend = bar_key(frame, look)
    totals = [beside(look, f"<b>{row.n_all}</b>", row.n_all, places[row.place], 5, "label") for row in people]
    names = [row_name(look, wrapped(_name(row), 48), places[row.place] - 0.2) for row in people] if look.narrow else []
    ends = len(people) - 0.5, -0.85 if look.narrow else -0.5
    return plot(
        outcome_bars(
            frame,
            look,
            at=lambda row: places[row.place],
            length=lambda row: row.n,
            words=lambda row: where_room(row.n, row.n, room),
            hover=lambda row: card(f"{sentence_case(row.outcome)}: {row.n} of {row.n_all}", long(row.names)),
            width=0.34 if look.narrow else 0.66,
        ),
        look,
        KEY_LINE * legend.lines + 40 + (66 if look.narrow else 40) * len(people),
        barmode="stack",
        annotations=[legend.note(look), *totals, *names],
        margin={"r": 30, "t": KEY_LINE * legend.lines + (16 if look.narrow else 10)},
        xaxis=number_axis(0, top * 1.02, showgrid=False, showticklabels=False),
        yaxis=row_axis([wrapped(_name(row), 44) for row in people], look, ends, size="text", showticklabels=not look.narrow),
    )


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the number of each person or body with its outcomes."""
    people = grouped(each(frame), lambda row: row.place).values()
    parts = [f"{_name(rows[0])} {rows[0].n_all} ({', '.join(f'{row.outcome} {row.n}' for row in rows)})" for rows in people]
    return "Bars of priorities by who stated them. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """Who stated most; none when the first place is shared."""
    people = _people(frame)
    if len(people) < 2 or people[0].n_all == people[1].n_all:
        return ""
    total = int(frame["n_priorities"].iloc[0])
    return f"{people[0].stated_by.split(', ')[0]} is named with {people[0].n_all} of {plural(total, 'priorities')}"


FIGURE = Figure(
    name="priorities-by-actor",
    page="priorities",
    measure="Priorities by who stated them",
    query="priorities/actors",
    fit=in_parts(("place",), {"slide": 7, "square": 5}, "persons or bodies"),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="The person or body named as the one who stated the priority in the sources. Where several are named, the priority counts once for each, "
    "so the bars add up to more than n. "
    "The ten named most often stand alone (of those named equally often, the first by name), all others together, each priority once. "
    "The number says who is quoted in the sources of this dataset, not who decided. "
    "Years are those of the statement; a priority without a date stays in.",
    columns={"stated_by": "Stated by", "n_actors": "Persons or bodies", "names": "Names", "outcome": "Outcome", "n": "Priorities", "n_all": "Of"},
    height=520,
    empty="No priorities",
)
