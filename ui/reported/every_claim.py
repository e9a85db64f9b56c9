"""Every claim as one table: who, which number, of what, when, in which source, and what is known of why it differs."""

import pandas as pd
import streamlit as st

from charts.reported.claims import spoken_number
from charts.words import plural, sentence_case
from exports.view import View
from ui import choice, failure
from ui.card import behind, paged

HEADINGS = {
    "claimed_by": "Who",
    "claim": "Number",
    "unit": "Unit",
    "measure": "Of what",
    "about": "About",
    "as_of": "When",
    "date_precision": "Known to the",
    "source": "Source",
    "why": "Why it differs",
}
SORTED_BY = {"measure": "Of what", "value": "Number", "unit": "Unit", "as_of": "When", "claimed_by": "Who", "subject": "About"}
WIDTHS = {"Who": 220, "Of what": 150, "About": 180, "Source": 260, "Why it differs": 520}


def rows(view: View) -> None:
    """The table of the view's claims; the sources of the chosen claim beneath."""
    with failure.caught("part", "every claim"):
        _rows(view)


def _rows(view: View) -> None:
    if view.frame.empty:
        st.caption(f"{view.nothing}.")
        return
    frame = paged.rows(view, SORTED_BY, "every-claim", "claims")
    if frame.empty:
        return
    ids = frame["figure_id"].tolist()
    widths = {heading: st.column_config.TextColumn(width=width) for heading, width in WIDTHS.items()}
    row = choice.chosen(
        table(frame),
        ids,
        "every-claim-rows",
        height=460,
        column_config={"When": st.column_config.DateColumn(format="D MMM YYYY"), **widths},
        alt="Table of all claims",
    )
    st.caption(f"{plural(view.n_marks, 'claims')}. Choose a row to see its source.")
    if row is not None:
        behind.listed("reported_figures", [ids[row]])


def table(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows as readers see them: qualifier and number together, days with how precisely they are known."""
    shown = frame.assign(
        measure=frame["measure_label"].map(sentence_case),
        claim=[spoken_number(qualifier, value) for qualifier, value in zip(frame["qualifier"], frame["value"], strict=True)],
        date_precision=frame["date_precision"].where(frame["as_of"].notna(), ""),
        about=[
            "" if subject.startswith("No meeting") else plain_label(subject, scope) for subject, scope in zip(frame["subject"], frame["scope"], strict=True)
        ],
    )
    return shown[list(HEADINGS)].rename(columns=HEADINGS)


def plain_label(subject: str, scope: str) -> str:
    """ "Astana 2017, summit", or the chairmanship alone."""
    return subject if scope == "whole term" else f"{subject}, {scope}"
