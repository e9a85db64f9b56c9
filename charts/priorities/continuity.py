"""Which later priorities continue an earlier one: the linked pairs."""

import pandas as pd

from charts.common.pairs import LINKS, groups, in_words
from charts.common.pairs_beside import draw_pairs
from charts.figure import Figure
from charts.form import in_parts
from queries.filters import with_dashes


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many links, and the first of them in words."""
    parts = [f"{with_dashes(later)} to {with_dashes(earlier)}: {sum(map(len, rows))}" for earlier, later, rows in groups(frame)]
    return f"Linked pairs of priorities. {'; '.join(parts)}. The first: {in_words(frame)}."


def finding(frame: pd.DataFrame) -> str:
    """How many later priorities continue earlier ones that had not been achieved, among all pairs."""
    return f"{frame['n_open'].iloc[0]} of {frame['n_pairs'].iloc[0]} later priorities continue one that had been neither adopted nor realised"


FIGURE = Figure(
    name="priority-continuity",
    page="priorities",
    measure="Later priorities that continue an earlier one",
    query="priorities/continuity",
    fit=in_parts(("later_id", "earlier_id"), {"slide": 3, "square": 3}, "pairs"),
    draw=draw_pairs,
    describe=describe,
    finding=finding,
    noun="priorities",
    rowwise=True,
    method=LINKS + "An earlier priority can be continued by several later ones. The sign is the outcome at the close of the chairmanship that stated it. "
    "A pair is shown when either chairmanship is chosen and when either statement falls into the chosen years; the theme is that of the earlier priority.",
    columns={
        "earlier_title": "Earlier priority",
        "earlier_chairmanship": "Of",
        "earlier_outcome": "Outcome",
        "later_title": "Later priority",
        "later_chairmanship": "Of (later)",
        "later_outcome": "Outcome (later)",
        "theme": "Theme",
    },
    height=700,
    empty="No linked priorities",
)
