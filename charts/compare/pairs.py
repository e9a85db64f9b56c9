"""The priorities of the later of two chairmanships that continue one of the earlier: old and new words side by side."""

import pandas as pd

from charts.common.pairs import LINKS, in_words
from charts.common.pairs_beside import draw_pairs
from charts.figure import Figure
from charts.form import in_parts
from charts.words import plural
from queries.filters import with_dashes


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many links, and the first of them in words."""
    return f"{plural(len(frame), 'linked pairs')} of priorities. The first: {in_words(frame)}."


def finding(frame: pd.DataFrame) -> str:
    """How many priorities of the later chairmanship continue one of the earlier, in how many pairs."""
    after, before = with_dashes(frame["later_chairmanship"].iloc[0]), with_dashes(frame["earlier_chairmanship"].iloc[0])
    n = int(frame["n_later"].iloc[0])
    return f"{plural(n, 'priorities')} of {after} {'continues' if n == 1 else 'continue'} one of {before}"


FIGURE = Figure(
    name="compared-pairs",
    page="compare",
    measure="Priorities carried on",
    query="compare/pairs",
    fit=in_parts(("later_id", "earlier_id"), {"slide": 3, "square": 3}, "pairs"),
    draw=draw_pairs,
    describe=describe,
    finding=finding,
    noun="priorities",
    method=LINKS + "Pairs through one in between are shown too. The words are those of the dataset, not quotations. The sign is the outcome at the close of the "
    "chairmanship that stated it. A pair is shown when either of its priorities has a chosen theme; the theme named is that of the earlier one.",
    columns={
        "earlier_title": "Earlier priority",
        "earlier_words": "In words",
        "earlier_chairmanship": "Of",
        "earlier_outcome": "Outcome",
        "later_title": "Later priority",
        "later_words": "In words (later)",
        "later_chairmanship": "Of (later)",
        "later_outcome": "Outcome (later)",
        "theme": "Theme",
    },
    height=700,
    rowwise=True,
    empty="No linked priorities",
)
