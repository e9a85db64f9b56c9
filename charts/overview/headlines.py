"""Five figures in large type, each with its definition."""

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, plot
from charts.look import Look
from charts.marks import each
from charts.words import number, wrapped


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Numbers side by side (one below the other when narrow); frame as of `headline_figures.sql`."""
    n = max(len(frame), 1)
    notes = []
    for i, row in enumerate(each(frame)):
        x, y = (0.0, 1 - i / n) if look.narrow else (i / n, 1.0)
        place = {"xref": "paper", "yref": "paper", "x": x, "xanchor": "left", "yanchor": "top", "align": "left", "showarrow": False}
        beside = 96 if look.narrow else 0
        notes += [
            {**place, "y": y, "text": f"<b>{number(row.value)}</b>", "font": {"size": 40 if look.narrow else 46, "color": look.accent}},
            {
                **place,
                "y": y,
                "xshift": beside,
                "yshift": -4 if look.narrow else -62,
                "text": f"<b>{row.label}</b>",
                "font": {"size": 15 if look.narrow else 14, "color": look.ink},
            },
            {
                **place,
                "y": y,
                "xshift": beside,
                "yshift": -26 if look.narrow else -86,
                "text": wrapped(row.definition, 33 if look.narrow else 29),
                "font": {"size": 13, "color": look.quiet},
            },
        ]
    hidden = {"visible": False, "range": [0, 1], "fixedrange": True}
    return plot([], look, 640 if look.narrow else 200, annotations=notes, xaxis=hidden, yaxis=hidden, margin={"l": 0, "r": 0, "t": 4, "b": 4})


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every figure with its label."""
    return "Headline figures: " + "; ".join(f"{row.label}: {number(row.value)}" for row in each(frame)) + "."


FIGURE = Figure(
    name="headline-figures",
    page="overview",
    measure="In figures",
    query="overview/headlines",
    draw=draw,
    describe=describe,
    noun="records",
    method="Each number counts rows of the dataset; the definition under it says which. The rows are listed under Table and Sources.",
    columns={"label": "Figure", "value": "Value", "definition": "Definition"},
    native=Native("table"),
    height=200,
    clickable=False,
)
