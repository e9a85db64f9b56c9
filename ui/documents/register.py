"""The register of documents as a list: choosing a row shows its record beneath."""

import re
import unicodedata
from zlib import crc32

import pandas as pd
import streamlit as st

import queries
from charts.words import number
from exports.view import View
from ui import choice, filters, record_parts, viewport

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
MOST_WHOLE, A_PAGE = 1_000, 200


def rows(view: View) -> None:
    """The rows of the view `document-register` as a list, whole where they are few, else page by page, and the record of the chosen one."""
    if view.frame.empty:
        st.markdown(nothing(view.filters.q))
        st.button("Reset the filters", key="reset-register", on_click=filters.reset)
        return
    frame = view.frame if len(view.frame) <= MOST_WHOLE else _one_page(view)
    row = choice.chosen(
        table(frame, view.filters.q),
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
    st.caption("Choose a row to see the record of the document.")
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


def nothing(q: str) -> str:
    """Why the list is empty; a search in another script than the titles are in cannot find anything."""
    if not q:
        return "No document passes these filters."
    is_foreign = any(letter.isalpha() and "LATIN" not in unicodedata.name(letter, "") for letter in q)
    return "No document holds all of these words under these filters." + (" Titles and notes are in English." if is_foreign else "")


def table(frame: pd.DataFrame, q: str) -> pd.DataFrame:
    """The columns of the list under their headings; why a row was found, with the searched words marked, only when something was searched."""
    shown = frame.assign(
        counts=["yes" if counted else "no" for counted in frame["is_counted"]],
        context=[marked(text, q) for text in frame["context"]],
    )
    columns = [column for column in HEADINGS if q or column not in SEARCHED]
    return shown[columns].rename(columns=HEADINGS)


def marked(text: str, q: str) -> str:
    """The text with every searched word in «signs», capitals and accents ignored."""
    words = sorted({_bare(word) for word in q.split()} - {""}, key=len, reverse=True)
    if not text or not words:
        return text
    bare = [_bare(letter) for letter in text]
    starts = [i for i, letter in enumerate(bare) for _ in letter]
    found = re.finditer("|".join(map(re.escape, words)), "".join(bare))
    ends = [(starts[hit.start()], starts[hit.end() - 1] + 1) for hit in found]
    for start, end in reversed(ends):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


def _bare(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))
