"""Links carry the release they were made from, and show it again: the whole visit stays with it until the reader asks for today's."""

from html import escape
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

import data
from charts.words import number, plural
from ui.navigation import pages_known
from ui.text import plain

KEY = "rel"
KEPT = "earlier release of this visit"


class Refused(Exception):
    """The link asks for a release that cannot be shown; the first argument is a title, the second says why."""


def asked(release_id: str | None) -> data.Database | None:
    """The kept release that a link asks for, None for the newest. Raises Refused."""
    if not release_id or release_id == data.newest().release:
        return None
    try:
        return data.release(release_id)
    except data.NoRelease as error:
        raise Refused("No such release", str(error)) from error
    except data.Unreadable as error:
        raise Refused("This release can no longer be shown", str(error)) from error


def of_visit() -> data.Database | None:
    """The earlier release that the visitor of the running page looks at; None for the newest, and where no page is running."""
    return st.session_state.get(KEPT) if get_script_run_ctx(suppress_warning=True) else None


data.follow(of_visit)


def pinned(address: str) -> str:
    """An address of the dashboard with the release that the link of the running page names; unchanged where it names none.

    A link of plain HTML begins another visit, which would show the newest release instead.
    """
    named = st.query_params.get(KEY) if get_script_run_ctx(suppress_warning=True) else None
    if not named:
        return address
    path, mark, anchor = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{urlencode({KEY: named})}{mark}{anchor}"


def begin() -> Refused | None:
    """Binds the run to the release of its link, or to that with which the visit began. Call before anything reads data; gives a refusal to show."""
    try:
        if KEY in st.query_params:
            st.session_state[KEPT] = asked(st.query_params[KEY])
        elif (kept := of_visit()) is not None:
            st.query_params[KEY] = kept.release
    except Refused as refused:
        st.session_state[KEPT] = None
        return refused
    return None


def refuse(name: str, refused: Refused) -> None:
    """In place of a page whose release cannot be shown: why, and the way to the same view in today's."""
    st.title(refused.args[0])
    st.markdown(plain(refused.args[1]))
    _today(name)


def notice(name: str) -> None:
    """Which earlier release is shown, what differs from today's, and the way there; nothing where the newest is shown."""
    kept = of_visit()
    if kept is None:
        return
    newest = data.newest()
    before, now = sum(kept.counts.values()), sum(newest.counts.values())
    st.info(
        f"This link was made from release {kept.release}, and that release is shown. "
        f"It has {plural(before, 'rows')}; today’s, {newest.release}, has {number(now)}."
    )
    with st.container(horizontal=True):
        _today(name)
        _changes(kept.release)


def _today(name: str) -> None:
    """A link that loads the page anew, so that the visit begins again with the newest release."""
    query = urlencode([(key, value) for key in st.query_params if key != KEY for value in st.query_params.get_all(key)])
    address = f"./{'' if name == 'overview' else name}" + (f"?{query}" if query else "")
    st.html(f'<a href="{escape(address)}" target="_self" style="color:inherit">The same view in today’s release</a>', width="content")


def _changes(release_id: str) -> None:
    """The list of all that changed since, which is kept with today's release."""
    if "data" in pages_known():
        query = escape(urlencode({"section": "Releases", "since": release_id}))
        st.html(f'<a href="./data?{query}" target="_self" style="color:inherit">What changed since</a>', width="content")
