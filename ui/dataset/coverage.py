"""What is filled, what is thin, what is missing, and why row counts are not counts of what happened."""

from typing import Any

import pandas as pd
import streamlit as st

import data
import queries
from charts.words import number
from queries.dataset.lists import Rows
from ui.card import card
from ui.dataset import cautions, listing
from ui.filters import choose
from ui.navigation import page, pages_known
from ui.text import plain

GAPS = {"description": "What is missing", "table_name": "Table", "chairmanship": "Chairmanship", "meeting": "Meeting"}
CLAIMS = {
    "title": "Term or meeting",
    "year": "Year",
    "measure": "Of",
    "n_claims": "Claims",
    "lowest": "Lowest claim",
    "highest": "Highest claim",
    "n_rows": "Rows here",
    "n_counted": "Counted or held",
}


def show() -> None:
    """The matrix, the gaps in words, and counts that are often quoted."""
    choose("chairmanships")
    card("coverage-matrix")
    st.header("Known gaps in words")
    cautions.show("gaps")
    words = listing.search("Search the gaps")
    gaps = Rows("dataset/gaps", ("gap_id",), _chairs())
    listing.listing(
        gaps.narrowed(words),
        "gaps",
        "Known gaps of the dataset in words",
        GAPS,
        shaped=_gap,
        formats={"What is missing": st.column_config.TextColumn(width=620)},
        opens="gap",
        of=gaps.total,
    )
    _claims()


def _gap(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(chairmanship=[name or "several or none" for name in frame["chairmanship"]], record_table="gaps", record_id=frame["gap_id"])


def _chairs() -> dict[str, object]:
    from ui import filters

    return filters.current().parameters(queries.vocabulary())


def _claims() -> None:
    st.header("Counts that are often quoted")
    st.markdown(
        "Chairs and officials name totals that no full list stands behind. The table puts the claims beside the rows of this dataset. "
        "A row count is not a count of what was done: where a full list of texts is known there are more rows than where it is not. "
        "Where no row stands, nothing was collected. That a claim and a row count meet can be chance."
    )
    claims = Rows("dataset/claims_and_rows", ("record_table", "record_id", "measure"), _chairs())
    if not claims.total:
        st.caption("No claims of this kind for these chairmanships.")
        return
    settings: dict[str, Any] = {heading: st.column_config.NumberColumn(format="%d") for heading in ("Year", "Lowest claim", "Highest claim")}
    settings["Term or meeting"] = st.column_config.TextColumn(width="large")
    listing.listing(claims, "claims-and-rows", "Claimed totals beside the rows of the dataset", CLAIMS, formats=settings)
    n = data.current().counts["reported_figures"]
    if "reported" in pages_known():
        st.page_link(page("reported"), label=plain(f"Who claimed what: all {number(n)} reported figures"))
