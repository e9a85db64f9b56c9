"""Which priorities of the earlier of two chairmanships the later one continues."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.axes import hidden_axis
from charts.figure import Figure, Native, plot
from charts.look import Look
from charts.notes import note
from charts.points import unseen
from charts.shapes import box, ribbon
from charts.words import plural, wrapped
from queries.filters import with_dashes

LEFT, RIGHT = (0.0, 0.30), (0.70, 1.0)
FAINT = 0.2  # strength of what the other side does not have
Part = tuple[float, float, str, float, str]  # from, to, colour, strength, words


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Two columns of priorities with a band for those carried over; frame as of `compared_flow.sql`."""
    earlier, later = (frame[frame["is_earlier"] == side] for side in (True, False))
    kept, continued = (int((side["flow"] == "continued").sum()) for side in (earlier, later))
    dropped, new = int((earlier["flow"] == "not taken up").sum()), int((later["flow"] == "new").sum())
    top = max(kept + dropped, continued + new, 1)
    in_order = bool((frame["is_first"] == frame["is_earlier"]).all())  # colours follow first and second on the whole page, sides follow time
    before, after = look.chair(in_order), look.chair(not in_order)
    sides = (
        (LEFT, [(0, kept, before, 1, f"<b>{kept}</b> taken up again"), (kept, kept + dropped, before, FAINT, f"<b>{dropped}</b> not taken up")]),
        (RIGHT, [(0, continued, after, 1, f"<b>{continued}</b> continue an earlier one"), (continued, continued + new, after, FAINT, f"<b>{new}</b> new")]),
    )
    parts = [(across, part) for across, column in sides for part in column if part[0] < part[1]]
    carried = [ribbon((LEFT[1], RIGHT[0]), (0, kept), (0, continued), look.quiet, 0.18)] if kept and continued else []
    heads = [_head(side, across, top, colour, look) for side, across, colour in ((earlier, LEFT, before), (later, RIGHT, after)) if len(side)]
    return plot(
        [unseen(0.5, 0)],
        look,
        420,
        shapes=[*carried, *(box(*across, y0, y1, colour, strength, look.paper, 2) for across, (y0, y1, colour, strength, _) in parts)],
        annotations=[*(_words(across, part, look) for across, part in parts), *heads],
        xaxis=hidden_axis(-0.01, 1.01),
        yaxis=hidden_axis(-top * 0.02, top * 1.02),
        margin={"l": 4, "r": 4, "t": 84, "b": 4},
    )


def _words(across: tuple[float, float], part: Part, look: Look) -> dict[str, Any]:
    start, end, colour, strength, text = part
    ink = look.ink if strength == FAINT else look.on(colour)
    return note(look, wrapped(text, 14) if look.narrow else text, sum(across) / 2, (start + end) / 2, "text" if look.narrow else "heading", ink)


def _head(side: pd.DataFrame, across: tuple[float, float], top: int, colour: str, look: Look) -> dict[str, Any]:
    name = wrapped(with_dashes(side["chairmanship"].iloc[0]), 16 if look.narrow else 40)
    text = f"<b>{name}</b><br>{plural(len(side), 'priorities')}"
    return note(look, text, sum(across) / 2, top, ink=colour, yanchor="bottom", yshift=26 if look.narrow else 18)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the four numbers of the flow."""
    parts = [f"{plural(len(rows), 'priorities')} of {chair} {flow}" for (chair, flow), rows in frame.groupby(["chairmanship", "flow"], sort=False)]
    return "Flow between the priorities of two chairmanships: " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many priorities of the later chairmanship continue one of the earlier."""
    later, earlier = frame[~frame["is_earlier"]], frame[frame["is_earlier"]]
    if later.empty or earlier.empty:
        return ""
    after, before = (with_dashes(side["chairmanship"].iloc[0]) for side in (later, earlier))
    return f"{(later['flow'] == 'continued').sum()} of {plural(len(later), 'priorities')} of {after} {'continues' if len(later) == 1 else 'continue'} one of {before}"


FIGURE = Figure(
    name="compared-flow",
    page="compare",
    measure="Continued, new, not taken up",
    query="compare/flow",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="A priority continues an earlier one when the dataset links the two (continues_priority_id), directly or through one in between. "
    "The two sides can differ: one earlier priority may be taken up by several later ones. "
    "“Not taken up” means that no later priority of the other chairmanship is linked to it.",
    columns={"chairmanship": "Chairmanship", "flow": "Flow", "theme": "Theme", "title": "Priority", "outcome": "Outcome", "counterpart": "Linked to"},
    native=Native("stacked bar", category="chairmanship", series="flow"),
    height=420,
    empty="Needs two chairmanships whose priorities are in the dataset",
    clickable=False,
)
