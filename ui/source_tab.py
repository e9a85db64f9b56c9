"""The Sources tab: every source behind the rows shown, how many of them rest on it, and where in it they stand."""

import streamlit as st

from exports.sources import used
from exports.view import View
from ui.navigation import page


def show(view: View) -> None:
    """A table of sources; choosing one leads to its record."""
    table = used(view)
    if table.empty:
        st.caption("No rows, so no sources.")
        return
    picked = st.dataframe(
        table.drop(columns=["source_id"]),
        hide_index=True,
        key=f"sources-{view.figure.name}",
        on_select="rerun",
        selection_mode="single-row",
        column_config={"Address": st.column_config.LinkColumn(display_text="open"), "Published": st.column_config.TextColumn()},
        alt=f"Sources of the figure: {view.figure.measure}",
    )
    st.caption(f"{len(table)} sources for {view.n} {view.figure.noun}. Choose a row to open the source's own page with all that rests on it.")
    for row in [row for row in picked.selection.rows if row < len(table)]:  # type: ignore[union-attr]
        chosen = table.iloc[row]
        st.page_link(page("record"), label=f"Open the page of the source {chosen['source_id']}", query_params={"table": "sources", "id": chosen["source_id"]})
