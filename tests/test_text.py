"""Words that pages put together from cells: days, and spans of days."""

import pandas as pd
import pytest

from ui.text import span

FIRST, LAST = pd.Timestamp(2024, 6, 20), pd.Timestamp(2024, 6, 21)


@pytest.mark.parametrize(
    ("first", "precision", "last", "told"),
    [
        (FIRST, "day", LAST, "20 to 21 June 2024"),
        (FIRST, "day", pd.Timestamp(2024, 7, 1), "20 June to 1 July 2024"),
        (FIRST, "day", pd.Timestamp(2025, 6, 20), "20 June 2024 to 20 June 2025"),
        (pd.Timestamp(2024, 6, 1), "month", pd.Timestamp(2024, 7, 1), "June to July 2024"),
        (FIRST, "day", FIRST, "20 June 2024"),
        (FIRST, "day", pd.NaT, "20 June 2024"),
        (FIRST, "day", None, "20 June 2024"),
        (pd.NaT, "day", LAST, "date not known"),
        (None, None, None, "date not known"),
    ],
)
def test_a_span_says_once_what_both_days_share(first: pd.Timestamp, precision: str, last: pd.Timestamp, told: str) -> None:
    assert span(first, precision, last) == told
