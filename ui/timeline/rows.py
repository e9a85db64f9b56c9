"""The rows of the timeline as a list: by year, page by page, each a link to its record."""

from itertools import groupby
from typing import Any

import streamlit as st

import queries
from charts.timeline.phrases import when
from exports.view import View
from ui import failure, filters
from ui.navigation import record_link
from ui.text import plain

PER_PAGE = 25
ORDERS = ("Newest first", "Oldest first")


@st.fragment
def show() -> None:
    """All rows under the filters of the page, twenty-five at a time."""
    with failure.caught("part", "timeline list"):
        rows = list(View.of("timeline", filters.current()).frame.itertuples())
        if not rows:
            st.caption("No records for these filters.")
            return
        order = st.segmented_control("Order", ORDERS, default=ORDERS[0], required=True, key="list-order", persist_state="session")
        if order != ORDERS[1]:
            rows.reverse()
        pages = -(-len(rows) // PER_PAGE)
        if st.session_state.get("list-page", 1) > pages:
            st.session_state["list-page"] = 1
        page = st.pagination(pages, key="list-page") if pages > 1 else 1
        start = (page - 1) * PER_PAGE
        st.caption(f"Records {start + 1} to {min(start + PER_PAGE, len(rows))} of {len(rows)}")
        _page(rows[start : start + PER_PAGE])


def _page(rows: list[Any]) -> None:
    lanes = queries.vocabulary().choices["lanes"]
    for year, group in groupby(rows, key=lambda row: row.first_day.year):
        st.subheader(str(year), anchor=False)
        with st.container(gap="xxsmall"):
            for row in group:
                record_link(row.lane, row.record_ids[0], row.title)
                st.caption(plain(f"{when(row.first_day, row.last_day, row.date_precision)} · {lanes[row.lane]}, {row.kind}"))
