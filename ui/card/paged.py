"""A page of the rows of a view where a table takes no more, under widgets that sort and search all of them."""

from collections.abc import Callable, Mapping
from zlib import crc32

import pandas as pd
import streamlit as st

from charts.words import number
from exports.view import View
from queries import Order, Page

MOST_WHOLE, A_PAGE = 1_000, 200  # rows that a table takes whole, and of a page where there are more


def rows(view: View, sorted_by: Mapping[str, str], key: str, noun: str = "rows", whole: int | None = None, a_page: int | None = None) -> pd.DataFrame:
    """All rows of a view where they are few (at most `whole`, where given), else those of the chosen page; none where no row holds the words searched for.

    sorted_by: column -> its heading; key: begins the names of the widgets.
    """
    most = MOST_WHOLE if whole is None else whole
    if view.n_marks <= most:
        return view.frame
    size = a_page or A_PAGE
    return turned(view, sorted_by, key, noun, size, lambda order, words, place: view.page(order, words, place, size))


def page_key(view: View, key: str, words: str = "") -> str:
    """The name of the widget that turns pages. Other filters and other words begin at the first page."""
    return f"page-{key}-{crc32(f'{view.parameters} {words}'.encode())}"


def turned(
    view: View, sorted_by: Mapping[str, str], key: str, noun: str, a_page: int, ask: Callable[[Order, str, int], Page], downwards: bool = False
) -> pd.DataFrame:
    """The chosen page of what `ask` gives for an order, words and the number of a page, under the widgets that ask for these."""
    first, second, third = st.columns([3, 2, 4], vertical_alignment="bottom")
    column = first.selectbox("Sort by", list(sorted_by), format_func=lambda column: sorted_by[column], key=f"sort-{key}")
    descending = second.segmented_control("Order", [False, True], default=downwards, required=True, format_func=_direction, key=f"order-{key}")
    words = third.text_input(f"Search all {noun}", key=f"search-{key}", max_chars=100, type="search")
    turner = page_key(view, key, words)
    place = st.session_state.get(turner, 1)
    found = ask(Order(column, bool(descending)), words, place)
    if not found.total:
        st.caption(f"None of the {noun} holds these words.")
        return found.rows
    if found.total > a_page:
        st.pagination(-(-found.total // a_page), key=turner)
    start = (place - 1) * a_page
    st.caption(f"{noun.capitalize()} {number(start + 1)} to {number(start + len(found.rows))} of {number(found.total)}.")
    return found.rows


def _direction(descending: bool) -> str:
    return "Downwards" if descending else "Upwards"
