"""Where the bars and points of the validity chart stand: lines by theme and chain, texts that overlap in time below one another."""

import re
import textwrap
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from charts.words import plural

SERIES = "Reports and decisions"
YEARS_AT_END = re.compile(r"[\s,]*(?:for|in|until|to)?\s*\(?\d{4}(?:\s?[-–]\s?\d{4})?\)?$")
YEARS_WITHIN = re.compile(r" for \d{4}\s?[-–]\s?\d{4}(?= )")


@dataclass(frozen=True)
class Span:
    """One text: the position of its row, the years as [start, end) and the place of its line. A point states no years."""

    row: int
    document_id: str
    start: float
    end: float
    y: float
    is_point: bool
    is_open: bool

    def label(self, most: int) -> str:
        """Its years in at most so many letters: "2013–15", "13–15" or none."""
        first, last = int(self.start), int(self.end) - 1
        forms = [str(first)] if last == first else [f"{first}–{last % 100:02d}", f"{first % 100:02d}–{last % 100:02d}"]
        return next((form for form in forms if len(form) <= most), "")


@dataclass
class Layout:
    """Spans by theme (None for series), headings (text, theme, y), labels (text, y, lines), links (earlier, later) and the height in units."""

    spans: list[tuple[int | None, Span]] = field(default_factory=list)
    headings: list[tuple[str, int | None, float]] = field(default_factory=list)
    labels: list[tuple[str, float, int]] = field(default_factory=list)
    links: list[tuple[Span, Span]] = field(default_factory=list)
    height: float = 0.0


def laid_out(frame: pd.DataFrame, width: int, above: bool) -> Layout:
    """The layout of a frame as of `document_validity.sql`; labels of `width` characters stand above the bars or beside them."""
    made = Layout()
    heading = ""
    for name, rows in _lines(frame):
        is_series = rows[0].line_kind == "series"
        theme = None if is_series else int(rows[0].theme_place)
        wanted = SERIES if is_series else str(rows[0].theme)
        if wanted != heading:
            made.height += 0.35 if heading else 0
            made.headings.append((wanted, theme, made.height))
            made.height += 2.05 if above else 1.15  # on a phone the years stand under the heading
            heading = wanted
        _line(made, plural(len(rows), f"{name.lower()}s") if is_series else name, rows, theme, width, above)
    return made


def _lines(frame: pd.DataFrame) -> list[tuple[str, list[Any]]]:
    lines: dict[tuple[str, str], list[Any]] = {}
    for row in frame.itertuples():
        by = ("series", str(row.type)) if row.line_kind == "series" else ("chain", str(row.chain_id))
        lines.setdefault(by, []).append(row)
    named = [(kind, name if kind == "series" else str(rows[0].chain), rows) for (kind, name), rows in lines.items()]
    return [(name, rows) for kind, name, rows in sorted(named, key=lambda line: line[0] == "series")]


def _line(made: Layout, name: str, rows: list[Any], theme: int | None, width: int, above: bool) -> None:
    text = short(name, width, 4)
    n_lines = text.count("<br>") + 1
    if above:
        made.labels.append((text, made.height, n_lines))
        made.height += 0.74 * n_lines + 0.16
    depth = 0
    ends: list[float] = []
    placed: dict[str, Span] = {}
    for row in sorted(rows, key=lambda row: _years(row)[0]):
        start, end, is_point = _years(row)
        place = next((i for i, last in enumerate(ends) if last <= start), len(ends))
        ends[place : place + 1] = [end]
        depth = max(depth, place + 1)
        span = Span(int(row.Index), str(row.document_id), start, end, made.height + place, is_point, not is_point and pd.isna(row.valid_to_year))
        placed[span.document_id] = span
        made.spans.append((theme, span))
        if row.predecessor_id in placed:
            made.links.append((placed[row.predecessor_id], span))
    if not above:
        made.labels.append((text, made.height + (max(depth, n_lines * 0.8) - 1) / 2, n_lines))
        depth = max(depth, n_lines * 0.8)
    made.height += depth + (0.5 if above else 0.3)


def _years(row: Any) -> tuple[float, float, bool]:
    if pd.isna(row.valid_from_year):
        year = float(row.adopted_year)
        return year, year + 1, True
    first = float(row.valid_from_year)
    return first, first + 1 if pd.isna(row.valid_to_year) else float(row.valid_to_year) + 1, False


def short(title: str, width: int, most: int) -> str:
    """A title without the years that it covers, in at most so many lines; what does not fit is cut with an ellipsis."""
    lines = textwrap.wrap(YEARS_AT_END.sub("", YEARS_WITHIN.sub("", title)) or title, width, break_on_hyphens=False)
    if len(lines) > most:
        lines = [*lines[: most - 1], textwrap.shorten(" ".join(lines[most - 1 :]), width, placeholder=" …")]
    return "<br>".join(lines)
