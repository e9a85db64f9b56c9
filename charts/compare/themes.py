"""Priorities of two chairmanships by theme."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.compare.pair import chairs
from charts.figure import Figure, Native, key, plot
from charts.look import Look
from charts.marks import each
from queries.filters import with_dashes


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A dumbbell a theme: count or share of the two chairmanships. Frame as of `compared_themes.sql`."""
    share = frame["measure"].iloc[0] == "share"
    column, unit = ("share", " %") if share else ("n", "")
    pair = chairs(frame)
    rows = {(row.is_first, row.theme): row for row in each(frame)}
    values = {place: getattr(row, column) for place, row in rows.items()}
    sides = [is_first for _, is_first in pair]
    themes = dict.fromkeys(frame["theme"])
    order = sorted(themes, key=lambda theme: max(values[side, theme] for side in sides if (side, theme) in values))
    traces: list[dict[str, Any]] = []
    keys: list[tuple[str, str, str]] = []
    if len(sides) == 2:
        traces = [
            {
                "type": "scatter",
                "mode": "lines",
                "x": [values.get((False, theme)), values.get((True, theme))],
                "y": [theme, theme],
                "line": {"color": look.grid, "width": 6},
                "hoverinfo": "skip",
                "customdata": [None, None],
            }
            for theme in order
        ]
    for chair, is_first in pair:
        here = [rows[is_first, theme] for theme in order if (is_first, theme) in rows]
        pairs = [(values[is_first, row.theme], values.get((not is_first, row.theme), -1.0)) for row in here]
        under = [is_first and value == other for value, other in pairs]  # equal marks lie on each other, so the lower one is larger
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": chair,
                "x": [value for value, _ in pairs],
                "y": [row.theme for row in here],
                "customdata": [row.Index for row in here],
                "text": ["" if same else f"\u2009{value:.0f}{unit} each" if value == other else f"{value:.0f}{unit}" for same, (value, other) in zip(under, pairs, strict=True)],
                "textposition": ["middle right" if value >= other else "middle left" for value, other in pairs],
                "textfont": {"color": look.chair(is_first), "size": 13},
                "marker": {
                    "size": [20 if same else 14 for same in under],
                    "symbol": "circle" if is_first else "diamond",
                    "color": look.chair(is_first),
                    "opacity": 1,
                    "line": {"color": look.paper, "width": 1},
                },
                "hovertext": [f"<b>{row.theme}</b><br>{chair}: {row.n} of {row.n_all} ({row.share:.1f} %)" for row in here],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "cliponaxis": False,
            }
        )
        keys.append(("●" if is_first else "◆", look.chair(is_first), f"{with_dashes(chair)} (n = {here[0].n_all})"))
    top = float(frame[column].max())
    return plot(
        traces,
        look,
        90 + 34 * len(order),
        annotations=[key(keys, 1 if look.narrow else 2)],
        margin={"l": 8, "r": 8, "t": 52 if look.narrow else 32, "b": 8},
        xaxis={
            "range": [-top * (0.16 if look.narrow else 0.09), top * 1.12],
            "ticksuffix": unit,
            "fixedrange": True,
            "dtick": 1 if top <= 5 and not share else None,
        },
        yaxis={"categoryorder": "array", "categoryarray": order, "tickfont": {"color": look.ink}, "fixedrange": True, "showgrid": False},
    )


def describe(frame: pd.DataFrame) -> str:
    """Alt text: both numbers of every theme."""
    found: dict[str, list[str]] = {}
    for row in each(frame):
        found.setdefault(row.theme, []).append(f"{row.n} of {row.n_all} in {row.chairmanship}")
    parts = [f"{theme}: {', '.join(numbers)}" for theme, numbers in found.items()]
    return "Priorities by theme. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """The theme whose number (or share, where that is shown) of priorities changed most; none when only one side is coded, the change is small or another is as large."""
    sides: dict[bool, dict[str, Any]] = {True: {}, False: {}}
    for row in each(frame):
        sides[row.is_first][row.theme] = row
    share = frame["measure"].iloc[0] == "share"
    column = "share" if share else "n"
    moves = {theme: abs(getattr(row, column) - getattr(sides[True][theme], column)) for theme, row in sides[False].items() if theme in sides[True]}
    largest, second = sorted([*moves.values(), 0.0, 0.0], reverse=True)[:2]
    if len(moves) < 2 or largest < (3 if share else 2) or largest - second < 1e-9:
        return ""
    theme = max(moves, key=lambda name: moves[name])
    before, after = sides[True][theme], sides[False][theme]
    what, words = ("share", [f"{row.n} of {row.n_all} ({row.share:.0f} %)" for row in (before, after)]) if share else ("number", [str(before.n), str(after.n)])
    return f"Largest change in {what} of priorities: {theme}, from {words[0]} to {words[1]}"


FIGURE = Figure(
    name="compared-themes",
    page="compare",
    measure="Priorities by theme",
    query="compare/themes",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="Each priority has one theme, the most specific that fits, coded by three coders. "
    "A share is the share of all priorities of that chairmanship in the chosen themes.",
    columns={"theme": "Theme", "chairmanship": "Chairmanship", "n": "Priorities", "n_all": "Of", "share": "Share, %"},
    native=Native("bar", category="theme", value="n", series="chairmanship", share="share", colours="chairs"),
    empty="No priorities in the dataset for these filters",
    height=430,
    formats={"share": "%.1f"},
)
