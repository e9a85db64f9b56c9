"""Which priorities of the earlier of two chairmanships the later one continues."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, plot
from charts.look import Look
from charts.words import plural, wrapped
from queries.filters import with_dashes


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Two columns of priorities with a band for those carried over; frame as of `compared_flow.sql`."""
    earlier, later = (frame[frame["is_earlier"] == side] for side in (True, False))
    counts = {
        "not taken up": int((earlier["flow"] == "not taken up").sum()),
        "kept": int((earlier["flow"] == "continued").sum()),
        "continued": int((later["flow"] == "continued").sum()),
        "new": int((later["flow"] == "new").sum()),
    }
    top = max(counts["kept"] + counts["not taken up"], counts["continued"] + counts["new"], 1)
    left, right = (0.0, 0.30), (0.70, 1.0)
    in_order = bool((frame["is_first"] == frame["is_earlier"]).all())  # colours follow first and second on the whole page, sides follow time
    before, after = look.chair(in_order), look.chair(not in_order)
    boxes = [
        (left, 0, counts["kept"], before, 1.0, look.on(before), f"<b>{counts['kept']}</b> taken up again"),
        (left, counts["kept"], counts["kept"] + counts["not taken up"], before, 0.2, look.ink, f"<b>{counts['not taken up']}</b> not taken up"),
        (right, 0, counts["continued"], after, 1.0, look.on(after), f"<b>{counts['continued']}</b> continue an earlier one"),
        (right, counts["continued"], counts["continued"] + counts["new"], after, 0.2, look.ink, f"<b>{counts['new']}</b> new"),
    ]
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    if counts["kept"] and counts["continued"]:
        (x0, x1), (kept, continued) = (left[1], right[0]), (counts["kept"], counts["continued"])
        band = f"M {x0} 0 C 0.5 0 0.5 0 {x1} 0 L {x1} {continued} C 0.5 {continued} 0.5 {kept} {x0} {kept} Z"
        shapes.append({"type": "path", "path": band, "fillcolor": look.quiet, "opacity": 0.18, "line": {"width": 0}, "layer": "below"})
    for (x0, x1), y0, y1, colour, strength, ink, text in boxes:
        if y1 == y0:
            continue
        shapes.append(
            {
                "type": "rect",
                "x0": x0,
                "x1": x1,
                "y0": y0,
                "y1": y1,
                "fillcolor": colour,
                "line": {"color": look.paper, "width": 2},
                "layer": "below",
                "opacity": strength,
            }
        )
        notes.append(
            {
                "x": (x0 + x1) / 2,
                "y": (y0 + y1) / 2,
                "text": wrapped(text, 14) if look.narrow else text,
                "showarrow": False,
                "font": {"color": ink, "size": 13 if look.narrow else 15},
            }
        )
    for side, (x0, x1), colour in ((earlier, left, before), (later, right, after)):
        if len(side):
            notes.append(
                {
                    "x": (x0 + x1) / 2,
                    "y": top,
                    "yshift": 18 if not look.narrow else 26,
                    "text": f"<b>{wrapped(with_dashes(side['chairmanship'].iloc[0]), 16 if look.narrow else 40)}</b><br>{plural(len(side), 'priorities')}",
                    "showarrow": False,
                    "font": {"color": colour, "size": 14},
                    "yanchor": "bottom",
                }
            )
    hits = {"type": "scatter", "mode": "markers", "x": [0.5], "y": [0], "marker": {"opacity": 0}, "hoverinfo": "skip"}
    return plot(
        [hits],
        look,
        420,
        shapes=shapes,
        annotations=notes,
        xaxis={"visible": False, "range": [-0.01, 1.01], "fixedrange": True},
        yaxis={"visible": False, "range": [-top * 0.02, top * 1.02], "fixedrange": True},
        margin={"l": 4, "r": 4, "t": 84, "b": 4},
    )


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
