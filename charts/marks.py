"""Small helpers of drawing functions: rows of a frame, marks that keep apart, room for a label."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

ALL_ROWS = "number of all rows"


def n_rows(frame: pd.DataFrame) -> int:
    """How many rows there are in all: more than the frame has where there are more than a page takes."""
    return frame.attrs.get(ALL_ROWS, len(frame))


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows as named tuples, with their position as `Index`. `DataFrame.itertuples` makes a class at every call, which takes longer than a few rows."""
    return map(_row(tuple(frame.columns))._make, zip(frame.index, *(values.tolist() for _, values in frame.items()), strict=True))


@lru_cache(maxsize=256)
def _row(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", ("Index", *columns))


def grouped(rows: Iterable[Any], by: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    """The rows by what `by` gives for each, in the order in which they come."""
    found: dict[Any, list[Any]] = {}
    for row in rows:
        found.setdefault(by(row), []).append(row)
    return found


def highest(values: Mapping[Any, float]) -> Any:
    """The name of the highest value; None where the first place is shared, or nobody's."""
    top = max(values.values(), default=0)
    first = [name for name, value in values.items() if value == top]
    return first[0] if len(first) == 1 else None


def apart(groups: Sequence[str], places: Sequence[float], near: float) -> list[int]:
    """-1, 0 or 1 a mark: neighbours of one group closer than `near` go to opposite sides, all others stay in the middle.

    Marks must come sorted by group and place.
    """
    sides: list[int] = []
    for i, (group, place) in enumerate(zip(groups, places, strict=True)):
        if i and groups[i - 1] == group and place - places[i - 1] < near:
            sides[-1] = sides[-1] or 1
            sides.append(-sides[-1])
        else:
            sides.append(0)
    return sides


def widest_gap(start: float, end: float, taken: Sequence[float], half: float) -> tuple[float, float]:
    """Middle and width of the widest part between start and end that no mark (at its place, `half` to each side) covers."""
    best = (start, 0.0)
    edge = start
    for place in [*sorted(place for place in taken if start - half < place < end + half), end + half]:
        width = min(place - half, end) - edge
        if width > best[1]:
            best = (edge + width / 2, width)
        edge = max(edge, place + half)
    return best


def days_between(first: pd.Timestamp, later: pd.Timestamp) -> int:
    """Whole days from one day to the other."""
    return (later - first).days


def iso(value: pd.Timestamp) -> str:
    """The day as Plotly takes it: "2017-06-09"."""
    return str(value)[:10]
