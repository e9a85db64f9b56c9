"""The Sources tab: every source behind the rows shown, how many of them rest on it, and where in it they stand."""

import streamlit as st

from charts.words import plural
from exports.sources import used
from exports.view import View
from queries.marks import SOURCES_A_PAGE
from ui import choice
from ui.card.paged import page_key
from ui.navigation import page


def show(view: View) -> None:
    """A table of sources, the most used first; choosing one leads to its record."""
    key = page_key(view, f"sources-{view.figure.name}")
    found = used(view, st.session_state.get(key, 1))
    if not found.total:
        st.caption("No rows, so no sources.")
        return
    row = choice.chosen(
        found.rows.drop(columns=["source_id"]),
        found.rows["source_id"].tolist(),
        f"sources-{view.figure.name}",
        column_config={"Address": st.column_config.LinkColumn(display_text="open"), "Published": st.column_config.TextColumn()},
        alt=f"Sources of the figure: {view.figure.measure}",
    )
    st.caption(f"{plural(found.total, 'sources')} for {plural(view.n, view.figure.noun)}. Choose a row to open the source's own page with all that rests on it.")
    if found.total > SOURCES_A_PAGE:
        st.pagination(-(-found.total // SOURCES_A_PAGE), key=key)
    if row is not None:
        source_id = found.rows["source_id"].iloc[row]
        st.page_link(page("record"), label=f"Open the page of the source {source_id}", query_params={"table": "sources", "id": source_id})
