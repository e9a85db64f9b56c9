"""Which section of the data page is open; it stands in the link, so that each has an address of its own."""

from collections.abc import Callable, Mapping

import streamlit as st

KEY = "section"
SEARCH = "find"


def choose(sections: Mapping[str, Callable[[], None]]) -> str:
    """The row of sections. Gives the name of the open one, the first when nothing was chosen."""
    names = list(sections)
    chosen = st.segmented_control(
        "Section",
        names,
        default=names[0],
        required=True,
        key=KEY,
        label_visibility="collapsed",
        wrap=True,
        on_change=_emptied,
        bind="query-params",
        persist_state="session",
    )
    return chosen or names[0]


def opener(name: str, label: str, key: str) -> None:
    """A button that opens another section of this page."""
    st.button(label, key=f"open-{key}", type="tertiary", icon=":material/arrow_forward:", on_click=_open, args=(name,))


def _open(name: str) -> None:
    st.session_state[KEY] = name
    _emptied()


def _emptied() -> None:
    """What was searched in one section is not searched in the next."""
    st.session_state[SEARCH] = ""
