"""The records behind a bar, marker or row, each with its first source and locator."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

import queries
from exports.view import View
from ui.navigation import record_link
from ui.text import dated, known, linked, plain, publisher

MOST = 50
TABLES = {
    "chairmanships": "chairmanship",
    "meetings": "meeting",
    "documents": "document",
    "priorities": "priority",
    "events": "event",
    "membership_steps": "membership step",
    "reported_figures": "reported figure",
    "world_shares": "total",
    "sources": "source",
    "countries": "country",
    "bodies": "body",
    "themes": "theme",
    "conflicts": "conflict",
    "gaps": "gap",
}


def show(view: View, rows: Iterable[int], key: str) -> None:
    """The records behind the given rows of a view, the first few with their source."""
    with st.container(key=f"behind-{key}"):
        for table, ids in view.records(rows):
            listed(table, ids)


def listed(table: str, ids: list[str]) -> None:
    """Records of one table as links, each with date, first source and locator."""
    records = queries.run("common/records", {"table": table, "ids": tuple(ids)})
    st.markdown(
        f"**{len(records)} {plain(table.replace('_', ' '))}** behind this mark"
        if len(records) != 1
        else f"**One {TABLES.get(table, 'record')}** behind this mark"
    )
    for row in records.head(MOST).itertuples():
        record_link(row.table_name, row.row_id, row.title)
        st.caption(_source(row))
    if len(records) > MOST:
        st.caption(f"The first {MOST} of {len(records)} are shown; the download holds all ids.")


def _source(row: object) -> str:
    when = plain(dated(getattr(row, "on_date", pd.NaT), getattr(row, "date_precision", None)))
    title = getattr(row, "source_title", None)
    if not known(title):
        return when
    more = int(getattr(row, "n_sources", 0) or 0) - 1
    others = f" · {more} more {'source' if more == 1 else 'sources'}" if more > 0 else ""
    return f"{when} · {linked(title, getattr(row, 'url', None))}, {plain(publisher(getattr(row, 'publisher', '')))}: {plain(getattr(row, 'locator', ''))}{others}"
