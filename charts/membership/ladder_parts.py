"""The parts of the country ladder: spans, their names, the marks of steps, the letters at the ends of rows."""

from typing import Any

import pandas as pd

from charts.bars import bars, fill
from charts.hover import card, long
from charts.look import Look, ordered
from charts.marks import apart, days_between, grouped, iso, widest_gap
from charts.membership.statuses import colour, in_text, letter, name, order, step_shape
from charts.notes import beside
from charts.points import UNCERTAIN_DAYS, hollow, middle, points, ranges, words
from charts.words import day

DAY_MS = 86_400_000
LOW_NARROW = 0.12  # rows; how far marks stand lower where names stand above them
LETTER = 6.2  # pixels


class Ladder:
    """Rows as of `country_ladder.sql`, the states from top to bottom, the pixels of a day: what is drawn of them."""

    def __init__(self, rows: list[Any], states: list[str], pixels: float, look: Look) -> None:
        self.look, self.pixels = look, pixels
        self.heights = {state: i + (LOW_NARROW if look.narrow else 0) for i, state in enumerate(states)}
        self.held = [row for row in rows if row.shown_from < row.shown_until]
        self.steps = [row for row in rows if row.is_step_shown]

    def traces(self) -> list[dict[str, Any]]:
        """Spans, the marks of steps over them, the names of statuses where they are free."""
        return [*self._spans(), *self._marks(), *([self._names()] if self.held else [])]

    def ends(self) -> list[dict[str, Any]]:
        """The letter of the status that each state holds at the end of the time shown, beside its row."""
        last = max((row.shown_until for row in self.held), default=None)
        letters = [(f"<b>{letter(row.status)}</b>", self.heights[row.country]) for row in self.held if row.shown_until == last]
        return [beside(self.look, letter, 1, y, 4, "note", xref="paper") for letter, y in letters]

    def _spans(self) -> list[dict[str, Any]]:
        by_status = grouped(self.held, lambda row: row.status)
        return [self._bars(status, by_status[status]) for status in ordered(list(by_status), order())]

    def _bars(self, status: str, spans: list[Any]) -> dict[str, Any]:
        return bars(
            (days_between(row.shown_from, row.shown_until) * DAY_MS for row in spans),
            (self.heights[row.country] for row in spans),
            (row.Index for row in spans),
            map(_span_hover, spans),
            fill(colour(status, self.look), self.look.paper),
            base=[iso(row.shown_from) for row in spans],
            width=0.36 if self.look.narrow else 0.66,
            name=name(status),
        )

    def _names(self) -> dict[str, Any]:
        """The name or letter of each status, in the widest part of its span that no mark covers."""
        start = min(row.shown_from for row in self.held)
        taken = {
            state: [days_between(start, middle(row.on_date, row.date_precision)) for row in steps]
            for state, steps in grouped(self.steps, lambda row: row.country).items()
        }
        found = []
        for row in self.held:
            ends = days_between(start, row.shown_from), days_between(start, row.shown_until)
            at, width = widest_gap(*ends, taken.get(row.country, []), 8 / self.pixels)
            if text := _fitting(row.status, width * self.pixels):
                found.append((iso(start + pd.Timedelta(days=int(at))), self.heights[row.country], text, self.look.on(colour(row.status, self.look))))
        x, y, texts, inks = ([one[k] for one in found] for k in range(4))
        return words(self.look, x, y, texts, "small", inks)

    def _marks(self) -> list[dict[str, Any]]:
        """One mark a step, shaped by its kind; hollow and on a line where only month or year is known."""
        if not self.steps:
            return []
        look, steps = self.look, self.steps
        start = min(row.on_date for row in steps)
        at = [middle(row.on_date, row.date_precision) for row in steps]
        sides = apart([row.country for row in steps], [days_between(start, one) for one in at], (9 if look.narrow else 13) / self.pixels)
        y = [self.heights[row.country] + 0.19 * side for row, side in zip(steps, sides, strict=True)]
        vague = [row.date_precision in UNCERTAIN_DAYS for row in steps]
        form = hollow([step_shape(row.step) for row in steps], 9 if look.narrow else 11, [look.ink] * len(steps), vague, look, 1.4)
        over = ranges(((row.on_date, row.date_precision, height) for row, height in zip(steps, y, strict=True)), [(look.paper, 6), (look.ink, 2)])
        return [*over, points(map(iso, at), y, (row.Index for row in steps), map(_step_hover, steps), form)]


def _fitting(status: str, width: float) -> str:
    """The name of the status where it fits, else its letter, else nothing."""
    if width > LETTER * len(name(status)) + 6:
        return name(status)
    return letter(status) if width > 11 else ""


def _span_hover(row: Any) -> str:
    until = f" to {day(row.end_on, row.end_precision)}" if not pd.isna(row.end_on) else ""
    return card(row.country, f"{name(row.status)} from {day(row.on_date, row.date_precision)}{until}")


def _step_hover(row: Any) -> str:
    counts = "The status counts from this step." if row.is_effective else ""
    return card(row.country, day(row.on_date, row.date_precision), counts, long(row.note), after=f": {row.step} ({in_text(row.status)})")
