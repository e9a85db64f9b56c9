"""Beneath the charts of claims: who claimed what on a meeting or chairmanship, what was counted, and why the two differ."""

from typing import Any

import pandas as pd
import streamlit as st

from charts.claims import Subject, reasons, subjects
from charts.words import number
from exports.view import View
from queries import Filters
from ui import failure, filters
from ui.navigation import record_link
from ui.text import dated, plain

SIDE_BY_SIDE = 2


def show(name: str) -> None:
    """Two choices of what to explain, first those with the most claims and the most to say about them."""
    with st.container(key=f"why-{name}"), failure.caught("part", f"explanations of {name}"):
        _show(name)


@st.fragment
def _show(name: str) -> None:
    frame = View.of(name, filters.current()).frame
    made = blocks(frame) if len(frame) else {}
    places = st.columns(min(SIDE_BY_SIDE, len(made)), gap="medium") if made else []
    for place, column in enumerate(places):
        with column, st.container(border=True):
            label = st.selectbox("Why the numbers differ", list(made), index=place, key=f"why-{name}-{place}")
            _explain(made[label] if label in made else made[next(iter(made))])


def blocks(frame: pd.DataFrame) -> dict[str, Subject]:
    """What can be explained, by headline: the subject with the most claims first, among equals the one with the most reasons."""
    made = sorted(subjects(frame), key=lambda subject: (-subject.n_claims, -len(reasons(subject.first.explanation))))
    return {headline(subject): subject for subject in made}


def headline(subject: Subject) -> str:
    """ "Astana 2017, summit: claimed 11 to 13, counted 11"."""
    values = [row.value for row in subject.claimed]
    low, high = number(min(values)), number(max(values))
    counted = "not counted" if subject.count is None else f"counted {number(subject.count)}"
    return f"{', '.join(subject.names)}: claimed {low if low == high else f'{low} to {high}'}, {counted}".replace("sco ", "SCO ")


def _explain(subject: Subject) -> None:
    st.caption("Claims, by date")
    for claim in claims_of(subject):
        words = f"{dated(claim.as_of, claim.date_precision)}: {claim.qualifier} {number(claim.value)} {claim.unit}, {claim.claimed_by}"
        record_link("reported_figures", claim.figure_id, words)
    found = reasons(subject.first.explanation)
    st.caption("What is known of the difference" if found else "The dataset holds no note on these numbers.")
    st.markdown("\n".join(f"- {plain(reason)}" for reason in found))


def claims_of(subject: Subject) -> list[Any]:
    """The single claims of a subject by date, from the list of all claims, which every visitor shares."""
    wanted = {record for row in subject.claimed for record in row.record_ids}
    claims = [row for row in View.of("reported-measures", Filters()).frame.itertuples() if row.figure_id in wanted]
    return sorted(claims, key=lambda row: (str(row.as_of), row.value))
