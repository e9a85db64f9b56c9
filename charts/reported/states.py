"""Reported numbers of states of each status against our count on the day."""

import pandas as pd

from charts.figure import Plotted
from charts.form import in_parts
from charts.look import Look
from charts.reported.counting import CLAIMED, COLUMNS, claims_figure, columns, find_met
from charts.reported.in_time import draw_in_time
from charts.words import sentence_case


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Claims of the number of states on a time axis, a panel a status; frame as of `reported/states.sql`."""
    titles = {scope: sentence_case(label) for scope, label in zip(frame["scope"], frame["scope_label"], strict=True)}
    return draw_in_time(frame, look, titles)


FIGURE = claims_figure(
    "reported-states",
    "States of each status, claimed and counted",
    "states",
    query="reported/states",
    fit=in_parts(("scope",), {"slide": 1, "square": 2}, "panels"),
    draw=draw,
    finding=find_met,
    method=CLAIMED
    + "Our count is computed from the membership steps for the day of the claim; where the claim names a month or a year only, for its first day. "
    "On the day of a summit the count is the one after its decisions. The years are those of the claim.",
    # Days as days, so that a table sorts them; paper has room for eight columns, so the least needed stands last.
    columns={"as_of": "Date", "date_precision": "Date known to the", **columns("measure", "subject", "n_claims"), "scope": sentence_case("status"), "n_claims": COLUMNS["n_claims"]},
    height=800,
    empty="No claims on the states of a status",
)
