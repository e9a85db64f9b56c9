"""Events of two chairmanships by month of the term."""

from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.compare.pair import chairs, rows_of
from charts.figure import Figure, Plotted, plot
from charts.hover import card
from charts.look import Look
from charts.marks import each, highest
from charts.notes import note, sized
from charts.points import hits
from charts.shapes import CLEAR, cell
from charts.words import day, plural
from queries.filters import with_dashes

HALF = (0.46, 0.40)
BETWEEN = 0.55  # lines left free between the two terms
NARROW = 7  # months a line on a phone


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A row of months a chairmanship, shaded by the number of events; frame as of `compare/calendar.sql`."""
    pair = chairs(frame)
    months = int(frame["month_of_term"].max())
    per_line = NARROW if look.narrow else months
    lines = -(-months // per_line)
    heights = {chair: i * (lines + BETWEEN) for i, (chair, _) in enumerate(pair)}
    places = [((row.month_of_term - 1) % per_line, heights[row.chairmanship] + (row.month_of_term - 1) // per_line) for row in each(frame)]
    cells = [_cell(row, x, y, max(int(frame["n"].max()), 1), look) for row, (x, y) in zip(each(frame), places, strict=True)]
    heads = [
        note(
            look,
            f"<b>{with_dashes(chair)}</b> · {plural(int(rows_of(frame, chair)['n'].sum()), 'events')}",
            -HALF[0],
            heights[chair] - 0.42,
            ink=look.chair(is_first),
            xanchor="left",
            yanchor="bottom",
        )
        for chair, is_first in pair
    ]
    return plot(
        [hits((x for x, _ in places), (y for _, y in places), frame.index, map(_hover, each(frame)), 34)],
        look,
        60 + int(74 * (lines * len(pair) + BETWEEN * (len(pair) - 1))),
        shapes=[shape for shades, _ in cells for shape in shades],
        annotations=[*(number for _, number in cells), *heads],
        xaxis=hidden_axis(-0.5, per_line - 0.5),
        yaxis=hidden_axis(len(pair) * (lines + BETWEEN) - 1, -0.9),
        margin={"l": 0, "r": 0, "t": 4, "b": 0},
    )


def _cell(row: Any, x: int, y: float, top: int, look: Look) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The shade and frame of a month, and what stands in it; the year stands where a line or a year begins."""
    colour, strength = look.chair(bool(row.is_first)), 0.12 + 0.88 * row.n / top if row.n else 0
    begun = pd.Timestamp(row.month)
    month = f"{begun:%b %Y}" if x == 0 or begun.month == 1 else f"{begun:%b}"
    words = note(look, f"<b>{row.n or '–'}</b><br>{sized(look, month, 'small')}", x, y, "heading", look.on(colour, strength))
    return [cell(x, y, HALF, colour, strength), cell(x, y, HALF, CLEAR, edge=look.grid)], words


def _hover(row: Any) -> str:
    announced = f", {row.n_announced} announced only" if row.n_announced else ""
    return card(day(row.month, "month"), row.chairmanship, plural(row.n, "events") + announced)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the total and the fullest month of each term."""
    parts = []
    for chair, rows in frame.groupby("chairmanship", sort=False):
        best = rows.loc[rows["n"].idxmax()]
        parts.append(f"{chair}: {plural(int(rows['n'].sum()), 'events')}, most in {day(best['month'], 'month')} ({best['n']})")
    return "Calendar of the events dated to a month of the term. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """The month of each term with the most events, of those dated to one; none when it is shared or there is none."""
    parts = []
    for chair, rows in frame.groupby("chairmanship", sort=False):
        counts = dict(zip(rows["month"], rows["n"], strict=True))
        best = highest(counts)
        if best is None or not counts[best]:
            return ""
        parts.append(f"{day(best, 'month')} in {with_dashes(str(chair))} ({counts[best]} of {rows['n'].sum()})")
    return f"{'Month' if len(parts) == 1 else 'Months'} with most dated events: " + ", ".join(parts)


FIGURE = Figure(
    name="compared-calendar",
    page="compare",
    measure="Events dated to a month of the term",
    query="compare/calendar",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="events",
    method="Recorded events by the month in which they began, held or announced; events dated to the year only, or to a month before or after the term, are left out. "
    "The table lists what could be documented, not all that was held.",
    columns={"chairmanship": "Chairmanship", "month": "Month", "month_of_term": "Month of the term", "n": "Events", "n_announced": "Of these announced only"},
    height=260,
)
