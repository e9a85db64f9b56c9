"""One card from top to bottom, and the order in which the cards of a screen ask for their rows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from charts.catalogue import FIGURES
from charts.words import sentence_case
from exports.view import View, ahead
from ui import failure, filters, report
from ui.card import chart_tab, method_tab, share, sheet, show, source_tab, table_tab
from ui.navigation import base
from ui.text import line, plain

TABS = ("Chart", "Table", "Sources", "Method")
WAITING = "no card of this run was drawn yet"
FIRST = "first card of this run"
# Cards in their order, as visitors saw them, by screen and first card: a screen may show one of several sets. The same for all visitors.
_cards: dict[tuple[str, str], dict[str, None]] = {}


def begin(screen: str) -> None:
    """Starts the cards of a screen. Call once a run, before the page."""
    sheet.enter(screen)
    st.session_state[WAITING] = True


def card(name: str, rows: Callable[[View], None] | None = None, folds: bool = False) -> None:
    """The card of a figure of the catalogue, under the filters of this page; `rows` shows the table in a form of its own, as the first tab.

    An empty card is folded; one with rows of its own only if it `folds`, for its list may say more.
    Raises KeyError for an unknown name.
    """
    figure = FIGURES[name]
    _look_ahead(figure.name)
    _card(figure.name, rows, folds or rows is None)


def _look_ahead(name: str) -> None:
    """At the first card of a run, the queries of all cards of the screen begin, while the page is still being made."""
    first = st.session_state.get(WAITING, False)
    if first:
        st.session_state[WAITING], st.session_state[FIRST] = False, name
    seen = _cards.setdefault((st.session_state.get(sheet.SCREEN, ""), st.session_state.get(FIRST, name)), {})
    if first:
        ahead(tuple(seen), filters.current())
    seen[name] = None


@st.fragment
def _card(name: str, rows: Callable[[View], None] | None, folds: bool) -> None:
    with st.container(border=True, key=f"card-{name}"), failure.caught("figure", name):
        view = View.of(name, filters.current())
        st.subheader(line(view.title), anchor=name)
        if view.frame.empty and folds:
            _folded(view)
            return
        st.caption(_under(view))
        shown = {"Chart": chart_tab.show, "Table": rows or table_tab.show, "Sources": source_tab.show, "Method": method_tab.show}
        names = tab_names(rows is not None)
        tabs = _tabs(name, names)
        for tab, fill in zip(tabs, (shown[tab_name] for tab_name in names), strict=True):
            if tab.open:
                with tab:
                    fill(view)
        _foot(view)


def tab_names(with_rows: bool) -> list[str]:
    """The tabs of a card in their order: the table comes first where it has a form of its own."""
    return sorted(TABS, key=lambda name: name != "Table") if with_rows else list(TABS)


def _tabs(name: str, names: list[str]) -> Sequence[Any]:
    """The tabs of a card; a reader who comes back from a record finds the one that was open."""
    key, kept, begun = f"tab-{name}", f"open tab of {name}", f"first tab of {name}"
    if key not in st.session_state:
        last = st.session_state.get(kept)
        st.session_state[begun] = last if sheet.is_back() and last in names else names[0]
    tabs = st.tabs(names, key=key, default=st.session_state[begun], on_change="rerun", bind="query-params")
    st.session_state[kept] = next((tab_name for tab, tab_name in zip(tabs, names, strict=True) if tab.open), names[0])
    return tabs


def _folded(view: View) -> None:
    """A card without rows: why, and a way out where there is one."""
    words = view.filters.sentence(view.names, view.vocabulary)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(f"{view.nothing}{': ' + words if words else ''}."), width="content")
        if filters.can_reset(view.names) and view.has_more:
            st.button("Reset the filters", key=f"reset-{view.figure.name}", on_click=filters.reset, type="tertiary")


def _under(view: View) -> str:
    measure = f"{view.figure.measure}. " if view.title != view.figure.measure else ""
    idle = filters.untouched(view.names)
    aside = f". Not narrowed by: {', '.join(idle)}" if idle else ""
    return line(measure + sentence_case(view.sentence) + aside)


def _foot(view: View) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(view.stamp, width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            report.offer(f"the figure {view.figure.name} ({view.sentence})", replace(view, base=base()).address(), view.figure.name)
            show.buttons(view)
            share.menu(view)
