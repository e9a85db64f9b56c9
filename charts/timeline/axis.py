"""Everything with a date on lanes along one axis of time."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.figure import Figure, Plotted, plot
from charts.form import Form, Part, in_parts
from charts.look import Look, ordered
from charts.timeline.around import AXIS, BESIDE, FOOT, SPARE, above_lanes, foot_line, lane_name, remark
from charts.timeline.marks import UNIT, Mark, days, gather, stack
from charts.timeline.phrases import counted_once, describe, finding
from charts.timeline.slider import HEIGHT, iso, slider
from charts.timeline.summits import name_summits
from charts.timeline.traces import BROAD, SORTS, lane_traces, sorts

WIDE, NARROW = 790, 290  # pixels of axis to reckon with; more room only parts the marks
DATE = 72  # pixels of a date under the axis
EDGE = 16  # pixels left free at both ends, so that no mark is cut
LARGE = {"slide": 1, "square": 1}  # lanes that there is room for


def draw(frame: pd.DataFrame, look: Look, backdrop: pd.DataFrame) -> Plotted:
    """Lanes of marks over shaded chairmanships, with a range control except in print; frame as of `timeline/axis.sql`, backdrop as of `timeline/terms.sql`."""
    first, last = days(frame["from_day"].iloc[:1])[0], days(frame["to_day"].iloc[:1])[0]
    width = look.room(WIDE, NARROW)
    pad = max(round((last - first) * EDGE / (width - 2 * EDGE)), 2)
    scale = width / (last - first + 2 * pad)
    lanes = gather(frame, scale)
    stacks = {lane: _stacked(lane, lanes[lane], scale) for lane in ordered(list(lanes), list(SORTS))}
    named = name_summits(lanes.get("meetings", []), frame["summit"].tolist(), (first - pad, last + pad), scale)
    stacks |= {"meetings": max([stacks["meetings"], *(name.top for name in named)])} if named else {}
    kinds = sorts(frame)
    heights = {lane: _room(len(kinds[lane]), stacked, look) for lane, stacked in stacks.items()}
    whole = sum(heights.values())
    said = (frame["title"].tolist(), frame["kind"].tolist())
    shapes, notes, room = above_lanes(backdrop, lanes, (first, last), scale, look)
    traces: list[dict[str, Any]] = []
    top = whole
    for lane, height in heights.items():
        foot = top - height
        traces += lane_traces(lane, lanes[lane], foot + FOOT, said, kinds[lane], look)
        notes += [lane_name(lane, sum(mark.n for mark in lanes[lane]), top, kinds[lane], look), *remark(lane, lanes[lane], first, scale, foot, look)]
        notes += [name.note(foot + FOOT, look) for name in named] if lane == "meetings" else []
        shapes.append(foot_line(foot, look))
        top = foot
    is_print = look.name == "print" or look.form.width > 0  # a picture and a slide have nothing to drag
    bars, axes = ([], {"xaxis": {}}) if is_print else slider(days(frame["first_day"]), frame["n"].tolist(), first - pad, last + pad, whole * UNIT, look)
    axes["xaxis"] |= {"type": "date", "range": [iso(first - pad), iso(last + pad)], "showgrid": False, "automargin": False}
    if look.form.width and not look.narrow:
        axes["xaxis"] |= {"nticks": max(int(width / DATE), 2), "tickangle": 0}
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


def _fit(frame: pd.DataFrame, form: Form) -> Sequence[Part]:
    """A lane a part where letters are large, from the first to the last; the rows are in the order of their days."""
    rows = frame.sort_values("lane", key=lambda lanes: lanes.map(list(SORTS).index), kind="stable") if form.name in LARGE else frame
    return in_parts(("lane",), LARGE, "lanes")(rows, form)


def _stacked(lane: str, marks: list[Mark], scale: float) -> int:
    """Stacks the marks of a lane; gives the units they take."""
    return stack(marks, {sort: BROAD.get(form[0], 1.0) for sort, form in SORTS[lane].items()}, scale)


def _room(keys: int, stacked: int, look: Look) -> int:
    """Height of a lane in units: its marks, and its name with the key of so many entries above (phone) or beside them."""
    return FOOT + SPARE + (stacked + 7 + 6 * keys if look.narrow else max(stacked, 6 * keys + 3))


FIGURE = Figure(
    name="timeline",
    page="timeline",
    measure="Dated records on one axis of time",
    query="timeline/axis",
    fit=_fit,
    draw=draw,
    describe=describe,
    finding=finding,
    noun="records",
    method="Meetings, documents and events stand on their day, membership steps on the day of the step, priorities on the day on which they were voiced. "
    "A date known to the month or year only is a hatched bar over the whole of it; what lasted long enough to be seen is a bar over its days. "
    "Records of one kind on one day share a mark with their number; where days are too close to be told apart, those of a month or quarter do. Marks are stacked for room; height has no meaning. "
    "A meeting that is recorded as an event too stands once, among the meetings, with both records behind its mark: same chairmanship, days and place, and a passage of a source that is evidence of both. "
    "A meeting is announced where its event is, or where it ends after the newest source. Summits are named where there is room. "
    "Of more than 5,000 records, the rows themselves are gathered so, by lane, sort and precision of the date; the list below and the sheet of records hold each. "
    "Meetings and membership steps have no theme and are shown whatever theme is chosen. "
    "With chairmanships chosen, the axis runs over their terms and all their records. "
    "A membership step belongs to the chairmanship in whose days it falls, the last day of a term to the state that hands over. "
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
    caution=counted_once,
    empty="Nothing is dated",
)
