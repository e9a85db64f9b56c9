"""Links carry the release they were made from; where another one is served, the page says so."""

import re

import streamlit as st

import data
from ui.navigation import page, pages_known
from ui.text import plain

KEY = "rel"
RELEASE = re.compile(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{4,40}")


def notice() -> None:
    """A note naming both releases, with the way to what changed, when the link was made from another release than the one served."""
    asked = st.query_params.get(KEY)
    served = data.current().release
    if asked is None or asked == served:
        return
    if not RELEASE.fullmatch(asked):
        st.caption(f"Left out of the link: {KEY} “{plain(asked[:40])}” is no release of this dataset.")
        return
    st.info(f"This link was made from release {asked}. The page shows release {served}; numbers may differ from those seen when the link was made.")
    st.page_link(page("data" if "data" in pages_known() else "overview"), label="What changed between the releases", query_params={"section": "Releases"} if "data" in pages_known() else None)
