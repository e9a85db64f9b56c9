"""The bars of a lane by year, and the rings of its empty years."""

from typing import Any

from charts.bars import bars, fill, hatch, outside
from charts.hover import card
from charts.look import Look
from charts.points import marker, points
from charts.timeline.phrases import LANES, NOUNS
from charts.words import number, plural


def year_bars(lane: str, rows: list[Any], look: Look) -> dict[str, Any]:
    """The years with records, hatched where no day is known; a phone has room for the number of the fullest alone."""
    kept = [row for row in rows if row.n]
    crowded, top = look.narrow and len(rows) > 16, max((row.n for row in kept), default=1)
    shapes = ["/" if row.n_imprecise == row.n else "" for row in kept]
    return bars(
        (row.year for row in kept),
        (row.n for row in kept),
        (row.Index for row in kept),
        (_hover(row) for row in kept),
        fill(look.accent, hatch=hatch(look, shape=shapes)),
        is_upright=True,
        width=min(0.75, len(rows) / 10),
        name=LANES[lane],
        **outside(look, (str(row.n) if not crowded or row.n == top else "" for row in kept), look.ink),
    )


def _hover(row: Any) -> str:
    vague = f"{number(row.n_imprecise)} of them known to the month or year only" if row.n_imprecise else ""
    return card(str(row.year), plural(row.n, NOUNS[row.lane]), vague)


def rings(lane: str, gaps: list[Any], look: Look) -> list[dict[str, Any]]:
    """A ring for each year without a record."""
    hovers = [card(str(row.year), f"No {NOUNS[lane]} in the dataset") for row in gaps]
    form = marker("circle-open", 5, look.quiet)
    made = points((row.year for row in gaps), [0] * len(gaps), (row.Index for row in gaps), hovers, form, name=f"{LANES[lane]}: none", cliponaxis=False)
    return [made] if gaps else []
