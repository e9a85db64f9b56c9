"""Which later priorities continue an earlier one: the linked pairs."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.axes import hidden_axis
from charts.figure import Figure, plot
from charts.form import in_parts
from charts.look import Look
from charts.notes import beside, note
from charts.priorities.pairs import LINKS, Point, both_key, ends, groups
from charts.priorities.pairs_in_list import draw_list
from charts.shapes import rule
from charts.words import wrapped
from queries.filters import with_dashes

LEFT, RIGHT = 0.455, 0.545
WIDTH, GAP = 54, 12  # letters a line of a title, pixels between it and its mark


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Earlier priorities on the left, later ones on the right, a line for each link; frame as of `priority_continuity.sql`."""
    if look.narrow:
        return draw_list(frame, look)
    sides: dict[str, list[Point]] = {"earlier": [], "later": []}
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    at = 0.0
    width = WIDTH if not look.form.width else int(look.room(1070, 0) * LEFT / 8)
    for earlier, later, links in groups(frame):
        notes += [
            note(look, f"<b>{with_dashes(name)}</b>", x, at, "heading", xanchor=side) for x, side, name in ((LEFT, "right", earlier), (RIGHT, "left", later))
        ]
        at += 1
        for same in links:
            heights = [at + i for i in range(len(same))]
            middle = sum(heights) / len(heights)
            sides["earlier"].append((middle, same[0]))
            sides["later"] += zip(heights, same, strict=True)
            notes.append(beside(look, wrapped(same[0].earlier_title, width), LEFT, middle, -GAP))
            notes += [beside(look, wrapped(row.later_title, width), RIGHT, height, GAP) for height, row in zip(heights, same, strict=True)]
            shapes += [rule(LEFT, RIGHT, middle, height, look.grid, 3) for height in heights]
            at += len(same)
        at += 0.5
    return plot(
        ends(sides, {"earlier": LEFT, "later": RIGHT}, look),
        look,
        int(at * 40) + 44,
        shapes=shapes,
        annotations=[*notes, both_key(frame, look).note(look)],
        margin={"l": 4, "r": 4, "t": 34, "b": 4},
        xaxis=hidden_axis(0, 1),
        yaxis=hidden_axis(at - 0.6, -0.7),
    )


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many links, and the first of them in words."""
    parts = [f"{with_dashes(later)} to {with_dashes(earlier)}: {sum(map(len, rows))}" for earlier, later, rows in groups(frame)]
    shown = "; ".join(
        f"“{row.later_title}” ({row.later_outcome}) continues “{row.earlier_title}” ({row.earlier_outcome})" for row in frame.head(5).itertuples()
    )
    return f"Linked pairs of priorities. {'; '.join(parts)}. The first: {shown}."


def finding(frame: pd.DataFrame) -> str:
    """How many later priorities continue earlier ones that had not been achieved, among all pairs."""
    return f"{frame['n_open'].iloc[0]} of {frame['n_pairs'].iloc[0]} later priorities continue one that had been neither adopted nor realised"


FIGURE = Figure(
    name="priority-continuity",
    page="priorities",
    measure="Later priorities that continue an earlier one",
    query="priorities/continuity",
    fit=in_parts(("later_id", "earlier_id"), {"slide": 3, "square": 3}, "pairs"),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    rowwise=True,
    method=LINKS + "An earlier priority can be continued by several later ones. The sign is the outcome at the close of the chairmanship that stated it. "
    "A pair is shown when either chairmanship is chosen and when either statement falls into the chosen years; the theme is that of the earlier priority.",
    columns={
        "earlier_title": "Earlier priority",
        "earlier_chairmanship": "Of",
        "earlier_outcome": "Outcome",
        "later_title": "Later priority",
        "later_chairmanship": "Of (later)",
        "later_outcome": "Outcome (later)",
        "theme": "Theme",
    },
    height=700,
    empty="No linked priorities for these filters",
)
