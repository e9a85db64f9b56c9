"""Shares of the world: computed from totals, and as claimed."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, key, plot
from charts.look import Look, ordered
from charts.marks import UNCERTAIN_DAYS, each, iso, middle
from charts.membership.statuses import KEY_LINE
from charts.words import day, plural, wrapped

INDICATORS = {
    "population": "world population",
    "gdp_current_usd": "world GDP, nominal",
    "gdp_ppp": "world GDP, purchasing power parity",
    "land_area": "the world's land area",
}
QUALIFIERS = {
    "exactly": ("circle", "●"),
    "about": ("diamond", "◆"),
    "at least": ("triangle-up", "▲"),
    "at most": ("triangle-down", "▼"),
    "expected": ("star", "★"),
}


def draw(frame: pd.DataFrame, look: Look, backdrop: pd.DataFrame | None = None) -> go.Figure:
    """The computed line and the claimed points; frame as of `world_share.sql`, backdrop as of `membership_growth.sql`."""
    computed, claimed = frame[frame["kind"] == "computed"], frame[frame["kind"] == "claimed"]
    top = float(frame["share"].max()) * 1.25
    traces = [_line(part, look, broken) for broken in (True, False) if len(part := computed[computed["is_before_break"] == broken])]
    traces += _points(claimed, look)
    shapes, notes = _joinings(backdrop, computed, top, look)
    entries = [("━", look.accent, "Computed, end of the year")] if len(computed) else []
    entries += [("┅", look.accent, "Computed, world total incomplete")] if computed["is_before_break"].any() else []
    entries += [(QUALIFIERS[q][1], look.first, f"Claimed: {q}") for q in ordered(list(claimed["qualifier"]), tuple(QUALIFIERS))]
    entries += [("◇", look.first, "Claim without a stated basis")] if (claimed["basis"] == "basis not stated").any() else []
    per_line = 2 if look.narrow else 6
    lines = -(-len(entries) // per_line)
    return plot(
        traces,
        look,
        360 + KEY_LINE * lines,
        shapes=shapes,
        annotations=[*notes, key(entries, per_line)],
        xaxis={"type": "date", "showgrid": False, "fixedrange": True, "nticks": 5 if look.narrow else 12, "tickformat": "%Y"},
        yaxis={"range": [0, top], "title": {"text": "Per cent of the world"}, "fixedrange": True},
        margin={"l": 8, "r": 12, "t": KEY_LINE * lines + 12, "b": 8},
    )


def _line(part: pd.DataFrame, look: Look, broken: bool) -> dict[str, Any]:
    """The years before or after the break; the two lines do not touch, because the totals behind them differ."""
    caution = "<br>The world's total is incomplete; the share is a little too high." if broken else ""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [iso(d) for d in part["on_date"]],
        "y": part["share"].tolist(),
        "customdata": part.index.tolist(),
        "text": [f"<b>{row.share:.1f} per cent</b><br>Computed for {row.on_date:%Y}{caution}" for row in each(part)],
        "hovertemplate": "%{text}<extra></extra>",
        "line": {"color": look.accent, "width": 2.5, "dash": "dot" if broken else "solid"},
        "marker": {"color": look.accent, "size": 5},
    }


def _points(claimed: pd.DataFrame, look: Look) -> list[dict[str, Any]]:
    if claimed.empty:
        return []
    across: list[str | None] = []
    up: list[float | None] = []
    for row in each(claimed):
        if days := UNCERTAIN_DAYS.get(row.date_precision):
            across += [iso(row.on_date), iso(row.on_date + pd.Timedelta(days=days)), None]
            up += [row.share, row.share, None]
    filled = [basis != "basis not stated" for basis in claimed["basis"]]
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": [iso(middle(row.on_date, row.date_precision)) for row in each(claimed)],
        "y": claimed["share"].tolist(),
        "marker": {
            "symbol": [QUALIFIERS.get(q, ("circle", ""))[0] for q in claimed["qualifier"]],
            "size": 12,
            "color": [look.first if full else look.paper for full in filled],
            "opacity": 1,
            "line": {"color": [look.paper if full else look.first for full in filled], "width": 1.6},
        },
        "customdata": claimed.index.tolist(),
        "text": [_hover(row) for row in each(claimed)],
        "hovertemplate": "%{text}<extra></extra>",
    }
    lines = {"type": "scatter", "mode": "lines", "x": across, "y": up, "line": {"color": look.first, "width": 2}, "hoverinfo": "skip"}
    return [lines, points] if across else [points]


def _hover(row: Any) -> str:
    extra = "".join(f"<br>{wrapped(text, 60)}" for text in (row.basis, row.note) if text)
    return f"<b>{row.qualifier} {row.share:g} per cent</b><br>Claimed by {row.claimed_by or 'someone not named'}, {day(row.on_date, row.date_precision)}{extra}"


def _joinings(backdrop: pd.DataFrame | None, computed: pd.DataFrame, top: float, look: Look) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A thin line with names on each day on which members joined after the first computed year."""
    shapes, notes = [], []
    if backdrop is None or computed.empty:
        return shapes, notes
    first, last = computed["on_date"].min(), computed["on_date"].max()
    joined = backdrop[(backdrop["status"] == "member") & (backdrop["change"] > 0) & (backdrop["day"] > first) & (backdrop["day"] <= last)]
    place = {"xanchor": "right", "yanchor": "top", "xshift": -3, "bgcolor": look.paper, "borderpad": 0, "font": {"color": look.quiet, "size": 12}}
    for k, row in enumerate(each(joined)):
        x = iso(row.day)
        shapes.append(
            {
                "type": "line",
                "x0": x,
                "x1": x,
                "y0": 0,
                "y1": 1,
                "yref": "paper",
                "line": {"color": look.quiet, "width": 1, "dash": "dot"},
                "layer": "below",
            }
        )
        notes.append({**place, "x": x, "y": top, "yshift": -17 * (k % 2), "text": f"+ {row.states}"})
    return shapes, notes


