"""How themes and outcomes were coded: rules, agreement of the coders, and what was decided where they differed."""

import math

import pandas as pd
import streamlit as st

import queries
from charts.words import number, sentence_case
from queries.dataset.agreement import RESAMPLES, Agreement, agreement
from ui.card import card
from ui.dataset import cautions, listing
from ui.dataset.answers import VARIABLES
from ui.filters import choose
from ui.text import plain

OUTCOMES = {
    "adopted": "A text that proposes or fixes the aim was adopted, signed or approved by the close of the chairmanship.",
    "realised": "Not a text, but the thing itself happened: an event was held, a body created, a status granted, a result delivered.",
    "in progress": "Partly done or under way: a draft noted, work decided on, some but not all of the aim; for standing goals, some documented step.",
    "not achieved": "A source shows it as outstanding on that day: adopted later, called for again, refused, or replaced by something weaker.",
    "no evidence found": "No source was found on what came of it.",
}
DIFFERENCES = {"title": "Row", "what": "Coded", "first": "First reading", "blind_1": "Blind 1", "blind_2": "Blind 2", "final": "Decided", "note": "Note of the row"}


def show() -> None:
    """Coders and rules, agreement, confusion, differences."""
    st.header("Who coded, and by which rules")
    st.markdown(
        "Each row has one theme: what it is mainly about, the most specific that fits. Each priority has one outcome: its state at the close of the chairmanship. "
        "Three coders, whom the dataset does not name, gave their values: the first with the sources at hand, two blind ones from title, description, dates and notes alone. "
        "The value in the dataset is that of the majority. With three different values the first one stays. Where evidence speaks for another value, the note of the row says why."
    )
    cautions.show("codings")
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("Themes")
        themes = queries.run("common/themes")
        st.table(pd.DataFrame({"Theme": themes["label"].map(plain), "What belongs to it": themes["definition"].map(plain)}), hide_index=True)
    with right:
        st.subheader("Outcomes")
        st.table(pd.DataFrame({"Outcome": [sentence_case(name) for name in OUTCOMES], "When it is given": list(OUTCOMES.values())}), hide_index=True)
    st.header("Agreement")
    _agreement()
    st.header("Which values were confused")
    choose("coding", "coders")
    card("coding-confusion")
    st.header("Rows on which the coders differed")
    _differences()


def _agreement() -> None:
    found = agreement()
    if not found:
        st.caption("No codings stand in this dataset.")
        return
    for a, column in zip(found, st.columns(len(found), gap="medium"), strict=True):
        with column:
            st.markdown(f"**{_what(a)}**")
            st.table(pd.DataFrame(_rows(a), columns=["Coders", "Same value", "%", "Coefficient"]), hide_index=True)
    listing.download(_flat(found), "agreement", "CSV of the agreement")
    st.caption(
        "κ: Cohen's kappa of two coders. α: Krippendorff's alpha of all three, for nominal values, with its 95 per cent interval. "
        "Both are 1 where coders always agree and 0 where they agree as often as by chance. "
        f"The interval is the middle 95 per cent of alpha over {number(RESAMPLES)} samples of the rows, drawn with replacement."
    )


def _what(a: Agreement) -> str:
    return VARIABLES.get((a.table, a.variable), a.variable).capitalize()


def _rows(a: Agreement) -> list[tuple[str, str, str, str]]:
    """The pairs, then all three, as readers see them."""
    pairs = [(f"{_coder(p.one)} and {_coder(p.other)}".capitalize(), f"{p.n_same} of {p.n}", _share(p.n_same, p.n), f"κ {_two(p.kappa)}") for p in a.pairs]
    return [*pairs, ("All three", f"{a.n_same} of {a.n}", _share(a.n_same, a.n), f"α {_two(a.alpha)} ({_two(a.low)} to {_two(a.high)})")]


def _flat(found: list[Agreement]) -> pd.DataFrame:
    """All numbers in full, one row a pair and one for all three."""
    rows: list[tuple[object, ...]] = []
    for a in found:
        rows += [(a.table, a.variable, f"{p.one} / {p.other}", p.n, p.n_same, "Cohen's kappa", p.kappa, None, None) for p in a.pairs]
        rows.append((a.table, a.variable, "all", a.n, a.n_same, "Krippendorff's alpha, nominal", a.alpha, a.low, a.high))
    return pd.DataFrame(rows, columns=["table", "variable", "coders", "rows", "same_value", "coefficient", "value", "low_95", "high_95"])


def _coder(name: str) -> str:
    return {"first": "first", "blind-1": "blind 1", "blind-2": "blind 2"}.get(name, name)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "none coded"


def _two(value: float) -> str:
    return "not defined" if math.isnan(value) else f"{value:.2f}"


def _differences() -> None:
    coded = queries.run("dataset/coded_rows")
    apart = coded[coded["n_values"] > 1]
    what = [VARIABLES.get(pair, pair[1]).capitalize() for pair in zip(apart["table_name"], apart["variable"], strict=True)]
    words = listing.search("Search the rows")
    rows = listing.found(apart.assign(what=what, record_table=apart["table_name"], record_id=apart["row_id"]), words)
    st.caption(f"On {number(len(apart))} of {number(len(coded))} values the coders differed.")
    wide = {"Row": st.column_config.TextColumn(width=330), "Note of the row": st.column_config.TextColumn(width="large")}
    listing.listing(rows, "coding-differences", "Rows on which coders differed, with the value decided", DIFFERENCES, wide, of=len(apart))
