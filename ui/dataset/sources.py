"""The sources: how the facts rest on them, and each of them with what it carries."""

import streamlit as st

import queries
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
CUT = {"day": 10, "month": 7, "year": 4}


def show() -> None:
    """Two figures on support, then the list of sources."""
    choose("chairmanships")
    card("facts-by-sources")
    card("facts-by-source-kind")
    st.header("Every source")
    cautions.show("sources", "evidence")
    words = listing.search("Search title, publisher, language or kind")
    every = queries.run("dataset/sources")
    dates = zip(every["published_on"], every["published_precision"], strict=True)
    every = every.assign(
        published=["" if on != on else f"{on:%Y-%m-%d}"[: CUT.get(str(precision), 10)] for on, precision in dates],
        record_table="sources",
        record_id=every["source_id"],
    )
    rows = listing.found(every, words)
    st.caption("The most used first. A source's page lists every fact that rests on it and where in it the fact stands.")
    settings = {
        "Source": st.column_config.TextColumn(width="large"),
        "Publisher": st.column_config.TextColumn(width="medium"),
        "Address": st.column_config.LinkColumn(display_text="open"),
    }
    listing.listing(rows, "sources", "Sources of the dataset with the number of facts that rest on each", COLUMNS, settings, "source", of=len(every))
