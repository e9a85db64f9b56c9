"""Words written into a chart: beside a mark, at the left edge of a row, above the plot."""

from typing import Any

from charts.look import Look

SHIFTS = ("xshift", "yshift")


def note(look: Look, text: str, x: Any, y: Any, size: str = "label", ink: str = "", **place: Any) -> dict[str, Any]:
    """Words at a place of the plot, in the ink of the look or another colour.

    size: a use of letters (`Look.size`); place: properties of a Plotly annotation; shifts are pixels at scale 1.
    """
    scaled = {name: look.px(value) if name in SHIFTS else value for name, value in place.items()}
    return {"x": x, "y": y, "text": text, "showarrow": False, "font": {"size": look.size(size), "color": ink or look.ink}, **scaled}


def beside(look: Look, text: str, x: Any, y: Any, gap: float, size: str = "text", ink: str = "", **place: Any) -> dict[str, Any]:
    """Words to the right of a mark, or to the left of it where the gap (pixels) is negative."""
    anchor = "right" if gap < 0 else "left"
    return note(look, text, x, y, size, ink, xanchor=anchor, xshift=gap, align=anchor, **place)


def at_left(look: Look, text: str, y: Any, size: str = "label", ink: str = "", x: float = 0, **place: Any) -> dict[str, Any]:
    """Words that begin at the left edge of the plot (or at x, 0 to 1, of its width), at a height of its axis, or of the paper with `yref`."""
    return note(look, text, x, y, size, ink, **{"xref": "paper", "xanchor": "left", "align": "left", **place})


def row_name(look: Look, text: str, y: float, size: str = "note", **place: Any) -> dict[str, Any]:
    """The name of a row above its marks, where a narrow page has no room beside them."""
    return at_left(look, text, y, size, yanchor="bottom", **place)


def above(look: Look, text: str, x: Any, size: str = "note", ink: str = "", **place: Any) -> dict[str, Any]:
    """Words on the upper edge of the plot, over a place of its horizontal axis."""
    return note(look, text, x, 1, size, ink, **{"yref": "paper", "yanchor": "bottom", **place})


def coloured(text: str, colour: str) -> str:
    """Words in a colour of their own within others."""
    return f"<span style='color:{colour}'>{text}</span>"


def sized(look: Look, text: str, size: str, colour: str = "") -> str:
    """Words of another size (and colour) within others."""
    ink = f";color:{colour}" if colour else ""
    return f"<span style='font-size:{look.size(size):g}px{ink}'>{text}</span>"
