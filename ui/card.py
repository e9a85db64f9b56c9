"""The figure card: title, filters in words, chart, table, sources and method, downloads. All pages are made of it."""

import time
from collections.abc import Callable
from typing import Any

import streamlit as st

from charts.catalogue import FIGURES
from charts.words import number
from exports.view import View, ahead
from ui import behind, failure, filters, method_tab, report, share, source_tab, viewport

TABS = ("Chart", "Table", "Sources", "Method")
PLOTLY = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "showTips": False, "doubleClick": False}


SCREEN = "screen of this run"
WAITING = "no card of this run was drawn yet"
# A browser draws all charts that reach it together before it shows one of them. Measured: two thirds of the time from a click to the first redrawn chart.
HEAD_START_SECONDS = 0.03
FIRST = "first card of this run"
# Cards in their order, as visitors saw them, by screen and first card: a screen may show one of several sets. The same for all visitors.
_cards: dict[tuple[str, str], dict[str, None]] = {}


def begin(screen: str) -> None:
    """Starts the cards of a screen. Call once a run, before the page."""
    st.session_state[SCREEN], st.session_state[WAITING] = screen, True


def card(name: str, rows: Callable[[View], None] | None = None) -> None:
    """The card of a figure of the catalogue, under the filters of this page; `rows` shows the table in a form of its own, as the first tab.

    Raises KeyError for an unknown name.
    """
    figure = FIGURES[name]
    first = _look_ahead(figure.name)
    _card(figure.name, rows)
    if first:
        time.sleep(HEAD_START_SECONDS)


def _look_ahead(name: str) -> bool:
    """At the first card of a run, the queries of all cards of the screen begin, while the page is still being made; true if others follow it."""
    first = st.session_state.get(WAITING, False)
    if first:
        st.session_state[WAITING], st.session_state[FIRST] = False, name
    seen = _cards.setdefault((st.session_state.get(SCREEN, ""), st.session_state.get(FIRST, name)), {})
    if first:
        ahead(tuple(seen), filters.current())
    seen[name] = None
    return first and len(seen) > 1


@st.fragment
def _card(name: str, rows: Callable[[View], None] | None) -> None:
    with st.container(border=True, key=f"card-{name}"), failure.caught("figure", name):
        view = View.of(name, filters.current())
        st.subheader(view.title, anchor=name)
        st.caption(_under(view))
        shown = {"Chart": _chart, "Table": rows or _table, "Sources": source_tab.show, "Method": method_tab.show}
        names = sorted(TABS, key=lambda tab_name: tab_name != "Table") if rows else TABS
        tabs = st.tabs(names, key=f"tab-{name}", on_change="rerun")
        for tab, show in zip(tabs, (shown[tab_name] for tab_name in names), strict=True):
            if tab.open:
                with tab:
                    show(view)
        _foot(view)


def _under(view: View) -> str:
    from charts.words import sentence_case
    from ui.text import plain

    measure = f"{view.figure.measure}. " if view.title != view.figure.measure else ""
    return plain(measure + sentence_case(view.sentence))


def _chart(view: View) -> None:
    name = view.figure.name
    if view.frame.empty:
        st.button("Reset the filters", key=f"reset-{name}", on_click=filters.reset)
    picked: Any = st.plotly_chart(
        view.plot(viewport.look()),
        key=f"chart-{name}",
        theme=None,
        config=PLOTLY,
        alt=view.alt,
        on_select="rerun" if view.figure.clickable and len(view.frame) else "ignore",
        selection_mode="points",
    )
    if view.figure.clickable and len(view.frame) and (rows := _picked_rows(picked)):
        behind.show(view, rows, key=f"chart-{name}")


def _picked_rows(picked: Any) -> list[int]:
    rows: list[int] = []
    for point in picked.selection.points if picked else []:
        data = point.get("customdata")
        rows += [int(row) for row in (data if isinstance(data, list | tuple) else [data]) if isinstance(row, int | float)]
    return list(dict.fromkeys(rows))


def _table(view: View) -> None:
    if view.frame.empty:
        st.caption("No rows for these filters.")
        return
    picked: Any = st.dataframe(
        view.table(),
        hide_index=True,
        key=f"table-{view.figure.name}",
        on_select="rerun",
        selection_mode="single-row",
        column_config=_columns(view),
        alt=f"Table of the rows of the figure: {view.figure.measure}",
    )
    st.caption("Choose a row to see the records behind it.")
    rows = [row for row in picked.selection.rows if row < len(view.frame)]
    if rows:
        behind.show(view, rows, key=f"table-{view.figure.name}")


def _columns(view: View) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for column, heading in view.figure.columns.items():
        if column in view.figure.formats:
            made[heading] = st.column_config.NumberColumn(format=view.figure.formats[column])
        elif str(view.frame[column].dtype).startswith("datetime"):
            made[heading] = st.column_config.DateColumn(format="D MMM YYYY")
    return made


def _foot(view: View) -> None:
    reported = report.link(f"the figure {view.figure.name} ({view.sentence})", view.address())
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(f"Release {view.release} · n = {number(view.n)}" + (f" · {reported}" if reported else ""), width="content")
        share.menu(view)
