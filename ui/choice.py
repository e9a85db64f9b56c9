"""A list of which one row can be chosen. What is chosen is kept by its id, never by its place: it stays chosen while it is in the list."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st


def chosen(frame: pd.DataFrame, ids: Sequence[str], name: str, **shown: Any) -> int | None:
    """Shows the rows and gives the place of the chosen one, None when none is chosen.

    `ids` has one id a row, each once; `name` tells lists apart; `shown` goes to `st.dataframe`. When other rows are shown under the same
    name, the row that was chosen is still chosen if it is among them; otherwise none is.
    """
    kept, begun = f"chosen in {name}", f"begun with {name}"
    key = f"{name}-{crc32(chr(0).join(ids).encode())}"
    if key not in st.session_state:
        last = st.session_state.get(kept)
        st.session_state[begun] = [ids.index(last)] if last in ids else []
    picked: Any = st.dataframe(
        frame,
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": st.session_state.get(begun, [])}},
        **shown,
    )
    rows = [row for row in picked.selection.rows if row < len(ids)]
    st.session_state[kept] = ids[rows[0]] if rows else None
    return rows[0] if rows else None


def hint(words: str, name: str) -> None:
    """What can be chosen here, in a note that stays off the paper; `name` tells hints apart."""
    with st.container(key=f"hint-{name}"):
        st.caption(words)
