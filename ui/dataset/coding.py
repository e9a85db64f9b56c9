"""How themes and outcomes were coded: rules, agreement of the coders, and what was decided where they differed."""

import math

import pandas as pd
import streamlit as st

import queries
from charts.words import number
from queries.agreement import RESAMPLES, Agreement, agreement
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
        themes = queries.run("theme_definitions")
        st.table(pd.DataFrame({"Theme": themes["label"].map(plain), "What belongs to it": themes["definition"].map(plain)}), hide_index=True)
    with right:
        st.subheader("Outcomes")
        st.table(pd.DataFrame({"Outcome": list(OUTCOMES), "When it is given": list(OUTCOMES.values())}), hide_index=True)
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
    rows = [row for a in found for row in _rows(a)]
    table = pd.DataFrame(rows, columns=["Coded", "Coders", "Rows", "Same value", "Agreement, %", "Coefficient", "95 % interval"])
    st.table(table, hide_index=True)
    listing.download(table, "agreement", "CSV of the agreement")
    st.caption(
        "Pairs: Cohen's kappa. All three: Krippendorff's alpha for nominal values. Both are 1 where coders always agree and 0 where they agree as often as by chance. "
        f"The interval is the middle 95 per cent of alpha over {number(RESAMPLES)} samples of the rows, drawn with replacement."
    )


def _rows(a: Agreement) -> list[tuple[str, str, int, int, str, str, str]]:
    what = VARIABLES.get((a.table, a.variable), a.variable).capitalize()
    pairs = [(what, f"{pair.one} and {pair.other}", pair.n, pair.n_same, _share(pair.n_same, pair.n), f"kappa {_two(pair.kappa)}", "") for pair in a.pairs]
    return [*pairs, (what, "all three", a.n, a.n_same, _share(a.n_same, a.n), f"alpha {_two(a.alpha)}", f"{_two(a.low)} to {_two(a.high)}")]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "none coded"


def _two(value: float) -> str:
    return "not defined" if math.isnan(value) else f"{value:.2f}"


def _differences() -> None:
    coded = queries.run("coded_rows")
    apart = coded[coded["n_values"] > 1]
    what = [VARIABLES.get(pair, pair[1]).capitalize() for pair in zip(apart["table_name"], apart["variable"], strict=True)]
    words = listing.search("Search the rows")
    rows = listing.found(apart.assign(what=what, record_table=apart["table_name"], record_id=apart["row_id"]), words)
    st.caption(f"{number(len(apart))} of {number(len(coded))} codings differ between coders.")
    listing.listing(rows, "coding-differences", "Rows on which coders differed, with the value decided", DIFFERENCES, {"Row": st.column_config.TextColumn(width="large")})
