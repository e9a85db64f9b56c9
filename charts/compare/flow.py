"""What became of the priorities of the earlier of two chairmanships in the later one, and which of the later one are new."""

from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.bars import bars, fill, inside
from charts.figure import Figure, Plotted, plot
from charts.hover import card
from charts.look import Look
from charts.marks import each
from charts.notes import note
from charts.shapes import ribbon
from charts.words import plural, sentence_case, verb, wrapped
from queries.filters import with_dashes

BREADTH, BREADTH_LARGE = 0.30, 0.38  # of a column, in shares of the plot, on a page and in the letters of a slide
# How strongly each part is drawn: what both lists share, what was fulfilled, what the other list does not have.
STRENGTHS = {"taken up again": 1.0, "continues an earlier one": 1.0, "fulfilled, not taken up": 0.5, "neither fulfilled nor taken up": 0.2, "new": 0.2}
OPEN = "neither fulfilled nor taken up"
PLOT = 330  # pixels of the plot, to reckon with where words must keep apart


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Two columns of priorities by what became of them, with a band for those carried over; frame as of `compare/flow.sql`."""
    breadth = BREADTH_LARGE if look.form.width and not look.narrow else BREADTH
    sides = {True: (0.0, breadth), False: (1 - breadth, 1.0)}
    columns = {side: [row for row in each(frame) if row.is_earlier == side] for side in (True, False)}
    top = max(sum(row.n for row in column) for column in columns.values())
    in_order = bool((frame["is_first"] == frame["is_earlier"]).all())  # colours follow first and second on the whole page, sides follow time
    inks = {side: look.chair(in_order == side) for side in (True, False)}
    taken: list[float] = []
    kept, continued = (sum(row.n for row in column if STRENGTHS[row.flow] == 1) for column in columns.values())
    return plot(
        [_boxes(columns[side], sides[side], inks[side], top, look) for side in (True, False) if columns[side]],
        look,
        PLOT + 90,
        barmode="overlay",
        shapes=[ribbon((breadth, 1 - breadth), (0, kept), (0, continued), look.quiet, 0.18)] if kept and continued else [],
        annotations=[part for side in (True, False) if columns[side] for part in _words(columns[side], sides[side], inks[side], top, look, taken)],
        xaxis=hidden_axis(-0.01, 1.01),
        yaxis=hidden_axis(-top * 0.02, top * 1.02),
        margin={"l": 4, "r": 4, "t": 84, "b": 4},
    )


def _feet(rows: list[Any]) -> list[int]:
    """Where each part of a column begins."""
    return [sum(row.n for row in rows[:place]) for place in range(len(rows))]


def _boxes(rows: list[Any], across: tuple[float, float], ink: str, top: int, look: Look) -> dict[str, Any]:
    """A box a part, each of which can be chosen, with its words where it has room for them."""
    return bars(
        [sum(across) / 2] * len(rows),
        (row.n for row in rows),
        (row.Index for row in rows),
        (card(sentence_case(row.flow), f"{with_dashes(row.chairmanship)}: {row.n} of {plural(row.n_all, 'priorities')}") for row in rows),
        fill([look.tint(ink, STRENGTHS[row.flow]) for row in rows], look.paper, 2),
        is_upright=True,
        **inside(look, (_said(row, look) if _has_room(row, top, look) else "" for row in rows), [look.on(ink, STRENGTHS[row.flow]) for row in rows], _letters(look)),
        base=_feet(rows),
        width=across[1] - across[0],
        name=with_dashes(rows[0].chairmanship),
    )


def _words(rows: list[Any], across: tuple[float, float], ink: str, top: int, look: Look, taken: list[float]) -> list[dict[str, Any]]:
    """The name of a column above it, and the words of its thin boxes, which keep apart; between the columns of a narrow chart and of a slide also from those of the other, at the heights `taken`."""
    middle, line = sum(across) / 2, _line(top, look)
    name = f"<b>{wrapped(with_dashes(rows[0].chairmanship), 16 if look.narrow else 40)}</b><br>{plural(rows[0].n_all, 'priorities')}"
    made = [note(look, name, middle, top, ink=ink, yanchor="bottom", yshift=26 if look.narrow else 18)]
    least = 0.0
    for row, foot in zip(rows, _feet(rows), strict=True):
        at = max(foot + row.n / 2, least)
        least = at + line
        if _has_room(row, top, look):
            continue
        if look.narrow or look.form.width:
            for other in sorted(taken):  # one pass upwards: asked again and again, two sums that differ in the last digit never end
                if abs(at - other) < line:
                    at = other + line
            taken.append(at)
            least = at + line
        place = {"xanchor": "left", "xshift": 6} if across[0] == 0 else {"xanchor": "right", "xshift": -6}
        made.append(note(look, _said(row, look), across[1] if across[0] == 0 else across[0], at, _letters(look), look.ink, **place))
    return made


def _has_room(row: Any, top: int, look: Look) -> bool:
    """Whether the words of a part stand in its box; else they stand beside it."""
    return row.n >= _line(top, look)


def _line(top: int, look: Look) -> float:
    """How many priorities high a box must be to hold its words."""
    return (2.6 if look.narrow else 1.5) * 16 / PLOT * top


def _letters(look: Look) -> str:
    return "text" if look.narrow else "heading"


def _said(row: Any, look: Look) -> str:
    """What stands in a box: "17 continue an earlier one"."""
    flow = row.flow.replace("continues", verb(row.n, "continue"))
    text = f"{row.n} {flow}"
    number, rest = (wrapped(text, 15) if look.narrow else text).split(" ", 1)
    return f"<b>{number}</b> {rest}"


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the number of each part."""
    parts = [f"{row.n} of {plural(row.n_all, 'priorities')} of {row.chairmanship}: {row.flow}" for row in each(frame)]
    return "What became of the priorities of the earlier of two chairmanships in the later one. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many priorities of the earlier chairmanship were neither fulfilled by its close nor taken up in the later one."""
    earlier = [row for row in each(frame) if row.is_earlier]
    if not earlier or frame["is_earlier"].all():
        return ""
    n = sum(row.n for row in earlier if row.flow == OPEN)
    return f"{n} of {plural(earlier[0].n_all, 'priorities')} of {with_dashes(earlier[0].earlier)} {verb(n, 'were')} neither fulfilled nor taken up in {with_dashes(earlier[0].later)}"


FIGURE = Figure(
    name="compared-flow",
    page="compare",
    measure="Taken up, fulfilled, left open, new",
    query="compare/flow",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="A priority continues an earlier one when the dataset links the two (continues_priority_id), directly or through one in between. "
    "The two sides can differ: one earlier priority may be taken up by several later ones. "
    "“Not taken up” means that no later priority of the other chairmanship is linked to it. It parts into what was fulfilled, that is adopted or realised by the close, "
    "so that there was no need to state it again, and what was neither fulfilled nor taken up: in progress, not achieved, or without evidence.",
    columns={"chairmanship": "Chairmanship", "flow": "What became of it", "n": "Priorities", "n_all": "Of"},
    height=420,
    empty="No two chairmanships with priorities",
)
