"""Who stated the priorities, and what came of them."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, plot
from charts.look import HATCH, Look
from charts.marks import each
from charts.outcome_scale import by_outcome, key_lines
from charts.priorities.outcomes import share_key
from charts.words import plural, sentence_case, wrapped


def _people(frame: pd.DataFrame) -> list[Any]:
    return list({row.place: row for row in reversed(list(each(frame)))}.values())[::-1]


def _name(row: Any) -> str:
    return row.stated_by if row.n_actors == 1 else f"{row.n_actors} others"


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A bar of outcomes a person or body; frame as of `priorities_by_actor.sql`."""
    people = _people(frame)
    places = {row.place: i for i, row in enumerate(people)}
    top = max(row.n_all for row in people)
    traces = []
    for outcome, rows in by_outcome(frame).items():
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": sentence_case(outcome),
                "y": [places[row.place] for row in rows],
                "x": [row.n for row in rows],
                "width": 0.34 if look.narrow else 0.66,
                "text": [str(row.n) if row.n >= (0.06 if look.narrow else 0.025) * top else "" for row in rows],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "constraintext": "none",
                "textfont": {"color": look.on(look.outcomes[outcome]), "size": 13},
                "customdata": [row.Index for row in rows],
                "hovertext": [f"<b>{sentence_case(outcome)}: {row.n} of {row.n_all}</b><br>{wrapped(row.names, 60)}" for row in rows],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {
                    "color": look.outcomes[outcome],
                    "line": {"color": look.paper, "width": 1.5},
                    **({"pattern": {**HATCH, "fgcolor": look.paper, "solidity": 0.2}} if outcome == "no evidence found" else {}),
                },
            }
        )
    notes = [share_key(frame, look)]
    notes += [
        {"x": row.n_all, "y": places[row.place], "text": f"<b>{row.n_all}</b>", "xanchor": "left", "xshift": 5, "showarrow": False, "font": {"size": 14}}
        for row in people
    ]
    if look.narrow:
        notes += [
            {
                "xref": "paper",
                "x": 0,
                "y": places[row.place] - 0.2,
                "text": wrapped(_name(row), 48),
                "align": "left",
                "showarrow": False,
                "xanchor": "left",
                "yanchor": "bottom",
                "font": {"size": 12},
            }
            for row in people
        ]
    lines = key_lines(frame, look)
    return plot(
        traces,
        look,
        24 * lines + 40 + (66 if look.narrow else 40) * len(people),
        barmode="stack",
        annotations=notes,
        margin={"l": 8, "r": 30, "t": 24 * lines + (16 if look.narrow else 10), "b": 8},
        xaxis={"range": [0, top * 1.02], "showgrid": False, "showticklabels": False, "fixedrange": True},
        yaxis={
            "tickmode": "array",
            "tickvals": list(places.values()),
            "ticktext": [wrapped(_name(row), 44) for row in people],
            "range": [len(people) - 0.5, -0.85 if look.narrow else -0.5],
            "showticklabels": not look.narrow,
            "tickfont": {"color": look.ink, "size": 13},
            "showgrid": False,
            "fixedrange": True,
        },
    )


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the number of each person or body with its outcomes."""
    parts = []
    rows = list(each(frame))
    for row in _people(frame):
        outcomes = ", ".join(f"{part.outcome} {part.n}" for part in rows if part.place == row.place)
        parts.append(f"{_name(row)} {row.n_all} ({outcomes})")
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
    native=Native("stacked bar", category="stated_by", value="n", series="outcome", colours="outcomes"),
    height=520,
    empty="No priorities in the dataset for these filters",
)
