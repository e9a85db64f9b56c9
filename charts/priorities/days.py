"""How many days lie between the statement of a priority and its outcome."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, key, plot
from charts.look import Look
from charts.outcome_scale import SIGNS, by_outcome, marker
from charts.words import day, number, plural, sentence_case, wrapped

LEAST_FOR_MEDIAN = 5


def _stacked(values: Sequence[float], near: float) -> list[int]:
    """A level for each of the rising values, so that marks closer than `near` stand above each other."""
    last: list[float] = []
    levels = []
    for value in values:
        level = next((i for i, end in enumerate(last) if value - end >= near), len(last))
        last[level : level + 1] = [value]
        levels.append(level)
    return levels


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A strip of marks an outcome, exact dates as marks, imprecise ones as spans; frame as of `days_to_outcome.sql`."""
    low, high = float(min(frame["days_least"].min(), 0)), float(frame["days_most"].max())
    width = max(high - low, 30.0)
    near = width * (0.045 if look.narrow else 0.017)
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    at = 0.0
    for outcome, rows in by_outcome(frame).items():
        exact, loose = [row for row in rows if row.is_exact], [row for row in rows if not row.is_exact]
        notes.append(_head(outcome, rows, at, look))
        levels = _stacked([row.days_least for row in exact], near)
        base = at + 1.5
        top = base + max(levels, default=-1) + 1
        if exact:
            traces.append(_marks(exact, [base + level for level in levels], outcome, look))
        traces += _spans(loose, top + 0.3, outcome, look)
        end = top + 0.3 + 0.72 * len(loose)
        if len(exact) >= LEAST_FOR_MEDIAN:
            median = float(exact[0].median_days)
            shapes.append(
                {
                    "type": "line",
                    "x0": median,
                    "x1": median,
                    "y0": base - 0.7,
                    "y1": end,
                    "line": {"color": look.ink, "width": 1.5, "dash": "dot"},
                    "layer": "below",
                }
            )
        at = end + 1.3
    lines = 2 if look.narrow else 1
    return plot(
        traces,
        look,
        int(at * 14.5) + 24 * lines + 70,
        annotations=[
            *notes,
            key(
                [
                    ("●◆▲", look.ink, "dated to the day"),
                    ("○—○", look.quiet, "month or year only: the possible days"),
                    ("┊", look.ink, f"median, where n is {LEAST_FOR_MEDIAN} or more"),
                ],
                1 if look.narrow else 3,
            ),
        ],
        shapes=[*shapes, {"type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": look.quiet, "width": 1}, "layer": "below"}],
        margin={"l": 8, "r": 14, "t": 26 * (3 if look.narrow else 1) + 8, "b": 8},
        xaxis={
            "range": [low - width * 0.02, high + width * 0.02],
            "title": {"text": "Days from statement to outcome"},
            "fixedrange": True,
            "nticks": 5 if look.narrow else 10,
        },
        yaxis={"visible": False, "range": [at - 0.6, -0.6], "fixedrange": True},
    )


def _head(outcome: str, rows: list[Any], at: float, look: Look) -> dict[str, Any]:
    n, exact = len(rows), sum(bool(row.is_exact) for row in rows)
    middle = f" · median {number(rows[0].median_days)} days (n = {exact})" if exact >= LEAST_FOR_MEDIAN else ""
    return {
        "xref": "paper",
        "x": 0,
        "y": at,
        "xanchor": "left",
        "text": f"<b>{SIGNS[outcome]} {sentence_case(outcome)}</b> · {n}{middle}",
        "showarrow": False,
        "font": {"color": look.ink, "size": 14},
        "bgcolor": look.paper,
    }


def _marks(rows: list[Any], heights: list[float], outcome: str, look: Look) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.days_least for row in rows],
        "y": heights,
        "customdata": [row.Index for row in rows],
        "text": [_hover(row) for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": marker(outcome, look, 10),
    }


def _spans(rows: list[Any], base: float, outcome: str, look: Look) -> list[dict[str, Any]]:
    """A thin line with open ends over all days that are possible."""
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": [row.days_least, row.days_most],
            "y": [base + 0.72 * i] * 2,
            "customdata": [row.Index, row.Index],
            "text": [_hover(row)] * 2,
            "hovertemplate": "%{text}<extra></extra>",
            "line": {"color": look.outcomes[outcome], "width": 1.5},
            "marker": {"symbol": "circle-open", "size": 6, "color": look.outcomes[outcome]},
        }
        for i, row in enumerate(rows)
    ]


def _days(row: Any) -> str:
    return plural(row.days_least, "days") if row.days_least == row.days_most else f"{number(row.days_least)} to {number(row.days_most)} days"


def _hover(row: Any) -> str:
    ends = f"Stated {day(row.stated_on, row.stated_precision)}, {row.outcome} {day(row.outcome_on, row.outcome_precision)}"
    return f"<b>{wrapped(row.title, 60)}</b><br>{row.chairmanship}<br>{ends}<br>{_days(row)}"


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
    native=Native("table"),
    height=520,
    empty="No priorities with a date at both ends for these filters",
)
