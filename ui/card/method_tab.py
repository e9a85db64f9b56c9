"""The Method tab: how the figure is counted, the SQL that ran, the values bound to it, and how to load its rows elsewhere."""

from dataclasses import replace

import streamlit as st

from exports.text.snippets import snippets
from exports.view import View
from queries import QUERIES
from ui.navigation import base


def show(view: View) -> None:
    """The method in words, the query's text as it ran, its parameters, and lines for other tools."""
    query = QUERIES[view.figure.query].counting
    st.markdown(view.method)
    st.caption(f"{query.question} {query.grain}")
    st.code(query.sql, language="sql", height=320)
    for name, text in query.derived.items():
        with st.expander(f"How `{name}` is made from the tables"):
            st.code(text, language="sql", height=320)
    if view.parameters:
        st.caption("Values bound to the query")
        st.code("\n".join(f"${name} = {_shown(value)}" for name, value in view.parameters.items()), language=None)
    with st.expander("Load these rows in Python, R or Excel"):
        for tool, lines in snippets(replace(view, base=base())).items():
            st.caption(tool)
            st.code(lines, language=None, wrap_lines=True)


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
