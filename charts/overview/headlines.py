"""Five figures in large type, each with its definition."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.axes import hidden_axis
from charts.figure import Figure, Native, plot
from charts.look import Look
from charts.marks import each
from charts.notes import at_left
from charts.words import number, wrapped

FORM_LETTERS = 19  # letters a line where the letters are large


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Numbers side by side (one below the other when narrow); frame as of `headline_figures.sql`."""
    notes = [words for i, row in enumerate(each(frame)) for words in _headline(row, i / max(len(frame), 1), look)]
    return plot(
        [], look, 640 if look.narrow else 200, annotations=notes, xaxis=hidden_axis(0, 1), yaxis=hidden_axis(0, 1), margin={"l": 0, "r": 0, "t": 4, "b": 4}
    )


def _headline(row: Any, part: float, look: Look) -> list[dict[str, Any]]:
    """The number, its label and its definition: on a phone beside the number, else beneath it."""
    place = {"yref": "paper", "yanchor": "top", "x": 0.0 if look.narrow else part}
    y = 1 - part if look.narrow else 1.0
    beside, label, definition = (96, -4, -26) if look.narrow else (0, -62, -104 if look.form.width else -86)
    letters = 33 if look.narrow else FORM_LETTERS if look.form.width else 29
    return [
        at_left(look, f"<b>{number(row.value)}</b>", y, "large" if look.narrow else "largest", look.accent, **place),
        at_left(look, f"<b>{row.label if look.narrow or not look.form.width else wrapped(row.label, letters)}</b>", y, "heading" if look.narrow else "label", xshift=beside, yshift=label, **place),
        at_left(look, wrapped(row.definition, letters), y, "text", look.quiet, xshift=beside, yshift=definition, **place),
    ]


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
