"""Everything with a date on lanes along one axis of time."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, plot
from charts.look import Look, ordered
from charts.timeline_bands import bands, name_height
from charts.timeline_marks import UNIT, Mark, days, gather, stack
from charts.timeline_slider import HEIGHT, iso, slider
from charts.timeline_words import LANES, describe, finding, hover
from charts.words import number

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
WIDE, NARROW = 790, 290  # pixels of axis to reckon with; more room only parts the marks
SPARE, FOOT = 4, 4  # units: above and under the marks of a lane


def draw(frame: pd.DataFrame, look: Look, backdrop: pd.DataFrame) -> go.Figure:
    """Lanes of marks over shaded chairmanships, with a range control except in print; frame as of `timeline.sql`, backdrop as of `timeline_terms.sql`."""
    first, last = days(frame["from_day"].iloc[:1])[0], days(frame["to_day"].iloc[:1])[0]
    pad = max((last - first) // 50, 2)
    scale = (NARROW if look.narrow else WIDE) / (last - first + 2 * pad)
    lanes = gather(frame, scale)
    heights = {lane: _room(lane, stack(lanes[lane], list(SORTS[lane]), scale), look) for lane in ordered(list(lanes), list(SORTS))}
    whole = sum(heights.values())
    said = (frame["title"].tolist(), frame["kind"].tolist())
    shapes, notes = bands(backdrop, first, last, scale, look)
    above = name_height(notes)
    traces: list[dict[str, Any]] = []
    top = whole
    for lane, height in heights.items():
        foot = top - height
        traces += _lane(lane, lanes[lane], foot + FOOT, said, look)
        notes.append(_name(lane, sum(mark.n for mark in lanes[lane]), top, look))
        shapes.append(_line(foot, look))
        top = foot
    axis: dict[str, Any] = {"type": "date", "range": [iso(first - pad), iso(last + pad)], "showgrid": False, "automargin": False}
    if look.name != "print":
        bars, axis["rangeslider"] = slider(days(frame["first_day"]), first - pad, last + pad, whole, look)
        traces.append(bars)
    return plot(
        traces,
        look,
        whole * UNIT + above + (28 if look.name == "print" else HEIGHT + 54),
        barmode="overlay",
        shapes=shapes,
        annotations=notes,
        hoverdistance=12,
        margin={"l": 6 if look.narrow else 176, "r": 6, "t": above, "b": 28 if look.name == "print" else 8},
        xaxis=axis,
        yaxis={"visible": False, "range": [0, whole], "fixedrange": True},
    )


def _room(lane: str, stacked: int, look: Look) -> int:
    """Height of a lane in units: its marks, and its name with the key above (phone) or beside them."""
    keys = len(SORTS[lane])
    return FOOT + SPARE + (stacked + 7 + 6 * keys if look.narrow else max(stacked, 6 * keys))


def _line(at: int, look: Look) -> dict[str, Any]:
    left = 0 if look.narrow else -0.2
    return {"type": "line", "xref": "paper", "x0": left, "x1": 1, "y0": at, "y1": at, "line": {"color": look.grid, "width": 1}, "layer": "below"}


def _lane(lane: str, marks: list[Mark], foot: int, said: Words, look: Look) -> list[dict[str, Any]]:
    spans = [mark for mark in marks if mark.spans]
    made = [_spans(lane, spans, foot, said, look)] if spans else []
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
            "size": [round(mark.width * (1.2 if symbol == "diamond" and mark.n > 1 else 1), 1) for mark in marks],
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


def _height(mark: Mark, foot: int) -> float:
    return round(foot + mark.foot + (mark.height + 2) / 2 / UNIT, 2)


def _key_lines(lane: str) -> list[str]:
    return [f"{sign} {words}" for _, _, sign, words in SORTS[lane].values()]


def _name(lane: str, n: int, top: int, look: Look) -> dict[str, Any]:
    keys = "<br>".join(f"<span style='font-size:12px;color:{look.quiet}'>{line}</span>" for line in _key_lines(lane))
    text = f"<b>{LANES[lane]}</b> {number(n)}<br>{keys}"
    where = {"x": 0, "xanchor": "left", "yshift": -1} if look.narrow else {"x": 0, "xanchor": "left", "xshift": -176, "yshift": -3}
    return {**where, "xref": "paper", "y": top, "yanchor": "top", "align": "left", "text": text, "showarrow": False, "font": {"size": 14, "color": look.ink}}


FIGURE = Figure(
    name="timeline",
    page="timeline",
    measure="Dated records on one axis of time",
    query="timeline",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="records",
    method="Meetings, documents and events stand on their day, membership steps on the day of the step, priorities on the day on which they were voiced. "
    "A date known to the month or year only is a hatched bar over the whole of it; what lasted long enough to be seen is a bar over its days. "
    "Records of one kind on one day share a mark with their number; where days are too close to be told apart, those of a month or quarter do. Marks are stacked for room; height has no meaning. "
    "Meetings and membership steps have no theme and are shown whatever theme is chosen. "
    "A membership step belongs to the chairmanship in whose days it falls, the day of the closing summit to the state that hands over. "
    ""
    "Events and priorities were collected for some chairmanships only: an empty lane does not mean that nothing happened.",
    columns={
        "first_day": "From",
        "last_day": "To",
        "date_precision": "Known to the",
        "lane_label": "Lane",
        "kind": "Kind",
        "title": "Title",
        "chairmanship": "Chairmanship",
    },
    backdrop="timeline_terms",
    height=620,
    empty="Nothing is dated within these filters",
)
