"""What is known to be wrong or missing in the shares of the chosen indicator."""

import streamlit as st

import queries
from ui import failure, filters
from ui.navigation import record_link
from ui.text import plain


def show() -> None:
    """Each known gap in words, with a link to its record; nothing when there is none."""
    with failure.caught("part", "gaps of the shares"):
        for gap in queries.run("membership/share_gaps", filters.current().parameters(queries.vocabulary())).itertuples():
            st.info(f"Known gap. {plain(gap.description)}")
            record_link("gaps", str(gap.gap_id), "Open the record of this gap")
