"""Every priority as one mark, with its outcome."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure
from charts.hover import card, long
from charts.look import Look
from charts.marks import each
from charts.outcome_scale import OUTCOMES, SIGNS, badge, marker, sign_key
from charts.priorities.outcomes import CODED, UNDATED
from charts.units import draw_units
from charts.words import day


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One mark a priority, by theme and outcome; frame as of `priority_tracker.sql`."""
    return draw_units(frame, look, "theme", "outcome", OUTCOMES, marker, [_hover(row) for row in each(frame)], sign_key(frame, look))


def _hover(row: Any) -> str:
    said = row.chairmanship + ("" if pd.isna(row.stated_on) else f", {day(row.stated_on, row.stated_precision)}")
    return card(long(row.title), f"{badge(row.outcome)} · {row.kind}", said, long(f"Became: {row.became}") if row.became else "")


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many marks of each outcome, in all and by theme."""
    parts = [f"{theme} {len(rows)}" for theme, rows in frame.groupby("theme", sort=False)]
    counts = frame["outcome"].value_counts()
    outcomes = ", ".join(f"{outcome} {counts[outcome]}" for outcome in OUTCOMES if outcome in counts)
    return f"One mark a priority, {len(frame)} in all. By outcome: {outcomes}. By theme: {', '.join(parts)}."


FIGURE = Figure(
    name="priority-tracker",
    page="priorities",
    measure="Every priority with its outcome",
    query="priorities/tracker",
    draw=draw,
    describe=describe,
    noun="priorities",
    rowwise=True,
    method=CODED + f"The signs: {', '.join(f'{SIGNS[o]} {o}' for o in OUTCOMES)}. “Became” names the document or event that the dataset links as the outcome; "
    "some outcomes have none and rest on their evidence alone. Continues and continued by are links between priorities of different chairmanships. " + UNDATED,
    columns={
        "title": "Priority",
        "outcome": "Outcome",
        "theme": "Theme",
        "kind": "Kind",
        "chairmanship": "Chairmanship",
        "actor": "Stated by",
        "stated_on": "Stated",
        "stated_precision": "Stated, known to the",
        "outcome_on": "Outcome dated",
        "outcome_precision": "Outcome, known to the",
        "became": "Became",
        "continues": "Continues",
        "continued_by": "Continued by",
    },
    height=400,
    empty="No priorities in the dataset for these filters",
)
