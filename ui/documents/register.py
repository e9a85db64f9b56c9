"""The register of documents as a list: choosing a row shows its record beneath."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st

import queries
from charts.words import number
from exports.view import View
from queries import words
from queries.passages import Passage, passages, piece
from ui import choice, filters, record_parts, sought, viewport
from ui.text import plain

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
FIELDS = {"Title": "title", "Body": "body", "Place": "place", "Note": "note"}
BEFORE = 20  # letters: a cell shows the beginning of its text
MOST_WHOLE, A_PAGE = 1_000, 200


def rows(view: View) -> None:
    """The rows of the view `document-register` as a list, whole where they are few, else page by page, and the record of the chosen one."""
    q = view.filters.q
    if view.frame.empty:
        st.markdown(sought.why_nothing(q, "document", "titles and notes", " under these filters") if words.patterns(q) else f"{view.nothing}.")
        sought.elsewhere(q)
        sought.mending(q, "q")
        if filters.can_reset(view.names) and view.has_more:
            st.button("Reset the filters", key="reset-register", on_click=filters.reset)
        return
    if words.patterns(q):
        st.caption(plain(sought.told(q)))
        sought.mending(q, "q")
    frame = view.frame if len(view.frame) <= MOST_WHOLE else _one_page(view)
    row = choice.chosen(
        table(frame, q),
        frame["document_id"].tolist(),
        "register-rows",
        height=min(36 * (len(frame) + 1), 250 if viewport.look().narrow else 360),
        column_config={
            "Date": st.column_config.TextColumn(width=90),
            "Title": st.column_config.TextColumn(width=460),
            "Found in": st.column_config.TextColumn(width=100),
            "Words in context": st.column_config.TextColumn(width=360),
        },
        alt="Register of documents, one row a document",
    )
    choice.hint("Choose a row to see the record of the document.", "register")
    if row is not None:
        record_parts.beneath("documents", str(frame["document_id"].iloc[row]))


def _one_page(view: View) -> pd.DataFrame:
    """The rows of one page, in the order in which the register is sorted. Other filters begin at the first page."""
    key = f"register-page-{crc32(str(view.parameters).encode())}"
    place = st.pagination(-(-view.n // A_PAGE), key=key)
    start = (place - 1) * A_PAGE
    found = queries.run("documents/listed", {**view.parameters, "page_rows": A_PAGE, "page_start": start})
    st.caption(f"Documents {number(start + 1)} to {number(start + len(found))} of {number(view.n)}.")
    return found


def context(row: Any, patterns: Sequence[str]) -> str:
    """The words around each searched word in the first field that holds it, with the words in «signs»."""
    title, others = passages(list(FIELDS), [str(getattr(row, name) or "") for name in FIELDS.values()], patterns, BEFORE)
    first = [piece(title.field, title.text, title.marks, title.marks, BEFORE)] if title.marks else []
    return " · ".join(f"{passage.field}: {marked(passage)}" for passage in (*first, *others))


def marked(passage: Passage) -> str:
    """The text with every hit in «signs»."""
    text = passage.text
    for start, end in reversed(passage.marks):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


def table(frame: pd.DataFrame, q: str) -> pd.DataFrame:
    """The columns of the list under their headings; why a row was found, with the searched words marked, only when something was searched."""
    patterns = words.patterns(q)
    shown = frame.assign(
        counts=["yes" if counted else "no" for counted in frame["is_counted"]],
        context=[context(row, patterns) for row in frame.itertuples()] if patterns else "",
    )
    columns = [column for column in HEADINGS if patterns or column not in SEARCHED]
    return shown[columns].rename(columns=HEADINGS)
