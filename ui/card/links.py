"""The part of the menu that gives words and addresses to copy: links, embed code, the rows in other tools, alternative text, caption."""

from collections.abc import Collection

import streamlit as st

from exports import citation
from exports.text import caption, embed
from exports.text.snippets import snippets
from exports.view import View
from ui.card import components

# A click copies; each text can also be read and copied by hand, where a browser does not allow it.
_copy = components.component("copy", "")


def show(view: View) -> None:
    """Links to the view, its embed code, words for a paper, and its rows in other tools."""
    name = view.figure.name
    link = view.address(**tab(name))
    st.markdown("**Link**")
    _copied(f"copy-{name}", {"Copy link": link, "Copy embed code": embed.code(view, **tab(name))}, chart=name)
    with st.expander("See link and embed code"):
        st.code(link, language=None, wrap_lines=True)
        st.caption("The same figure among the others of its page")
        st.code(view.place(), language=None, wrap_lines=True)
        _embedded(view)
    with st.expander("Load these rows in Python, R or Excel"):
        _rows(view)
    st.markdown("**Words**")
    about = {"Copy alternative text": view.alt, "Copy caption": caption.words(view)}
    _copied(f"words-{name}", {**about, "Copy citation": citation.words(citation.of_view(view))}, chart=name, about=about)
    with st.expander("See alternative text and caption"):
        st.code(view.alt, language=None, wrap_lines=True)
        st.code(caption.words(view), language=None, wrap_lines=True)


def tab(name: str) -> dict[str, str]:
    """The tab of a card that is open, as a link has it; nothing for the first."""
    key = f"tab-{name}"
    return {key: st.query_params[key]} if key in st.query_params else {}


def _copied(key: str, texts: dict[str, str], chart: str, about: Collection[str] = ()) -> None:
    """Buttons that copy these texts; `chart` is the figure whose zoom the addresses in them take along, and those `about` the picture tell."""
    entries = [{"label": label, "text": text, "isAbout": label in about} for label, text in texts.items()]
    _copy(key=key, data={"entries": entries, "chart": chart})


def _embedded(view: View) -> None:
    """The embed code, on the ground that the reader chooses."""
    names = list(embed.GROUNDS)
    ground = st.segmented_control("Ground of the embedded figure", names, default=names[0], required=True, key=f"embed-ground-{view.figure.name}")
    st.code(embed.code(view, embed.GROUNDS[ground or names[0]], **tab(view.figure.name)), language=None, wrap_lines=True)
    st.caption("The script lets the frame follow the height of its content. A sandboxed frame shows a still picture unless it allows scripts and the same origin.")


def _rows(view: View) -> None:
    """The addresses of the rows, and lines that load them."""
    st.caption("The rows over the data API, in this release")
    st.code("\n".join(view.rows_address(ending) for ending in ("csv", "json", "xlsx")), language=None, wrap_lines=True)
    for tool, lines in snippets(view).items():
        st.caption(tool)
        st.code(lines, language=None, wrap_lines=True)
