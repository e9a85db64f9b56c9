"""Types, bodies and legal force of the documents found, each value with its count, as filters."""

import pandas as pd
import streamlit as st

import queries
from ui import failure, filters, viewport
from ui.text import plain

FACETS = ("types", "bodies", "forces")
FIRST = 3


def show() -> None:
    """The three filters side by side, each with its most frequent values, and all values with their counts behind a fold."""
    places = st.columns(3, gap="medium")
    for name, column in zip(FACETS, places, strict=True):
        with column:
            filters.choose(name)
    with failure.caught("part", "facets"):
        found = counts()
        if not viewport.look().narrow:
            for name, column in zip(FACETS, places, strict=True):
                column.caption(plain(summary(name, found[found["facet"] == name])))
        _fold(found)


def counts() -> pd.DataFrame:
    """One row a facet and value: facet, value, n; each facet counted under all filters but itself."""
    return queries.run("document_facets", filters.current().parameters(queries.vocabulary()))


def _fold(found: pd.DataFrame) -> None:
    fold = st.expander("Counts by type, body and legal force", key="facets", on_change="rerun")
    if not fold.open:
        return
    with fold:
        st.caption("How many documents each value would leave, under all other filters. Choose a value to add it to the filter or to take it out.")
        for name, column in zip(FACETS, st.columns(3, gap="medium"), strict=True):
            with column, st.container(height=260, border=False, gap="xsmall"):
                _values(name, found[found["facet"] == name])


def _values(name: str, found: pd.DataFrame) -> None:
    labels = queries.vocabulary().choices[name]
    chosen = st.session_state.get(name) or []
    for row in found.itertuples():
        value = str(row.value)
        mark = "✓ " if value in chosen else ""
        st.button(plain(f"{mark}{labels[value]} · {row.n}"), key=f"facet-{name}-{value}", type="tertiary", on_click=toggle, args=(name, value))


def toggle(name: str, value: str) -> None:
    """Adds a value to a filter, or takes it out (for a button's on_click)."""
    chosen = list(st.session_state.get(name) or [])
    st.session_state[name] = [other for other in chosen if other != value] if value in chosen else [*chosen, value]


def summary(name: str, found: pd.DataFrame) -> str:
    """The most frequent values of a facet: "Decision 95, Action plan 39, Agreement 38, 16 more"."""
    labels = queries.vocabulary().choices[name]
    first = [f"{labels[str(row.value)]} {row.n}" for row in found.head(FIRST).itertuples()]
    more = [f"{len(found) - FIRST} more"] if len(found) > FIRST else []
    return ", ".join(first + more) or "None under the other filters"
