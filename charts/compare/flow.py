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
    whole, counts = frame.iloc[0], _counts(frame)
    n_earlier, n_later = counts["kept"] + counts["not taken up"], counts["continued"] + counts["new"]
    top = max(n_earlier, n_later, 1)
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
    for chair, n, (x0, x1), colour in ((whole["earlier"], n_earlier, left, before), (whole["later"], n_later, right, after)):
        if n:
            notes.append(
                {
                    "x": (x0 + x1) / 2,
                    "y": top,
                    "yshift": 18 if not look.narrow else 26,
                    "text": f"<b>{wrapped(with_dashes(chair), 16 if look.narrow else 40)}</b><br>{plural(n, 'priorities')}",
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


def _counts(frame: pd.DataFrame) -> dict[str, int]:
    """The four numbers of the flow, which stand in every row: there may be more rows than a page takes."""
    columns = {"kept": "n_taken_up", "not taken up": "n_not_taken_up", "continued": "n_continuing", "new": "n_new"}
    return {name: int(frame[column].iloc[0]) for name, column in columns.items()}


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the four numbers of the flow."""
    whole, counts = frame.iloc[0], _counts(frame)
    four = (("earlier", "kept", "continued"), ("earlier", "not taken up", "not taken up"), ("later", "continued", "continued"), ("later", "new", "new"))
    parts = [f"{plural(counts[name], 'priorities')} of {whole[side]} {flow}" for side, name, flow in four if counts[name]]
    return "Flow between the priorities of two chairmanships: " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many priorities of the later chairmanship continue one of the earlier."""
    whole, counts = frame.iloc[0], _counts(frame)
    n_later = counts["continued"] + counts["new"]
    if not n_later or not counts["kept"] + counts["not taken up"]:
        return ""
    after, before = with_dashes(whole["later"]), with_dashes(whole["earlier"])
    return f"{counts['continued']} of {plural(n_later, 'priorities')} of {after} {'continues' if n_later == 1 else 'continue'} one of {before}"


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
