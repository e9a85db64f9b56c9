"""Shapes behind the marks: boxes, cells, bands over the whole height, rules, ribbons."""

from collections.abc import Sequence
from typing import Any

Shape = dict[str, Any]
Ends = tuple[float, float]
CLEAR = "rgba(0,0,0,0)"


def box(x0: Any, x1: Any, y0: Any, y1: Any, colour: str, strength: float = 1, edge: str | None = None, width: float = 1, **more: Any) -> Shape:
    """A filled box; strength 0 to 1; an edge where a colour for it is given."""
    line = {"width": width, "color": edge} if edge else {"width": 0}
    return {"type": "rect", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "fillcolor": colour, "opacity": strength, "line": line, "layer": "below", **more}


def cell(x: float, y: float, half: Ends, colour: str, strength: float = 1, **more: Any) -> Shape:
    """A box around a place, so far to both sides across and up."""
    return box(x - half[0], x + half[0], y - half[1], y + half[1], colour, strength, **more)


def band(start: str, end: str, colour: str, strength: float) -> Shape:
    """Days (as Plotly takes them) shaded over the whole height, such as the term of a chairmanship."""
    return box(start, end, 0, 1, colour, strength, xref="x", yref="paper")


def rule(x0: Any, x1: Any, y0: Any, y1: Any, colour: str, width: float = 1, dash: str = "solid", **more: Any) -> Shape:
    """A straight line."""
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": {"color": colour, "width": width, "dash": dash}, "layer": "below", **more}


def level(y: float, colour: str, **more: Any) -> Shape:
    """A rule over the whole width at a height."""
    return rule(0, 1, y, y, colour, xref="paper", **more)


def upright(x: Any, colour: str, **more: Any) -> Shape:
    """A rule over the whole height at a place across."""
    return rule(x, x, 0, 1, colour, yref="paper", **more)


def ribbon(across: Ends, left: Ends, right: Ends, colour: str, strength: float) -> Shape:
    """A curved band from a span of heights on the left to one on the right."""
    (x0, x1), (top0, foot0), (top1, foot1) = across, left, right
    middle = (x0 + x1) / 2
    upper = f"M {x0:.4f} {top0:.2f} C {middle:.4f} {top0:.2f} {middle:.4f} {top1:.2f} {x1:.4f} {top1:.2f}"
    lower = f"L {x1:.4f} {foot1:.2f} C {middle:.4f} {foot1:.2f} {middle:.4f} {foot0:.2f} {x0:.4f} {foot0:.2f} Z"
    return {"type": "path", "path": f"{upper} {lower}", "fillcolor": colour, "opacity": strength, "line": {"width": 0}, "layer": "below"}


def cells(places: Sequence[tuple[float, float]], half: Ends, colour: str, strength: float) -> Shape:
    """Cells of one shade as one path: a shape a cell takes as long to draw as the rest of a page."""
    path = "".join(f"M{x - half[0]},{y - half[1]}H{x + half[0]}V{y + half[1]}H{x - half[0]}Z" for x, y in places)
    return {"type": "path", "path": path or "M0,0Z", "layer": "below", "fillcolor": colour, "opacity": strength, "line": {"width": 0}}
