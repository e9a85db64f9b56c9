"""Computed shares as a line, claimed ones as points."""

from typing import Any

import pandas as pd

from charts.hover import card, long
from charts.look import Look
from charts.marks import each, iso
from charts.membership.claims import shape
from charts.points import hollow, middle, points, ranges
from charts.words import day, rounded

UNSTATED = "basis not stated"


def computed_line(part: pd.DataFrame, look: Look, broken: bool) -> dict[str, Any]:
    """The years before or after the break; the two lines do not touch, because the totals behind them differ."""
    caution = "The world's total is incomplete; the share is a little too high." if broken else ""
    hovers = [card(f"{rounded(row.share, 1)} per cent", f"Computed for {row.on_date:%Y}", caution) for row in each(part)]
    form = {"color": look.accent, "width": 2.5, "dash": "dot" if broken else "solid"}
    return points(map(iso, part["on_date"]), part["share"], part.index, hovers, {"color": look.accent, "size": 5}, mode="lines+markers", line=form)


def claimed_points(claims: list[Any], look: Look) -> list[dict[str, Any]]:
    """The claims by shape, hollow where they state no basis, on a line where only month or year is known."""
    over = ranges(((row.on_date, row.date_precision, row.share) for row in claims), [(look.first, 2)])
    form = hollow([shape(row.qualifier) for row in claims], 12, [look.first] * len(claims), [row.basis == UNSTATED for row in claims], look, 1.6)
    x = [iso(middle(row.on_date, row.date_precision)) for row in claims]
    return [*over, points(x, (row.share for row in claims), (row.Index for row in claims), map(_hover, claims), form)]


def _hover(row: Any) -> str:
    who = f"Claimed by {row.claimed_by or 'someone not named'}, {day(row.on_date, row.date_precision)}"
    return card(f"{row.qualifier} {row.share:g} per cent", who, long(row.basis), long(row.note))
