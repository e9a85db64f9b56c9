"""The tracker: every priority shown as a row, and for the chosen one what stands at both ends."""

from typing import Any

import pandas as pd
import streamlit as st

import queries
from charts.outcome_scale import badge
from charts.words import sentence_case
from exports.view import View
from ui import failure, filters
from ui.navigation import record_link
from ui.text import dated, known, linked, plain

HEADINGS = {
    "outcome": "Outcome",
    "title": "Priority",
    "stated": "Stated",
    "chairmanship": "Chairmanship",
    "theme": "Theme",
    "kind": "Kind",
    "actor": "By",
    "became": "Became",
}
ROW = 35  # pixels a row of the table takes
WIDTHS = {"Outcome": 160, "Priority": 390, "Stated": 140, "Chairmanship": 165, "By": 300, "Became": 400}


def show() -> None:
    """The table of the figure `priority-tracker` with outcome badges; the chosen row's evidence beneath."""
    with st.container(key="tracker"), failure.caught("part", "tracker"):
        _show()


@st.fragment
def _show() -> None:
    view = View.of("priority-tracker", filters.current())
    frame = view.frame
    if frame.empty:
        st.caption("No priorities for these filters.")
        return
    picked: Any = st.dataframe(
        table(frame),
        hide_index=True,
        height=min(ROW * (len(frame) + 1) + 3, 390),
        key="tracker-rows",
        on_select="rerun",
        selection_mode="single-row",
        column_config={heading: st.column_config.TextColumn(width=width) for heading, width in WIDTHS.items()},
        alt="Table of priorities with their outcomes",
    )
    st.caption(plain(view.sentence) + "\\. Choose a row to see the evidence at both ends.")
    for row in [row for row in picked.selection.rows if row < len(frame)][:1]:
        _chosen(frame.iloc[row])


def table(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows as the tracker shows them: outcome as sign and word, dates as precise as they are known."""
    shown = frame.assign(
        outcome=[badge(outcome) for outcome in frame["outcome"]],
        kind=[sentence_case(kind) for kind in frame["kind"]],
        stated=[dated(day, precision) for day, precision in zip(frame["stated_on"], frame["stated_precision"], strict=True)],
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
