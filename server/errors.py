"""What happens when a page fails: the trace goes to the log, the visitor gets a reference number."""
import logging
import secrets

import streamlit as st

log = logging.getLogger("dashboard")


def on_script_error(error: Exception) -> bool:
    """Log `error` with its trace under a short reference and show the reference alone. True: Streamlit adds nothing."""
    reference = secrets.token_hex(3)
    log.error("Page failed, reference %s", reference, exc_info=error)
    st.error(f"This page could not be shown. Please reload it; if it fails again, report the reference {reference}.")
    return True
