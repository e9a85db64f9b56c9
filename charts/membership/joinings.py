"""The days on which members joined, as rules over a chart of shares."""

from typing import Any

import pandas as pd

from charts.look import Look
from charts.marks import each, iso
from charts.membership.statuses import is_full
from charts.notes import beside
from charts.shapes import upright

STEP = 17  # pixels; names of neighbours stand by turns on two lines


def joinings(growth: pd.DataFrame | None, computed: pd.DataFrame, top: float, look: Look) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A thin rule with names on each day on which members joined after the first computed year; growth as of `membership_growth.sql`, top: the height of the names."""
    if growth is None or computed.empty:
        return [], []
    first, last = computed["on_date"].min(), computed["on_date"].max()
    joined = list(each(growth[growth["status"].map(is_full) & (growth["change"] > 0) & (growth["day"] > first) & (growth["day"] <= last)]))
    place = {"yanchor": "top", "bgcolor": look.paper, "borderpad": 0}
    names = [beside(look, f"+ {row.states}", iso(row.day), top, -3, "note", look.quiet, yshift=-STEP * (k % 2), **place) for k, row in enumerate(joined)]
    return [upright(iso(row.day), look.quiet, dash="dot") for row in joined], names
