"""The records behind a bar, marker or row, each with its first source and locator, a page of them at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

import queries
from charts.words import number
from exports.view import View
from queries.marks import RECORDS_A_PAGE, Page
from ui.navigation import record_link
from ui.text import known, linked, plain, publisher, span

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


def of_marks(view: View, marks: Sequence[Mapping[str, Any]], key: str, what: str = "mark") -> None:
    """The records behind the given marks of a view, some of them with their first source; how many there are in all. `what` a mark is called where it is chosen."""
    this = f"this {what}" if len(marks) == 1 else f"these {what}s"
    place = st.session_state.get(f"page-behind-{key}", 1)
    found = view.records(marks, place)
    if not len(found.rows):
        place, found = 1, view.records(marks)
    if found.total:
        _some(found, this, key)
    else:
        st.markdown(f"**No record** stands behind {this}: it shows that nothing was found.")
    for iso3 in dict.fromkeys(str(mark["iso3"]) for mark in marks if "iso3" in mark):
        _state(iso3)


def _some(found: Page, this: str, key: str) -> None:
    """A page of records by table, and how many there are in all."""
    tables = found.rows.groupby("record_table", sort=False)["record_id"].agg(list)
    whole = len(tables) == 1 and found.total <= RECORDS_A_PAGE
    if not whole:
        st.markdown(f"**{number(found.total)} {'records' if len(tables) > 1 else plain(str(tables.index[0]).replace('_', ' '))}** behind {this}")
    for table, ids in tables.items():
        if whole or len(tables) > 1:
            _counted(str(table), len(ids), this if whole else "")
        listed(str(table), ids)
    if found.total > RECORDS_A_PAGE:
        st.pagination(-(-found.total // RECORDS_A_PAGE), key=f"page-behind-{key}")


def chosen(view: View, row: int, frame: pd.DataFrame | None = None) -> dict[str, Any]:
    """The mark at a position of the view's frame, or of a page of its rows, with the state that it is about, if any."""
    rows = view.frame if frame is None else frame
    return view.mark(row, rows) | ({"iso3": rows["iso3"].iloc[row]} if "iso3" in rows else {})


def _state(iso3: str) -> None:
    """The way to all that is recorded of a state."""
    head = queries.run("common/record_head", {"table": "countries", "id": iso3})
    if len(head):
        record_link("countries", iso3, f"{head['title'].iloc[0]}: all steps")


def _counted(table: str, n: int, this: str) -> None:
    """How many records of a table there are: behind what, where that was not said before."""
    many = f"{number(n)} {plain(table.replace('_', ' '))}" if n != 1 else f"One {TABLES.get(table, 'record')}"
    st.markdown(f"**{many}** behind {this}" if this else f"**{many}**")


def listed(table: str, ids: Sequence[str]) -> None:
    """Records of one table as links, each with date, first source and locator."""
    records = queries.run("common/records", {"table": table, "ids": tuple(ids)})
    for row in records.itertuples():
        record_link(str(row.table_name), str(row.row_id), str(row.title))
        st.caption(_source(row))


def _source(row: object) -> str:
    when = plain(span(getattr(row, "on_date", pd.NaT), getattr(row, "date_precision", None), getattr(row, "end_on", None)))
    title = getattr(row, "source_title", None)
    if not known(title):
        return when
    more = int(getattr(row, "n_sources", 0) or 0) - 1
    others = f" · {more} more {'source' if more == 1 else 'sources'}" if more > 0 else ""
    return f"{when} · {linked(title, getattr(row, 'url', None))}, {plain(publisher(getattr(row, 'publisher', '')))}: {plain(getattr(row, 'locator', ''))}{others}"
