"""Where the priorities of each outcome stand on the chart of days: exact ones heaped up, the others on lines of their own beneath."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.look import Look
from charts.outcome_scale import by_outcome

LEAST_FOR_MEDIAN = 5
HEAD, LINE, SPACE = 1.5, 0.72, 1.3  # units: a heading, a line of an imprecise date, between two strips
HEAD_PIXELS, AROUND = 27, 88  # pixels at scale 1: what a heading takes with half a mark; key and axis around the strips


@dataclass(frozen=True)
class Strip:
    """The rows of an outcome, its heading at a height (downwards), each row with its own."""

    outcome: str
    at: float
    head: float
    exact: list[tuple[float, Any]]
    loose: list[tuple[float, Any]]
    end: float

    @property
    def base(self) -> float:
        """The height of the first marks."""
        return self.at + self.head

    @property
    def median(self) -> float | None:
        """The median of the exact rows in days; None where they are too few."""
        return float(self.exact[0][1].median_days) if len(self.exact) >= LEAST_FOR_MEDIAN else None


def strips(frame: pd.DataFrame, near: float, look: Look) -> list[Strip]:
    """One strip below the other; exact marks closer than `near` days stand on different lines."""
    made = _strips(frame, near, HEAD)
    if not look.form.height:
        return made
    # A form of one height presses the lines together, but not the letters of the headings.
    room, need = look.form.height - look.px(AROUND), look.px(HEAD_PIXELS)
    bare = made[-1].end + SPACE - HEAD * len(made)
    return _strips(frame, near, max(HEAD, need * bare / max(room - need * len(made), need)))


def _strips(frame: pd.DataFrame, near: float, head: float) -> list[Strip]:
    made: list[Strip] = []
    at = 0.0
    for outcome, rows in by_outcome(frame).items():
        exact, loose = [row for row in rows if row.is_exact], [row for row in rows if not row.is_exact]
        levels = _stacked([row.days_least for row in exact], near)
        foot = at + head + max(levels, default=-1) + 1 + 0.3
        end = foot + LINE * len(loose)
        heights = [at + head + level for level in levels]
        made.append(Strip(outcome, at, head, list(zip(heights, exact, strict=True)), [(foot + LINE * i, row) for i, row in enumerate(loose)], end))
        at = end + SPACE
    return made


def _stacked(values: Sequence[float], near: float) -> list[int]:
    """A level for each of the rising values, so that marks closer than `near` stand above each other."""
    last: list[float] = []
    levels = []
    for value in values:
        level = next((i for i, end in enumerate(last) if value - end >= near), len(last))
        last[level : level + 1] = [value]
        levels.append(level)
    return levels
