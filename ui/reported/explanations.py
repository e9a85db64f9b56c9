"""Beneath the charts of claims: who claimed what on a meeting or chairmanship, what was counted, and why the two differ."""

from typing import Any

import pandas as pd
import streamlit as st

from charts.marks import each
from charts.reported.claims import Subject, reasons, subjects
from charts.words import number
from exports.view import View
from queries import Filters
from ui import failure, filters
from ui.navigation import record_link
from ui.text import dated, plain


def show(name: str, is_open: bool = False) -> None:
    """One subject at a time, first the one with the most claims and the most to say about them; folded away unless `is_open`."""
    with st.container(key=f"why-{name}"), failure.caught("part", f"explanations of {name}"):
        _show(name, is_open)


@st.fragment
def _show(name: str, is_open: bool) -> None:
    frame = View.of(name, filters.current()).frame
    made = blocks(frame) if len(frame) else {}
    if not made:
        return
    with st.expander("Why the numbers differ: every claim, and what is known of the difference", expanded=is_open):
        label = st.selectbox("Meeting, chairmanship or day", list(made), key=f"why-{name}-of")
        _explain(made[label] if label in made else made[next(iter(made))])


def blocks(frame: pd.DataFrame) -> dict[str, Subject]:
    """What can be explained, by its name: the subject with the most claims first, among equals the one with the most reasons."""
    made = sorted(subjects(frame), key=lambda subject: (-subject.n_claims, -len(reasons(subject.first.explanation))))
    return {spoken(subject): subject for subject in made}


def spoken(subject: Subject) -> str:
    """ "Astana 2017, summit"; a whole term only where nothing else tells the subject apart: the name must fit on a phone."""
    parts = [part for part in subject.names if part != "whole term"] if len(subject.names) > 2 else subject.names
    return ", ".join(parts).replace("sco ", "SCO ")


def numbers(subject: Subject) -> str:
    """ "Claimed 11 to 13, counted 11"."""
    values = [row.value for row in subject.claimed]
    low, high = number(min(values)), number(max(values))
    counted = "not counted" if subject.count is None else f"counted {number(subject.count)}"
    return f"Claimed {low if low == high else f'{low} to {high}'}, {counted}"


def _explain(subject: Subject) -> None:
    st.markdown(f"**{plain(numbers(subject))}.**")
    left, right = st.columns(2, gap="large")
    with left:
        st.caption("Claims, by date")
        with st.container(gap="xsmall"):
            for claim in claims_of(subject):
                words = f"{dated(claim.as_of, claim.date_precision)}: {claim.qualifier} {number(claim.value)} {claim.unit}, {claim.claimed_by}"
                record_link("reported_figures", claim.figure_id, words)
    with right:
        found = reasons(subject.first.explanation)
        st.caption("What is known of the difference" if found else "The dataset holds no note on these numbers.")
        st.markdown("\n".join(f"- {plain(reason)}" for reason in found))


def claims_of(subject: Subject) -> list[Any]:
    """The single claims of a subject by date, from the list of all claims, which every visitor shares."""
    wanted = {record for row in subject.claimed for record in row.record_ids}
    claims = [row for row in each(View.of("reported-measures", Filters()).frame) if row.figure_id in wanted]
    return sorted(claims, key=lambda row: (str(row.as_of), row.value))
