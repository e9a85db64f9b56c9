"""The two statements of a contradiction side by side, what the dataset follows, and why."""

from typing import Any

import streamlit as st

from ui.navigation import record_link
from ui.text import known, plain

FOLLOWED = {"a": "the first statement", "b": "the second statement", "both kept": "both are kept", "neither": "neither"}


def show(row: Any) -> None:
    """Both statements with links to their sources; row as of `conflict_list.sql`."""
    left, right = st.columns(2, gap="medium")
    with left:
        _claim("First statement", row.claim_a, row.source_a, row.title_a, row.publisher_a, row.followed in ("a", "both kept"))
    with right:
        if known(row.claim_b):
            _claim("Second statement", row.claim_b, row.source_b, row.title_b, row.publisher_b, row.followed in ("b", "both kept"))
        else:
            st.caption("The second statement stands in the reason.")
    st.markdown(f"Followed: {FOLLOWED.get(row.followed, plain(row.followed))}. {plain(row.reason)}")


def _claim(heading: str, claim: str, source_id: Any, title: Any, publisher: Any, is_followed: bool) -> None:
    st.caption(heading + (" · followed" if is_followed else ""))
    st.markdown(plain(claim))
    if known(source_id):
        record_link("sources", str(source_id), f"{publisher}: {title}")
