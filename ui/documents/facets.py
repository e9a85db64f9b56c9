"""Search and facets of the documents: types, bodies and legal force, each value with its count."""

import pandas as pd
import streamlit as st

import data
import queries
from queries import Filters
from ui import failure, filters, viewport
from ui.text import plain

FACETS = ("types", "bodies", "forces")
FOLDED, COUNTED = "Order, type, body and legal force", "Counts by type, body and legal force"
ROOM = 50  # letters that fit on a line under a facet


def show() -> None:
    """Search, order and the three facets. On a phone all but the search stand behind a fold, so that the documents are near."""
    if viewport.look().narrow:
        filters.choose("q")
        fold = st.expander(FOLDED, key="facets-narrow", on_change="rerun")
        with fold:
            filters.choose("sort", *FACETS)
            if fold.open:
                _all_values()
        return
    left, right = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    with left:
        filters.choose("q")
    with right:
        filters.choose("sort")
    places = st.columns(3, gap="medium")
    for name, column in zip(FACETS, places, strict=True):
        with column:
            filters.choose(name)
    with failure.caught("part", "facets"):
        found = counts()
        vocabulary = queries.vocabulary()
        for name, column in zip(FACETS, places, strict=True):
            # Where there is nothing to choose no widget is drawn, and words on its values would stand there alone.
            if vocabulary.is_choice(name):
                column.caption(plain(summary(name, found[found["facet"] == name])))
    fold = st.expander(COUNTED, key="facets", on_change="rerun")
    if fold.open:
        with fold:
            _all_values()


def at_first(chosen: Filters, narrow: bool) -> tuple[tuple[tuple[float, tuple[tuple[str, str], ...]], ...], ...]:
    """What stands there before the program comes: rows of columns, each with its weight and its filters and words."""
    if narrow:
        return ((1.0, (("choose", "q"),)),), ((1.0, (("caption", FOLDED),)),)
    found = counts_under(chosen)
    words = {name: summary(name, found[found["facet"] == name]) for name in FACETS}
    searched = ((3.0, (("choose", "q"),)), (2.0, (("choose", "sort"),)))
    return searched, tuple((1.0, (("choose", name), ("caption", words[name]))) for name in FACETS), ((1.0, (("caption", COUNTED),)),)


def counts() -> pd.DataFrame:
    """The counts under the filters of this page."""
    return counts_under(filters.current())


def counts_under(chosen: Filters) -> pd.DataFrame:
    """One row a facet and value: facet, value, n; each facet counted under all filters but itself."""
    return queries.run("documents/facets", chosen.parameters(queries.vocabulary()))


def _all_values() -> None:
    with failure.caught("part", "facet counts"):
        found = counts()
        st.caption("How many documents each value would leave, under all other filters. Choose a value to add it to the filter or to take it out.")
        for name, column in zip(FACETS, st.columns(3, gap="medium"), strict=True):
            with column, st.container(height=260 if len(found[found["facet"] == name]) > 8 else "content", border=False, gap="xsmall"):
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
    """The most frequent values of a facet, as many as fit on a line: "Decision 95, Action plan 39, Agreement 38, 16 more"."""
    labels = queries.vocabulary().choices[name]
    parts = [f"{labels[str(row.value)]} {row.n}" for row in found.itertuples()]
    shown = max((k for k in range(1, len(parts) + 1) if len(_joined(parts, k)) <= ROOM), default=1)
    return _joined(parts, shown) or ("None under the other filters" if data.current().counts["documents"] else "None in this dataset")


def _joined(parts: list[str], shown: int) -> str:
    more = [f"{len(parts) - shown} more"] if len(parts) > shown else []
    return ", ".join(parts[:shown] + more)
