"""The records of a chosen mark at the side of the window, as long as the mark is chosen; they open again when a reader comes back from one of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import streamlit as st

from exports.view import View
from ui import choice
from ui.card import behind

HERE = Path(__file__).parent
HINT = "Choose a mark to see its records."
SCREEN, BEFORE = "screen of this run", "screen before this one"

_close = st.components.v2.component(
    "sheet",
    html=f'<div class="sheet-close">{(HERE / "sheet.html").read_text(encoding="utf-8")}</div>',
    css=(HERE / "sheet.css").read_text(encoding="utf-8"),
    js=(HERE / "sheet.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def enter(screen: str) -> None:
    """Notes which screen is shown, and from which one the reader came. Call once a run, before any card."""
    last = st.session_state.get(SCREEN)
    if last != screen:
        st.session_state[BEFORE] = last
    st.session_state[SCREEN] = screen


def is_back() -> bool:
    """Whether the reader came to this screen from a record, so that what was open there is opened again."""
    return st.session_state.get(BEFORE) == "record"


def show(view: View, rows: Sequence[int], is_new: bool, drawn: str) -> None:
    """The records of the marks at these positions, or of those that were open before and are in the view still; a hint where there are none.

    `is_new` says that the chart was not on the page before this run, `drawn` tells one drawing of it from another: a new one holds no choice of
    its own, which says nothing of the choice made in the one before.
    """
    kept, seen, last = f"marks open in {view.figure.name}", f"marks chosen in {view.figure.name}", f"drawing of {view.figure.name}"
    if is_new and not is_back():
        st.session_state.pop(kept, None)
    if is_new or st.session_state.get(last) != drawn:
        st.session_state[seen] = []
        st.session_state[kept] = [mark for mark in st.session_state.get(kept) or () if view.has(mark)]
    st.session_state[last] = drawn
    if list(rows) != st.session_state.get(seen):
        st.session_state[seen], st.session_state[kept] = list(rows), [behind.chosen(view, row) for row in rows]
    marks = [mark for mark in st.session_state.get(kept) or () if view.has(mark)]
    if not marks:
        choice.hint(HINT, f"chart-{view.figure.name}")
        return
    with st.container(key=f"behind-chart-{view.figure.name}"):
        told: dict[str, Any] = {"chosen": bool(rows), "shown": str(crc32(str(marks).encode()))}
        _close(key=f"sheet-{view.figure.name}", data=told, on_closed_change=lambda: st.session_state.pop(kept, None), height="content")
        behind.of_marks(view, marks, key=f"chart-{view.figure.name}")
