"""The flow of priorities from theme to kind to outcome."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.axes import hidden_axis
from charts.figure import Figure, Native, plot
from charts.hover import card
from charts.look import Look
from charts.marks import highest
from charts.notes import above, beside, note
from charts.outcome_scale import OUTCOMES, badge
from charts.points import points
from charts.priorities.columns import STEPS, Layout, Span, columns, sums
from charts.shapes import box, ribbon
from charts.words import plural, sentence_case, wrapped

HITS = (0.15, 0.35, 0.5, 0.65, 0.85)  # where along a ribbon it can be pointed at
NODE = 0.018
LEFTS = (0.0, 0.5 - NODE / 2, 1.0 - NODE)
HEADS = ("Theme", "Kind", "Outcome")
SIDES, GAP = ("left", "center", "right"), 8


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Three columns of nodes with bands as thick as the priorities they carry; frame as of `priority_flow.sql`.

    Bands to kinds have the colour of the theme, bands to outcomes that of the outcome.
    """
    height = 860.0 if look.narrow else 620.0
    layout = Layout.of(frame, height, 40.0 if look.narrow else 20.0)
    places = dict(zip(frame["origin"], frame["origin_place"], strict=True))
    bands = [(step, row, left, right, (LEFTS[step] + NODE, LEFTS[step + 1])) for step, row, left, right in layout.ribbons(frame)]
    ribbons = [
        ribbon(across, left, right, _ink(look, 0, row.origin, places) if step == 0 else _ink(look, 2, row.target, places), 0.34)
        for step, row, left, right, across in bands
    ]
    nodes = [(k, name, span) for k in range(3) for name, span in layout.spans[k].items()]
    side = GAP if look.narrow else 168
    return plot(
        [_hits(bands, layout.scale)],
        look,
        int(height) + 70,
        shapes=[*ribbons, *(box(LEFTS[k], LEFTS[k] + NODE, *span, _ink(look, k, name, places)) for k, name, span in nodes)],
        annotations=[*(_name(look, k, name, layout.counts[k][name], span) for k, name, span in nodes), *(_head(look, k) for k in range(3))],
        margin={"l": side, "r": side, "t": 34},
        xaxis=hidden_axis(0, 1),
        yaxis=hidden_axis(height + 4, -24 if look.narrow else -6),
    )


def _ink(look: Look, column: int, name: str, places: Mapping[str, Any]) -> str:
    if column == 0:
        return look.theme(int(places[name]) - 1)
    return look.outcomes.get(name, look.quiet) if column == 2 else look.quiet


def _hits(bands: list[tuple[int, Any, Span, Span, Span]], scale: float) -> dict[str, Any]:
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


def _name(look: Look, column: int, name: str, n: int, span: Span) -> dict[str, Any]:
    """Outside the outer columns, over the ribbons beside the middle one; above each node on a phone."""
    words = sentence_case(name)
    if look.narrow:
        text = f"{wrapped(words, 12 if column == 0 else 13)} <b>{n}</b>"
        return note(look, text, column / 2, span[0], "note", xanchor=SIDES[column], align=SIDES[column], yanchor="bottom", yshift=1)
    text, middle, right = f"{words} <b>{n}</b>", sum(span) / 2, LEFTS[column] + NODE
    if column == 1:
        return beside(look, text, right, middle, 4, "label", bgcolor=look.paper, borderpad=1, opacity=0.92)
    return beside(look, text, LEFTS[0], middle, -GAP, "label") if column == 0 else beside(look, text, right, middle, GAP, "label")


def _head(look: Look, column: int) -> dict[str, Any]:
    place = {"xanchor": SIDES[column]} if look.narrow else {"xanchor": SIDES[2 - column], "xshift": (-GAP, 0, GAP)[column]}
    return above(look, HEADS[column], column / 2, "text", look.quiet, yshift=8, **place)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the sums of the three columns and the thickest band of each step."""
    parts = [f"{head}s: " + ", ".join(f"{name} {n}" for name, n in column.items()) for head, column in zip(HEADS, columns(frame), strict=True)]
    best = [rows.loc[rows["n"].idxmax()] for _, rows in frame.groupby("step", sort=False)]
    thickest = ", ".join(f"{row['origin']} to {row['target']} {row['n']}" for row in best)
    return f"Flow of priorities from theme to kind to outcome. {'; '.join(parts)}. Thickest bands: {thickest}."


def finding(frame: pd.DataFrame) -> str:
    """The most frequent kind and its most frequent outcome; none when either is shared."""
    rows = frame[frame["step"] == STEPS[1]]
    kinds = sums(rows, "origin")
    kind = highest(kinds)
    if len(kinds) < 2 or kind is None:
        return ""
    ends = sums(rows[rows["origin"] == kind], "target")
    end = highest(ends)
    if end is None:
        return ""
    total, n = plural(sum(kinds.values()), "priorities"), kinds[kind]
    return f"{n} of {total} are {kind}s; for {ends[end]} of these {n} the outcome is “{end}”"


FIGURE = Figure(
    name="priority-flow",
    page="priorities",
    measure="From theme to kind to outcome",
    query="priorities/flow",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="Every priority passes once from its theme to its kind and once from its kind to its outcome, so the numbers of each column add up to the same n. "
    "A row of the table is one band; a band leads to the priorities in it. The outcome is the state at the close of the chairmanship. "
    f"Order of the outcomes: {', '.join(OUTCOMES)}. Years are those of the statement; a priority without a date stays in.",
    columns={"step": "Step", "origin": "From", "target": "To", "n": "Priorities"},
    native=Native("table"),
    height=690,
    empty="No priorities in the dataset for these filters",
)
