"""The states of each status on the chosen day, in words."""

import pandas as pd
import streamlit as st

from charts.membership_map import groups
from charts.statuses import name
from exports.view import View
from ui import failure, filters
from ui.text import plain


def show() -> None:
    """A table of the statuses that occur on the day, with number and names of their states."""
    with failure.caught("part", "states on the day"):
        rows = table(View.of("membership-map", filters.current()))
        if rows.empty:
            st.markdown("No state had a status on this day.")
            return
        st.table(rows, hide_index=True)


def table(view: View) -> pd.DataFrame:
    """One row a status: name, number of states, their names (made harmless for Markdown)."""
    held = groups(view.frame)
    return pd.DataFrame({"Status": [name(s) for s, _ in held], "States": [len(n) for _, n in held], "Which": [plain(", ".join(n)) for _, n in held]})
