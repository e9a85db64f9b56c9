"""The Table tab: the rows of the figure, whole where they are few, else page by page, sorted and searched over all of them."""

from typing import Any

import pandas as pd
import streamlit as st

from charts.words import number
from exports.view import View
from queries import Order
from ui import choice
from ui.card import behind

MOST_WHOLE, A_PAGE = 1_000, 200


def show(view: View) -> None:
    """The table; choosing a row shows the records behind it."""
    if view.frame.empty:
        st.caption("No rows for these filters.")
        return
    frame = view.frame if view.n_marks <= MOST_WHOLE else _one_page(view)
    if frame.empty:
        return
    row = choice.chosen(
        view.table(frame),
        view.ids(frame),
        f"table-{view.figure.name}",
        column_config=columns(view),
        alt=f"Table of the rows of the figure: {view.figure.measure}",
    )
    st.caption("Choose a row to see the records behind it.")
    if row is not None:
        behind.of_marks(view, [view.mark(row, frame)], key=f"table-{view.figure.name}")


def _one_page(view: View) -> pd.DataFrame:
    """The rows of one page, under widgets that sort and search all rows."""
    name, headings = view.figure.name, dict(view.figure.columns)
    first, second, third = st.columns([3, 2, 4], vertical_alignment="bottom")
    column = first.selectbox("Sort by", list(headings), format_func=lambda column: headings[column], key=f"sort-{name}")
    descending = second.segmented_control("Order", [False, True], default=False, required=True, format_func=_direction, key=f"order-{name}")
    words = third.text_input("Search all rows", key=f"search-{name}", max_chars=100, type="search")
    place = st.session_state.get(f"page-{name}", 1)
    found = view.page(Order(column, bool(descending)), words, place, A_PAGE)
    if not found.total:
        st.caption("No row holds these words.")
        return found.rows
    st.pagination(-(-found.total // A_PAGE), key=f"page-{name}")
    st.caption(f"Rows {number((place - 1) * A_PAGE + 1)} to {number((place - 1) * A_PAGE + len(found.rows))} of {number(found.total)}.")
    return found.rows


def _direction(descending: bool) -> str:
    return "Downwards" if descending else "Upwards"


def columns(view: View) -> dict[str, Any]:
    """How numbers and days are written."""
    made: dict[str, Any] = {}
    for column, heading in view.figure.columns.items():
        if column in view.figure.formats:
            made[heading] = st.column_config.NumberColumn(format=view.figure.formats[column])
        elif str(view.frame[column].dtype).startswith("datetime"):
            made[heading] = st.column_config.DateColumn(format="D MMM YYYY")
    return made
