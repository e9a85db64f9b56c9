"""Outcomes of the priorities of two chairmanships."""

import pandas as pd

from charts.axes import PER_CENT, name_axis
from charts.common.cautions import FOUND, by_coder
from charts.compare.pair import DEPTH, chairs, rows_of
from charts.figure import Figure, Plotted, plot
from charts.hover import card
from charts.look import Look
from charts.marks import each
from charts.outcome_scale import DONE, SENSITIVE, SPREAD_COLUMNS, SPREAD_FORMATS, bar_key, outcome_bars, spread
from charts.words import rounded, sentence_case, wrapped
from queries.filters import with_dashes

KEY_LINE = 24


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """One bar of 100 per cent a chairmanship, its n beside its name; frame as of `compared_outcomes.sql`."""
    legend = bar_key(frame, look, 3)
    names = [_bar_name(chair, _n(frame, chair)) for chair, _ in chairs(frame)]
    return plot(
        outcome_bars(
            frame,
            look,
            at=lambda row: _bar_name(row.chairmanship, row.n_all),
            length=lambda row: row.share,
            words=lambda row: row.n,
            hover=lambda row: card(sentence_case(row.outcome), f"{with_dashes(row.chairmanship)}: {row.n} of {row.n_all} ({rounded(row.share, 1)} %)", spread(row)),
        ),
        look,
        (228 if look.narrow else 230) + KEY_LINE * legend.lines,
        barmode="stack",
        bargap=0.42,
        annotations=[legend.note(look)],
        margin={"r": 26, "t": KEY_LINE * legend.lines + 6},
        xaxis=PER_CENT,
        yaxis=name_axis(names[::-1], look),
    )


def _n(frame: pd.DataFrame, chair: str) -> int:
    return int(rows_of(frame, chair)["n_all"].iloc[0])


def _bar_name(chair: str, n: int) -> str:
    return f"<b>{wrapped(with_dashes(chair), 12)}</b><br>n = {n}"


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every share with its n."""
    parts = []
    for chair, _ in chairs(frame):
        shares = ", ".join(f"{row.outcome} {row.n} ({rounded(row.share)} per cent)" for row in each(rows_of(frame, chair)))
        parts.append(f"{chair}, n = {_n(frame, chair)}: {shares}")
    return "Stacked bars of the outcomes of priorities. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many priorities were adopted or realised in each of the two chairmanships."""
    done = frame[frame["outcome"].isin(DONE)].groupby("chairmanship")["n"].sum()
    return "Adopted or realised by the close: " + ", ".join(f"{int(done.get(c, 0))} of {_n(frame, c)} in {with_dashes(c)}" for c, _ in chairs(frame))


FIGURE = Figure(
    name="compared-outcomes",
    page="compare",
    measure="Outcomes of the priorities",
    query="compare/outcomes",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="The outcome is the state at the close of the chairmanship, as most coders gave it. Later steps do not change it. "
    "“No evidence found” means that nothing was found, not that nothing happened. "
    + FOUND
    + SENSITIVE
    + DEPTH,
    columns={"chairmanship": "Chairmanship", "outcome": "Outcome", "n": "Priorities", "n_all": "Of", "share": "Share, %", **SPREAD_COLUMNS, "list_depth": "Depth of the list"},
    empty="No priorities",
    height=278,
    formats=SPREAD_FORMATS,
    caution=lambda frame: by_coder(frame, lambda row: with_dashes(row.chairmanship), "chairmanship"),
)
