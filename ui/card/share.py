"""The Download & share menu of a card. Files are made when they are asked for, pictures in the reader's own browser."""

from dataclasses import replace

import streamlit as st

from charts.words import number, plural
from exports import citation, everything_zip
from exports.formats import FORMATS
from exports.view import View
from ui import cite, failure
from ui.card import chart_tab, file_button, links, picture_menu
from ui.navigation import base
from ui.text import plain

ROWS, PAPERS = ("csv", "xlsx", "json"), ("pptx", "pdf", "html")
WHOLE = "Pictures and copied words are of the days that the handles leave. The PDF of the picture, files and saved citations are of all."


def menu(view: View) -> None:
    """The button of the menu; its contents are made only when it is opened."""
    if st.button("Download & share", key=f"share-{view.figure.name}"):
        _menu(replace(view, base=base()))


@st.dialog("Download & share")
def _menu(view: View) -> None:
    with failure.caught("menu", view.figure.name):
        st.caption(plain(f"{view.title}. {view.sentence}"))
        st.markdown("**Picture**")
        picture_menu.show(view)
        if chart_tab.has_handles(view):
            st.caption(WHOLE)
        st.markdown("**Rows**")
        _files(_rows_wanted(view), ROWS)
        st.markdown("**To show and to print**")
        _files(view, PAPERS, all_of_it=True)
        links.show(view)
        st.markdown("**Cite**")
        cite.show(citation.of_view(view), view.figure.name)
        file_button.begin(view)


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
            file_button.show(made.name, view, made.ending, made.mime, made.make, bool(why))
        if all_of_it:
            file_button.show("All of it (ZIP)", view, "zip", everything_zip.MIME, everything_zip.to_zip)
    for why in reasons:
        st.caption(why)
