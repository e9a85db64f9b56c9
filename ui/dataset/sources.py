"""The sources: how the facts rest on them, and each of them with what it carries."""

import streamlit as st

from queries.dataset.lists import Rows
from ui.card import card
from ui.dataset import cautions, listing
from ui.filters import choose

COLUMNS = {
    "title": "Source",
    "publisher": "Publisher",
    "published": "Published",
    "language": "Language",
    "kind": "Kind",
    "n_facts": "Facts",
    "n_alone": "On it alone",
    "n_statements": "States",
    "n_outcomes": "Shows outcome",
    "n_corroborations": "Says the same",
    "tables": "In tables",
    "author": "Author",
    "is_seed": "Seed",
    "url": "Address",
}


def show() -> None:
    """Two figures on support, then the list of sources."""
    choose("chairmanships")
    card("facts-by-sources")
    card("facts-by-source-kind")
    st.header("Every source")
    cautions.show("sources", "evidence")
    words = listing.search("Search title, publisher, language or kind")
    every = Rows("dataset/sources", ("source_id",), table="sources")
    st.caption("The most used first. A source's page lists every fact that rests on it and where in it the fact stands.")
    settings = {
        "Source": st.column_config.TextColumn(width="large"),
        "Publisher": st.column_config.TextColumn(width="medium"),
        "Address": st.column_config.LinkColumn(display_text="open"),
    }
    listing.listing(
        every.narrowed(words),
        "sources",
        "Sources of the dataset with the number of facts that rest on each",
        COLUMNS,
        shaped=lambda frame: frame.assign(record_table="sources", record_id=frame["source_id"]),
        formats=settings,
        opens="source",
        of=every.total,
    )
