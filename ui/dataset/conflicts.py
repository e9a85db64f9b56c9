"""Where sources contradict each other: both statements, both sources, what the dataset follows and why."""

from typing import Any

import streamlit as st

import queries
from charts.words import number, plural
from ui import statements
from ui.card.behind import TABLES
from ui.dataset import cautions, listing
from ui.navigation import record_link
from ui.statements import FOLLOWED
from ui.text import known, plain

PER_PAGE = 10


def show() -> None:
    """The contradictions of one table or all, ten at a time."""
    every = queries.run("common/conflicts")
    tables = list(dict.fromkeys(every["table_name"]))
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        chosen = st.multiselect("About", tables, format_func=_spoken, key="about", placeholder="All tables", bind="query-params", persist_state="session")
    with right:
        words = listing.search("Search subject, statement, source or reason")
    rows = listing.found(every[every["table_name"].isin(chosen)] if chosen else every, words)
    cautions.show("conflicts")
    counts = rows["followed"].value_counts()
    parts = ", ".join(f"{FOLLOWED.get(name, name)} {number(int(counts[name]))}" for name in FOLLOWED if name in counts)
    st.markdown(f"**{plural(len(rows), 'contradictions')}**" + (f". Followed: {parts}." if parts else ""))
    listing.download(rows, "conflicts", "CSV of these rows")
    pages = max(1, -(-len(rows) // PER_PAGE))
    start = (st.pagination(pages, key="conflicts-page", bind="query-params", persist_state="session") - 1) * PER_PAGE if pages > 1 else 0
    for row in rows.iloc[start : start + PER_PAGE].itertuples():
        _conflict(row)


def _conflict(row: Any) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(row.subject)}**")
        statements.show(row)
        if known(row.row_id):
            record_link(row.table_name, row.row_id, f"{TABLES.get(row.table_name, 'record').capitalize()}: {row.record_title}")


def _spoken(name: str) -> str:
    return name.replace("_", " ").capitalize()
