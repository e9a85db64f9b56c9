"""The releases, and what changed between an earlier one and the one that is served."""

import pandas as pd
import streamlit as st

import data
import queries
from charts.words import day, number
from data.difference import Change
from data.kept import Release, releases
from queries.dataset.held import Held
from queries.filters import with_dashes
from ui.dataset import changes, listing
from ui.text import plain

ORDER = ("changed", "removed", "added")
COLUMNS = {"table": "Table", "kind": "Change", "title": "Record", "column": "Column", "before": "Before", "after": "Now", "row": "Row"}


def show() -> None:
    """The list of releases and the difference to an earlier one."""
    st.header("Releases")
    st.markdown("The id of a release is its date and the beginning of a digest of all rows: the same rows give the same id, and any change another one.")
    listed = releases(data.current())
    for release in listed:
        _release(release)
    kept = {str(release.release_id): release for release in listed if release.is_kept}
    st.header("What changed")
    if not kept:
        st.markdown("No earlier release is kept beside this one, so there is nothing to compare it with.")
        return
    earlier = list(kept)[0]
    if len(kept) > 1:
        earlier = st.selectbox("Since", list(kept), format_func=lambda name: f"{kept[name].title}, {name}", key="since", bind="query-params", persist_state="session")
    _difference(earlier, kept[earlier])


def _release(release: Release) -> None:
    state = "served now" if release.is_served else "kept for comparison" if release.is_kept else "not kept"
    # The id begins a line: within one, a phone breaks it at its hyphens.
    st.markdown(f"**{plain(release.title)}**, {day(release.released_on)}  \n{plain(release.release_id)} · {state}  \n{plain(with_dashes(release.note))}")


def _difference(earlier: str, release: Release) -> None:
    found = changes.of(earlier)
    st.markdown(plain(f"From the {release.title.lower()} ({earlier}) to the served one ({data.current().release}): {changes.in_words(found)}."))
    if not found:
        return
    totals = changes.counts(found)
    totals_by_name = totals.assign(table=totals["table"].str.replace("_", " ").str.capitalize()).rename(columns=str.capitalize)
    st.table(totals_by_name.style.format({kind.capitalize(): number for kind in changes.KINDS}), hide_index=True, width="content")
    st.subheader("Row by row")
    left, middle, right = st.columns([3, 2, 3], vertical_alignment="bottom")
    with left:
        tables = st.multiselect("Tables", list(totals["table"]), key="changed-tables", placeholder="All tables", bind="query-params", persist_state="session")
    with middle:
        kinds = st.multiselect("Kind of change", changes.KINDS, key="changed-kinds", placeholder="All kinds", bind="query-params", persist_state="session")
    with right:
        words = listing.search("Search row, column or value")
    chosen = [change for change in found if (not tables or change.table in tables) and (not kinds or change.kind in kinds)]
    wide = {name: st.column_config.TextColumn(width=250) for name in ("Record", "Before", "Now")}
    rows = Held(_frame(chosen), ("table", "row", "kind", "column")).narrowed(words)
    listing.listing(rows, f"changes-since-{earlier}", "Changes between two releases, one row a cell", COLUMNS, formats=wide, of=len(found))


def _frame(found: list[Change]) -> pd.DataFrame:
    """One row a change, with the title of the record, where it still is there."""
    titles: dict[tuple[str, str], str] = {}
    for table in dict.fromkeys(change.record_table for change in found):
        ids = tuple(dict.fromkeys(change.record_id for change in found if change.record_table == table))
        rows = queries.run("common/records", {"table": table, "ids": ids})
        titles.update({(table, row_id): title for row_id, title in zip(rows["row_id"], rows["title"], strict=True)})
    names = ["table", "row", "kind", "column", "before", "after", "record_table", "record_id"]
    ordered = sorted(found, key=lambda change: ORDER.index(change.kind))
    frame = pd.DataFrame([[getattr(change, name) for name in names] for change in ordered], columns=names)
    there = [titles.get(pair) for pair in zip(frame["record_table"], frame["record_id"], strict=True)]
    ids = [row_id if title else "" for row_id, title in zip(frame["record_id"], there, strict=True)]
    return frame.assign(title=[title or "" for title in there], record_id=ids)
