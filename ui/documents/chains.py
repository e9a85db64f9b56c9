"""Texts that renew or replace one another without saying for which years: no bar can be drawn, so they are listed."""

from itertools import groupby
from zlib import crc32

import pandas as pd
import streamlit as st

import queries
from charts.words import plural
from ui import failure, filters
from ui.navigation import record_link
from ui.text import dated, plain

A_PAGE = 25  # chains


def show() -> None:
    """The chains behind a fold, each from its oldest text to its youngest, some a page; says so when the filters leave none."""
    fold = st.expander("Chains of texts that state no years", key="chains", on_change="rerun")
    if fold.open:
        with fold, failure.caught("part", "chains"):
            _list()


def _list() -> None:
    parameters = filters.current().parameters(queries.vocabulary())
    key = f"chains-page-{crc32(str(parameters).encode())}"
    place = st.session_state.get(key, 1)
    frame = queries.run("documents/chains", {**parameters, "page_rows": A_PAGE, "page_start": (place - 1) * A_PAGE})
    if frame.empty:
        st.caption("None under these filters." if filters.is_narrowed() else "None in this dataset.")
        return
    for _, rows in groupby(frame.itertuples(), key=lambda row: row.chain_id):
        _chain(list(rows))
    total = int(frame["total"].iloc[0])
    if total > A_PAGE:
        st.pagination(-(-total // A_PAGE), key=key)


def _chain(texts: list) -> None:
    years = f", {texts[0].adopted_on:%Y}–{texts[-1].adopted_on:%Y}" if _are_dated(texts) else ""
    st.markdown(plain(f"{plural(len(texts), 'texts')}{years}"))
    for text in texts:
        record_link("documents", str(text.document_id), f"{dated(text.adopted_on, text.date_precision)}: {text.title}")  # type: ignore[arg-type]


def _are_dated(texts: list) -> bool:
    return not any(pd.isna(text.adopted_on) for text in texts)
