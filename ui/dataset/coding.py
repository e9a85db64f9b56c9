"""How themes and outcomes were coded: rules, agreement of the coders, and what was decided where they differed."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

import data
import queries
from charts.words import number, plural, rounded, sentence_case
from queries.dataset.agreement import CODERS, RESAMPLES, Agreement, agreement
from queries.dataset.held import Held
from queries.dataset.lists import Rows
from ui.card import card
from ui.dataset import cautions, listing
from ui.dataset.answers import VARIABLES, three
from ui.filters import choose
from ui.text import plain

DIFFERENCES = {"title": "Row", "what": "Coded", "first": "First reading", "blind_1": "Blind 1", "blind_2": "Blind 2", "blind_3": "Blind 3",
               "final": "Decided", "note": "Note of the row"}


def show() -> None:
    """Coders and rules, agreement, confusion, differences."""
    about = data.about()
    st.header("Who coded, and by which rules")
    for words in (*about.coders, *about.coding):
        st.markdown(plain(words))
    cautions.show("codings")
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("Themes")
        themes = queries.run("common/themes")
        st.table(pd.DataFrame({"Theme": themes["label"].map(plain), "What belongs to it": themes["definition"].map(plain)}), hide_index=True)
    with left if about.questions else right:  # the questions are as long as both
        if about.outcomes:
            st.subheader("Outcomes")
            st.table(_told(about.outcomes, "Outcome", "When it is given"), hide_index=True)
    with right:
        if about.questions:
            st.subheader("Questions, asked in this order")
            st.caption("The first yes decides; its number stands in the codings.")
            numbered = {f"{place}. {question}": then for place, (question, then) in enumerate(about.questions.items(), 1)}
            st.table(_told(numbered, "Question", "What follows"), hide_index=True)
    st.header("Agreement")
    found = agreement()
    _agreement(found)
    st.header("Which values were confused")
    choose("coding", "coders")
    card("coding-confusion")
    st.header("Rows on which the coders differed")
    _differences(found)


def _told(rules: Mapping[str, Sequence[str]], name: str, then: str) -> pd.DataFrame:
    """The rules of a manual as a table: what each is called, and its sentences."""
    return pd.DataFrame({name: [plain(sentence_case(rule)) for rule in rules], then: [plain(" ".join(words)) for words in rules.values()]})


def _agreement(found: list[Agreement]) -> None:
    if not found:
        st.caption("No value was given by two coders or more.")
        return
    for a, column in zip(found, st.columns(len(found), gap="medium"), strict=True):
        with column:
            st.markdown(f"**{_what(a)}**")
            st.table(pd.DataFrame(_rows(a), columns=["Coders", "Same value", "%", "Coefficient"]), hide_index=True)
    listing.download(Held(_flat(found), ("table", "variable", "coders")), "agreement", "CSV of the agreement")
    st.caption(
        "κ: Cohen's kappa of two coders. α: Krippendorff's alpha of all, for nominal values, with its 95 per cent interval. "
        "Both are 1 where coders always agree and 0 where they agree as often as by chance. "
        f"The interval is the middle 95 per cent of alpha over {number(RESAMPLES)} samples of the rows, drawn with replacement."
    )


def _what(a: Agreement) -> str:
    return VARIABLES.get((a.table, a.variable), a.variable).capitalize()


def _rows(a: Agreement) -> list[tuple[str, str, str, str]]:
    """The pairs, then all together, as readers see them."""
    pairs = [(f"{_coder(p.one)} and {_coder(p.other)}".capitalize(), f"{p.n_same} of {p.n}", _share(p.n_same, p.n), f"κ {three(p.kappa)}") for p in a.pairs]
    return [*pairs, (_all(len(a.coders)), f"{a.n_same} of {a.n}", _share(a.n_same, a.n), f"α {three(a.alpha)} ({three(a.low)} to {three(a.high)})")]


def _all(n: int) -> str:
    return {2: "Both", 3: "All three", 4: "All four"}.get(n, f"All {n}")


def _flat(found: list[Agreement]) -> pd.DataFrame:
    """All numbers in full, one row a pair and one for all coders."""
    rows: list[tuple[object, ...]] = []
    for a in found:
        rows += [(a.table, a.variable, f"{p.one} / {p.other}", p.n, p.n_same, "Cohen's kappa", p.kappa, None, None) for p in a.pairs]
        rows.append((a.table, a.variable, "all", a.n, a.n_same, "Krippendorff's alpha, nominal", a.alpha, a.low, a.high))
    return pd.DataFrame(rows, columns=["table", "variable", "coders", "rows", "same_value", "coefficient", "value", "low_95", "high_95"])


def _coder(name: str) -> str:
    return name.replace("-", " ")


def _share(part: int, whole: int) -> str:
    return rounded(100 * part / whole, 1) if whole else "none coded"


def _differences(found: list[Agreement]) -> None:
    words = listing.search("Search the rows")
    apart, coded = sum(a.n_apart for a in found), sum(a.n_rows for a in found)
    st.caption(f"On {number(apart)} of {plural(coded, 'values')} the coders differed." if coded else "No value was given by two coders or more.")
    wide = {"Row": st.column_config.TextColumn(width=330), "Note of the row": st.column_config.TextColumn(width="large")}
    coders = {coder for a in found for coder in a.coders}
    headings = {column: heading for column, heading in DIFFERENCES.items() if column not in CODERS or CODERS[column] in coders}
    listing.listing(
        Rows("dataset/coded_rows", ("table_name", "row_id", "variable")).narrowed(words),
        "coding-differences",
        "Rows on which coders differed, with the value decided",
        headings,
        shaped=lambda frame: frame.assign(record_table=frame["table_name"], record_id=frame["row_id"]),
        formats=wide,
        of=apart,
    )
