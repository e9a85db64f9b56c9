"""The key figures of two chairmanships and their difference, as a drawn table."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, plot
from charts.look import Look
from charts.marks import each
from charts.words import number, wrapped
from queries.filters import with_dashes

NONE = "–"


def _cell(value: float | None, missing: str, signed: bool = False) -> str:
    if value is None or pd.isna(value):
        return missing
    return ("+" if signed and value > 0 else "−" if value < 0 else "") + number(abs(value))


def _cells(row: Any) -> tuple[str, str]:
    """Both values; what is missing says why, but for a second chairmanship that was not chosen."""
    return _cell(row.first_value, row.missing), _cell(row.second_value, row.missing if row.second_label else NONE)


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One line a figure with both values and the difference; frame as of `compared_key_figures.sql`."""
    first, second = (with_dashes(str(frame[c].iloc[0] or "–")) for c in ("first_label", "second_label"))
    columns = (
        [(0.0, "left"), (0.58, "right"), (0.84, "right"), (1.0, "right")] if look.narrow else [(0.0, "left"), (0.58, "right"), (0.82, "right"), (1.0, "right")]
    )
    notes, shapes = [], []

    def put(column: int, row: float, text: str, colour: str, size: int = 15) -> None:
        x, anchor = columns[column]
        notes.append(
            {
                "xref": "paper",
                "yref": "y",
                "x": x,
                "y": row,
                "xanchor": anchor,
                "align": anchor,
                "text": text,
                "showarrow": False,
                "font": {"color": colour, "size": size},
            }
        )

    for column, (name, colour) in enumerate(((first, look.first), (second, look.second)), start=1):
        put(column, -0.1, f"<b>{wrapped(name, 11 if look.narrow else 40)}</b>", colour, 12 if look.narrow else 13)
    put(3, -0.1, "Differ-<br>ence" if look.narrow else "Difference", look.quiet, 13)
    for i, row in enumerate(each(frame), start=1):
        shapes.append({"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": i - 0.5, "y1": i - 0.5, "line": {"color": look.grid, "width": 1}})
        put(0, i, wrapped(row.label, 18) if look.narrow else row.label, look.ink)
        for column, text in enumerate(_cells(row), start=1):
            put(column, i, wrapped(text, 8) if look.narrow else text, look.quiet if text in (row.missing, NONE) else look.ink)
        put(3, i, _cell(row.difference, NONE, signed=True), look.quiet)
    hidden = {"visible": False, "fixedrange": True}
    return plot(
        [],
        look,
        (52 if look.narrow else 42) * (len(frame) + 1) + 16,
        annotations=notes,
        shapes=shapes,
        xaxis={**hidden, "range": [0, 1]},
        yaxis={**hidden, "range": [len(frame) + 0.5, -0.6]},
        margin={"l": 0, "r": 2, "t": 4, "b": 4},
    )


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every line of the table."""
    head = f"{frame['first_label'].iloc[0]} against {frame['second_label'].iloc[0]}. "
    return head + "; ".join(f"{row.label}: {', '.join(_cells(row))}" for row in each(frame)) + "."


FIGURE = Figure(
    name="compared-key-figures",
    page="compare",
    measure="Key figures and their difference",
    query="compare/key_figures",
    draw=draw,
    describe=describe,
    noun="records",
    method="Counts of the rows of this dataset, whatever themes and years are chosen; the charts above can show fewer, for they leave out what is not dated. "
    "Where nothing was collected or coded, no number and no difference is given. "
    "A larger count can mean that more happened or that more was documented; the known gaps are listed with the coverage matrix.",
    columns={
        "label": "Figure",
        "first_label": "First",
        "first_value": "Value",
        "second_label": "Second",
        "second_value": "Value (second)",
        "difference": "Difference",
    },
    native=Native("table"),
    height=310,
    clickable=False,
)
