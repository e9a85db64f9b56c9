"""Which priorities of the earlier of two chairmanships the later one continues."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.axes import hidden_axis
from charts.figure import Figure, plot
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
    """Two columns of priorities with a band for those carried over; frame as of `compare/flow.sql`."""
    whole, kept, dropped, continued, new = _counts(frame)
    top = max(kept + dropped, continued + new, 1)
    in_order = bool((frame["is_first"] == frame["is_earlier"]).all())  # colours follow first and second on the whole page, sides follow time
    before, after = look.chair(in_order), look.chair(not in_order)
    sides = (
        (LEFT, [(0, kept, before, 1, f"<b>{kept}</b> taken up again"), (kept, kept + dropped, before, FAINT, f"<b>{dropped}</b> not taken up")]),
        (RIGHT, [(0, continued, after, 1, f"<b>{continued}</b> continue an earlier one"), (continued, continued + new, after, FAINT, f"<b>{new}</b> new")]),
    )
    parts = [(across, part) for across, column in sides for part in column if part[0] < part[1]]
    carried = [ribbon((LEFT[1], RIGHT[0]), (0, kept), (0, continued), look.quiet, 0.18)] if kept and continued else []
    chairs = ((whole["earlier"], kept + dropped, LEFT, before), (whole["later"], continued + new, RIGHT, after))
    heads = [_head(chair, n, across, top, colour, look) for chair, n, across, colour in chairs if n]
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


def _counts(frame: pd.DataFrame) -> tuple[pd.Series, int, int, int, int]:
    """A row, and the four numbers of the flow, which stand in every row: there may be more rows than a page takes."""
    whole = frame.iloc[0]
    return whole, *(int(whole[column]) for column in ("n_taken_up", "n_not_taken_up", "n_continuing", "n_new"))


def _head(chair: str, n: int, across: tuple[float, float], top: int, colour: str, look: Look) -> dict[str, Any]:
    text = f"<b>{wrapped(with_dashes(chair), 16 if look.narrow else 40)}</b><br>{plural(n, 'priorities')}"
    return note(look, text, sum(across) / 2, top, ink=colour, yanchor="bottom", yshift=26 if look.narrow else 18)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the four numbers of the flow."""
    whole, kept, dropped, continued, new = _counts(frame)
    four = ((kept, "earlier", "continued"), (dropped, "earlier", "not taken up"), (continued, "later", "continued"), (new, "later", "new"))
    parts = [f"{plural(n, 'priorities')} of {whole[side]} {flow}" for n, side, flow in four if n]
    return "Flow between the priorities of two chairmanships: " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many priorities of the later chairmanship continue one of the earlier."""
    whole, kept, dropped, continued, new = _counts(frame)
    if not continued + new or not kept + dropped:
        return ""
    after, before = with_dashes(whole["later"]), with_dashes(whole["earlier"])
    return f"{continued} of {plural(continued + new, 'priorities')} of {after} {'continues' if continued + new == 1 else 'continue'} one of {before}"


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
    height=420,
    empty="Needs two chairmanships whose priorities are in the dataset",
    clickable=False,
)
