"""The Chart tab: the drawing, and the records behind the mark that was chosen in it."""

from typing import Any

import streamlit as st

from exports.view import View
from ui import viewport
from ui.card import behind
from ui.text import plain

PLOTLY = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "showTips": False, "doubleClick": False}


def show(view: View) -> None:
    """The chart. Where there are more marks than it draws, it says so."""
    is_clickable = view.figure.clickable
    picked: Any = st.plotly_chart(
        view.plot(viewport.look()),
        key=f"chart-{view.figure.name}",
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
    if is_clickable and (rows := _picked_rows(picked)):
        behind.show(view, rows, key=f"chart-{view.figure.name}")


def _picked_rows(picked: Any) -> list[int]:
    rows: list[int] = []
    for point in picked.selection.points if picked else []:
        held = point.get("customdata")
        rows += [int(row) for row in (held if isinstance(held, list | tuple) else [held]) if isinstance(row, int | float)]
    return list(dict.fromkeys(rows))
