"""The table of sizes: medians, ratios to the same round of the first size, and pages that showed nothing."""

import math

from bench.sizes.measure import Size
from bench.sizes.table import table
from bench.sizes.visit import Seen


def size(documents: int, *seconds: float, what: str = "first chart") -> Size:
    return Size(documents, 1, 2, 300, 0.5, 12, {"overview": [Seen(what, one) for one in seconds]}, {"overview": 40 + documents})


def line(text: str, beginning: str) -> list[str]:
    """The cells of the line that begins so."""
    found = next(row for row in text.splitlines() if row.startswith(beginning))
    return [cell.strip() for cell in found.removeprefix(beginning).split("  ") if cell.strip()]


def test_first_and_later_visits_stand_beside_those_of_the_first_size() -> None:
    told = table([size(0, 2, 1, 4, 1), size(100_000, 6, 3, 4, 2)])
    assert line(told, "first chart, overview, first visit") == ["2.00 s (1.00)", "6.00 s (3.00)"]
    # Ratios of the later rounds are 3, 1 and 2: what slows a whole round is no matter of size.
    assert line(told, "first chart, overview, later visits") == ["1.00 s (1.00)", "3.00 s (2.00)"]
    assert line(told, "sent by overview") == ["40 kB", "100,040 kB"]


def test_a_page_that_shows_nothing_is_named() -> None:
    told = table([size(0, 2, 1), size(10_000, math.inf, what="nothing in 90 s")])
    assert line(told, "first chart, overview, first visit")[1] == "nothing in 90 s"
    assert line(told, "first chart, overview, later visits")[1] == "not visited"
