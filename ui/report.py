"""“Report an error”: a letter or an issue that names the record or figure and the release; a text to copy unless SCO_REPORT_TO says where it goes."""

import logging
import os
import re
from functools import cache
from urllib.parse import quote, urlencode

import streamlit as st

import data
from ui.text import linked, plain

WHERE = "SCO_REPORT_TO"
MAIL = re.compile(r"[^@\s?&<>\"()\[\]\\]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
WEB = re.compile(r"https?://[^\s<>\"()\[\]\\]+")


@cache
def target(setting: str) -> str:
    """The setting when it is a mail address or a web address of an issue form, else "" with a line in the log."""
    if not setting or MAIL.fullmatch(setting) or WEB.fullmatch(setting):
        return setting
    logging.getLogger("dashboard").warning("%s is neither a mail address nor a web address; readers are given a text to copy. Correct it or leave it empty.", WHERE)
    return ""


def text(what: str, where: str) -> str:
    """What a report begins with: what is wrong is left to the reader. `what` stands at the address `where`."""
    return f"Error in {what}\nRelease {data.current().release}\n{where}\n\nWhat is wrong, and which source says so?\n"


def address(what: str, where: str) -> str:
    """The link for a report; "" where no address is set."""
    to = target(os.environ.get(WHERE, "").strip())
    if not to:
        return ""
    subject, body = f"Error in {what}", text(what, where)
    if MAIL.fullmatch(to):
        return f"mailto:{quote(to, safe='@')}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"
    return f"{to}{'&' if '?' in to else '?'}{urlencode({'title': subject, 'body': body}, quote_via=quote)}"


def offer(what: str, where: str, key: str) -> None:
    """“Report an error”: a link where an address is set, else a button that gives the text to copy."""
    if to := address(what, where):
        st.caption(f"[Report an error]({to})", width="content")
    elif st.button("Report an error", key=f"report-{key}", type="tertiary"):
        _ready(what, where)


@st.dialog("Report an error")
def _ready(what: str, where: str) -> None:
    """The text of a report, to copy, and to whom it goes."""
    st.markdown(f"Say what is wrong in this text and send it to {receiver()}.")
    st.code(text(what, where), language=None, wrap_lines=True)


def receiver() -> str:
    """Who takes reports, as Markdown: the contact that the dataset names, or else its makers."""
    about = data.about()
    if MAIL.fullmatch(about.contact):
        return f"[{plain(about.contact)}](mailto:{quote(about.contact, safe='@')})"
    return linked(about.contact, about.contact) if about.contact else f"the keeper of this dashboard: {plain(', '.join(about.creators) or about.dashboard)}"
