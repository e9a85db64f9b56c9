"""The claims that nothing in the dataset is counted against, as a table: trade, shares, attendance and the like."""

from typing import Any

import pandas as pd
import streamlit as st

from charts.words import number, sentence_case
from exports.view import View
from ui import failure, filters
from ui.card import behind
from ui.text import dated

HEADINGS = {"measure": "Measure", "claim": "Claim", "unit": "Unit", "when": "Date", "claimed_by": "Claimed by", "about": "About", "note": "Note"}


def show() -> None:
    """A table of the claims on other measures; the chosen row's sources beneath."""
    with st.container(key="other-claims"), failure.caught("part", "other claims"):
        _show()


@st.fragment
def _show() -> None:
    frame = View.of("reported-measures", filters.current()).frame
    frame = frame[~frame["is_counted_elsewhere"]].reset_index(drop=True)
    if frame.empty:
        st.caption("No claims on other measures for these filters.")
        return
    picked: Any = st.dataframe(
        table(frame),
        hide_index=True,
        height=390,
        key="other-claims-rows",
        on_select="rerun",
        selection_mode="single-row",
        alt="Table of claims on other measures",
    )
    st.caption(f"{len(frame)} claims on measures that are not counted in this dataset. Choose a row to see its source.")
    for row in [row for row in picked.selection.rows if row < len(frame)][:1]:
        behind.listed("reported_figures", [str(frame["figure_id"].iloc[row])])


def table(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows as readers see them: qualifier and number together, dates as precise as they are known."""
    shown = frame.assign(
        measure=[sentence_case(measure) for measure in frame["measure"]],
        claim=[f"{qualifier} {number(value)}" for qualifier, value in zip(frame["qualifier"], frame["value"], strict=True)],
        when=[dated(day, precision) for day, precision in zip(frame["as_of"], frame["date_precision"], strict=True)],
        about=[
            "" if subject.startswith("No meeting") else plain_label(subject, scope) for subject, scope in zip(frame["subject"], frame["scope"], strict=True)
        ],
    )
    return shown[list(HEADINGS)].rename(columns=HEADINGS)


def plain_label(subject: str, scope: str) -> str:
    """ "Astana 2017, summit", or the chairmanship alone."""
    return subject if scope == "whole term" else f"{subject}, {scope}"
