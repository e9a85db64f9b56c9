"""The register of documents as a list: choosing a row shows its record beneath."""

from typing import Any

import pandas as pd
import streamlit as st

from exports.view import View
from ui import filters, record

HEADINGS = {
    "dated": "Date",
    "title": "Title",
    "found_in": "Found in",
    "context": "Words in context",
    "type": "Type",
    "body": "Body",
    "theme": "Theme",
    "legal_force": "Legal force",
    "runs": "Years covered",
    "counts": "Counts",
}
SEARCHED = ("found_in", "context")


def rows(view: View) -> None:
    """The rows of the view `document-register` as a list, and the record of the chosen one."""
    frame = view.frame
    if frame.empty:
        st.markdown("No document holds all of this under these filters.")
        st.button("Reset the filters", key="reset-register", on_click=filters.reset)
        return
    picked: Any = st.dataframe(
        table(frame, bool(view.filters.q)),
        hide_index=True,
        height=min(36 * (len(frame) + 1), 360),
        key="register-rows",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "Date": st.column_config.TextColumn(width=90),
            "Title": st.column_config.TextColumn(width=460),
            "Found in": st.column_config.TextColumn(width=100),
            "Words in context": st.column_config.TextColumn(width=360),
        },
        alt="Register of documents, one row a document",
    )
    st.caption("Choose a row to see the document with its evidence, its forerunner and successor, related priorities and how to cite it.")
    for row in [row for row in picked.selection.rows if row < len(frame)][:1]:
        record.beneath("documents", str(frame["document_id"].iloc[row]))


def table(frame: pd.DataFrame, is_searched: bool) -> pd.DataFrame:
    """The columns of the list under their headings; why a row was found is told only when something was searched."""
    shown = frame.assign(counts=["yes" if counted else "no" for counted in frame["is_counted"]])
    columns = [column for column in HEADINGS if is_searched or column not in SEARCHED]
    return shown[columns].rename(columns=HEADINGS)
