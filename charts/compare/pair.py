"""What the charts of two compared chairmanships share."""

import pandas as pd

from charts.keys import Key, key
from charts.look import Look
from queries.filters import with_dashes

DEPTH = (
    "Lists differ in depth: a full one rests on whole articles and programmes, a partial one on summaries, a thin one on single reports. "
    "Where the two differ, shares are shown unless numbers are asked for, and no title speaks of a change in number."
)


def chairs(frame: pd.DataFrame) -> list[tuple[str, bool]]:
    """The chairmanships of the rows in their order, each with whether it is the first (or the earlier) of the two."""
    column = "is_earlier" if "is_earlier" in frame else "is_first"
    return list(dict.fromkeys((chair, bool(first)) for chair, first in zip(frame["chairmanship"], frame[column], strict=True)))


def rows_of(frame: pd.DataFrame, chair: str) -> pd.DataFrame:
    """The rows of one chairmanship."""
    return frame[frame["chairmanship"].to_numpy() == chair]  # text compared by pandas takes twice as long


def pair_key(frame: pd.DataFrame, look: Look, signs: tuple[str, str], tails: dict[str, str] | None = None) -> Key:
    """The key of the two in their colours; signs: of the first and the second; tails: what follows a name."""
    entries = [(signs[0 if first else 1], look.chair(first), with_dashes(chair) + (tails or {}).get(chair, "")) for chair, first in chairs(frame)]
    return key(entries, look, 2, 1)
