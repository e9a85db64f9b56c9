"""One record with all its evidence: the row in words, every source with role and locator, related records, contradictions."""

import json
from typing import Any

import pandas as pd
import streamlit as st

import data
import queries
from charts.words import number, plural, sentence_case
from ui import record_parts, statements
from ui.card.behind import TABLES
from ui.navigation import name_tab, page, pages_known, record_link
from ui.statements import FOLLOWED
from ui.text import known, line, linked, plain, span, titled, web_address

USES_A_PAGE = 60
HIDDEN = {"note"}
COLUMN_NAMES = {"iso3": "State", "url": "Address", "claim_a": "First statement", "source_a": "First source", "claim_b": "Second statement",
                "source_b": "Second source"}


def show(table: str, row_id: str) -> None:
    """The whole record, or a polite word when there is none of that id."""
    head = queries.run("common/record_head", {"table": table, "id": row_id})
    if head.empty:
        _missing(table, row_id)
        return
    row = head.iloc[0]
    name_tab(str(row["title"]))
    what = sentence_case(TABLES.get(table, table))
    st.caption(plain(f"{what} · {span(row['on_date'], row['date_precision'], row['end_on'])}" if known(row["on_date"]) else what))
    st.title(line(titled(table, row["title"])))
    for words in queries.run("common/record_words", {"table": table, "id": row_id})["words"]:
        st.markdown(plain(titled(table, words)))
    if known(row["note"]) and table != "conflicts":  # a contradiction gives its reason beneath its two statements
        st.caption(f"Note. {plain(row['note'])}")
    if table == "sources" and (address := web_address(_row(table, row_id)["url"])):
        st.link_button("Open the source", address)
    left, right = st.columns([3, 2], gap="large")
    with left:
        if table == "sources":
            _uses(row_id)
        elif table == "conflicts":
            _statements(row_id)
        else:
            record_parts.evidence(table, row_id)
        record_parts.conflicts(table, row_id)
        record_parts.relations(table, row_id)
    with right:
        _cells(table, row_id)
    record_parts.how_to_cite(table, row_id, str(row["title"]))


def _missing(table: str, row_id: str) -> None:
    st.title("No such record")
    name_tab("No such record")
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


def _statements(conflict_id: str) -> None:
    st.header("The two statements")
    for row in queries.run("record/statements", {"id": conflict_id}).itertuples():
        statements.show(row)


def _uses(source_id: str) -> None:
    """The places that rest on a source, a page of them: a source can both state a priority and show its outcome."""
    key = f"page-uses-{source_id}"
    place = st.session_state.get(key, 1)
    uses = queries.run("record/uses", {"id": source_id, "page_rows": USES_A_PAGE, "page_start": (place - 1) * USES_A_PAGE})
    facts, total = (int(uses["n_facts"].iloc[0]), int(uses["total"].iloc[0])) if len(uses) else (0, 0)
    st.header(f"What rests on this source: {plural(facts, 'facts')}")
    for use in uses.itertuples():
        with st.container(gap=None):
            record_link(str(use.table_name), str(use.row_id), str(use.title))
            st.caption(plain(f"{sentence_case(TABLES.get(str(use.table_name), 'record'))} · {record_parts.ROLES.get(str(use.role), use.role)} · {use.locator}"))
    if total > USES_A_PAGE:
        st.pagination(-(-total // USES_A_PAGE), key=key)
        st.caption(f"Places {number((place - 1) * USES_A_PAGE + 1)} to {number((place - 1) * USES_A_PAGE + len(uses))} of {number(total)}.")


def _row(table: str, row_id: str) -> dict[str, Any]:
    return json.loads(queries.run("record/row", {"table": table, "id": row_id})["cells"].iloc[0])


def _cells(table: str, row_id: str) -> None:
    cells = _row(table, row_id)
    meanings = queries.run("record/column_meanings", {"table": table}).set_index("column_name")["description"]
    st.header("The row")
    # A record names at most one other by each of its columns, so that those are among the first of each relation.
    titles = dict(record_parts.related(table, row_id)[["other_id", "title"]].itertuples(index=False, name=None))
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
