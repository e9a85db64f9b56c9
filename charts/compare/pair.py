"""What the charts of two compared chairmanships share."""

import pandas as pd


def chairs(frame: pd.DataFrame) -> list[tuple[str, bool]]:
    """The chairmanships of the rows in their order, each with whether it is the first (or the earlier) of the two."""
    column = "is_earlier" if "is_earlier" in frame else "is_first"
    return list(dict.fromkeys((chair, bool(first)) for chair, first in zip(frame["chairmanship"], frame[column], strict=True)))
