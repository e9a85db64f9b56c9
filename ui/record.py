"""One record with all its evidence: the row in words, every source with role and locator, related records, contradictions."""

import json
from collections.abc import Callable
from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st

import data
import queries
from charts.words import number, plural, sentence_case
from exports import citation
from ui import cite, report, statements
from ui.behind import TABLES
from ui.navigation import base, page, pages_known, record_link
from ui.statements import FOLLOWED
from ui.text import dated, known, linked, plain, publisher, web_address

ROLES = {"statement": "States it", "outcome": "Shows the outcome", "corroboration": "Says the same"}
MOST_LINKS = 60
MOST_OF_A_KIND = 15
HIDDEN = {"note"}
COLUMN_NAMES = {"iso3": "State", "url": "Address", "claim_a": "First statement", "source_a": "First source", "claim_b": "Second statement",
                "source_b": "Second source"}
# What stands under "Evidence" where a table has none of its own.
WITHOUT_EVIDENCE = {
    "countries": "What a state was rests on its membership steps, each with sources of its own.",
    "gaps": "A gap says what was looked for and not found, so no source stands behind it.",
}
Heading = Callable[[str], Any]


def show(table: str, row_id: str) -> None:
    """The whole record, or a polite word when there is none of that id."""
    head = queries.run("record_head", {"table": table, "id": row_id})
    if head.empty:
        _missing(table, row_id)
        return
    row = head.iloc[0]
    what = sentence_case(TABLES.get(table, table))
    st.caption(plain(f"{what} · {dated(row['on_date'], row['date_precision'])}" if known(row["on_date"]) else what))
    st.title(plain(row["title"]))
    for words in queries.run("record_words", {"table": table, "id": row_id})["words"]:
        st.markdown(plain(words))
    if known(row["note"]) and table != "conflicts":  # a contradiction gives its reason beneath its two statements
        st.caption(f"Note. {plain(row['note'])}")
    if table == "sources" and (address := web_address(_row(table, row_id)["url"])):
        st.link_button("Open the source", address)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _evidence(table, row_id)
        _conflicts(table, row_id)
        _relations(table, row_id)
    with right:
        _cells(table, row_id)
    _cite(table, row_id, str(row["title"]))


def beneath(table: str, row_id: str) -> None:
    """The same record without its row of columns, for use under a list on another page."""
    row = queries.run("record_head", {"table": table, "id": row_id}).iloc[0]
    _small(str(row["title"]))
    for words in queries.run("record_words", {"table": table, "id": row_id})["words"]:
        st.markdown(plain(words))
    if known(row["note"]):
        st.caption(f"Note. {plain(row['note'])}")
    record_link(table, row_id, "Open the record on its own page")
    left, right = st.columns([3, 2], gap="large")
    with left:
        _evidence(table, row_id, _small)
        _conflicts(table, row_id, _small)
    with right:
        _relations(table, row_id, _small)
    _cite(table, row_id, str(row["title"]), _small)


def _small(words: str) -> None:
    st.markdown(f"#### {plain(words)}")


def _missing(table: str, row_id: str) -> None:
    st.title("No such record")
    known_table = table in TABLES
    asked = f"“{row_id[:60]}”" if row_id else "an empty id"
    st.markdown(
        plain(
            f"There is no {TABLES[table]} with the id {asked} in release {data.current().release}."
            if known_table
            else "The link names no table of this dataset."
        )
    )
    st.markdown("The id may have changed in a later release, or the link was cut. A search for the title finds what is there.")
    for name, label in {"documents": "Search the documents", "data": "Search the tables", "overview": "Go to the overview"}.items():
        if name in pages_known():
            st.page_link(page(name), label=label, query_params={"section": "Tables"} if name == "data" else None)


def _evidence(table: str, row_id: str, heading: Heading = st.header) -> None:
    if table == "sources":
        _uses(row_id)
        return
    if table == "conflicts":
        _statements(row_id, heading)
        return
    evidence = queries.run("record_sources", {"table": table, "ids": (row_id,)})
    heading("Evidence")
    if evidence.empty:
        st.markdown(WITHOUT_EVIDENCE.get(table, "This table lists terms of the dataset itself; it needs no evidence."))
        return
    n = evidence["source_id"].nunique()
    st.caption(plural(n, "sources"))
    for entry in evidence.itertuples():
        published = f", {plain(dated(entry.published_on, entry.published_precision))}" if known(entry.published_on) else ""
        st.markdown(
            f"**{ROLES.get(str(entry.role), plain(entry.role))}** · {linked(entry.source_title, entry.url)}  \n"
            f"{plain(publisher(entry.publisher))}{published}. Where: {plain(entry.locator)}." + (f" {plain(entry.note)}" if known(entry.note) else "")
        )
        record_link("sources", str(entry.source_id), f"About this source ({entry.source_kind}, {entry.language})")


