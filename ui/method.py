"""The Method tab: how the figure is counted, the SQL that ran, and the values bound to it."""

import streamlit as st

from exports.view import View
from queries import QUERIES


def show(view: View) -> None:
    """The method in words, the query's text as it ran, its parameters."""
    query = QUERIES[view.figure.query]
    st.markdown(view.figure.method)
    st.caption(f"{query.question} {query.grain}")
    st.code(query.sql, language="sql", height=320)
    if view.parameters:
        st.caption("Values bound to the query")
        st.code("\n".join(f"${name} = {_shown(value)}" for name, value in view.parameters.items()), language=None)


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
