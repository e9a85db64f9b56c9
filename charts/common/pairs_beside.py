"""Linked pairs with the earlier priority on the left and the later one on the right; one below the other on a narrow page."""

from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.common.pairs import Point, both_key, ends, groups
from charts.common.pairs_in_list import draw_list
from charts.figure import Plotted, plot
from charts.look import Look
from charts.notes import beside, note
from charts.shapes import rule
from charts.words import wrapped
from queries.filters import with_dashes

LEFT, RIGHT = 0.455, 0.545
WIDTH, GAP = 54, 12  # letters a line of a title, pixels between it and its mark


def draw_pairs(frame: pd.DataFrame, look: Look) -> Plotted:
    """Earlier priorities on the left, later ones on the right, a line for each link; frame as of `priorities/continuity.sql` and `compare/pairs.sql`."""
    if look.narrow:
        return draw_list(frame, look)
    sides: dict[str, list[Point]] = {"earlier": [], "later": []}
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    at = 0.0
    legend = both_key(frame, look)
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
        annotations=[*notes, legend.note(look)],
        margin={"l": 4, "r": 4, "t": 14 + 20 * legend.lines, "b": 4},
        xaxis=hidden_axis(0, 1),
        yaxis=hidden_axis(at - 0.6, -0.7),
    )
