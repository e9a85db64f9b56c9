"""The parts of the paths to membership: names, the marks of steps, the founders beneath."""

from typing import Any

import pandas as pd

from charts.hover import card
from charts.look import Look
from charts.marks import apart, each
from charts.membership.statuses import colour, in_text, step_shape
from charts.notes import at_left, beside, note
from charts.points import hollow, line, points
from charts.words import day, rounded, wrapped

UNCERTAIN = {"month": 1 / 12, "year": 1.0}  # years over which a step may lie


def path_names(y: int, state: str, years: float, look: Look) -> list[dict[str, Any]]:
    """The years at the end of a line, and on a phone the state over its beginning."""
    state_name = [note(look, state, 0, y, xanchor="left", yanchor="bottom", xshift=-6, yshift=9)] if look.narrow else []
    return [beside(look, f"<b>{rounded(years, 1)} years</b>", years, y, 14, "label"), *state_name]


def step_marks(steps: pd.DataFrame, states: list[str], look: Look, longest: float) -> list[dict[str, Any]]:
    """One mark a step, the last one larger; hollow and on a line where only month or year is known."""
    taken = list(each(steps))
    vague = [UNCERTAIN.get(row.date_precision, 0.0) for row in taken]
    inks = [colour(row.status, look) for row in taken]
    x = [float(row.years_since_first) + width / 2 for row, width in zip(taken, vague, strict=True)]
    sides = apart([row.country for row in taken], x, longest * (0.06 if look.narrow else 0.015))
    y = [states.index(row.country) + 0.12 * side for row, side in zip(taken, sides, strict=True)]
    form = hollow([step_shape(row.step) for row in taken], [16 if row.is_last else 12 for row in taken], inks, [width > 0 for width in vague], look, 1.6)
    over = [line([at - width / 2, at + width / 2], [up, up], ink, 6) for at, up, width, ink in zip(x, y, vague, inks, strict=True) if width]
    return [*over, points(x, y, (row.Index for row in taken), map(_hover, taken), form)]


def founders_note(frame: pd.DataFrame, founders: list[str], look: Look) -> dict[str, Any]:
    """Who founded the organisation and when, under the axis."""
    first = frame[frame["is_founder"]].sort_values("joined_on").iloc[0]
    since = day(first["joined_on"], first["joined_precision"])
    text = f"Founding members of {since}, without a path of their own: {', '.join(founders)}."
    return at_left(look, wrapped(text, 46 if look.narrow else int(look.room(1070, 0) / 7.7)), 0, "text", look.quiet, yref="paper", yanchor="top", yshift=-46)


def _hover(row: Any) -> str:
    when = f"{day(row.on_date, row.date_precision)}, {rounded(row.years_since_first, 1)} years after the first step"
    return card(row.country, when, after=f": {row.step} ({in_text(row.status)})")
