"""The parts of a record: evidence, contradictions, related records, citation; on its own page and beneath a list."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

import queries
from charts.words import number, plural, sentence_case
from exports import citation
from ui import cite, report
from ui.navigation import base, record_link
from ui.statements import FOLLOWED
from ui.text import dated, known, linked, plain, publisher, span, titled

ROLES = {"statement": "States it", "outcome": "Shows the outcome", "corroboration": "Says the same"}
MOST_OF_A_KIND, MORE_A_PAGE = 15, 50
# What stands under "Evidence" where a table has none of its own.
WITHOUT_EVIDENCE = {
    "countries": "What a state was rests on its membership steps, each with sources of its own.",
    "gaps": "A gap says what was looked for and not found, so no source stands behind it.",
}
# Relations that name what is related, as they stand above several; the others say what is done ("adopted", "continued by").
SEVERAL = {
    "document of the term": "documents of the term",
    "priority of the term": "priorities of the term",
    "event of the term": "events of the term",
    "meeting of the term": "meetings of the term",
    "outcome of the priority": "outcome of the priorities",
    "meeting": "meetings",
    "membership step": "membership steps",
    "chairmanship": "chairmanships",
    "reported figure": "reported figures",
    "known gap": "known gaps",
    "first claim of a disagreement": "first claims of disagreements",
    "second claim of a disagreement": "second claims of disagreements",
}
Heading = Callable[[str], Any]


def beneath(table: str, row_id: str) -> None:
    """The same record without its row of columns, for use under a list on another page."""
    row = queries.run("common/record_head", {"table": table, "id": row_id}).iloc[0]
    _small(titled(table, row["title"]))
    for words in queries.run("common/record_words", {"table": table, "id": row_id})["words"]:
        st.markdown(plain(titled(table, words)))
    if known(row["note"]):
        st.caption(f"Note. {plain(row['note'])}")
    record_link(table, row_id, "Open the record on its own page")
    left, right = st.columns([3, 2], gap="large")
    with left:
        evidence(table, row_id, _small)
        conflicts(table, row_id, _small)
    with right:
        relations(table, row_id, _small)
    how_to_cite(table, row_id, str(row["title"]), _small)


def _small(words: str) -> None:
    st.markdown(f"#### {plain(words)}")


def evidence(table: str, row_id: str, heading: Heading = st.header) -> None:
    """Every source of the record with role and locator."""
    places = queries.run("common/record_sources", {"table": table, "ids": (row_id,)})
    heading("Evidence")
    if places.empty:
        st.markdown(WITHOUT_EVIDENCE.get(table, "This table lists terms of the dataset itself; it needs no evidence."))
        return
    n = places["source_id"].nunique()
    st.caption(plural(n, "sources"))
    for entry in places.itertuples():
        published = f", {plain(dated(entry.published_on, entry.published_precision))}" if known(entry.published_on) else ""
        st.markdown(
            f"**{ROLES.get(str(entry.role), plain(entry.role))}** · {linked(entry.source_title, entry.url)}  \n"
            f"{plain(publisher(entry.publisher))}{published}. Where: {plain(entry.locator)}." + (f" {plain(entry.note)}" if known(entry.note) else "")
        )
        record_link("sources", str(entry.source_id), f"About this source ({entry.source_kind}, {entry.language})")


def relations(table: str, row_id: str, heading: Heading = st.header) -> None:
    """The records that belong to it, by relation: the first of each, more of a kind folded and page by page."""
    found = related(table, row_id)
    if found.empty:
        return
    heading("Related records")
    for relation, rows in found.groupby("relation", sort=False):
        n = int(rows["n"].iloc[0])
        st.markdown(f"**{plain(sentence_case(SEVERAL.get(str(relation), str(relation))))}** · {number(n)}" if n > 1 else f"**{plain(sentence_case(str(relation)))}**")
        _links(list(rows.itertuples()))
        if n > MOST_OF_A_KIND:
            _more(table, row_id, str(relation), n - MOST_OF_A_KIND)


def _more(table: str, row_id: str, relation: str, n: int) -> None:
    fold = st.expander(f"{number(n)} more", key=f"more-{table}-{row_id}-{relation}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        pages = -(-n // MORE_A_PAGE)
        place = st.pagination(pages, key=f"page-more-{table}-{row_id}-{relation}") if pages > 1 else 1
        _links(list(related(table, row_id, relation, MOST_OF_A_KIND + (place - 1) * MORE_A_PAGE, MORE_A_PAGE).itertuples()))


def related(table: str, row_id: str, relation: str = "", start: int = 0, rows: int = MOST_OF_A_KIND) -> pd.DataFrame:
    """Some of the records that belong to it, of one relation or of each, with the number of all of that relation in `n`."""
    return queries.run("common/related", {"table": table, "id": row_id, "relation": relation, "page_start": start, "page_rows": rows})


def _links(rows: list[Any]) -> None:
    for row in rows:
        when = f" ({span(row.on_date, row.date_precision, row.end_on)})" if known(row.on_date) else ""
        record_link(str(row.other_table), str(row.other_id), f"{row.title}{when}")


def conflicts(table: str, row_id: str, heading: Heading = st.header) -> None:
    """Where sources contradict each other about it, and what is followed."""
    found = queries.run("record/conflicts", {"table": table, "id": row_id})
    if found.empty:
        return
    heading("Where sources disagree")
    for row in found.itertuples():
        other = f" Against: {plain(row.claim_b)} ({plain(row.source_b)})." if known(row.claim_b) else ""
        st.markdown(
            f"**{plain(row.subject)}.** {plain(row.claim_a)} ({plain(row.source_a)}).{other} "
            f"Followed: {FOLLOWED.get(str(row.followed), plain(row.followed))}. {plain(row.reason)}"
        )


def how_to_cite(table: str, row_id: str, title: str, heading: Heading = st.header) -> None:
    """Its citation, and the way to report a mistake in it."""
    heading("Cite this record")
    work = citation.of_record(table, row_id, title, base())
    cite.show(work, f"{table}-{row_id}")
    report.offer(f"{table} {row_id}: {title}", work.address, f"{table}-{row_id}")
