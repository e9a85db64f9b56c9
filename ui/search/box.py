"""The search box at the top of every page: Enter opens the page of what was found; the key / leads into the box."""

from pathlib import Path

import streamlit as st

from queries.search.results import LONGEST
from ui.navigation import page

KEY = "search-box"
ASKED = "what the search box asked for"
GOING = "words on their way to the page of the search"
HERE = Path(__file__).parent

_box = st.components.v2.component(
    "search",
    html=(HERE / "box.html").read_text(encoding="utf-8").replace("LONGEST", str(LONGEST)),
    css=(HERE / "box.css").read_text(encoding="utf-8"),
    js=(HERE / "box.js").read_text(encoding="utf-8"),
)


def follow() -> None:
    """Goes to the page of the search where the box was used; call once the pages are known. Does not return then.

    The words are put into the link by the run that follows: on a page whose own search is called `q` as well, Streamlit forbids it.
    """
    asked = st.session_state.pop(ASKED, None)
    if asked is not None:
        st.session_state[GOING] = " ".join(str(asked).split())[:LONGEST]
        st.switch_page(page("search"), query_params={})
    if words := st.session_state.pop(GOING, ""):
        st.query_params["q"] = words


def show(shown: str) -> None:
    """The box, with the words that are searched on this page."""
    _box(key=KEY, data={"q": shown}, on_searched_change=_keep, height="content")


def _keep() -> None:
    searched = st.session_state[KEY].searched
    st.session_state[ASKED] = searched["q"] if isinstance(searched, dict) else ""
