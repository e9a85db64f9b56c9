"""What the browser does for readers beside Streamlit: “On this page”, the way back to where they were, names of the controls of each card."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent

_help = st.components.v2.component(
    "reading",
    html='<nav aria-label="On this page"><details hidden><summary>On this page</summary><ul></ul></details></nav>',
    css=(HERE / "aids.css").read_text(encoding="utf-8"),
    js=(HERE / "aids.js").read_text(encoding="utf-8"),
)


def show() -> None:
    """The list of what is on the page, made in the browser of its headings, and what else needs no server. Call once a run."""
    _help(key="reading", height="content")
