"""The rows of bars of the documents by year: one for all documents, one for each group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.hover import card
from charts.look import Look
from charts.marks import grouped
from charts.words import plural, wrapped

OTHER = 9  # place of the joined group
GAP = "◊"
CROWDED = 14  # years; beyond them a phone has room for one number a row

Row = tuple[int, int, int, str, Any, int]  # year, number, place and name of the group, place of the theme, position of the row


@dataclass(frozen=True)
class Panel:
    """One row of bars: its name, years, counts, hover texts, the positions of the rows behind each bar, its colour; `signs` stand above the bars."""

    name: str
    years: list[int]
    counts: list[int]
    hovers: list[str]
    rows: list[list[int]]
    colour: str
    signs: list[str]

    @property
    def n(self) -> int:
        """How many documents it counts."""
        return sum(self.counts)

    @property
    def has_gaps(self) -> bool:
        """Whether a sign of a gap stands above a bar."""
        return GAP in "".join(self.signs)


def panels(frame: pd.DataFrame, years: tuple[int, int], look: Look) -> list[Panel]:
    """All documents, then the groups in their order; a single group alone. Frame as of `documents_by_year.sql`."""
    every: list[Row] = list(zip(*(frame[name].tolist() for name in ("year", "n", "place", "label", "theme_place")), range(len(frame)), strict=True))
    gaps = {int(year): str(text) for year, text in zip(frame["year"], frame["gaps"], strict=True) if text}
    crowded = look.narrow and years[1] - years[0] > CROWDED
    groups = [rows for _, rows in sorted(grouped((row for row in every if row[1]), lambda row: row[2]).items())]
    if len(groups) == 1:
        return [_with_gaps(_panel(groups[0][0][3], every, _colour(groups[0][0], look), crowded), gaps, look)]
    whole = _with_gaps(_panel("All documents", every, look.quiet, crowded), gaps, look)
    return [whole, *(_panel(rows[0][3], rows, _colour(rows[0], look), crowded) for rows in groups)]


def _panel(name: str, rows: Sequence[Row], colour: str, crowded: bool) -> Panel:
    by_year = dict(sorted(grouped(rows, lambda row: row[0]).items()))
    counts = {year: sum(row[1] for row in same) for year, same in by_year.items()}
    most = max(counts, key=counts.__getitem__)
    signs = ["" if n == 0 or (crowded and year != most) else str(n) for year, n in counts.items()]
    hovers = [card(name, f"{year}: {plural(n, 'documents')}") for year, n in counts.items()]
    behind = [[row[5] for row in same if row[1]] for same in by_year.values()]
    return Panel(name, list(counts), list(counts.values()), hovers, behind, colour, signs)


def _with_gaps(panel: Panel, gaps: dict[int, str], look: Look) -> Panel:
    """The panel with a sign above the years whose lists are incomplete, and what is missing in the words of the bar."""
    width = 46 if look.narrow else 70
    signs = ["<br>".join(filter(None, [GAP if year in gaps else "", sign])) for year, sign in zip(panel.years, panel.signs, strict=True)]
    hovers = [text + (f"<br>{wrapped(gaps[year], width)}" if year in gaps else "") for year, text in zip(panel.years, panel.hovers, strict=True)]
    return Panel(panel.name, panel.years, panel.counts, hovers, panel.rows, panel.colour, signs)


def _colour(row: Row, look: Look) -> str:
    """A theme has its colour everywhere; types and bodies have none."""
    _, _, place, _, theme, _ = row
    if place == OTHER:
        return look.quiet
    return look.theme(int(theme) - 1) if pd.notna(theme) else look.accent
