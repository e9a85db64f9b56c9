"""What a reader must know about the two chosen chairmanships, said where it matters."""

import streamlit as st

import queries
from ui import filters
from ui.text import plain


def same() -> None:
    """A notice when one chairmanship is chosen twice."""
    chosen = filters.current().parameters(queries.vocabulary())
    if chosen["first"] == chosen["second"]:
        label = queries.vocabulary().choices["first"][chosen["first"]]
        st.info(f"{plain(label)} is chosen twice. Choose another chairmanship to compare it with.")


def missing(part: str) -> None:
    """A notice when the dataset holds no rows of this part ("priorities", "events") for one of the two."""
    rows = queries.run("compare/uncoded", filters.current().parameters(queries.vocabulary()))
    for label in rows[rows["part"] == part]["label"]:
        st.info(
            f"The dataset holds no {part} of {plain(label)}. "
            "The cards that need them show the other chairmanship alone or stay empty. This does not mean that there were none."
        )
