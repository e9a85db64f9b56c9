"""The key figures of two chairmanships and their difference, as a drawn table."""

from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.figure import Figure, Plotted, plot
from charts.look import Look
from charts.marks import each
from charts.notes import note
from charts.shapes import level
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


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """One line a figure with both values and the difference; frame as of `compared_key_figures.sql`."""
    lines = list(enumerate(each(frame), start=1))
    return plot(
        [],
        look,
        (52 if look.narrow else 42) * (len(frame) + 1) + 16,
        annotations=[*_head(frame, look), *(words for i, row in lines for words in _line(row, i, look))],
        shapes=[level(i - 0.5, look.grid) for i, _ in lines],
        xaxis=hidden_axis(0, 1),
        yaxis=hidden_axis(len(frame) + 0.5, -0.6),
        margin={"l": 0, "r": 2, "t": 4, "b": 4},
    )


def _head(frame: pd.DataFrame, look: Look) -> list[dict[str, Any]]:
    first, second = (f"<b>{wrapped(with_dashes(str(frame[c].iloc[0] or NONE)), 11 if look.narrow else 40)}</b>" for c in ("first_label", "second_label"))
    size = "note" if look.narrow else "text"
    difference = _put(look, 3, -0.1, "Differ-<br>ence" if look.narrow else "Difference", look.quiet, "text")
    return [_put(look, 1, -0.1, first, look.first, size), _put(look, 2, -0.1, second, look.second, size), difference]


def _line(row: Any, y: int, look: Look) -> list[dict[str, Any]]:
    label = wrapped(row.label, 18) if look.narrow else row.label
    values = [(text, look.quiet if text in (row.missing, NONE) else look.ink) for text in _cells(row)]
    middle = [_put(look, k, y, wrapped(text, 8) if look.narrow else text, ink) for k, (text, ink) in enumerate(values, start=1)]
    return [_put(look, 0, y, label, look.ink), *middle, _put(look, 3, y, _cell(row.difference, NONE, signed=True), look.quiet)]


def _put(look: Look, column: int, y: float, text: str, ink: str, size: str = "heading") -> dict[str, Any]:
    x = (0.0, 0.58, 0.84 if look.narrow else 0.82, 1.0)[column]
    side = "right" if column else "left"
    return note(look, text, x, y, size, ink, xref="paper", xanchor=side, align=side)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every line of the table."""
    sides = [frame[f"{side}_label"].iloc[0] for side in ("first", "second")]
    head = f"{' against '.join(side for side in sides if isinstance(side, str))}. "
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
    "Where nothing was collected or coded, no number and no difference is given; no difference of priorities either where one list of them is deeper than the other, "
    "and none at all while one of the two terms is open. "
    "A larger count can mean that more happened or that more was documented; the known gaps are listed with the coverage matrix.",
    columns={
        "label": "Figure",
        "first_label": "First",
        "first_value": "Value",
        "second_label": "Second",
        "second_value": "Value (second)",
        "difference": "Difference",
    },
    height=310,
    clickable=False,
)
