"""Bars as traces: lying or upright, plain or hatched, with numbers in them or at their ends."""

from collections.abc import Iterable, Sequence
from typing import Any

from charts.hover import hover
from charts.look import HATCH, Look

Trace = dict[str, Any]


def bars(
    x: Iterable[Any], y: Iterable[Any], rows: Iterable[Any], hovers: Iterable[str], marker: dict[str, Any], is_upright: bool = False, **more: Any
) -> Trace:
    """A bar a row, lying unless said otherwise; rows: positions in the frame, which a click gives back."""
    lie = {} if is_upright else {"orientation": "h"}
    return {"type": "bar", **lie, "x": list(x), "y": list(y), "customdata": list(rows), **hover(hovers), "marker": marker, **more}


def fill(colour: Any, edge: str | None = None, width: float = 1, hatch: dict[str, Any] | None = None) -> dict[str, Any]:
    """The colour of bars, their edge (none without a colour for it) and their hatching."""
    line = {"line": {"color": edge, "width": width}} if edge is not None else {}
    return {"color": colour, **line, **({"pattern": hatch} if hatch else {})}


def hatch(look: Look, **more: Any) -> dict[str, Any]:
    """Stripes of the ground over a fill, so that a bar differs by more than its colour."""
    return {**HATCH, "fgcolor": look.paper, **more}


def inside(look: Look, texts: Iterable[Any], colour: str | Sequence[str], size: str = "text") -> dict[str, Any]:
    """Words in the middle of bars; they are neither turned nor made smaller, so give "" where a bar has no room for them."""
    return {**_numbers(look, texts, colour, size), "textposition": "inside", "insidetextanchor": "middle"}


def outside(look: Look, texts: Iterable[Any], colour: str | Sequence[str], size: str = "note") -> dict[str, Any]:
    """Words at the end of bars, also where they run over the edge of the plot."""
    return {**_numbers(look, texts, colour, size), "textposition": "outside", "cliponaxis": False}


def where_room(n: int, length: float, room: float) -> str:
    """A number for the inside of a bar, "" where the bar is too short; room: the length that two digits take, of which one takes two thirds."""
    return str(n) if length >= room * (1 + len(str(n))) / 3 else ""


def _numbers(look: Look, texts: Iterable[Any], colour: str | Sequence[str], size: str) -> dict[str, Any]:
    return {"text": list(texts), "textangle": 0, "constraintext": "none", "textfont": {"color": colour, "size": look.size(size)}}
