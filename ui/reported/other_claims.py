"""The claims that nothing in the dataset is counted against, as a table: trade, shares, attendance and the like."""

import pandas as pd
import streamlit as st

import queries
from charts.words import number, sentence_case
from queries import Order
from ui import choice, failure, filters
from ui.card import behind

QUESTION = "reported/other_claims"
HEADINGS = {
    "measure": "Measure",
    "claim": "Claim",
    "unit": "Unit",
    "as_of": "Date",
    "date_precision": "Known to the",
    "claimed_by": "Claimed by",
    "about": "About",
    "note": "Note",
}
SORTED_BY = {"measure": "Measure", "value": "Claim", "unit": "Unit", "as_of": "Date", "claimed_by": "Claimed by", "subject": "About"}
MOST_WHOLE, A_PAGE = 1_000, 200


def show() -> None:
    """A table of the claims on other measures; the chosen claim's sources beneath."""
    with st.container(key="other-claims"), failure.caught("part", "other claims"):
        _show()


@st.fragment
def _show() -> None:
    values = filters.current().parameters(queries.vocabulary())
    frame = queries.run(QUESTION, values)
    if frame.empty:
        st.caption("No claims on other measures for these filters.")
        return
    total = len(frame)
    if total > MOST_WHOLE:
        found = _one_page(values)
        frame, total = found.rows, found.total
    if frame.empty:
        st.caption("No claim holds these words.")
        return
    ids = frame["figure_id"].tolist()
    row = choice.chosen(
        table(frame),
        ids,
        "other-claims-rows",
        height=390,
        column_config={"Date": st.column_config.DateColumn(format="D MMM YYYY")},
        alt="Table of claims on other measures",
    )
    st.caption(f"{number(total)} claims on measures that are not counted in this dataset. Choose a row to see its source.")
    if row is not None:
        behind.listed("reported_figures", [ids[row]])


def _one_page(values: dict) -> queries.Page:
    """The claims of one page, under widgets that sort and search all of them."""
    left, right = st.columns(2, vertical_alignment="bottom")
    column = left.selectbox("Sort by", list(SORTED_BY), format_func=lambda column: SORTED_BY[column], key="sort-other-claims")
    words = right.text_input("Search all claims", key="search-other-claims", max_chars=100, type="search")
    place = st.session_state.get("page-other-claims", 1)
    found = queries.page(QUESTION, values, Order(column), words, place, A_PAGE)
    if found.total > A_PAGE:
        st.pagination(-(-found.total // A_PAGE), key="page-other-claims")
    return found


def table(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows as readers see them: qualifier and number together, days with how precisely they are known."""
    shown = frame.assign(
        measure=[sentence_case(measure) for measure in frame["measure"]],
        claim=[f"{qualifier} {number(value)}" for qualifier, value in zip(frame["qualifier"], frame["value"], strict=True)],
        date_precision=frame["date_precision"].where(frame["as_of"].notna(), ""),
        about=[
            "" if subject.startswith("No meeting") else plain_label(subject, scope) for subject, scope in zip(frame["subject"], frame["scope"], strict=True)
        ],
    )
    return shown[list(HEADINGS)].rename(columns=HEADINGS)


def plain_label(subject: str, scope: str) -> str:
    """ "Astana 2017, summit", or the chairmanship alone."""
    return subject if scope == "whole term" else f"{subject}, {scope}"
