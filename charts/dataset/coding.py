"""Where two coders agreed and where they did not."""

from typing import Any

import pandas as pd

from charts.axes import column_axis, row_axis
from charts.figure import Figure, Plotted, plot
from charts.hover import card
from charts.look import Look
from charts.marks import each
from charts.notes import note
from charts.points import hits
from charts.shapes import cell
from charts.words import number, plural, wrapped

CODERS = {"first": "first reading", "blind-1": "blind coder 1", "blind-2": "blind coder 2", "blind-3": "blind coder 3"}
HALF = (0.47, 0.45)
MOST_BESIDE = 7  # columns of a slide whose names stand side by side
SHADES = "Bold: the same value.", "Stronger colour: more rows differ."  # true on light ground and on dark


def names(frame: pd.DataFrame) -> tuple[str, str]:
    """The two coders of the frame in words."""
    one, _, other = str(frame["coders"].iloc[0]).partition(" / ")
    return CODERS.get(one, one), CODERS.get(other, other)


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A grid of values: rows the one coder, columns the other; agreement on the diagonal, framed. Frame as of `coding_confusion.sql`."""
    values = list(dict.fromkeys(frame["one"]))
    places = [(values.index(row.other), values.index(row.one)) for row in each(frame)]
    most = max(int(frame[~frame["is_same"]]["n"].max()), 1)
    cells = [_cell(row, x, y, most, look) for row, (x, y) in zip(each(frame), places, strict=True)]
    one, other = names(frame)
    # On a slide the names of many columns have no room side by side.
    is_upright = look.narrow or bool(look.form.width) and len(values) > MOST_BESIDE
    across = values if is_upright else [wrapped(value, 12) for value in values]
    hovers = (card(str(row.n), f"{one.capitalize()}: {row.one}", f"{other.capitalize()}: {row.other}") for row in each(frame))
    apart = "<br>" if look.narrow else " "
    return plot(
        [hits((x for x, _ in places), (y for _, y in places), frame.index, hovers, 26)],
        look,
        (34 if look.narrow else 42) * len(values) + (228 if look.narrow else 110),
        shapes=[shade for shade, _ in cells],
        annotations=[words for _, words in cells],
        xaxis=column_axis(across, look, "text", title={"text": f"Across: {other}.{apart}Down: {one}.<br>{apart.join(SHADES)}", "standoff": 10}, tickangle=-90 if is_upright else 0),
        yaxis=row_axis([wrapped(value, 14 if look.narrow else 22) for value in values], look, size="text"),
        margin={"t": 16},
    )


def _cell(row: Any, x: int, y: int, most: int, look: Look) -> tuple[dict[str, Any], dict[str, Any]]:
    """Shade and number: agreement bold on a quiet ground, differences shaded by their number."""
    if row.is_same:
        words, ink = (f"<b>{row.n}</b>", look.ink) if row.n else ("·", look.quiet)
        return cell(x, y, HALF, look.band), _words(words, x, y, ink, look)
    if not row.n:
        return cell(x, y, HALF, look.paper), _words("·", x, y, look.quiet, look)
    strength = 0.15 + 0.7 * row.n / most
    return cell(x, y, HALF, look.accent, strength), _words(str(row.n), x, y, look.on(look.accent, strength), look)


def _words(text: str, x: int, y: int, ink: str, look: Look) -> dict[str, Any]:
    return note(look, text, x, y, "text" if look.narrow else "heading", ink)


def _sums(frame: pd.DataFrame) -> tuple[int, int]:
    return int(frame[frame["is_same"]]["n"].sum()), int(frame["n"].sum())


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many agree, and the largest differences."""
    same, n = _sums(frame)
    one, other = names(frame)
    apart = frame[~frame["is_same"] & (frame["n"] > 0)].sort_values("n", ascending=False, kind="stable").head(3)
    largest = "; ".join(f"{'once' if row.n == 1 else f'{row.n} times'} {row.one} by the {one} and {row.other} by the {other}" for row in each(apart))
    words = f"Grid of values given by the {one} and the {other}. The same value in {same} of {plural(n, 'rows')}."
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
