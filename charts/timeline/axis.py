"""Everything with a date on lanes along one axis of time."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, plot
from charts.look import Look, ordered
from charts.timeline.bands import bands, name_height
from charts.timeline.marks import UNIT, Mark, days, gather, stack
from charts.timeline.phrases import LANES, describe, finding, sparse
from charts.timeline.slider import HEIGHT, iso, slider
from charts.timeline.traces import BROAD, SORTS, lane_traces
from charts.words import number

WIDE, NARROW = 790, 290  # pixels of axis to reckon with; more room only parts the marks
EDGE = 16  # pixels left free at both ends, so that no mark is cut
SPARE, FOOT = 4, 4  # units: above and under the marks of a lane
BESIDE, YEARS = 176, 20  # pixels: beside the axis for the names of lanes, above it for the years
REMARK, SPACE = 5.5, 12  # pixels: a letter of the remark on an empty stretch, and what stays free beside it


def draw(frame: pd.DataFrame, look: Look, backdrop: pd.DataFrame) -> go.Figure:
    """Lanes of marks over shaded chairmanships, with a range control except in print; frame as of `timeline/axis.sql`, backdrop as of `timeline/terms.sql`."""
    first, last = days(frame["from_day"].iloc[:1])[0], days(frame["to_day"].iloc[:1])[0]
    room = NARROW if look.narrow else WIDE
    pad = max(round((last - first) * EDGE / (room - 2 * EDGE)), 2)
    scale = room / (last - first + 2 * pad)
    lanes = gather(frame, scale)
    heights = {
        lane: _room(lane, stack(lanes[lane], {sort: BROAD.get(form[0], 1.0) for sort, form in SORTS[lane].items()}, scale), look)
        for lane in ordered(list(lanes), list(SORTS))
    }
    whole = sum(heights.values())
    said = (frame["title"].tolist(), frame["kind"].tolist())
    shapes, notes, above = _above(backdrop, lanes, (first, last), scale, look)
    traces: list[dict[str, Any]] = []
    top = whole
    for lane, height in heights.items():
        foot = top - height
        traces += lane_traces(lane, lanes[lane], foot + FOOT, said, look)
        notes.append(_name(lane, sum(mark.n for mark in lanes[lane]), top, look))
        if remark := _empty(lane, lanes[lane], first, scale, foot, look):
            notes.append(remark)
        shapes.append(_line(foot, look))
        top = foot
    axes: dict[str, Any] = {"xaxis": {}}
    if look.name != "print":
        bars, axes = slider(days(frame["first_day"]), frame["n"].tolist(), first - pad, last + pad, whole * UNIT, look)
        traces.append(bars)
    axes["xaxis"] |= {"type": "date", "range": [iso(first - pad), iso(last + pad)], "showgrid": False, "automargin": False}
    return plot(
        traces,
        look,
        whole * UNIT + above + (28 if look.name == "print" else HEIGHT + 54),
        barmode="overlay",
        shapes=shapes,
        annotations=notes,
        hoverdistance=12,
        margin={"l": 6 if look.narrow else BESIDE, "r": 6, "t": above, "b": 28 if look.name == "print" else 8},
        hoverlabel={"align": "left"},
        yaxis={"visible": False, "range": [0, whole], "fixedrange": True},
        **axes,
    )


def _above(
    backdrop: pd.DataFrame, lanes: dict[str, list[Mark]], span: tuple[int, int], scale: float, look: Look
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Shaded terms, what is written above the plot (names of the terms, years, key), and the pixels that this takes."""
    years = _years(*span, look)
    lift = YEARS if years else 0
    shapes, names = bands(backdrop, *span, scale, look, lift)
    above = name_height(names) + lift
    key = _key([mark for marks in lanes.values() for mark in marks], above, look)
    if key:
        above = above + 22 if look.narrow else max(above, 48)
    return shapes, [*names, *years, *([key] if key else [])], above


