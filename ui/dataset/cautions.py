"""What a reader must know before using a table, beside the table."""

import streamlit as st

import data
from ui.text import plain


def show(*tables: str) -> None:
    """The cautions of the tables as short lines; nothing where there are none."""
    lines = [line for table in tables for line in data.about().cautions.get(table, [])]
    if lines:
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
