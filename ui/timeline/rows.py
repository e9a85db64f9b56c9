"""The rows of the timeline as a list: by year, page by page, each a link to its record."""

from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st

import queries
from charts.timeline.phrases import when
from charts.words import number
from exports.view import View
from ui import failure, filters
from ui.navigation import record_link
from ui.text import known, plain

PER_PAGE = 25
SORTS = {"Newest first": "newest", "Oldest first": "oldest"}
ORDERS = tuple(SORTS)


@st.fragment
def show() -> None:
    """All records under the filters of the page, twenty-five at a time."""
    with failure.caught("part", "timeline list"):
        view = View.of("timeline", filters.current())
        n = int(view.frame["n"].sum()) if len(view.frame) else 0  # a meeting and an event that are one occasion stand in one row
        if not n:
            st.caption(f"{view.nothing}.")
            return
        order = st.segmented_control("Order", ORDERS, default=ORDERS[0], required=True, key="list-order", persist_state="session")
        pages = -(-n // PER_PAGE)
        if st.session_state.get("list-page", 1) > pages:
            st.session_state["list-page"] = 1
        page = st.pagination(pages, key="list-page") if pages > 1 else 1
        start = (page - 1) * PER_PAGE
        st.caption(f"Entries {start + 1} to {min(start + PER_PAGE, n)} of {number(n)}")
        _page(queries.run("timeline/listed", {**view.parameters, "sort": SORTS[order], "page_rows": PER_PAGE, "page_start": start}))


def _page(frame: pd.DataFrame) -> None:
    lanes = queries.vocabulary().choices["lanes"]
    for year, group in groupby(frame.itertuples(), key=lambda row: row.first_day.year):
        st.subheader(str(year), anchor=False)
        with st.container(gap="small"):  # between entries more room than within one
            for row in group:
                with st.container(gap="xxsmall"):
                    _entry(row, lanes)


def _entry(row: Any, lanes: dict[str, str]) -> None:
    record_link(str(row.lane), str(row.row_id), str(row.title))
    if known(row.twin_id):
        record_link("events", str(row.twin_id), "The same occasion among the events")
    st.caption(plain(f"{when(row.first_day, row.last_day, str(row.date_precision))} · {lanes[row.lane]}, {row.kind}"))
