"""Shares of the world: computed from totals, and as claimed."""

import pandas as pd

from charts.axes import dated_years, number_axis
from charts.figure import Figure, Plotted, plot
from charts.keys import Key, key
from charts.look import Look
from charts.marks import each
from charts.membership.claims import claim_entries
from charts.membership.joinings import joinings
from charts.membership.share_traces import UNSTATED, claimed_points, computed_line
from charts.membership.statuses import KEY_LINE
from charts.words import plural, rounded


def draw(frame: pd.DataFrame, look: Look, backdrop: pd.DataFrame | None = None) -> Plotted:
    """The computed line and the claimed points; frame as of `world_share.sql`, backdrop as of `membership_growth.sql`."""
    computed, claimed = _parts(frame)
    top = float(frame["share"].max()) * 1.25
    lines = [computed_line(part, look, broken) for broken in (True, False) if len(part := computed[computed["is_before_break"] == broken])]
    rules, names = joinings(backdrop, computed, top, look)
    legend = _key(computed, claimed, look)
    return plot(
        [*lines, *(claimed_points(list(each(claimed)), look) if len(claimed) else [])],
        look,
        360 + KEY_LINE * legend.lines,
        shapes=rules,
        annotations=[*names, legend.at_right(look)],
        xaxis=dated_years(look, 12, (frame["on_date"].max() - frame["on_date"].min()).days, showgrid=False),
        yaxis=number_axis(0, top, "Per cent of the world"),
        margin={"r": 12, "t": KEY_LINE * legend.lines + 12},
    )


def _parts(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    return frame[frame["kind"] == "computed"], frame[frame["kind"] == "claimed"]


def _key(computed: pd.DataFrame, claimed: pd.DataFrame, look: Look) -> Key:
    entries = [("━", look.accent, "Computed, end of the year")] if len(computed) else []
    entries += [("┅", look.accent, "Computed, world total incomplete")] if computed["is_before_break"].any() else []
    entries += claim_entries(claimed["qualifier"], look)
    entries += [("◇", look.first, "Claim without a stated basis")] if (claimed["basis"] == UNSTATED).any() else []
    return key(entries, look, 6)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: first and last computed share, and the range of claims."""
    computed, claimed = _parts(frame)
    parts = []
    if len(computed):
        a, b = computed.iloc[0], computed.iloc[-1]
        parts.append(f"Computed: {rounded(a['share'], 1)} per cent in {a['on_date']:%Y}, {rounded(b['share'], 1)} in {b['on_date']:%Y}.")
    if len(claimed):
        parts.append(f"{plural(len(claimed), 'claims')} from {claimed['share'].min():g} to {claimed['share'].max():g} per cent.")
    return f"Share of the member states in {frame['share_of'].iloc[0]}. {' '.join(parts)}"


def finding(frame: pd.DataFrame) -> str:
    """First and last computed share; across a break in the world's total none are compared, so the years after it stand."""
    computed, _ = _parts(frame)
    if not computed["is_before_break"].all():
        computed = computed[~computed["is_before_break"]]
    if len(computed) < 2:
        return ""
    a, b = computed.iloc[0], computed.iloc[-1]
    return f"Members' share of {a['share_of']}: {rounded(a['share'], 1)} per cent in {a['on_date']:%Y}, {rounded(b['share'], 1)} in {b['on_date']:%Y}"


FIGURE = Figure(
    name="world-share",
    page="membership",
    measure="Share of the member states in the world",
    query="membership/shares",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="values",
    method="Computed: the total of the states that were members on 31 December of a year, divided by the world's total of the same source. "
    "Claimed: shares as speakers and texts gave them, not recomputed. "
    "Points are claims; their shape tells how exact the claim was, and a line through a point that only the month or year is known. "
    "A claim may mean members that were still to join; the note says so where the source does. "
    "Where a measure may have several bases, a claim that names none is hollow and stands under each. "
    "Where the world's total leaps from one year to the next, shares up to the break are drawn as a dotted line.",
    columns={
        "kind": "Computed or claimed",
        "on_date": "Date",
        "date_precision": "Date known to the",
        "share": "Per cent",
        "qualifier": "Said as",
        "claimed_by": "Claimed by",
        "basis": "Basis",
        "note": "Note",
        "is_before_break": "World total incomplete",
    },
    backdrop="membership/growth",
    height=412,
    formats={"share": "%.2f"},
    empty="No computed share and no claim",
)
