"""Where the nodes and ribbons of the flow stand: three columns of nodes, ribbons as thick as the priorities they carry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.marks import each

STEPS = ("theme to kind", "kind to outcome")
Span = tuple[float, float]


def sums(rows: pd.DataFrame, name: str) -> dict[str, int]:
    """The number of each origin or target, in display order."""
    found: dict[tuple[int, str], int] = {}
    for place, n in zip(zip(rows[f"{name}_place"], rows[name], strict=True), rows["n"], strict=True):
        found[place] = found.get(place, 0) + n
    return {name: n for (_, name), n in sorted(found.items())}


def columns(frame: pd.DataFrame) -> list[dict[str, int]]:
    """Themes, kinds and outcomes: name -> n, in display order; frame as of `priority_flow.sql`."""
    first, second = (frame[frame["step"] == step] for step in STEPS)
    return [sums(first, "origin"), sums(second, "origin"), sums(second, "target")]


@dataclass(frozen=True)
class Layout:
    """Three columns with their numbers and the span of heights of each node; scale: units a priority."""

    counts: list[dict[str, int]]
    spans: list[dict[str, Span]]
    scale: float

    @classmethod
    def of(cls, frame: pd.DataFrame, height: float, gap: float) -> "Layout":
        """The layout within a height (downwards), with so much between two nodes."""
        counts = columns(frame)
        most = max(len(column) for column in counts)
        scale = (height - gap * (most - 1)) / max(sum(counts[0].values()), 1)
        return cls(counts, [_placed(column, scale, gap, height) for column in counts], scale)

    def ribbons(self, frame: pd.DataFrame) -> Iterator[tuple[int, Any, Span, Span]]:
        """(step, row, span on the left, span on the right) of each ribbon; those of a node lie below one another."""
        for step, name in enumerate(STEPS):
            left, right = ({node: span[0] for node, span in self.spans[step + side].items()} for side in (0, 1))
            for row in each(frame[frame["step"] == name]):
                thick = row.n * self.scale
                y0, y1 = left[row.origin], right[row.target]
                left[row.origin] += thick
                right[row.target] += thick
                yield step, row, (y0, y0 + thick), (y1, y1 + thick)


def _placed(column: Mapping[str, int], scale: float, gap: float, height: float) -> dict[str, Span]:
    taken = sum(column.values()) * scale + gap * (len(column) - 1)
    at, spans = (height - taken) / 2, {}
    for name, n in column.items():
        spans[name] = (at, at + n * scale)
        at += n * scale + gap
    return spans
