"""A table of rows that can be searched, downloaded, and opened row by row. All lists of the data page are made of it."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

import data
from charts.words import number, plural
from exports.text.rows_csv import as_text
from queries.dataset.tables import matching
from ui.dataset.sections import SEARCH
from ui.navigation import record_link

LONGEST = 100
ROWS_PIXELS, HEAD_PIXELS, MOST_PIXELS = 35, 38, 460


def search(label: str = "Search") -> str:
    """The search box that the sections share; its words stand in the link."""
    return " ".join((st.text_input(label, key=SEARCH, max_chars=LONGEST, bind="query-params", persist_state="session", type="search", live="300ms") or "").split())


def listing(
    frame: pd.DataFrame,
    key: str,
    alt: str,
    headings: Mapping[str, str],
    formats: Mapping[str, Any] | None = None,
    opens: str = "record",
    more: Callable[[], None] | None = None,
    of: int = 0,
) -> None:
    """The rows under their headings, at most a screen high, with a CSV of them; a chosen row shows the link to its record.

    The record of a row stands in its columns `record_table` and `record_id`. `formats` holds column settings by heading; `more` draws
    further buttons; `of` is the number of rows before a search.
    """
    if frame.empty:
        st.caption("No rows match.")
        return
    shown = frame[list(headings)].rename(columns=dict(headings))
    picked: Any = st.dataframe(
        shown,
        hide_index=True,
        key=f"rows-{key}",
        height=min(HEAD_PIXELS + ROWS_PIXELS * len(frame), MOST_PIXELS),
        on_select="rerun",
        selection_mode="single-row",
        column_config={**_dates(shown), **(formats or {})},
        placeholder="",
        alt=alt,
    )
    rows = [row for row in picked.selection.rows if row < len(frame)][:1]
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left:
        for row in rows:
            _open(frame.iloc[row], opens)
        if not rows:
            n = plural(len(frame), "rows") if of in (0, len(frame)) else f"{number(len(frame))} of {plural(of, 'rows')}"
            st.caption(f"{n}. Choose one to open its {opens}, or a heading to sort.")
    with right, st.container(horizontal=True, horizontal_alignment="right"):
        download(frame[list(headings)], key, "CSV of these rows")
        if more:
            more()


def download(frame: pd.DataFrame, key: str, label: str) -> None:
    """A button that makes a CSV of the frame when it is clicked."""
    name = f"{key}_r{data.current().release}.csv"
    st.download_button(label, data=lambda: csv(frame), file_name=name, mime="text/csv", key=f"csv-{key}", on_click="ignore")


def csv(frame: pd.DataFrame) -> bytes:
    """The frame as CSV for spreadsheets."""
    return as_text(frame).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def found(frame: pd.DataFrame, words: str) -> pd.DataFrame:
    """The rows that hold all the words, numbered anew."""
    return frame[matching(frame, words)].reset_index(drop=True)


def _open(row: pd.Series, opens: str) -> None:
    if row["record_id"]:
        label = next((str(row[name]) for name in ("title", "subject", "description") if name in row and isinstance(row[name], str)), str(row["record_id"]))
        record_link(str(row["record_table"]), str(row["record_id"]), f"Open the {opens}: {label[:90]}")
    else:
        st.caption("No record belongs to this row.")


def _dates(frame: pd.DataFrame) -> dict[str, Any]:
    dated = [str(name) for name in frame.columns if pd.api.types.is_datetime64_any_dtype(frame[name])]
    return {name: st.column_config.DateColumn(format="YYYY-MM-DD") for name in dated}
