"""A failure costs one part of a page, never the page: readers get a reference number, the log gets the trace."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

import data
from ui.brand import terms
from ui.text import plain

log = logging.getLogger("dashboard")


@contextmanager
def caught(kind: str, name: str) -> Iterator[None]:
    """Runs the body; an error in it is logged under a short number, which stands in its place on the page.

    Streamlit's own rerun and stop signals are no `Exception` and pass through.
    """
    try:
        yield
    except Exception:
        reference = secrets.token_hex(3)
        log.exception("%s %s failed, reference %s", kind, name, reference)
        st.error(f"This part could not be shown. Reference {reference}. The rest of the page works; a reload may help.")


def foot() -> None:
    """The line at the end of every page: release and rows."""
    database = data.current()
    st.divider()
    rows = f"{sum(database.counts.values()):,}".replace(",", "\u202f")
    with st.container(key="foot"):  # server/print.js prints its first words at the foot of each sheet
        st.caption(f"Release {database.release} · {rows} rows in {len(database.counts)} tables · {plain(terms())}")
