"""The states of each status on the chosen day, in words."""

import streamlit as st

from charts.membership.statuses import name
from charts.membership.tile_map import groups
from exports.view import View
from ui import failure, filters
from ui.text import plain


def show() -> None:
    """A table of the statuses that occur on the day, with number and names of their states."""
    with failure.caught("part", "states on the day"):
        st.markdown(table(View.of("membership-map", filters.current())))


def table(view: View) -> str:
    """Markdown table with one row a status: name, number of states, their names; a sentence when no state had one."""
    held = groups(view.frame)
    if not held:
        return "No state had a status on this day."
    rows = [f"| {plain(name(status))} | {len(states)} | {plain(', '.join(states))} |" for status, states in held]
    return "\n".join(["| Status | States | Which |", "|---|---:|---|", *rows])
