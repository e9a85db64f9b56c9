"""The list of priorities: what was promised in words, what came of it, and what stands at both ends; several may be open at once."""

from typing import Any

import streamlit as st

import queries
from charts.marks import each
from charts.outcome_scale import badge
from charts.words import sentence_case
from exports.view import View
from queries.filters import with_dashes
from ui import failure
from ui.card import paged
from ui.navigation import record_link
from ui.text import dated, known, linked, plain

SORTED_BY = {
    "theme_place": "Theme",
    "outcome": "Outcome",
    "title": "Priority",
    "stated_on": "Stated",
    "chairmanship": "Chairmanship",
    "kind": "Kind",
    "actor": "By",
}
A_PAGE = 10


def rows(view: View) -> None:
    """The priorities of the view, a page of them, under widgets that sort and search all of them; as many as one likes may be open."""
    with failure.caught("part", "tracker"):
        _rows(view)


def _rows(view: View) -> None:
    for row in each(paged.rows(view, SORTED_BY, "tracker", "priorities", whole=0, a_page=A_PAGE)):
        _entry(row)


def _entry(row: Any) -> None:
    """One priority: outcome, title and words in sight, what stands at both ends behind a fold of its own."""
    with st.container(gap="xsmall"):
        st.markdown(f"**{plain(row.title)}** · {plain(badge(row.outcome))}  \n{plain(row.words)}")
        st.caption(plain(told(row)))
        # A fold is named with its priority: a page has many of them.
        fold = st.expander(f"Evidence for: {plain(row.title)}", key=f"priority-{row.priority_id}", on_change="rerun", type="compact")
        if fold.open:
            with fold:
                _both_ends(row)


def told(row: Any) -> str:
    """By whom, when and in which chairmanship it was stated; theme and kind."""
    return f"{with_dashes(row.chairmanship)} · {row.theme}, {row.kind} · {sentence_case(row.actor)} · {dated(row.stated_on, row.stated_precision)}"


def _both_ends(row: Any) -> None:
    record = {"table": "priorities", "id": str(row.priority_id)}
    evidence = queries.run("common/record_sources", {"table": "priorities", "ids": (record["id"],)})
    left, right = st.columns(2, gap="medium")
    with left:
        st.markdown(f"**Stated** {plain(dated(row.stated_on, row.stated_precision))}")
        _sources(evidence[evidence["role"] != "outcome"], "No source.")
    with right:
        when = f" · {plain(dated(row.outcome_on, row.outcome_precision))}" if known(row.outcome_on) else ""
        st.markdown(f"**{plain(badge(str(row.outcome)))}**{when}")
        if known(note := queries.run("common/record_head", record)["note"].iloc[0]):
            st.markdown(plain(note))
        _sources(evidence[evidence["role"] == "outcome"], "No source of an outcome in the dataset.")
        _became(record)
    record_link("priorities", record["id"], "Open the record")


def _sources(evidence: Any, none: str) -> None:
    if evidence.empty:
        st.caption(none)
    for entry in evidence.itertuples():
        published = f", {plain(dated(entry.published_on, entry.published_precision))}" if known(entry.published_on) else ""
        st.markdown(f"{linked(entry.source_title, entry.url)}  \n{plain(entry.publisher)}{published}: {plain(entry.locator)}")


def _became(record: dict[str, str]) -> None:
    related = queries.run("common/record_relations", record)
    for row in related[related["other_table"].isin(["documents", "events", "priorities"])].itertuples():
        st.caption(plain(sentence_case(str(row.relation))))
        record_link(str(row.other_table), str(row.other_id), str(row.title))
