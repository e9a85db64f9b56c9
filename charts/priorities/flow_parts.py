"""The parts of the flow: colours and names of nodes, the heads of the columns, marks that take the pointer."""

from collections.abc import Mapping
from typing import Any

from charts.hover import card
from charts.look import Look
from charts.notes import above, beside, note
from charts.outcome_scale import badge
from charts.points import points
from charts.priorities.columns import Span
from charts.words import plural, sentence_case, wrapped

HITS = (0.15, 0.35, 0.5, 0.65, 0.85)  # where along a ribbon it can be pointed at
NODE = 0.018
LEFTS = (0.0, 0.5 - NODE / 2, 1.0 - NODE)
HEADS = ("Theme", "Kind", "Outcome")
LETTERS_SQUARE = 22  # of a name above its node: a square is broad enough for one line, and too low for two
SIDES, GAP = ("left", "center", "right"), 8


def node_ink(look: Look, column: int, name: str, places: Mapping[str, Any]) -> str:
    """The colour of a node: of the theme, of the outcome, none of a kind; places: of the themes in their list."""
    if column == 0:
        return look.theme(int(places[name]) - 1)
    return look.outcomes.get(name, look.quiet) if column == 2 else look.quiet


def ribbon_hits(bands: list[tuple[int, Any, Span, Span, Span]], scale: float) -> dict[str, Any]:
    """Unseen marks along the middle of each ribbon, so that it can be pointed at and chosen."""
    spots = []
    for step, row, left, right, (x0, x1) in bands:
        target = sentence_case(row.target) if step == 0 else badge(row.target)
        text = card(plural(row.n, "priorities"), f"{sentence_case(row.origin)} → {target}")
        y0, y1 = left[0] + row.n * scale / 2, right[0] + row.n * scale / 2
        spots += [(round(x0 + (x1 - x0) * _along(t), 4), round(y0 + (y1 - y0) * t * t * (3 - 2 * t), 2), row.Index, text) for t in HITS]
    return points(*zip(*spots, strict=True), {"size": 14, "opacity": 0})


def _along(t: float) -> float:
    """Where a curve with both handles in the middle stands across, at parameter t."""
    return 1.5 * t * (1 - t) ** 2 + 1.5 * t * t * (1 - t) + t**3


def node_name(look: Look, column: int, name: str, n: int, span: Span) -> dict[str, Any]:
    """Outside the outer columns, over the ribbons beside the middle one; above each node on a phone."""
    words = sentence_case(name)
    if look.narrow:
        most = LETTERS_SQUARE if look.form.height else 12 if column == 0 else 13
        text = f"{wrapped(words, most)} <b>{n}</b>"
        return note(look, text, column / 2, span[0], "note", xanchor=SIDES[column], align=SIDES[column], yanchor="bottom", yshift=1)
    text, middle, right = f"{words} <b>{n}</b>", sum(span) / 2, LEFTS[column] + NODE
    if column == 1:
        return beside(look, text, right, middle, 4, "label", bgcolor=look.paper, borderpad=1, opacity=0.92)
    return beside(look, text, LEFTS[0], middle, -GAP, "label") if column == 0 else beside(look, text, right, middle, GAP, "label")


def column_head(look: Look, column: int) -> dict[str, Any]:
    """What the nodes of a column are, above it."""
    place = {"xanchor": SIDES[column]} if look.narrow else {"xanchor": SIDES[2 - column], "xshift": (-GAP, 0, GAP)[column]}
    return above(look, HEADS[column], column / 2, "text", look.quiet, yshift=8, **place)
