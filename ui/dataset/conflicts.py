"""Where sources contradict each other: both statements, both sources, what the dataset follows and why."""

from typing import Any

import streamlit as st

import data
from charts.words import number, plural
from queries.dataset.lists import Rows
from ui import statements
from ui.card.behind import TABLES
from ui.dataset import cautions, listing
from ui.navigation import record_link
from ui.statements import FOLLOWED
from ui.text import known, plain

PER_PAGE = 10


def show() -> None:
    """The contradictions of one table or all, ten at a time."""
    every = Rows("common/conflicts", ("conflict_id",))
    about = every.counts("table_name")
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        tables = [name for name in data.TABLES if name in about]
        chosen = st.multiselect("About", tables, format_func=_spoken, key="about", placeholder="All tables", bind="query-params", persist_state="session")
    with right:
        words = listing.search("Search subject, statement, source or reason")
    rows = every.narrowed(words, {"table_name": tuple(chosen)} if chosen else {})
    cautions.show("conflicts")
    counts = rows.counts("followed")
    parts = ", ".join(f"{FOLLOWED.get(name, name)} {number(counts[name])}" for name in FOLLOWED if name in counts)
    st.markdown(f"**{plural(rows.total, 'contradictions')}**" + (f". Followed: {parts}." if parts else ""))
    listing.download(rows, "conflicts", "CSV of these rows")
    pages = max(1, -(-rows.total // PER_PAGE))
    place = st.pagination(pages, key="conflicts-page", bind="query-params", persist_state="session") if pages > 1 else 1
    for row in rows.page(place, PER_PAGE).rows.itertuples():
        _conflict(row)


def _conflict(row: Any) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(row.subject)}**")
        statements.show(row)
        if known(row.row_id):
            record_link(row.table_name, row.row_id, f"{TABLES.get(row.table_name, 'record').capitalize()}: {row.record_title}")


def _spoken(name: str) -> str:
    return name.replace("_", " ").capitalize()
