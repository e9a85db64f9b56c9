"""The Table tab: the rows of the figure, whole where they are few, else page by page, sorted and searched over all of them."""

from typing import Any

import streamlit as st

from exports.view import View
from ui import choice
from ui.card import behind, paged


def show(view: View) -> None:
    """The table; choosing a row shows the records behind it."""
    if view.frame.empty:
        st.caption(f"{view.nothing}.")
        return
    frame = paged.rows(view, view.figure.columns, view.figure.name)
    if frame.empty:
        return
    row = choice.chosen(
        view.table(frame),
        view.ids(frame),
        f"table-{view.figure.name}",
        column_config=columns(view),
        alt=f"Table of the rows of the figure: {view.figure.measure}",
    )
    choice.hint("Choose a row to see the records behind it.", f"table-{view.figure.name}")
    if row is not None:
        with st.container(key=f"behind-table-{view.figure.name}"):
            behind.of_marks(view, [behind.chosen(view, row, frame)], f"table-{view.figure.name}", "row")


def columns(view: View) -> dict[str, Any]:
    """How numbers and days are written."""
    made: dict[str, Any] = {}
    for column, heading in view.figure.columns.items():
        if column in view.figure.formats:
            made[heading] = st.column_config.NumberColumn(format=view.figure.formats[column])
        elif str(view.frame[column].dtype).startswith("datetime"):
            made[heading] = st.column_config.DateColumn(format="D MMM YYYY")
    return made
