"""One card alone: for a link to a single figure, and for embedding it in other pages."""

import streamlit as st

import queries
from charts.catalogue import FIGURES
from exports.common.answer import obeyed
from exports.text import embed
from exports.view import View
from ui import filters
from ui.card import card
from ui.navigation import base, name_tab, page, pages_known
from ui.text import plain

PER_LINE = 4


def show(name: str) -> None:
    """The card of the named figure: with the filters it obeys as widgets, or, embedded, under the filters of the link alone."""
    if name not in FIGURES:
        _missing(name)
    elif st.context.is_embedded:
        _embedded(name)
    else:
        _whole(name)


def _embedded(name: str) -> None:
    filters.fix()
    card(name)
    view = View.of(name, filters.current(), base())
    about = view.about
    source = f"Source: {about.short_title}, {about.licence}; release {view.release}. "
    state = embed.state(name, {key: [value] for key, value in st.query_params.items()})
    st.caption(f"{plain(source)} [Open in the dashboard]({view.address(**state)})")


def _whole(name: str) -> None:
    figure = FIGURES[name]
    st.title(plain(figure.measure))
    name_tab(figure.measure)
    for line in chosen_lines(name):
        for field, column in zip(line, st.columns(len(line), vertical_alignment="bottom"), strict=True):
            with column:
                filters.choose(field)
    filters.note()
    card(name)
    if figure.page in pages_known():
        st.page_link(page(figure.page), label="The page of this figure")


def chosen_lines(name: str) -> list[list[str]]:
    """Names of the filters that a figure obeys and the dataset has something to choose for, a line of widgets each."""
    names = [field for field in obeyed(FIGURES[name].query) if queries.vocabulary().is_choice(field)]
    return [names[start : start + PER_LINE] for start in range(0, len(names), PER_LINE)]


def _missing(name: str) -> None:
    st.title("No such figure" if name else "Figures")
    if name:
        st.markdown(f"There is no figure called “{plain(name[:60])}” in this release of the dashboard. These are the figures there are:")
    else:
        st.markdown("Each figure has a page of its own, to link to or to embed.")
    for figure in FIGURES.values():
        st.page_link(page("figure"), label=plain(figure.measure), query_params={"figure": figure.name})
