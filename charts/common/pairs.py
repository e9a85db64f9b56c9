"""An earlier priority and the later ones that continue it: how the pairs are grouped, marked and named."""

from typing import Any

import pandas as pd

from charts.hover import card, long
from charts.keys import Key
from charts.look import Look
from charts.marks import each, grouped
from charts.outcome_scale import OUTCOMES, badge, marker, sign_key
from charts.points import points
from queries.filters import with_dashes

LINKS = (
    "A priority continues an earlier one when the dataset links the two (continues_priority_id); "
    "each link is an interpretation that rests on the wording of both. "
)
Point = tuple[float, Any]  # height, row


def groups(frame: pd.DataFrame) -> list[tuple[str, str, list[list[Any]]]]:
    """(earlier chairmanship, later chairmanship, its links by earlier priority), in the order of the rows."""
    terms = grouped(each(frame), lambda row: (row.earlier_chairmanship, row.later_chairmanship))
    return [(earlier, later, list(grouped(rows, lambda row: row.earlier_id).values())) for (earlier, later), rows in terms.items()]


def ends(sides: dict[str, list[Point]], across: dict[str, float], look: Look) -> list[dict[str, Any]]:
    """The marks of both sides ("earlier", "later"), each side at its place across, a trace an outcome."""
    return [
        points(
            [across[side]] * len(here), (y for y, _ in here), (row.Index for _, row in here), (_hover(row, side) for _, row in here), marker(outcome, look, 12)
        )
        for side, found in sides.items()
        for outcome in OUTCOMES
        if (here := [(y, row) for y, row in found if getattr(row, f"{side}_outcome") == outcome])
    ]


def _hover(row: Any, side: str) -> str:
    title, chair, outcome = (getattr(row, f"{side}_{part}") for part in ("title", "chairmanship", "outcome"))
    return card(long(title), with_dashes(chair), badge(outcome))


def in_words(frame: pd.DataFrame) -> str:
    """The first links in words, for the description of a drawing."""
    return "; ".join(f"“{row.later_title}” ({row.later_outcome}) continues “{row.earlier_title}” ({row.earlier_outcome})" for row in each(frame.head(5)))


def both_key(frame: pd.DataFrame, look: Look) -> Key:
    """The key of the outcomes that occur on either side."""
    return sign_key(pd.DataFrame({"outcome": [*frame["earlier_outcome"], *frame["later_outcome"]]}), look)
