"""Axes as plain dicts: rows with names, columns with names, years, dates, numbers, and axes nobody sees. None of them can be dragged."""

from collections.abc import Sequence
from typing import Any

from charts.look import Look

Axis = dict[str, Any]
ON_A_PHONE = 5  # days or years that are written under an axis there
# The axis of bars that are filled to 100 per cent.
PER_CENT: Axis = {
    "range": [0, 100.5],
    "tickvals": [0, 25, 50, 75, 100],
    "ticktext": ["0 %", "25 %", "50 %", "75 %", "100 %"],
    "showgrid": False,
    "fixedrange": True,
}


def hidden_axis(start: float, end: float, **more: Any) -> Axis:
    """An axis that only gives places."""
    return {"visible": False, "range": [start, end], "fixedrange": True, **more}


def row_axis(
    names: Sequence[str], look: Look, ends: tuple[float, float] | None = None, at: Sequence[float] | None = None, size: str = "label", **more: Any
) -> Axis:
    """Rows from top to bottom with their names beside them, at 0, 1, 2 … or at the given heights.

    ends: what is seen, bottom and top; half a row around all of them unless given.
    """
    return {**_named(names, look, size, at), "range": list(ends or (len(names) - 0.5, -0.5)), **more}


def column_axis(names: Sequence[str], look: Look, size: str = "label", ink: str = "", **more: Any) -> Axis:
    """Columns from left to right with their names above them, written upwards on a phone."""
    return {**_named(names, look, size, ink=ink), "range": [-0.5, len(names) - 0.5], "side": "top", "tickangle": -90 if look.narrow else 0, **more}


def _named(names: Sequence[str], look: Look, size: str, at: Sequence[float] | None = None, ink: str = "") -> Axis:
    font = {"color": ink or look.ink, "size": look.size(size)}
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names)) if at is None else at),
        "ticktext": list(names),
        "tickfont": font,
        "showgrid": False,
        "fixedrange": True,
    }


def name_axis(order: Sequence[str], look: Look, **more: Any) -> Axis:
    """An axis of names, in this order from bottom to top, for traces that give names as places."""
    return {"categoryorder": "array", "categoryarray": list(order), "tickfont": {"color": look.ink}, "fixedrange": True, **more}


def year_axis(first: int, last: int, step: int, **more: Any) -> Axis:
    """Whole years with a little room at both ends, one of every `step` written."""
    return {"range": [first - 0.6, last + 0.6], "tickformat": "d", "dtick": step, "fixedrange": True, **more}


def date_axis(look: Look, wide: int, **more: Any) -> Axis:
    """Days, with about so many of them written on a page and on a phone."""
    return {"type": "date", "nticks": ON_A_PHONE if look.narrow else wide, "fixedrange": True, **more}


def dated_years(look: Look, wide: int, days: float, **more: Any) -> Axis:
    """The same with years, each written once also where few are shown; days: from the first to the last shown."""
    most = ON_A_PHONE if look.narrow else wide
    return date_axis(look, wide, tickformat="%Y", **({"dtick": "M12"} if days / 365 <= most else {}), **more)


def number_axis(low: float, high: float, title: str = "", standoff: float | None = None, **more: Any) -> Axis:
    """Numbers from low to high, thousands apart as in words, and what they count; standoff: pixels between the numbers and these words."""
    said = {"title": {"text": title, **({} if standoff is None else {"standoff": standoff})}} if title else {}
    return {"range": [low, high], "fixedrange": True, "separatethousands": True, **said, **more}


def whole(top: float) -> dict[str, Any]:
    """For an axis of counts up to `top`: whole numbers only where Plotly would write halves."""
    return {"dtick": 1} if top <= 5 else {}


def panel(place: int) -> tuple[str, str, str]:
    """The axes of the panel at this place (from 0) as traces name them, and what their names in a layout end in: ("x2", "y2", "2")."""
    suffix = "" if place == 0 else str(place + 1)
    return f"x{suffix}", f"y{suffix}", suffix


def parts(n: int, gap: float) -> list[tuple[float, float]]:
    """Start and end of n equal parts of 0 to 1 with a gap between them."""
    size = (1 - gap * (n - 1)) / n
    return [(k * (size + gap), k * (size + gap) + size) for k in range(n)]
