"""Priorities of two chairmanships side by side: by theme, by outcome, and what was carried over."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, key, plot
from charts.look import HATCH, Look
from charts.marks import each
from charts.words import plural, sentence_case, wrapped

OUTCOMES = ("adopted", "realised", "in progress", "not achieved", "no evidence found")


def _chairs(frame: pd.DataFrame) -> list[tuple[str, bool]]:
    column = "is_earlier" if "is_earlier" in frame else "is_first"
    return list(dict.fromkeys((c, bool(f)) for c, f in zip(frame["chairmanship"], frame[column], strict=True)))


def draw_outcomes(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One bar of 100 per cent a chairmanship, its n beside its name; frame as of `compared_outcomes.sql`."""
    traces = []
    for outcome in OUTCOMES:
        rows = frame[frame["outcome"] == outcome]
        if rows.empty:
            continue
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": sentence_case(outcome),
                "y": [_bar_name(row.chairmanship, row.n_all) for row in each(rows)],
                "x": rows["share"].tolist(),
                "customdata": rows.index.tolist(),
                "text": rows["n"].tolist(),
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "constraintext": "none",
                "textfont": {"color": look.on(look.outcomes[outcome]), "size": 13},
                "hovertext": [
                    f"<b>{sentence_case(outcome)}</b><br>{row.chairmanship}: {row.n} of {row.n_all} ({row.share:.1f} %)" for row in each(rows)
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {
                    "color": look.outcomes[outcome],
                    "line": {"color": look.paper, "width": 1.5},
                    **({"pattern": {**HATCH, "fgcolor": look.paper, "solidity": 0.2}} if outcome == "no evidence found" else {}),
                },
            }
        )
    names = [_bar_name(c, int(frame[frame["chairmanship"] == c]["n_all"].iloc[0])) for c, _ in _chairs(frame)]
    return plot(
        traces,
        look,
        300 if look.narrow else 278,
        barmode="stack",
        bargap=0.42,
        annotations=[_outcome_key(frame, look)],
        margin={"l": 8, "r": 26, "t": 78 if look.narrow else 54, "b": 8},
        xaxis={
            "range": [0, 100.5],
            "tickvals": [0, 25, 50, 75, 100],
            "ticktext": ["0 %", "25 %", "50 %", "75 %", "100 %"],
            "showgrid": False,
            "fixedrange": True,
        },
        yaxis={"categoryorder": "array", "categoryarray": names[::-1], "tickfont": {"color": look.ink}, "fixedrange": True},
    )


