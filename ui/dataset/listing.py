"""A table of rows that can be searched, downloaded, and opened row by row. All lists of the data page are made of it."""

from collections.abc import Callable, Mapping
from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st

import data
from charts.words import number, plural
from exports.text.rows_csv import as_text
from queries import Order, words
from queries.dataset.held import Held
from queries.dataset.lists import Rows
from ui import choice, sought
from ui.dataset.sections import SEARCH
from ui.navigation import record_link
from ui.text import plain

LONGEST = 100
ROWS_PIXELS, HEAD_PIXELS, MOST_PIXELS = 35, 38, 460
MOST_WHOLE, A_PAGE = 1_000, 200
Shape = Callable[[pd.DataFrame], pd.DataFrame]


def search(label: str) -> str:
    """The search box that the sections share; its words stand in the link."""
    return " ".join((st.text_input(label, key=SEARCH, max_chars=LONGEST, bind="query-params", persist_state="session", type="search", live="300ms") or "").split())


def listing(
    rows: Rows | Held,
    key: str,
    alt: str,
    headings: Mapping[str, str],
    shaped: Shape = lambda frame: frame,
    formats: Mapping[str, Any] | None = None,
    opens: str = "record",
    more: Callable[[], None] | None = None,
    of: int = 0,
) -> None:
    """The rows under their headings, at most a screen high, with a CSV of them; a chosen row shows the link to its record.

    `shaped` adds to the rows what readers see, and in `record_table` and `record_id` the record of each. `formats` holds column settings
    by heading; `more` draws further buttons; `of` is the number of rows before a search. Few rows come whole; of many a page is shown,
    under widgets that sort all of them.
    """
    total = rows.total
    if not total:
        _nothing(rows)
        return
    if words.patterns(rows.words):
        st.caption(plain(sought.told(rows.words)))
        sought.mending(rows.words, SEARCH)
    page, place = (rows.page(1, MOST_WHOLE).rows, "") if total <= MOST_WHOLE else _one_page(rows, total, key, headings)
    frame = shaped(page)
    row = _table(frame, rows.key, key, alt, headings, formats or {})
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left:
        if row is not None:
            _open(frame.iloc[row], opens)
        else:
            n = plural(total, "rows") if of in (0, total) else f"{number(total)} of {plural(of, 'rows')}"
            st.caption(f"{place}{n}. Choose one to open its {opens}" + ("." if place else ", or a heading to sort."))
    with right, st.container(horizontal=True, horizontal_alignment="right"):
        download(rows, key, "CSV of these rows", list(headings), shaped)
        if more:
            more()


def _nothing(rows: Rows | Held) -> None:
    """Why there is no row, and what may have been meant."""
    if not words.patterns(rows.words):
        st.caption("No rows match.")
        return
    st.markdown(sought.why_nothing(rows.words, "row", "the tables"))
    sought.elsewhere(rows.words)
    sought.mending(rows.words, SEARCH)


def _one_page(rows: Rows | Held, total: int, key: str, headings: Mapping[str, str]) -> tuple[pd.DataFrame, str]:
    """The rows of the page that is open, and which these are."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    sortable = [column for column in rows.page(1, 1).rows.columns if column in headings]
    column = left.selectbox("Sort by", sortable, index=None, placeholder="Own order", format_func=lambda name: headings[name], key=f"sort-{key}")
    descending = right.segmented_control("Order", [False, True], default=False, required=True, format_func=_direction, key=f"order-{key}")
    order = Order(column, bool(descending)) if column else None
    # Other rows begin at their first page.
    told = f"page-{key}-{crc32(repr((rows.identity, order)).encode())}"
    at = st.session_state.get(told, 1)
    found = rows.page(at, A_PAGE, order).rows
    st.pagination(-(-total // A_PAGE), key=told)
    return found, f"Rows {number((at - 1) * A_PAGE + 1)} to {number((at - 1) * A_PAGE + len(found))} of "


def _direction(descending: bool) -> str:
    return "Downwards" if descending else "Upwards"


def _table(frame: pd.DataFrame, key: tuple[str, ...], name: str, alt: str, headings: Mapping[str, str], formats: Mapping[str, Any]) -> int | None:
    shown = frame[list(headings)].rename(columns=dict(headings))
    return choice.chosen(
        shown,
        ["\x1f".join(map(str, cells)) for cells in zip(*(frame[column].tolist() for column in key), strict=True)],
        f"rows-{name}",
        height=min(HEAD_PIXELS + ROWS_PIXELS * len(frame), MOST_PIXELS),
        column_config={**_dates(shown), **formats},
        placeholder="",
        alt=alt,
    )


def download(rows: Rows | Held, key: str, label: str, columns: list[str] | None = None, shaped: Shape = lambda frame: frame) -> None:
    """A button that makes a CSV of all rows when it is clicked."""
    name = f"{key}_r{data.current().release}.csv"
    st.download_button(label, data=data.pinned(lambda: csv(rows, columns, shaped), data.current()), file_name=name, mime="text/csv", key=f"csv-{key}", on_click="ignore")


def csv(rows: Rows | Held, columns: list[str] | None = None, shaped: Shape = lambda frame: frame) -> bytes:
    """All rows as CSV for spreadsheets, with these columns or all; written some thousands at a time."""
    pieces: list[bytes] = []
    for chunk in rows.chunks():
        frame = shaped(chunk)
        text = as_text(frame[columns] if columns else frame).to_csv(index=False, header=not pieces, lineterminator="\r\n")
        pieces.append(text.encode("utf-8" if pieces else "utf-8-sig"))
    return b"".join(pieces)


def _open(row: pd.Series, opens: str) -> None:
    if row["record_id"]:
        label = next((str(row[name]) for name in ("title", "subject", "description") if name in row and isinstance(row[name], str)), str(row["record_id"]))
        record_link(str(row["record_table"]), str(row["record_id"]), f"Open the {opens}: {label[:90]}")
    else:
        st.caption("No record belongs to this row.")


def _dates(frame: pd.DataFrame) -> dict[str, Any]:
    dated = [str(name) for name in frame.columns if pd.api.types.is_datetime64_any_dtype(frame[name])]
    return {name: st.column_config.DateColumn(format="YYYY-MM-DD") for name in dated}
