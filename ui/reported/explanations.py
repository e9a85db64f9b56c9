"""Beneath the charts of claims: who claimed what on a meeting or chairmanship, what was counted, and why the two differ."""

import pandas as pd
import streamlit as st

import data
import queries
from charts.reported.claims import Subject, reasons, spoken_number, subjects
from charts.words import number
from exports.view import View
from queries.marks import RECORDS_A_PAGE
from ui import failure, filters
from ui.navigation import record_link
from ui.text import dated, plain


def show(name: str, is_open: bool = False) -> None:
    """One subject at a time, first the one with the most claims and the most to say about them; folded away unless `is_open`."""
    with st.container(key=f"why-{name}"), failure.caught("part", f"explanations of {name}"):
        _show(name, is_open)


@st.fragment
def _show(name: str, is_open: bool) -> None:
    view = View.of(name, filters.current())
    made = blocks(view.frame) if len(view.frame) else {}
    if not made:
        return
    fold = st.expander("Why the numbers differ: every claim, and what is known of the difference", expanded=is_open, key=f"fold-why-{name}", on_change="rerun")
    if fold.open:
        with fold:
            label = st.selectbox("Meeting, chairmanship or day", list(made), key=f"why-{name}-of")
            _explain(view, made[label] if label in made else made[next(iter(made))])


def blocks(frame: pd.DataFrame) -> dict[str, Subject]:
    """What can be explained, by its name: the subject with the most claims first, among equals the one with the most reasons."""
    made = sorted(subjects(frame), key=lambda subject: (-subject.n_claims, -len(reasons(subject.first.explanation))))
    return {spoken(subject): subject for subject in made}


def spoken(subject: Subject) -> str:
    """ "Astana 2017, summit"; a whole term only where nothing else tells the subject apart: the name must fit on a phone."""
    parts = [part for part in subject.names if part != "whole term"] if len(subject.names) > 2 else subject.names
    return ", ".join(map(data.current().lists.spoken, parts))


def numbers(subject: Subject) -> str:
    """ "Claimed 11 to 13, counted 11"."""
    values = [row.value for row in subject.claimed]
    low, high = number(min(values)), number(max(values))
    counted = "not counted" if subject.count is None else f"counted {number(subject.count)}"
    return f"Claimed {low if low == high else f'{low} to {high}'}, {counted}"


def _explain(view: View, subject: Subject) -> None:
    st.markdown(f"**{plain(numbers(subject))}.**")
    left, right = st.columns(2, gap="large")
    with left:
        st.caption("Claims, by date")
        _claims(view, subject)
    with right:
        found = reasons(subject.first.explanation)
        st.caption("What is known of the difference" if found else "The dataset holds no note on these numbers.")
        st.markdown("\n".join(f"- {plain(reason)}" for reason in found))


def _claims(view: View, subject: Subject) -> None:
    """The claims as links to their records, a page of them."""
    key = f"page-why-{view.figure.name}-{'-'.join(subject.names)}"
    claims, total = claims_of(view, subject, st.session_state.get(key, 1))
    with st.container(gap="xsmall"):
        for claim in claims.itertuples():
            words = f"{dated(claim.as_of, claim.date_precision)}: {spoken_number(claim.qualifier, claim.value)} {claim.unit}, {claim.claimed_by}"
            record_link("reported_figures", str(claim.figure_id), words)
    if total > RECORDS_A_PAGE:
        st.pagination(-(-total // RECORDS_A_PAGE), key=key)


def claims_of(view: View, subject: Subject, page: int = 1) -> tuple[pd.DataFrame, int]:
    """A page of the single claims behind the marks of a subject, by date, and how many there are."""
    found = view.records([view.mark(row.Index) for row in subject.claimed], page)
    return queries.run("reported/claims_of", {"ids": found.rows["record_id"].tolist()}), found.total