def _statements(conflict_id: str, heading: Heading) -> None:
    every = queries.run("conflict_list")
    heading("The two statements")
    for row in every[every["conflict_id"] == conflict_id].itertuples():
        statements.show(row)


def _uses(source_id: str) -> None:
    uses = queries.run("source_uses", {"id": source_id})
    facts = len(uses[["table_name", "row_id"]].drop_duplicates())  # a source can both state a priority and show its outcome
    st.header(f"What rests on this source: {plural(facts, 'facts')}")
    for use in uses.head(MOST_LINKS).itertuples():
        with st.container(gap=None):
            record_link(str(use.table_name), str(use.row_id), str(use.title))
            st.caption(plain(f"{sentence_case(TABLES.get(str(use.table_name), 'record'))} · {ROLES.get(str(use.role), use.role)} · {use.locator}"))
    if len(uses) > MOST_LINKS:
        st.caption(f"The first {MOST_LINKS} of {len(uses)} places are shown.")


def _row(table: str, row_id: str) -> dict[str, Any]:
    return json.loads(queries.run("record_row", {"table": table, "id": row_id})["cells"].iloc[0])


def _cells(table: str, row_id: str) -> None:
    cells = _row(table, row_id)
    meanings = queries.run("column_meanings", {"table": table}).set_index("column_name")["description"]
    st.header("The row")
    titles = dict(queries.run("record_relations", {"table": table, "id": row_id})[["other_id", "title"]].itertuples(index=False, name=None))
    shown = [(column, titles.get(value, value) if isinstance(value, str) else value) for column, value in cells.items() if column not in HIDDEN]
    st.table(
        pd.DataFrame(
            {
                "Column": [_heading(table, column) for column, _ in shown],
                "Value": [_cell(value, table, column) for column, value in shown],
            }
        ),
        hide_index=True,
    )
    with st.expander("What the columns mean"):
        for column, _ in shown:
            st.markdown(f"**{plain(column)}**: {plain(meanings.get(column, ''))}")


def _heading(table: str, column: str) -> str:
    if (table, column) == ("countries", "iso3"):
        return "Code (ISO 3166)"
    return plain(COLUMN_NAMES.get(column, sentence_case(column.removesuffix("_id").replace("_", " "))))


def _cell(value: object, table: str, column: str) -> str:
    if value is None or value == "":
        return "none recorded" if column.endswith("_id") else "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return number(value)
    if (table, column) == ("conflicts", "followed"):
        return FOLLOWED.get(str(value), plain(value))
    return linked("open the source", value) if (table, column) == ("sources", "url") else plain(value)


def _relations(table: str, row_id: str, heading: Heading = st.header) -> None:
    related = queries.run("record_relations", {"table": table, "id": row_id})
    if related.empty:
        return
    heading("Related records")
    for relation, group in groupby(related.itertuples(), key=lambda row: str(row.relation)):
        rows = list(group)
        st.markdown(f"**{plain(sentence_case(relation))}**" + (f" · {number(len(rows))}" if len(rows) > 1 else ""))
        _links(rows[:MOST_OF_A_KIND])
        if rest := rows[MOST_OF_A_KIND:]:
            fold = st.expander(f"{number(len(rest))} more", key=f"more-{table}-{row_id}-{relation}", on_change="rerun")
            if fold.open:
                with fold:
                    _links(rest)


def _links(rows: list[Any]) -> None:
    for row in rows:
        when = f" ({dated(row.on_date, row.date_precision)})" if known(row.on_date) else ""
        record_link(str(row.other_table), str(row.other_id), f"{row.title}{when}")


def _conflicts(table: str, row_id: str, heading: Heading = st.header) -> None:
    conflicts = queries.run("record_conflicts", {"table": table, "id": row_id})
    if conflicts.empty:
        return
    heading("Where sources disagree")
    for row in conflicts.itertuples():
        other = f" Against: {plain(row.claim_b)} ({plain(row.source_b)})." if known(row.claim_b) else ""
        st.markdown(
            f"**{plain(row.subject)}.** {plain(row.claim_a)} ({plain(row.source_a)}).{other} "
            f"Followed: {FOLLOWED.get(str(row.followed), plain(row.followed))}. {plain(row.reason)}"
        )


def _cite(table: str, row_id: str, title: str, heading: Heading = st.header) -> None:
    heading("Cite this record")
    work = citation.of_record(table, row_id, title, base())
    cite.show(work, f"{table}-{row_id}")
    if reported := report.link(f"{table} {row_id}: {title}", work.address):
        st.caption(reported)
