"""Where two coders agreed and where they did not."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, plot
from charts.look import Look
from charts.marks import each
from charts.words import number, wrapped

CODERS = {"first": "first reading", "blind-1": "blind coder 1", "blind-2": "blind coder 2"}


def names(frame: pd.DataFrame) -> tuple[str, str]:
    """The two coders of the frame in words."""
    one, _, other = str(frame["coders"].iloc[0]).partition(" / ")
    return CODERS.get(one, one), CODERS.get(other, other)


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A grid of values: rows the one coder, columns the other; agreement on the diagonal, framed. Frame as of `coding_confusion.sql`."""
    values = list(dict.fromkeys(frame["one"]))
    most = max(int(frame[~frame["is_same"]]["n"].max()), 1)
    shapes, notes = [], []
    for row in each(frame):
        x, y, n = values.index(str(row.other)), values.index(str(row.one)), int(str(row.n))
        same = bool(row.is_same)
        strength = 0.0 if same else 0.15 + 0.7 * n / most if n else 0.0
        box = {"type": "rect", "x0": x - 0.47, "x1": x + 0.47, "y0": y - 0.45, "y1": y + 0.45, "layer": "below"}
        shapes.append({**box, "fillcolor": look.accent if strength else look.band if same else look.paper, "opacity": strength or 1, "line": {"width": 0}})
        ink = look.on(look.accent, strength) if strength else look.ink if same and n else look.quiet
        words = f"<b>{n}</b>" if same and n else str(n) if n else "·"
        notes.append({"x": x, "y": y, "text": words, "showarrow": False, "font": {"color": ink, "size": 13 if look.narrow else 15}})
    one, other = names(frame)
    ticks = {"tickmode": "array", "tickvals": list(range(len(values))), "tickfont": {"color": look.ink, "size": 13}}
    axis: dict[str, Any] = {**ticks, "showgrid": False, "fixedrange": True}
    across = [value if look.narrow else wrapped(value, 12) for value in values]
    return plot(
        [_hits(frame, values, (one, other))],
        look,
        (34 if look.narrow else 42) * len(values) + (210 if look.narrow else 110),
        shapes=shapes,
        annotations=notes,
        xaxis={**axis, "side": "top", "ticktext": across, "tickangle": -90 if look.narrow else 0, "range": [-0.5, len(values) - 0.5],
               "title": {"text": f"Across: {other}. Down: {one}.", "standoff": 10}},
        yaxis={**axis, "ticktext": [wrapped(value, 14 if look.narrow else 22) for value in values], "range": [len(values) - 0.5, -0.5]},
        margin={"l": 8, "r": 8, "t": 16, "b": 8},
    )


def _hits(frame: pd.DataFrame, values: list[str], coders: tuple[str, str]) -> dict[str, Any]:
    """Invisible squares that take the pointer."""
    one, other = (coder.capitalize() for coder in coders)
    texts = [f"<b>{row.n}</b><br>{one}: {row.one}<br>{other}: {row.other}" for row in each(frame)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [values.index(value) for value in frame["other"]],
        "y": [values.index(value) for value in frame["one"]],
        "marker": {"size": 26, "opacity": 0, "symbol": "square"},
        "customdata": frame.index.tolist(),
        "text": texts,
        "hovertemplate": "%{text}<extra></extra>",
    }


def _sums(frame: pd.DataFrame) -> tuple[int, int]:
    return int(frame[frame["is_same"]]["n"].sum()), int(frame["n"].sum())


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many agree, and the largest differences."""
    same, n = _sums(frame)
    one, other = names(frame)
    apart = frame[~frame["is_same"] & (frame["n"] > 0)].sort_values("n", ascending=False, kind="stable").head(3)
    largest = "; ".join(f"{row.n} times {row.one} by the {one} and {row.other} by the {other}" for row in each(apart))
    words = f"Grid of values given by the {one} and the {other}. The same value in {same} of {n} rows."
    return words + (f" Most frequent differences: {largest}." if largest else "")


def finding(frame: pd.DataFrame) -> str:
    """In how many rows the two coders gave the same value."""
    same, n = _sums(frame)
    one, other = names(frame)
    noun = {"priorities": "priorities", "documents": "documents"}.get(str(frame["record_table"].iloc[0]), "rows")
    return f"{one.capitalize()} and {other} gave the same {frame['variable'].iloc[0]} to {number(same)} of {number(n)} {noun}" if n else ""


FIGURE = Figure(
    name="coding-confusion",
    page="data",
    measure="Values given by two coders",
    query="dataset/confusion",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="rows",
    method="Each row that both coders coded stands in one cell: down, the value of the one coder; across, that of the other. "
    "Cells on the diagonal are agreement. The shade of the other cells grows with the number of rows. "
    "Values that neither coder used are left out. Choose a cell to see its rows.",
    columns={"one": "First named coder", "other": "Second named coder", "n": "Rows"},
    height=330,
)
