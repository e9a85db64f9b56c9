"""From dated rows to marks of a timeline: which rows share a mark, how large it is, and where it is stacked.

Everything here follows from the rows and the scale alone, so the same rows always give the same picture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import pandas as pd

UNIT = 3  # pixels; marks are stacked in steps of this
POINT, COUNTED, BIGGEST, BAR = 9, 15, 36, 9  # pixels: a single record, the smallest and the largest mark with a number in it, the height of a span
LONG = 14  # pixels; what lasts longer than this on the scale is drawn as long as it lasted
LEAST_DAY, LEAST_BIN = 0.7, 4.5  # pixels; narrower days share a mark by month, narrower months by quarter, half-year or year
BINS = (30, 91, 182, 365)


@dataclass
class Mark:
    """One mark: the rows it stands for and how many records each of them has, its days, its size and its place in the lane (`foot`, in units from below)."""

    sort: str
    first: int
    last: int
    precision: str
    spans: bool
    rows: list[int]
    counts: list[int]
    width: float = 0.0
    height: float = 0.0
    foot: int = 0

    @property
    def n(self) -> int:
        """How many records it stands for."""
        return sum(self.counts)

    @property
    def exact(self) -> bool:
        """Whether its date is known to the day."""
        return self.precision == "day"

    @property
    def middle(self) -> float:
        """The day in the middle of its days."""
        return (self.first + self.last) / 2


def days(column: pd.Series) -> list[int]:
    """Dates as days since 1970."""
    return column.to_numpy().astype("datetime64[D]").astype(int).tolist()


def bin_days(scale: float) -> int:
    """How many days share a mark at this scale (pixels a day): one, or a month, quarter, half-year or year."""
    return 1 if scale >= LEAST_DAY else next((size for size in BINS if size * scale >= LEAST_BIN), BINS[-1])


def gather(frame: pd.DataFrame, scale: float) -> dict[str, list[Mark]]:
    """The marks of each lane at this scale (pixels a day); frame as of `timeline/axis.sql`.

    Rows of one sort on one day (or in one month, quarter, half-year or year where days are too narrow) share a mark. A date known to the
    month or year only, and what lasts long enough to be seen, keeps its own days as a span; equal spans share one.
    """
    size = bin_days(scale)
    months = frame["first_day"].to_numpy().astype("datetime64[M]").astype(int).tolist()
    found: dict[str, dict[tuple[object, ...], Mark]] = {}
    columns = (frame[name].tolist() for name in ("lane", "sort", "date_precision", "n"))
    for row, (lane, sort, precision, n, first, last, month) in enumerate(zip(*columns, days(frame["first_day"]), days(frame["last_day"]), months, strict=True)):
        spans = precision != "day" or (last - first + 1) * scale >= LONG
        place = (precision, first, last) if spans else (first,) if size == 1 else (month // (size // 30),)
        mark = found.setdefault(lane, {}).setdefault((sort, spans, *place), Mark(sort, first, last, precision, spans, [], []))
        mark.last = max(mark.last, last)
        mark.rows.append(row)
        mark.counts.append(n)
    return {lane: list(marks.values()) for lane, marks in found.items()}


def stack(marks: Sequence[Mark], sorts: Mapping[str, float], scale: float) -> int:
    """Gives each mark its size and the lowest free place over its days; returns the height of the lane in units.

    sorts: how much broader than others the marks of a sort are, in the order in which sorts are stacked.
    """
    order = {sort: place for place, sort in enumerate(sorts)}
    for mark in marks:
        if mark.spans:
            mark.width = max((mark.last - mark.first + 1) * scale, 4)
            mark.height = COUNTED if mark.n > 1 else BAR
        else:
            mark.width = mark.height = (POINT if mark.n == 1 else min(COUNTED + 1.3 * sqrt(mark.n), BIGGEST)) * sorts.get(mark.sort, 1.0)
    free: list[float] = []
    for mark in sorted(marks, key=lambda m: (_left(m, scale), order.get(m.sort, len(order)), m.rows[0])):
        left, needed = _left(mark, scale), -(-int(mark.height + 2) // UNIT)
        foot = next(foot for foot in range(len(free) + 1) if all(end <= left for end in free[foot : foot + needed]))
        free += [float("-inf")] * (foot + needed - len(free))
        outside = 14 if mark.spans and mark.n > 1 and mark.width < 18 else 0
        free[foot : foot + needed] = [left + mark.width + outside + 1] * needed
        mark.foot = foot
    return len(free)


def _left(mark: Mark, scale: float) -> float:
    return mark.first * scale if mark.spans else mark.middle * scale - mark.width / 2
