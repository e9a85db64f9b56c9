"""The Download & share menu of a card. Files are made when they are asked for, pictures in the reader's own browser."""

import logging
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st

import data
from charts.words import number, plural
from exports import browser, citation, drawing, everything_zip
from exports.errors import CannotMake
from exports.formats import FORMATS
from exports.view import View
from ui import cite, failure
from ui.card import turns
from ui.navigation import base
from ui.text import plain

log = logging.getLogger("dashboard")
ROWS, PAPERS = ("csv", "xlsx"), ("pptx", "pdf", "html")
AROUND_CHART = 330
CHANGED = "The data have changed since this menu was opened. Close it and open it again for a file of the new release."


def _component(name: str, script: str):
    html, folder = '<div class="row"></div><p role="status"></p>', Path(__file__).parent
    return st.components.v2.component(
        name, html=html, css=(folder / "buttons.css").read_text(encoding="utf-8"), js=script + (folder / f"{name}.js").read_text(encoding="utf-8")
    )


_pictures = _component("pictures", browser.CODE)
_copy = _component("copy", "")


def menu(view: View) -> None:
    """The button of the menu; its contents are made only when it is opened."""
    if st.button("Download & share", key=f"share-{view.figure.name}"):
        _menu(replace(view, base=base()))


@st.dialog("Download & share")
def _menu(view: View) -> None:
    with failure.caught("menu", view.figure.name):
        st.caption(plain(f"{view.title}. {view.sentence}"))
        st.markdown("**Picture**")
        _pictures(key=f"pictures-{view.figure.name}", data=drawing.picture(view))
        st.markdown("**Rows**")
        _files(_rows_wanted(view), ROWS)
        st.markdown("**To show and to print**")
        _files(view, PAPERS, all_of_it=True)
        st.markdown("**Link**")
        _links(view)
        st.markdown("**Cite**")
        cite.show(citation.of_view(view), view.figure.name)


def _rows_wanted(view: View) -> View:
    """The view, or the view without its filters where the reader asks for all rows."""
    if view.whole is view:
        return view
    told = {True: _count("Rows shown", view), False: _count("All rows, without the filters", view.whole)}
    chosen = st.radio("Which rows", [True, False], format_func=lambda kept: told[kept], key=f"rows-{view.figure.name}", label_visibility="collapsed")
    return view if chosen else view.whole


def _count(words: str, view: View) -> str:
    return f"{words}: {number(view.n_marks)}, from {plural(view.n, view.figure.noun)}"


def _files(view: View, endings: tuple[str, ...], all_of_it: bool = False) -> None:
    """Download buttons side by side; a format that this server cannot make is greyed and its reason stands below."""
    reasons = []
    with st.container(horizontal=True, gap="small"):
        for made in (FORMATS[ending] for ending in endings):
            if why := made.unavailable():
                reasons.append(f"{made.name}: {why}")
            _button(made.name, view, made.ending, made.mime, made.make, bool(why))
        if all_of_it:
            _button("All of it (ZIP)", view, "zip", everything_zip.MIME, everything_zip.to_zip)
    for why in reasons:
        st.caption(why)


def _button(label: str, view: View, ending: str, mime: str, make: Callable[[View], bytes], disabled: bool = False) -> None:
    named = view.release

    def made() -> bytes:
        try:
            with turns.turn(ending):
                _still(named)
                content = make(view)
                _still(named)
                return content
        except CannotMake as reason:  # server/downloads.py tells it in the menu
            log.warning("%s of %s was not made: %s", ending, view.figure.name, reason)
            raise
        except Exception:
            log.exception("%s of %s could not be made", ending, view.figure.name)
            raise

    key = f"{ending}-{view.figure.name}"
    st.download_button(
        label,
        data=made,
        file_name=view.file_name(ending),
        mime=mime,
        key=key,
        on_click="ignore",
        disabled=disabled,
        help=FORMATS[ending].holds if ending in FORMATS else None,
    )


def _still(release: str) -> None:
    """Raises CannotMake when another release is served than the one that a file is named after: its rows and words would be of two."""
    if data.current().release != release:
        raise CannotMake(CHANGED)


def _links(view: View) -> None:
    """One click copies link or embed code; both can also be read and copied by hand."""
    link, code = view.address(), embed_code(view)
    _copy(key=f"copy-{view.figure.name}", data={"entries": [{"label": "Copy link", "text": link}, {"label": "Copy embed code", "text": code}]})
    with st.expander("See link and embed code"):
        st.code(link, language=None, wrap_lines=True)
        st.code(code, language=None, wrap_lines=True)


def embed_code(view: View) -> str:
    """HTML that shows the card of a view inside another page."""
    address = escape(view.address("figure", figure=view.figure.name, embed="true"))
    height = view.figure.height + AROUND_CHART
    return f'<iframe src="{address}" title="{escape(view.title)}" width="100%" height="{height}" style="border:0" loading="lazy"></iframe>'
