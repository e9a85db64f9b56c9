"""The records behind a bar, marker or row, each with its first source and locator, a page of them at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

import queries
from charts.words import number
from exports.view import View
from queries.marks import RECORDS_A_PAGE
from ui.navigation import record_link
from ui.text import dated, known, linked, plain, publisher

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


def show(view: View, rows: Sequence[int], key: str) -> None:
    """The records behind the marks at the given positions of the view's frame."""
    of_marks(view, [view.mark(row) for row in rows], key)


def of_marks(view: View, marks: Sequence[Mapping[str, Any]], key: str) -> None:
    """The records behind the given marks of a view, some of them with their first source; how many there are in all."""
    with st.container(key=f"behind-{key}"):
        place = st.session_state.get(f"page-behind-{key}", 1)
        found = view.records(marks, place)
        if not len(found.rows):
            place, found = 1, view.records(marks)
        if not found.total:
            st.markdown("**No record** stands behind this mark: it shows that nothing was found.")
            return
        tables = found.rows.groupby("record_table", sort=False)["record_id"].agg(list)
        whole = len(tables) == 1 and found.total <= RECORDS_A_PAGE
        if not whole:
            st.markdown(f"**{number(found.total)} {'records' if len(tables) > 1 else plain(str(tables.index[0]).replace('_', ' '))}** behind this mark")
        for table, ids in tables.items():
            listed(str(table), ids, headed=whole or len(tables) > 1)
        if found.total > RECORDS_A_PAGE:
            st.pagination(-(-found.total // RECORDS_A_PAGE), key=f"page-behind-{key}")


def listed(table: str, ids: Sequence[str], headed: bool = True) -> None:
    """Records of one table as links, each with date, first source and locator."""
    records = queries.run("common/records", {"table": table, "ids": tuple(ids)})
    if headed:
        many = f"**{len(records)} {plain(table.replace('_', ' '))}** behind this mark"
        st.markdown(many if len(records) != 1 else f"**One {TABLES.get(table, 'record')}** behind this mark")
    for row in records.itertuples():
        record_link(str(row.table_name), str(row.row_id), str(row.title))
        st.caption(_source(row))


def _source(row: object) -> str:
    when = plain(dated(getattr(row, "on_date", pd.NaT), getattr(row, "date_precision", None)))
    title = getattr(row, "source_title", None)
    if not known(title):
        return when
    more = int(getattr(row, "n_sources", 0) or 0) - 1
    others = f" · {more} more {'source' if more == 1 else 'sources'}" if more > 0 else ""
    return f"{when} · {linked(title, getattr(row, 'url', None))}, {plain(publisher(getattr(row, 'publisher', '')))}: {plain(getattr(row, 'locator', ''))}{others}"