def describe(frame: pd.DataFrame) -> str:
    """Alt text: first and last computed share, and the range of claims."""
    computed, claimed = frame[frame["kind"] == "computed"], frame[frame["kind"] == "claimed"]
    parts = []
    if len(computed):
        a, b = computed.iloc[0], computed.iloc[-1]
        parts.append(f"Computed: {a['share']:.1f} per cent in {a['on_date']:%Y}, {b['share']:.1f} in {b['on_date']:%Y}.")
    if len(claimed):
        parts.append(f"{plural(len(claimed), 'claims')} from {claimed['share'].min():g} to {claimed['share'].max():g} per cent.")
    return f"Share of the member states in {INDICATORS.get(frame['indicator'].iloc[0], 'the world')}. {' '.join(parts)}"


def finding(frame: pd.DataFrame) -> str:
    """First and last computed share; across a break in the world's total none are compared, so the years after it stand."""
    computed = frame[frame["kind"] == "computed"]
    if not computed["is_before_break"].all():
        computed = computed[~computed["is_before_break"]]
    if len(computed) < 2:
        return ""
    a, b = computed.iloc[0], computed.iloc[-1]
    what = INDICATORS.get(a["indicator"], "the world")
    return f"Members' share of {what}: {a['share']:.1f} per cent in {a['on_date']:%Y}, {b['share']:.1f} in {b['on_date']:%Y}"


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
    "Claims on GDP rarely name a basis: a claim without one is hollow and stands under both, nominal and purchasing power parity. "
    "Land area: the world's total grows between 2011 and 2012 by about the size of one large country, probably because a value was missing before. "
    "Shares up to the break are a little too high and are drawn as a dotted line. "
    "Shares of Eurasia's area are another measure and are not drawn here.",
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
    native=Native("scatter", category="on_date", value="share", series="kind"),
    backdrop="membership/growth",
    height=412,
    formats={"share": "%.2f"},
    empty="No computed share and no claim in these years",
)
