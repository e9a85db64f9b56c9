"""Outcomes of the priorities of two chairmanships."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.compare.pair import chairs
from charts.figure import Figure, Native, key, plot
from charts.look import HATCH, Look
from charts.marks import each
from charts.outcome_scale import OUTCOMES, PER_CENT
from charts.words import sentence_case, wrapped
from queries.filters import with_dashes


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
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
                    f"<b>{sentence_case(outcome)}</b><br>{with_dashes(row.chairmanship)}: {row.n} of {row.n_all} ({row.share:.1f} %)" for row in each(rows)
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {
                    "color": look.outcomes[outcome],
                    "line": {"color": look.paper, "width": 1.5},
                    **({"pattern": {**HATCH, "fgcolor": look.paper, "solidity": 0.2}} if outcome == "no evidence found" else {}),
                },
            }
        )
    names = [_bar_name(c, int(frame[frame["chairmanship"] == c]["n_all"].iloc[0])) for c, _ in chairs(frame)]
    return plot(
        traces,
        look,
        300 if look.narrow else 278,
        barmode="stack",
        bargap=0.42,
        annotations=[_outcome_key(frame, look)],
        margin={"l": 8, "r": 26, "t": 78 if look.narrow else 54, "b": 8},
        xaxis=PER_CENT,
        yaxis={"categoryorder": "array", "categoryarray": names[::-1], "tickfont": {"color": look.ink}, "fixedrange": True},
    )


def _outcome_key(frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    shown = [outcome for outcome in OUTCOMES if (frame["outcome"] == outcome).any()]
    entries = [("▨" if outcome == "no evidence found" else "■", look.outcomes[outcome], sentence_case(outcome)) for outcome in shown]
    return key(entries, 2 if look.narrow else 3)


def _bar_name(chair: str, n: int) -> str:
    return f"<b>{wrapped(with_dashes(chair), 12)}</b><br>n = {n}"


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every share with its n."""
    parts = []
    for chair, _ in chairs(frame):
        rows = frame[frame["chairmanship"] == chair]
        shares = ", ".join(f"{row.outcome} {row.n} ({row.share:.0f} per cent)" for row in each(rows))
        parts.append(f"{chair}, n = {rows['n_all'].iloc[0]}: {shares}")
    return "Stacked bars of the outcomes of priorities. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many priorities were adopted or realised in each of the two chairmanships."""
    done = frame[frame["outcome"].isin(["adopted", "realised"])].groupby("chairmanship")["n"].sum()
    parts = [f"{int(done.get(chair, 0))} of {int(frame[frame['chairmanship'] == chair]['n_all'].iloc[0])} in {with_dashes(chair)}" for chair, _ in chairs(frame)]
    return "Adopted or realised by the close: " + ", ".join(parts) if len(parts) == 2 else f"Adopted or realised by the close: {parts[0]}"


FIGURE = Figure(
    name="compared-outcomes",
    page="compare",
    measure="Outcomes of the priorities",
    query="compare/outcomes",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="The outcome is the state at the close of the chairmanship, coded from the sources by three coders. Later steps do not change it. "
    "“No evidence found” means that nothing was found, not that nothing happened.",
    columns={"chairmanship": "Chairmanship", "outcome": "Outcome", "n": "Priorities", "n_all": "Of", "share": "Share, %"},
    native=Native("share bar", category="chairmanship", value="n", series="outcome", colours="outcomes"),
    empty="No priorities in the dataset for these filters",
    height=278,
    formats={"share": "%.1f"},
)
