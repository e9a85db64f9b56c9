"""The Chart tab: the drawing, and at its side the records behind the mark that was chosen in it."""

from typing import Any

import streamlit as st

from exports.view import View
from ui import viewport
from ui.card import sheet
from ui.text import plain

PLOTLY = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "showTips": False, "doubleClick": False}


def show(view: View) -> None:
    """The chart. Where there are more marks than it draws, it says so."""
    is_clickable = view.figure.clickable and len(view.frame) > 0
    key = f"chart-{view.figure.name}"
    is_new = key not in st.session_state
    picked: Any = st.plotly_chart(
        view.plot(viewport.look()),
        key=key,
        theme=None,
        config=PLOTLY,
        alt=view.alt,
        on_select="rerun" if is_clickable else "ignore",
        selection_mode="points",
    )
    if view.left_out:
        st.caption(view.left_out)
    if view.caution:
        st.caption(plain(view.caution))
    if is_clickable:
        sheet.show(view, [row for row in _picked_rows(picked) if row < len(view.frame)], is_new)


def _picked_rows(picked: Any) -> list[int]:
    rows: list[int] = []
    for point in picked.selection.points if picked else []:
        held = point.get("customdata")
        rows += [int(row) for row in (held if isinstance(held, list | tuple) else [held]) if isinstance(row, int | float)]
    return list(dict.fromkeys(rows))
