"""The tracker: every priority shown as a row, and for the chosen one what stands at both ends."""

from zlib import crc32

import pandas as pd
import streamlit as st

import queries
from charts.outcome_scale import badge
from charts.words import number, sentence_case
from exports.view import View
from queries import Order
from ui import choice, failure, filters
from ui.navigation import record_link
from ui.text import dated, known, linked, plain

HEADINGS = {
    "outcome": "Outcome",
    "title": "Priority",
    "stated_on": "Stated",
    "stated_precision": "Known to the",
    "chairmanship": "Chairmanship",
    "theme": "Theme",
    "kind": "Kind",
    "actor": "By",
    "became": "Became",
}
SORTED_BY = {
    "theme_place": "Theme",
    "outcome": "Outcome",
    "title": "Priority",
    "stated_on": "Stated",
    "chairmanship": "Chairmanship",
    "kind": "Kind",
    "actor": "By",
}
MOST_WHOLE, A_PAGE = 1_000, 200
ROW = 35  # pixels a row of the table takes
WIDTHS = {"Outcome": 160, "Priority": 390, "Chairmanship": 165, "By": 300, "Became": 400}


def show() -> None:
    """The table of the figure `priority-tracker` with outcome badges; the chosen row's evidence beneath."""
    with st.container(key="tracker"), failure.caught("part", "tracker"):
        _show()


@st.fragment
def _show() -> None:
    view = View.of("priority-tracker", filters.current())
    if view.frame.empty:
        st.caption("No priorities for these filters.")
        return
    frame = view.frame if view.n_marks <= MOST_WHOLE else _one_page(view)
    if frame.empty:
        return
    widths = {heading: st.column_config.TextColumn(width=width) for heading, width in WIDTHS.items()}
    row = choice.chosen(
        table(frame),
        frame["priority_id"].tolist(),
        "tracker-rows",
        height=min(ROW * (len(frame) + 1) + 3, 390),
        column_config={**widths, "Stated": st.column_config.DateColumn(format="D MMM YYYY")},
        alt="Table of priorities with their outcomes",
    )
    st.caption(plain(view.sentence) + "\\. Choose a row to see the evidence at both ends.")
    if row is not None:
        _chosen(frame.iloc[row])


def _one_page(view: View) -> pd.DataFrame:
    """The priorities of one page, under widgets that sort and search all of them. Other filters and words begin at the first page."""
    first, second, third = st.columns([3, 2, 4], vertical_alignment="bottom")
    column = first.selectbox("Sort by", list(SORTED_BY), format_func=lambda column: SORTED_BY[column], key="sort-tracker")
    descending = second.segmented_control("Order", [False, True], default=False, required=True, format_func=_direction, key="order-tracker")
    words = third.text_input("Search all priorities", key="search-tracker", max_chars=100, type="search")
    key = f"page-tracker-{crc32(f'{view.parameters} {words}'.encode())}"
    place = st.session_state.get(key, 1)
    found = view.page(Order(column, bool(descending)), words, place, A_PAGE)
    if not found.total:
        st.caption("No priority holds these words.")
        return found.rows
    st.pagination(-(-found.total // A_PAGE), key=key)
    st.caption(f"Priorities {number((place - 1) * A_PAGE + 1)} to {number((place - 1) * A_PAGE + len(found.rows))} of {number(found.total)}.")
    return found.rows


def _direction(descending: bool) -> str:
    return "Downwards" if descending else "Upwards"


def table(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows as the tracker shows them: outcome as sign and word, days as days with how precisely they are known."""
    shown = frame.assign(
        outcome=[badge(outcome) for outcome in frame["outcome"]],
        kind=[sentence_case(kind) for kind in frame["kind"]],
        stated_precision=frame["stated_precision"].where(frame["stated_on"].notna(), ""),
    )
    return shown[list(HEADINGS)].rename(columns=HEADINGS)


def _chosen(row: pd.Series) -> None:
    record = {"table": "priorities", "id": str(row["priority_id"])}
    with st.container(border=True):
        st.markdown(f"**{plain(row['title'])}**")
        for words in queries.run("common/record_words", record)["words"]:
            st.markdown(plain(words))
        evidence = queries.run("common/record_sources", {"table": "priorities", "ids": (record["id"],)})
        left, right = st.columns(2, gap="medium")
        with left:
            st.markdown(f"**Stated** {plain(dated(row['stated_on'], row['stated_precision']))}")
            _sources(evidence[evidence["role"] != "outcome"], "No source.")
        with right:
            when = f" · {plain(dated(row['outcome_on'], row['outcome_precision']))}" if known(row["outcome_on"]) else ""
            st.markdown(f"**{plain(badge(str(row['outcome'])))}**{when}")
            if known(note := queries.run("common/record_head", record)["note"].iloc[0]):
                st.markdown(plain(note))
            _sources(evidence[evidence["role"] == "outcome"], "No source of an outcome in the dataset.")
            _became(record)
        record_link("priorities", record["id"], "Open the record")


def _sources(evidence: pd.DataFrame, none: str) -> None:
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
