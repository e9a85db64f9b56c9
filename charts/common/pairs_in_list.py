"""Linked pairs one below the other, the later one set in, for a narrow page."""

from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.common.pairs import Point, both_key, ends, groups
from charts.figure import Plotted, plot
from charts.look import Look
from charts.notes import beside, note
from charts.shapes import rule
from charts.words import wrapped
from queries.filters import with_dashes

ACROSS = {"earlier": 0.03, "later": 0.11}
WIDTH = {"earlier": 42, "later": 39}  # letters a line
KEY_LINE = 24  # pixels
LINE, SPACE = 1.15, 0.15  # units: a line of a title, what stays free after it


def draw_list(frame: pd.DataFrame, look: Look) -> Plotted:
    """Each earlier priority with the later ones under it; frame as of `priority_continuity.sql`."""
    sides: dict[str, list[Point]] = {"earlier": [], "later": []}
    notes: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    legend = both_key(frame, look)
    at = 0.0
    for earlier, later, links in groups(frame):
        notes.append(note(look, f"<b>{with_dashes(earlier)}<br>→ {with_dashes(later)}</b>", 0, at, xanchor="left", align="left"))
        at += 2.2
        for same in links:
            top = at
            at += _put(same[0], "earlier", at, sides, notes, look)
            for row in same:
                shapes += _branch(top + 0.6, at, look)
                at += _put(row, "later", at, sides, notes, look)
            at += 0.55
        at += 0.9
    return plot(
        ends(sides, ACROSS, look),
        look,
        int(at * 17) + KEY_LINE * legend.lines + 28,
        shapes=shapes,
        annotations=[*notes, legend.note(look)],
        margin={"l": 2, "r": 2, "t": KEY_LINE * legend.lines + 14, "b": 4},
        xaxis=hidden_axis(0, 1),
        yaxis=hidden_axis(at, -1.2),
    )


def _put(row: Any, side: str, at: float, sides: dict[str, list[Point]], notes: list[dict[str, Any]], look: Look) -> float:
    """Adds one title with its mark; gives the height it takes."""
    text = wrapped(getattr(row, f"{side}_title"), WIDTH[side])
    notes.append(beside(look, text, ACROSS[side], at, 10, yanchor="top", yshift=10))
    sides[side].append((at, row))
    return LINE * (text.count("<br>") + 1) + SPACE


def _branch(top: float, foot: float, look: Look) -> list[dict[str, Any]]:
    """The stem from the earlier priority down to a later one."""
    stem, leaf = ACROSS["earlier"], ACROSS["later"]
    return [rule(stem, stem, top, foot, look.grid, 2), rule(stem, leaf, foot, foot, look.grid, 2)]
