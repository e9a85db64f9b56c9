"""What a reader must know about the two chosen chairmanships before reading the charts."""

import streamlit as st

import queries
from ui import filters
from ui.text import plain


def show() -> None:
    """Notices: the same chairmanship twice, priorities not coded, events not collected."""
    chosen = filters.current().parameters(queries.vocabulary())
    labels = queries.vocabulary().choices["first"]
    if chosen["first"] == chosen["second"]:
        st.info(f"{plain(labels[chosen['first']])} is chosen twice. Choose another chairmanship to compare it with.")
        return
    bare = queries.run("uncoded_chairmanships", chosen)
    for row in bare.itertuples():
        st.info(f"The {plain(row.missing)} of {plain(row.label)} are not in the dataset. Cards that need them show the other chairmanship alone or stay empty; this does not mean that there were none.")