def _outcome_key(frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    shown = [outcome for outcome in OUTCOMES if (frame["outcome"] == outcome).any()]
    entries = [("▨" if outcome == "no evidence found" else "■", look.outcomes[outcome], sentence_case(outcome)) for outcome in shown]
    return key(entries, 2 if look.narrow else 3)


def _bar_name(chair: str, n: int) -> str:
    return f"<b>{wrapped(chair, 12)}</b><br>n = {n}"


def describe_outcomes(frame: pd.DataFrame) -> str:
    """Alt text: every share with its n."""
    parts = []
    for chair, _ in _chairs(frame):
        rows = frame[frame["chairmanship"] == chair]
        shares = ", ".join(f"{row.outcome} {row.n} ({row.share:.0f} per cent)" for row in each(rows))
        parts.append(f"{chair}, n = {rows['n_all'].iloc[0]}: {shares}")
    return "Stacked bars of the outcomes of priorities. " + "; ".join(parts) + "."


def find_outcomes(frame: pd.DataFrame) -> str:
    """How many priorities were adopted or realised in each of the two chairmanships."""
    done = frame[frame["outcome"].isin(["adopted", "realised"])].groupby("chairmanship")["n"].sum()
    parts = [f"{int(done.get(chair, 0))} of {int(frame[frame['chairmanship'] == chair]['n_all'].iloc[0])} in {_short(chair)}" for chair, _ in _chairs(frame)]
    return "Adopted or realised by the close: " + ", ".join(parts) if len(parts) == 2 else f"Adopted or realised by the close: {parts[0]}"


def _short(chair: str) -> str:
    return chair.replace("-", "–")


def draw_themes(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A dumbbell a theme: count or share of the two chairmanships. Frame as of `compared_themes.sql`."""
    share = frame["measure"].iloc[0] == "share"
    column, unit = ("share", " %") if share else ("n", "")
    chairs = _chairs(frame)
    rows = {(row.is_first, row.theme): row for row in each(frame)}
    values = {place: getattr(row, column) for place, row in rows.items()}
    sides = [is_first for _, is_first in chairs]
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
    for chair, is_first in chairs:
        here = [rows[is_first, theme] for theme in order if (is_first, theme) in rows]
        pairs = [(values[is_first, row.theme], values.get((not is_first, row.theme), -1.0)) for row in here]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": chair,
                "x": [value for value, _ in pairs],
                "y": [row.theme for row in here],
                "customdata": [row.Index for row in here],
                "text": ["" if value == other and is_first else f"{value:.0f}{unit}" for value, other in pairs],
                "textposition": ["middle right" if value >= other else "middle left" for value, other in pairs],
                "textfont": {"color": look.chair(is_first), "size": 13},
                "marker": {"size": 14, "symbol": "circle" if is_first else "diamond", "color": look.chair(is_first), "line": {"color": look.paper, "width": 1}},
                "hovertext": [f"<b>{row.theme}</b><br>{chair}: {row.n} of {row.n_all} ({row.share:.1f} %)" for row in here],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "cliponaxis": False,
            }
        )
        keys.append(("●" if is_first else "◆", look.chair(is_first), f"{_short(chair)} (n = {here[0].n_all})"))
    top = float(frame[column].max())
    return plot(
        traces,
        look,
        90 + 34 * len(order),
        annotations=[key(keys, 1 if look.narrow else 2)],
        margin={"l": 8, "r": 8, "t": 52 if look.narrow else 32, "b": 8},
        xaxis={"range": [-top * (0.16 if look.narrow else 0.09), top * 1.12], "ticksuffix": unit, "fixedrange": True, "dtick": None},
        yaxis={"categoryorder": "array", "categoryarray": order, "tickfont": {"color": look.ink}, "fixedrange": True, "showgrid": False},
    )


def describe_themes(frame: pd.DataFrame) -> str:
    """Alt text: both numbers of every theme."""
    found: dict[str, list[str]] = {}
    for row in each(frame):
        found.setdefault(row.theme, []).append(f"{row.n} of {row.n_all} in {row.chairmanship}")
    parts = [f"{theme}: {', '.join(numbers)}" for theme, numbers in found.items()]
    return "Priorities by theme. " + "; ".join(parts) + "."


def find_themes(frame: pd.DataFrame) -> str:
    """The theme whose share of priorities moved most between the two chairmanships; none when only one is coded or the move is small."""
    sides: dict[bool, dict[str, Any]] = {True: {}, False: {}}
    for row in each(frame):
        sides[row.is_first][row.theme] = row
    moves = {theme: row.share - sides[True][theme].share for theme, row in sides[False].items() if theme in sides[True]}
    if len(moves) < 2:
        return ""
    theme = max(moves, key=lambda name: abs(moves[name]))
    if abs(moves[theme]) < 3:
        return ""
    verb = "rose" if moves[theme] > 0 else "fell"
    before, after = sides[True][theme], sides[False][theme]
    return f"Share of {theme} {verb} most: from {before.n} of {before.n_all} priorities to {after.n} of {after.n_all}"


def draw_flow(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Two columns of priorities with a band for those carried over; frame as of `compared_flow.sql`."""
    earlier, later = (frame[frame["is_earlier"] == side] for side in (True, False))
    counts = {
        "not taken up": int((earlier["flow"] == "not taken up").sum()),
        "kept": int((earlier["flow"] == "continued").sum()),
        "continued": int((later["flow"] == "continued").sum()),
        "new": int((later["flow"] == "new").sum()),
    }
    top = max(counts["kept"] + counts["not taken up"], counts["continued"] + counts["new"], 1)
    left, right = (0.0, 0.30), (0.70, 1.0)
    boxes = [
        (left, 0, counts["kept"], look.first, 1.0, look.on(look.first), f"<b>{counts['kept']}</b> taken up again"),
        (left, counts["kept"], counts["kept"] + counts["not taken up"], look.first, 0.2, look.ink, f"<b>{counts['not taken up']}</b> not taken up"),
        (right, 0, counts["continued"], look.second, 1.0, look.on(look.second), f"<b>{counts['continued']}</b> continue an earlier one"),
        (right, counts["continued"], counts["continued"] + counts["new"], look.second, 0.2, look.ink, f"<b>{counts['new']}</b> new"),
    ]
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    if counts["kept"] and counts["continued"]:
        (x0, x1), (kept, continued) = (left[1], right[0]), (counts["kept"], counts["continued"])
        band = f"M {x0} 0 C 0.5 0 0.5 0 {x1} 0 L {x1} {continued} C 0.5 {continued} 0.5 {kept} {x0} {kept} Z"
        shapes.append({"type": "path", "path": band, "fillcolor": look.accent, "opacity": 0.18, "line": {"width": 0}, "layer": "below"})
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
    for side, (x0, x1), colour in ((earlier, left, look.first), (later, right, look.second)):
        if len(side):
            notes.append(
                {
                    "x": (x0 + x1) / 2,
                    "y": top,
                    "yshift": 18 if not look.narrow else 26,
                    "text": f"<b>{wrapped(_short(side['chairmanship'].iloc[0]), 16 if look.narrow else 40)}</b><br>{plural(len(side), 'priorities')}",
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


def describe_flow(frame: pd.DataFrame) -> str:
    """Alt text: the four numbers of the flow."""
    parts = [f"{plural(len(rows), 'priorities')} of {chair} {flow}" for (chair, flow), rows in frame.groupby(["chairmanship", "flow"], sort=False)]
    return "Flow between the priorities of two chairmanships: " + "; ".join(parts) + "."


def find_flow(frame: pd.DataFrame) -> str:
    """How many priorities of the later chairmanship continue one of the earlier."""
    later, earlier = frame[~frame["is_earlier"]], frame[frame["is_earlier"]]
    if later.empty or earlier.empty:
        return ""
    after, before = (_short(side["chairmanship"].iloc[0]) for side in (later, earlier))
    return f"{(later['flow'] == 'continued').sum()} of {plural(len(later), 'priorities')} of {after} continue one of {before}"


OUTCOMES_FIGURE = Figure(
    name="compared-outcomes",
    page="compare",
    measure="Outcomes of the priorities",
    query="compared_outcomes",
    draw=draw_outcomes,
    describe=describe_outcomes,
    finding=find_outcomes,
    noun="priorities",
    method="The outcome is the state at the close of the chairmanship, coded from the sources by three coders. Later steps do not change it. "
    "“No evidence found” means that nothing was found, not that nothing happened.",
    columns={"chairmanship": "Chairmanship", "outcome": "Outcome", "n": "Priorities", "n_all": "Of", "share": "Share, %"},
    native=Native("share bar", category="chairmanship", value="n", series="outcome", colours="outcomes"),
    empty="No priorities in the dataset for these filters",
    height=278,
    formats={"share": "%.1f"},
)

THEMES_FIGURE = Figure(
    name="compared-themes",
    page="compare",
    measure="Priorities by theme",
    query="compared_themes",
    draw=draw_themes,
    describe=describe_themes,
    finding=find_themes,
    noun="priorities",
    method="Each priority has one theme, the most specific that fits, coded by three coders. "
    "A share is the share of all priorities of that chairmanship in the chosen themes.",
    columns={"theme": "Theme", "chairmanship": "Chairmanship", "n": "Priorities", "n_all": "Of", "share": "Share, %"},
    native=Native("bar", category="theme", value="n", series="chairmanship", share="share", colours="chairs"),
    empty="No priorities in the dataset for these filters",
    height=430,
    formats={"share": "%.1f"},
)

FLOW_FIGURE = Figure(
    name="compared-flow",
    page="compare",
    measure="Continued, new, not taken up",
    query="compared_flow",
    draw=draw_flow,
    describe=describe_flow,
    finding=find_flow,
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

FIGURES = (THEMES_FIGURE, OUTCOMES_FIGURE, FLOW_FIGURE)
