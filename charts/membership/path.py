"""How long members took from their first step to membership."""

import pandas as pd

from charts.axes import number_axis, row_axis
from charts.figure import Figure, Plotted, plot
from charts.keys import key
from charts.look import Look, ordered
from charts.marks import each
from charts.membership.path_parts import founders_note, path_names, step_marks
from charts.membership.statuses import KEY_LINE, colour, in_text, order, step_keys
from charts.points import line
from charts.words import plural, rounded


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A line a member from its first step, its steps as marks; founders named beneath. Frame as of `path_to_membership.sql`."""
    later, founders = _totals(frame), _founders(frame)
    states = later["country"].tolist()
    totals = [(y, state, float(years)) for y, (state, years) in enumerate(zip(states, later["years_to_membership"], strict=True))]
    longest = max((years for _, _, years in totals), default=1.0)
    notes = [words for y, state, years in totals for words in path_names(y, state, years, look)]
    steps = frame[~frame["is_founder"]]
    inks = ordered(list(steps["status"]), order())
    entries = [("●", colour(s, look), f"Step towards: {in_text(s)}" if s == inks[0] else in_text(s)) for s in inks]
    legend = key([*entries, *step_keys(steps["step"], look)], look, 8)
    beneath = 100 if founders else 40
    return plot(
        [*(line([0, years], [y, y], look.quiet, 3) for y, _, years in totals), *(step_marks(steps, states, look, longest) if states else [])],
        look,
        (64 if look.narrow else 46) * max(len(states), 1) + KEY_LINE * legend.lines + beneath + 30,
        annotations=[*notes, *([founders_note(frame, founders, look)] if founders else []), *([legend.note(look)] if states else [])],
        xaxis=number_axis(-longest * 0.03, longest * (1.4 if look.narrow else 1.22 if look.form.width else 1.14), "Years since the first step", standoff=4, visible=bool(states)),
        yaxis=row_axis(states, look, (max(len(states), 1) - 0.4, -0.8 if look.narrow else -0.6), showticklabels=not look.narrow),
        margin={"t": KEY_LINE * legend.lines + 16, "b": beneath},
    )


def _founders(frame: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(frame[frame["is_founder"]]["country"]))


def _totals(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[~frame["is_founder"]].drop_duplicates("country")


def describe(frame: pd.DataFrame) -> str:
    """Alt text: years of each member that joined later, and the founders."""
    later = _totals(frame)
    told = "; ".join(f"{row.country} {rounded(row.years_to_membership, 1)} years" for row in each(later)) or "none"
    return f"Years from first step to membership. Joined later: {told}. Founding members: {', '.join(_founders(frame)) or 'none'}."


def finding(frame: pd.DataFrame) -> str:
    """Shortest and longest time of the members that joined later, with n."""
    years = _totals(frame)["years_to_membership"]
    if len(years) < 2:
        return ""
    low, high = rounded(years.min(), 1), rounded(years.max(), 1)
    span = low if low == high else f"{low} to {high}"
    return f"{span} years from first step to membership (n = {plural(len(years), 'states')} that joined later)"


FIGURE = Figure(
    name="path-to-membership",
    page="membership",
    measure="Years from first step to membership",
    query="membership/path",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="steps",
    method="Members only. The first step is the earliest recorded step of any kind towards any status; membership counts from the step that granted it. "
    "Years are days divided by 365.25. "
    "A hollow mark on a line means that only the month or the year is known; the years are then counted from its first day. "
    "Founding members had no path of their own and are named, not measured. The choice of years leaves out members that joined outside it. "
    "Steps of states that are not members stand in the country ladder.",
    columns={
        "country": "State",
        "is_founder": "Founding member",
        "step": "Step",
        "status": "Status concerned",
        "on_date": "Date",
        "date_precision": "Date known to the",
        "years_since_first": "Years since first step",
        "years_to_membership": "Years to membership",
    },
    height=360,
    formats={"years_since_first": "%.2f", "years_to_membership": "%.2f"},
    decimals={"years_to_membership": 1},
    empty="No state became a member",
)
