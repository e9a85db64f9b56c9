"""Everything with a date on lanes along one axis of time."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.axes import hidden_axis
from charts.figure import Figure, plot
from charts.look import Look, ordered
from charts.notes import above, at_left, note, sized
from charts.shapes import rule
from charts.timeline.bands import bands, name_height
from charts.timeline.marks import UNIT, Mark, days, gather, stack
from charts.timeline.phrases import LANES, describe, finding, sparse
from charts.timeline.slider import HEIGHT, iso, slider
from charts.timeline.traces import BROAD, SORTS, lane_traces
from charts.words import number

WIDE, NARROW = 790, 290  # pixels of axis to reckon with; more room only parts the marks
EDGE = 16  # pixels left free at both ends, so that no mark is cut
SPARE, FOOT = 4, 4  # units: above and under the marks of a lane
BESIDE, YEARS, AXIS = 176, 20, 28  # pixels: beside the plot for the names of lanes, above it for the years, under it for the axis
REMARK, SPACE = 5.5, 12  # pixels: a letter of the remark on an empty stretch, and what stays free beside it


def draw(frame: pd.DataFrame, look: Look, backdrop: pd.DataFrame) -> go.Figure:
    """Lanes of marks over shaded chairmanships, with a range control except in print; frame as of `timeline.sql`, backdrop as of `timeline_terms.sql`."""
    first, last = days(frame["from_day"].iloc[:1])[0], days(frame["to_day"].iloc[:1])[0]
    width = NARROW if look.narrow else WIDE
    pad = max(round((last - first) * EDGE / (width - 2 * EDGE)), 2)
    scale = width / (last - first + 2 * pad)
    lanes = gather(frame, scale)
    heights = {lane: _room(lane, _stacked(lane, lanes[lane], scale), look) for lane in ordered(list(lanes), list(SORTS))}
    whole = sum(heights.values())
    said = (frame["title"].tolist(), frame["kind"].tolist())
    shapes, notes, room = _above(backdrop, lanes, (first, last), scale, look)
    traces: list[dict[str, Any]] = []
    top = whole
    for lane, height in heights.items():
        foot = top - height
        traces += lane_traces(lane, lanes[lane], foot + FOOT, said, look)
        notes += [_name(lane, sum(mark.n for mark in lanes[lane]), top, look), *_empty(lane, lanes[lane], first, scale, foot, look)]
        shapes.append(_line(foot, look))
        top = foot
    is_print = look.name == "print"
    bars, axes = ([], {"xaxis": {}}) if is_print else slider(days(frame["first_day"]), first - pad, last + pad, whole * UNIT, look)
    axes["xaxis"] |= {"type": "date", "range": [iso(first - pad), iso(last + pad)], "showgrid": False, "automargin": False}
    return plot(
        [*traces, *bars],
        look,
        whole * UNIT + room + (AXIS if is_print else HEIGHT + 54),
        barmode="overlay",
        shapes=shapes,
        annotations=notes,
        hoverdistance=12,
        margin={"l": 6 if look.narrow else BESIDE, "r": 6, "t": room, "b": AXIS if is_print else 8},
        hoverlabel={"align": "left"},
        yaxis=hidden_axis(0, whole),
        **axes,
    )


def _stacked(lane: str, marks: list[Mark], scale: float) -> int:
    """Stacks the marks of a lane; gives the units they take."""
    return stack(marks, {sort: BROAD.get(form[0], 1.0) for sort, form in SORTS[lane].items()}, scale)


def _above(
    backdrop: pd.DataFrame, lanes: dict[str, list[Mark]], span: tuple[int, int], scale: float, look: Look
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Shaded terms, what is written above the plot (names of the terms, years, key), and the pixels that this takes."""
    years = _years(*span, look)
    lift = YEARS if years else 0
    shapes, names = bands(backdrop, *span, scale, look, lift)
    room = name_height(names) + lift
    key = _key([mark for marks in lanes.values() for mark in marks], room, look)
    if key:
        room = room + 22 if look.narrow else max(room, 48)
    return shapes, [*names, *years, *([key] if key else [])], room


def _years(first: int, last: int, look: Look) -> list[dict[str, Any]]:
    """Years above the plot, for the axis under it is below the first screen; none where the names of the terms say them."""
    start, end = (pd.Timestamp(day, unit="D").year for day in (first, last))
    span = end - start
    step = 0 if span < 3 else 1 if span < 9 else 10 if look.narrow else 5
    years = [year for year in range(start + 1, end + 1) if step and year % step == 0]
    return [above(look, str(year), f"{year}-01-01", "text", look.quiet, xanchor="center") for year in years]


def _key(marks: list[Mark], room: int, look: Look) -> dict[str, Any] | None:
    """What hatching and numbers mean, as far as there are any; room: pixels above the plot that are taken."""
    words = ["▨ day not known"] if any(mark.spans and not mark.exact for mark in marks) else []
    words += ["number: records in one mark"] if any(mark.n > 1 for mark in marks) else []
    if not words:
        return None
    where = {"yshift": room} if look.narrow else {"xshift": -BESIDE, "yshift": 8}
    text = ("\u2003" if look.narrow else "<br>").join(words)
    return at_left(look, text, 1, "note", look.quiet, yref="paper", yanchor="bottom", **where)


def _empty(lane: str, marks: list[Mark], first: int, scale: float, foot: int, look: Look) -> list[dict[str, Any]]:
    """A remark where a lane is empty for long from the left: nothing is in the dataset there, which is not to say that nothing was."""
    start = min(mark.first for mark in marks)
    if start <= first or (start - first) * scale < len(text := sparse(first, start)) * REMARK + 2 * SPACE:
        return []
    return [note(look, text, iso((first + start) // 2), foot + FOOT + 4, "note", look.quiet, xanchor="center", yanchor="middle")]


def _room(lane: str, stacked: int, look: Look) -> int:
    """Height of a lane in units: its marks, and its name with the key above (phone) or beside them."""
    keys = len(SORTS[lane])
    return FOOT + SPARE + (stacked + 7 + 6 * keys if look.narrow else max(stacked, 6 * keys + 3))


def _line(at: int, look: Look) -> dict[str, Any]:
    """The line under a lane; the last one covers what the bars of the range control leave of themselves in the plot."""
    return rule(0 if look.narrow else -0.2, 1, at, at, look.grid, 1 if at else 2, xref="paper") | {"layer": "below" if at else "above"}


def _name(lane: str, n: int, top: int, look: Look) -> dict[str, Any]:
    """The lane with its number and its key."""
    keys = [sized(look, f"{sign} {words}", "note", look.quiet) for _, _, sign, words in SORTS[lane].values()]
    where = {"yshift": -1} if look.narrow else {"xshift": -BESIDE, "yshift": -3}
    return at_left(look, "<br>".join([f"<b>{LANES[lane]}</b> {number(n)}", *keys]), top, yanchor="top", **where)


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
