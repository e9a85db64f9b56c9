"""Texts that renew or replace one another without saying for which years: no bar can be drawn, so they are listed."""

from itertools import groupby

import pandas as pd
import streamlit as st

import queries
from charts.words import plural
from ui import failure, filters
from ui.navigation import record_link
from ui.text import dated, plain


def show() -> None:
    """The chains behind a fold, each from its oldest text to its youngest; nothing when the filters leave none."""
    fold = st.expander("Chains of texts that state no years", key="chains", on_change="rerun")
    if fold.open:
        with fold, failure.caught("part", "chains"):
            _list(queries.run("documents/chains", filters.current().parameters(queries.vocabulary())))


def _list(frame: pd.DataFrame) -> None:
    if frame.empty:
        st.caption("None under these filters.")
        return
    for _, rows in groupby(frame.itertuples(), key=lambda row: row.chain_id):
        texts = list(rows)
        st.markdown(
            plain(f"{plural(len(texts), 'texts')}, {texts[0].adopted_on:%Y}–{texts[-1].adopted_on:%Y}")
            if _are_dated(texts)
            else plain(plural(len(texts), "texts"))
        )
        for text in texts:
            record_link("documents", str(text.document_id), f"{dated(text.adopted_on, text.date_precision)}: {text.title}")  # type: ignore[arg-type]


def _are_dated(texts: list) -> bool:
    return not any(pd.isna(text.adopted_on) for text in texts)
