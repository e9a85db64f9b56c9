"""The marks of a lane as Plotly traces: points, spans, and unseen marks around thin spans."""

from typing import Any

from charts.look import Look
from charts.timeline.marks import UNIT, Mark
from charts.timeline.phrases import LANES, hover
from charts.timeline.slider import iso

Words = tuple[list[str], list[str]]
# For each lane and sort: marker, whether it is filled, the sign in the key, the words.
SORTS: dict[str, dict[str, tuple[str, bool, str, str]]] = {
    "meetings": {
        "summit": ("diamond", True, "◆", "heads of state"),
        "government": ("square", True, "■", "heads of government"),
        "other": ("circle", False, "○", "others"),
    },
    "documents": {"treaty": ("square", True, "■", "treaties"), "political": ("circle", False, "○", "political texts")},
    "events": {"held": ("circle", True, "●", "held"), "announced": ("circle", False, "○", "announced")},
    "membership_steps": {"effective": ("diamond", True, "◆", "status counts from here"), "path": ("diamond", False, "◇", "step on the path")},
    "priorities": {"aim": ("circle", True, "●", "goal, partnership, reform"), "proposal": ("square", False, "□", "proposal or plan")},
}
BROAD = {"diamond": 1.3}  # how much broader than its size Plotly draws a symbol
EASY = 12  # pixels; a narrower span gets an unseen mark around it, so that it can be hit


def lane_traces(lane: str, marks: list[Mark], foot: int, said: Words, look: Look) -> list[dict[str, Any]]:
    """Traces of the marks of a lane that stand on `foot`; said: title and kind of every row."""
    spans = [mark for mark in marks if mark.spans]
    made = [_spans(lane, spans, foot, said, look)] if spans else []
    if thin := [mark for mark in spans if mark.width < EASY]:
        made.append(_hits(lane, thin, foot, said))
    for sort in SORTS[lane]:
        points = [mark for mark in marks if mark.sort == sort and not mark.spans]
        if points:
            made.append(_points(lane, sort, points, foot, said, look))
    return made


def _points(lane: str, sort: str, marks: list[Mark], foot: int, said: Words, look: Look) -> dict[str, Any]:
    symbol, filled, _, _ = SORTS[lane][sort]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": f"{LANES[lane]}: {SORTS[lane][sort][3]}",
        "x": [iso(round(mark.middle)) for mark in marks],
        "y": [_height(mark, foot) for mark in marks],
        "customdata": [mark.rows for mark in marks],
        "text": [str(mark.n) if mark.n > 1 else "" for mark in marks],
        "textposition": "middle center",
        "textfont": {"size": 10.5, "color": look.on(look.accent) if filled else look.ink},
        "hovertext": [hover(lane, mark, *said) for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": symbol,
            "size": [round(mark.width / BROAD.get(symbol, 1.0), 1) for mark in marks],
            "color": look.accent if filled else look.paper,
            "line": {"color": look.paper if filled else look.accent, "width": 0.5 if filled else 1.5},
            "opacity": 1,
        },
    }


def _spans(lane: str, marks: list[Mark], foot: int, said: Words, look: Look) -> dict[str, Any]:
    solid = [mark.exact and SORTS[lane].get(mark.sort, ("", True))[1] for mark in marks]
    return {
        "type": "bar",
        "orientation": "h",
        "name": f"{LANES[lane]}: spans",
        "base": [iso(mark.first) for mark in marks],
        "x": [(mark.last - mark.first + 1) * 86_400_000 for mark in marks],
        "y": [_height(mark, foot) for mark in marks],
        "width": [round(mark.height / UNIT, 2) for mark in marks],
        "customdata": [mark.rows for mark in marks],
        "text": [str(mark.n) if mark.n > 1 else "" for mark in marks],
        "textposition": ["inside" if mark.width >= 18 else "outside" for mark in marks],
        "insidetextanchor": "middle",
        "constraintext": "none",
        "textangle": 0,
        "cliponaxis": True,
        "textfont": {"size": 10.5, "color": look.ink},
        "hovertext": [hover(lane, mark, *said) for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": [look.accent if full else look.paper for full in solid],
            "line": {"color": look.accent, "width": 1},
            "pattern": {
                "shape": ["" if mark.exact else "/" for mark in marks],
                "fgcolor": look.accent,
                "fgopacity": 0.35,
                "size": 5,
                "solidity": 0.25,
                "fillmode": "overlay",
            },
        },
    }


def _hits(lane: str, marks: list[Mark], foot: int, said: Words) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{LANES[lane]}: around spans",
        "x": [iso(round(mark.middle)) for mark in marks],
        "y": [_height(mark, foot) for mark in marks],
        "customdata": [mark.rows for mark in marks],
        "hovertext": [hover(lane, mark, *said) for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"size": EASY, "opacity": 0},
    }


def _height(mark: Mark, foot: int) -> float:
    return round(foot + mark.foot + (mark.height + 2) / 2 / UNIT, 2)
