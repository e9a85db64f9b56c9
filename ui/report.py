"""“Report an error”: a letter or an issue that names the record or figure and the release. Off unless SCO_REPORT_TO says where it goes."""

import logging
import os
import re
from functools import cache
from urllib.parse import quote, urlencode

import data

WHERE = "SCO_REPORT_TO"
MAIL = re.compile(r"[^@\s?&<>\"()\[\]\\]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
WEB = re.compile(r"https?://[^\s<>\"()\[\]\\]+")


@cache
def target(setting: str) -> str:
    """The setting when it is a mail address or a web address of an issue form, else "" with a line in the log."""
    if not setting or MAIL.fullmatch(setting) or WEB.fullmatch(setting):
        return setting
    logging.getLogger("dashboard").warning("%s is neither a mail address nor a web address; readers are offered no report. Correct it or leave it empty.", WHERE)
    return ""


def address(what: str, where: str) -> str:
    """The link for a report about `what`, which stands at the address `where`; "" while reports are off."""
    to = target(os.environ.get(WHERE, "").strip())
    if not to:
        return ""
    subject = f"Error in {what}"
    body = f"{what}\nRelease {data.current().release}\n{where}\n\nWhat is wrong, and which source says so?\n"
    if MAIL.fullmatch(to):
        return f"mailto:{quote(to, safe='@')}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"
    return f"{to}{'&' if '?' in to else '?'}{urlencode({'title': subject, 'body': body}, quote_via=quote)}"


def link(what: str, where: str) -> str:
    """The same as Markdown, "" while reports are off."""
    to = address(what, where)
    return f"[Report an error]({to})" if to else ""