def _years(first: int, last: int, look: Look) -> list[dict[str, Any]]:
    """Years above the plot, for the axis under it is below the first screen; none where the names of the terms say them."""
    start, end = (pd.Timestamp(day, unit="D").year for day in (first, last))
    span = end - start
    step = 0 if span < 3 else 1 if span < 9 else 10 if look.narrow else 5
    place = {"yref": "paper", "y": 1, "yanchor": "bottom", "xanchor": "center", "showarrow": False, "font": {"size": 13, "color": look.quiet}}
    return [{**place, "x": f"{year}-01-01", "text": str(year)} for year in range(start + 1, end + 1) if step and year % step == 0]


def _key(marks: list[Mark], above: int, look: Look) -> dict[str, Any] | None:
    """What hatching and numbers mean, as far as there are any."""
    words = ["▨ day not known"] if any(mark.spans and not mark.exact for mark in marks) else []
    words += ["number: records in one mark"] if any(mark.n > 1 for mark in marks) else []
    if not words:
        return None
    where = {"yshift": above} if look.narrow else {"xshift": -BESIDE, "yshift": 8}
    text = ("\u2003" if look.narrow else "<br>").join(words)
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom", "align": "left"}
    return {**place, **where, "text": text, "showarrow": False, "font": {"size": 12, "color": look.quiet}}


def _empty(lane: str, marks: list[Mark], first: int, scale: float, foot: int, look: Look) -> dict[str, Any] | None:
    """A remark where a lane is empty for long from the left: nothing is in the dataset there, which is not to say that nothing was."""
    start = min(mark.first for mark in marks)
    if start <= first or (start - first) * scale < len(text := sparse(first, start)) * REMARK + 2 * SPACE:
        return None
    place = {"x": iso((first + start) // 2), "y": foot + FOOT + 4, "xanchor": "center", "yanchor": "middle"}
    return {**place, "text": text, "showarrow": False, "font": {"size": 12, "color": look.quiet}}


def _room(lane: str, stacked: int, look: Look) -> int:
    """Height of a lane in units: its marks, and its name with the key above (phone) or beside them."""
    keys = len(SORTS[lane])
    return FOOT + SPARE + (stacked + 7 + 6 * keys if look.narrow else max(stacked, 6 * keys + 3))


def _line(at: int, look: Look) -> dict[str, Any]:
    """The line under a lane; the last one covers what the bars of the range control leave of themselves in the plot."""
    left = 0 if look.narrow else -0.2
    form = {"line": {"color": look.grid, "width": 1 if at else 2}, "layer": "below" if at else "above"}
    return {"type": "line", "xref": "paper", "x0": left, "x1": 1, "y0": at, "y1": at, **form}


def _key_lines(lane: str) -> list[str]:
    return [f"{sign} {words}" for _, _, sign, words in SORTS[lane].values()]


def _name(lane: str, n: int, top: int, look: Look) -> dict[str, Any]:
    keys = "<br>".join(f"<span style='font-size:12px;color:{look.quiet}'>{line}</span>" for line in _key_lines(lane))
    text = f"<b>{LANES[lane]}</b> {number(n)}<br>{keys}"
    where = {"x": 0, "xanchor": "left", "yshift": -1} if look.narrow else {"x": 0, "xanchor": "left", "xshift": -BESIDE, "yshift": -3}
    return {**where, "xref": "paper", "y": top, "yanchor": "top", "align": "left", "text": text, "showarrow": False, "font": {"size": 14, "color": look.ink}}


FIGURE = Figure(
    name="timeline",
    page="timeline",
    measure="Dated records on one axis of time",
    query="timeline/axis",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="records",
    method="Meetings, documents and events stand on their day, membership steps on the day of the step, priorities on the day on which they were voiced. "
    "A date known to the month or year only is a hatched bar over the whole of it; what lasted long enough to be seen is a bar over its days. "
    "Records of one kind on one day share a mark with their number; where days are too close to be told apart, those of a month or quarter do. Marks are stacked for room; height has no meaning. "
    "Of more than 5,000 records, the rows themselves are gathered so, by lane, sort and precision of the date; the list below and the sheet of records hold each. "
    "Meetings and membership steps have no theme and are shown whatever theme is chosen. "
    "With chairmanships chosen, the axis runs over their terms and all their records. "
    "A membership step belongs to the chairmanship in whose days it falls, the day of the closing summit to the state that hands over. "
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
    backdrop="timeline/terms",
    height=620,
    empty="Nothing is dated within these filters",
)
