"""How many days lie between the statement of a priority and its outcome."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.axes import hidden_axis, number_axis
from charts.figure import Figure, plot
from charts.hover import card, long
from charts.keys import key
from charts.look import Look
from charts.notes import at_left
from charts.outcome_scale import SIGNS, marker
from charts.points import points
from charts.priorities.strips import LEAST_FOR_MEDIAN, SPACE, Strip, strips
from charts.shapes import rule, upright
from charts.words import day, number, plural, sentence_case


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A strip of marks an outcome, exact dates as marks, imprecise ones as spans; frame as of `days_to_outcome.sql`."""
    low, high = float(min(frame["days_least"].min(), 0)), float(frame["days_most"].max())
    width = max(high - low, 30.0)
    found = strips(frame, width * (0.045 if look.narrow else 0.017), look)
    medians = [rule(strip.median, strip.median, strip.base - 0.7, strip.end, look.ink, 1.5, "dot") for strip in found if strip.median is not None]
    entries = [("●◆▲", look.ink, "dated to the day"), ("○—○", look.quiet, "month or year only: the possible days")]
    legend = key([*entries, ("┊", look.ink, f"median, where n is {LEAST_FOR_MEDIAN} or more")], look, 3, 1)
    height = found[-1].end + SPACE
    return plot(
        [trace for strip in found for trace in _traces(strip, look)],
        look,
        int(height * 14.5) + (118 if look.narrow else 94),
        annotations=[*(_head(strip, look) for strip in found), legend.note(look)],
        shapes=[*medians, upright(0, look.quiet)],
        margin={"r": 14, "t": 26 * legend.lines + 8},
        xaxis=number_axis(low - width * 0.02, high + width * 0.02, "Days from statement to outcome", nticks=5 if look.narrow else 10),
        yaxis=hidden_axis(height - 0.6, -0.6),
    )


def _head(strip: Strip, look: Look) -> dict[str, Any]:
    middle = "" if strip.median is None else f" · median {number(strip.median)} days (n = {len(strip.exact)})"
    text = f"<b>{SIGNS[strip.outcome]} {sentence_case(strip.outcome)}</b> · {len(strip.exact) + len(strip.loose)}{middle}"
    return at_left(look, text, strip.at, bgcolor=look.paper)


def _traces(strip: Strip, look: Look) -> list[dict[str, Any]]:
    """Marks of days, and a thin line with open ends over all days that are possible."""
    exact = [row for _, row in strip.exact]
    marks = points(
        (row.days_least for row in exact), (y for y, _ in strip.exact), (row.Index for row in exact), map(_hover, exact), marker(strip.outcome, look, 10)
    )
    ink = look.outcomes[strip.outcome]
    thin = {"mode": "lines+markers", "line": {"color": ink, "width": 1.5}}
    lines = [
        points([row.days_least, row.days_most], [y, y], [row.Index] * 2, [_hover(row)] * 2, {"symbol": "circle-open", "size": 6, "color": ink}, **thin)
        for y, row in strip.loose
    ]
    return [*([marks] if exact else []), *lines]


def _days(row: Any) -> str:
    return plural(row.days_least, "days") if row.days_least == row.days_most else f"{number(row.days_least)} to {number(row.days_most)} days"


def _hover(row: Any) -> str:
    ends = f"Stated {day(row.stated_on, row.stated_precision)}, {row.outcome} {day(row.outcome_on, row.outcome_precision)}"
    return card(long(row.title), row.chairmanship, ends, _days(row))


def describe(frame: pd.DataFrame) -> str:
    """Alt text: n, range and, where there are enough, the median of each outcome."""
    parts = []
    for outcome, rows in frame.groupby("outcome", sort=False):
        exact = rows[rows["is_exact"]]
        middle = f", median {number(exact['median_days'].iloc[0])}" if len(exact) >= LEAST_FOR_MEDIAN else ""
        span = f", {exact['days_least'].min()} to {exact['days_least'].max()} days{middle}" if len(exact) else ""
        parts.append(f"{outcome}: {len(exact)} dated to the day{span}; {len(rows) - len(exact)} dated less exactly")
    return "Days from statement to outcome, a mark a priority. " + ". ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """The medians of adopted and realised priorities, when both rest on enough exact dates."""
    parts = []
    for outcome in ("adopted", "realised"):
        rows = frame[(frame["outcome"] == outcome) & frame["is_exact"]]
        if len(rows) < LEAST_FOR_MEDIAN:
            return ""
        parts.append(f"{number(rows['median_days'].iloc[0])} days to “{outcome}” (n = {len(rows)})")
    return "Median " + ", ".join(parts)


FIGURE = Figure(
    name="days-to-outcome",
    page="priorities",
    measure="Days from statement to outcome",
    query="priorities/days",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    rowwise=True,
    method="Days from the date of the statement to the date of the outcome, for priorities that have both; "
    "“not achieved” and “no evidence found” have no such date. "
    "Where a date is known to the month or year only, the line runs over all days that are possible; "
    "parts of it before zero mean that the outcome may have come first. "
    f"The median is that of priorities dated to the day at both ends, and is given where there are {LEAST_FOR_MEDIAN} or more. "
    "Statements are often made late in a term, close to the summit, so few days do not mean quick work. "
    "For standing goals the outcome date is the last step named by the close of the term.",
    columns={
        "title": "Priority",
        "chairmanship": "Chairmanship",
        "outcome": "Outcome",
        "stated_on": "Stated",
        "stated_precision": "Stated, known to the",
        "outcome_on": "Outcome dated",
        "outcome_precision": "Outcome, known to the",
        "days_least": "Days, least",
        "days_most": "Days, most",
        "is_exact": "Both dated to the day",
    },
    height=520,
    empty="No priorities with a date at both ends for these filters",
)
