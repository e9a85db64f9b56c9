"""Every claim as one table: who, which number, of what, when, in which source, and what is known of why it differs."""

import pandas as pd
import streamlit as st

import queries
from charts.reported.claims import spoken_number
from charts.words import number, sentence_case
from exports.view import View
from queries import Order
from ui import choice, failure
from ui.card import behind

HEADINGS = {
    "claimed_by": "Who",
    "claim": "Number",
    "unit": "Unit",
    "measure": "Of what",
    "about": "About",
    "as_of": "When",
    "date_precision": "Known to the",
    "source": "Source",
    "why": "Why it differs",
}
SORTED_BY = {"measure": "Of what", "value": "Number", "unit": "Unit", "as_of": "When", "claimed_by": "Who", "subject": "About"}
WIDTHS = {"Who": 220, "Of what": 150, "About": 180, "Source": 260, "Why it differs": 520}
MOST_WHOLE, A_PAGE = 1_000, 200


def rows(view: View) -> None:
    """The table of the view's claims; the sources of the chosen claim beneath."""
    with failure.caught("part", "every claim"):
        _rows(view)


def _rows(view: View) -> None:
    frame, total = (view.frame, view.n_marks) if view.n_marks <= MOST_WHOLE else _one_page(view)
    if frame.empty:
        st.caption("No claim holds these words." if view.n_marks else "No claims for these filters.")
        return
    ids = frame["figure_id"].tolist()
    widths = {heading: st.column_config.TextColumn(width=width) for heading, width in WIDTHS.items()}
    row = choice.chosen(
        table(frame),
        ids,
        "every-claim-rows",
        height=460,
        column_config={"When": st.column_config.DateColumn(format="D MMM YYYY"), **widths},
        alt="Table of all claims",
    )
    st.caption(f"{number(total)} claims. Choose a row to see its source.")
    if row is not None:
        behind.listed("reported_figures", [ids[row]])


def _one_page(view: View) -> tuple[pd.DataFrame, int]:
    """The claims of one page and how many there are, under widgets that sort and search all of them."""
    left, right = st.columns(2, vertical_alignment="bottom")
    column = left.selectbox("Sort by", list(SORTED_BY), format_func=lambda column: SORTED_BY[column], key="sort-every-claim")
    words = right.text_input("Search all claims", key="search-every-claim", max_chars=100, type="search")
    place = st.session_state.get("page-every-claim", 1)
    found = queries.page(view.figure.query, view.parameters, Order(column), words, place, A_PAGE)
    if found.total > A_PAGE:
        st.pagination(-(-found.total // A_PAGE), key="page-every-claim")
    return found.rows, found.total


def table(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows as readers see them: qualifier and number together, days with how precisely they are known."""
    shown = frame.assign(
        measure=[sentence_case(measure) for measure in frame["measure"]],
        claim=[spoken_number(qualifier, value) for qualifier, value in zip(frame["qualifier"], frame["value"], strict=True)],
        date_precision=frame["date_precision"].where(frame["as_of"].notna(), ""),
        about=[
            "" if subject.startswith("No meeting") else plain_label(subject, scope) for subject, scope in zip(frame["subject"], frame["scope"], strict=True)
        ],
    )
    return shown[list(HEADINGS)].rename(columns=HEADINGS)


def plain_label(subject: str, scope: str) -> str:
    """ "Astana 2017, summit", or the chairmanship alone."""
    return subject if scope == "whole term" else f"{subject}, {scope}"
