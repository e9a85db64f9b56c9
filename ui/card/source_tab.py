"""The Sources tab: every source behind the rows shown, how many of them rest on it, and where in it they stand."""

import streamlit as st

from charts.words import plural
from exports.sources import used
from exports.view import View
from queries.marks import SOURCES_A_PAGE
from ui import choice
from ui.card.paged import turned
from ui.navigation import page

SORTED_BY = {"n_records": "Records", "title": "Source", "publisher": "Publisher", "published_on": "Published", "kind": "Kind"}


def show(view: View) -> None:
    """A table of sources, the most used first, page by page where they are very many; choosing one leads to its record."""
    name, found = f"sources-{view.figure.name}", used(view)
    if not found.total:
        st.caption("No rows, so no sources.")
        return
    rows = found.rows
    if found.total > SOURCES_A_PAGE:
        rows = turned(view, SORTED_BY, name, "sources", SOURCES_A_PAGE, lambda order, words, place: used(view, place, order, words), downwards=True)
        if rows.empty:
            return
    row = choice.chosen(
        rows.drop(columns=["source_id"]),
        rows["source_id"].tolist(),
        name,
        column_config={"Address": st.column_config.LinkColumn(display_text="open"), "Published": st.column_config.TextColumn()},
        alt=f"Sources of the figure: {view.figure.measure}",
    )
    st.caption(f"{plural(found.total, 'sources')} for {plural(view.n, view.figure.noun)}. Choose a row to open the source's own page with all that rests on it.")
    if row is not None:
        source_id = rows["source_id"].iloc[row]
        st.page_link(page("record"), label=f"Open the page of the source {source_id}", query_params={"table": "sources", "id": source_id})
