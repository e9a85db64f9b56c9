"""Priorities of two chairmanships by theme."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.axes import name_axis, number_axis, whole
from charts.common.cautions import FOUND, by_coder
from charts.compare.pair import DEPTH, chairs, pair_key
from charts.figure import Figure, Plotted, plot
from charts.hover import card
from charts.look import Look
from charts.marks import each, grouped
from charts.points import line, marker, points
from charts.words import rounded
from queries.filters import with_dashes

Place = tuple[bool, str]  # whether of the first chairmanship, theme


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A dumbbell a theme: count or share of the two chairmanships. Frame as of `compared_themes.sql`."""
    column, unit = _measure(frame)
    pair = chairs(frame)
    rows = {(row.is_first, row.theme): row for row in each(frame)}
    values = {place: getattr(row, column) for place, row in rows.items()}
    order = sorted(dict.fromkeys(frame["theme"]), key=lambda theme: max(value for (_, name), value in values.items() if name == theme))
    joins = [line([values.get((side, theme)) for side in (False, True)], [theme, theme], look.grid, 6, customdata=[None, None]) for theme in order]
    ends = [_ends(chair, is_first, [rows[is_first, theme] for theme in order if (is_first, theme) in rows], values, unit, look) for chair, is_first in pair]
    tails = {row.chairmanship: f" (n = {row.n_all})" for row in rows.values()}
    top = float(frame[column].max())
    legend = pair_key(frame, look, ("●", "◆"), tails)
    left, right = ((0.3, 0.3) if unit else (0.16, 0.12)) if look.narrow else (0.09, 0.12)  # room for the words beside the outermost marks
    return plot(
        [*(joins if len(pair) == 2 else []), *ends],
        look,
        108 + 34 * len(order),
        annotations=[legend.at_right(look)],
        margin={"t": 12 + 20 * legend.lines},
        xaxis=number_axis(-top * left, top * (1 + right), "Share of the priorities" if unit else "Priorities", standoff=4, ticksuffix=unit, **({} if unit else whole(top))),
        yaxis=name_axis(order, look, showgrid=False),
    )


def _measure(frame: pd.DataFrame) -> tuple[str, str]:
    """The column that is drawn and the unit of its values."""
    return ("share", " %") if frame["measure"].iloc[0] == "share" else ("n", "")


def _ends(chair: str, is_first: bool, rows: list[Any], values: Mapping[Place, float], unit: str, look: Look) -> dict[str, Any]:
    """The marks of one chairmanship with their values; equal marks lie on each other, so the lower one is larger and has no words."""
    pairs = [(values[is_first, row.theme], values.get((not is_first, row.theme), -1.0)) for row in rows]
    under = [is_first and value == other for value, other in pairs]
    texts = [f"\u2009{rounded(value)}{unit} each" if value == other else f"{rounded(value)}{unit}" for value, other in pairs]
    colour = look.chair(is_first)
    return points(
        (value for value, _ in pairs),
        (row.theme for row in rows),
        (row.Index for row in rows),
        (card(row.theme, f"{chair}: {row.n} of {row.n_all} ({rounded(row.share, 1)} %)") for row in rows),
        marker("circle" if is_first else "diamond", [20 if same else 14 for same in under], colour, look.paper, opacity=1),
        mode="markers+text",
        name=chair,
        text=["" if same else text for same, text in zip(under, texts, strict=True)],
        textposition=["middle right" if value >= other else "middle left" for value, other in pairs],
        textfont={"color": colour, "size": look.size("text")},
        cliponaxis=False,
    )


def caution(frame: pd.DataFrame) -> str:
    """How far the shares lie apart over the coders; nothing where numbers are shown."""
    if not _measure(frame)[1]:
        return ""
    told = frame.rename(columns={"share_least": "done_least", "share_most": "done_most"})
    return by_coder(told, lambda row: f"{row.theme}, {with_dashes(row.chairmanship)}", "theme", "of all priorities")


def describe(frame: pd.DataFrame) -> str:
    """Alt text: both numbers of every theme."""
    themes = grouped(each(frame), lambda row: row.theme)
    parts = [f"{theme}: " + ", ".join(f"{row.n} of {row.n_all} in {row.chairmanship}" for row in pair) for theme, pair in themes.items()]
    return "Priorities by theme. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """The theme whose number (or share, where that is shown) of priorities differs most; either term may be the earlier. None when only one side is coded, the difference is small,
    another is as large, or numbers are shown of lists that differ in depth.
    """
    column, unit = _measure(frame)
    themes = grouped(each(frame), lambda row: row.theme)
    pairs = {theme: sorted(rows, key=lambda row: not row.is_first) for theme, rows in themes.items() if len(rows) == 2}
    moves = {theme: abs(getattr(after, column) - getattr(before, column)) for theme, (before, after) in pairs.items()}
    largest, second = sorted([*moves.values(), 0.0, 0.0], reverse=True)[:2]
    if not unit and bool(frame["depths_differ"].any()):
        return ""
    if len(moves) < 2 or largest < (3 if unit else 2) or largest - second < 1e-9:
        return ""
    theme = max(moves, key=lambda name: moves[name])
    told = [f"{row.n} of {row.n_all} ({rounded(row.share)} %)" if unit else str(row.n) for row in pairs[theme]]
    words = [f"{one} in {with_dashes(row.chairmanship)}" for one, row in zip(told, pairs[theme], strict=True)]
    return f"{'Shares' if unit else 'Numbers'} of priorities differ most in {theme}: {words[0]}, {words[1]}"


FIGURE = Figure(
    name="compared-themes",
    page="compare",
    measure="Priorities by theme",
    query="compare/themes",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="Each priority has one theme, the most specific that fits, as most coders gave it. "
    "A share is the share of all priorities of that chairmanship in the chosen themes. "
    + FOUND
    + DEPTH,
    columns={
        "theme": "Theme",
        "chairmanship": "Chairmanship",
        "n": "Priorities",
        "n_all": "Of",
        "share": "Share, %",
        "share_least": "Least by a coder, %",
        "share_most": "Most by a coder, %",
        "n_coders": "Coders",
        "list_depth": "Depth of the list",
    },
    empty="No priorities",
    height=430,
    formats=dict.fromkeys(("share", "share_least", "share_most"), "%.1f"),
    caution=caution,
    decimals={"share": 0},
)
