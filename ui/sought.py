"""A search in words: what counts as found, why nothing was found, what may have been meant."""

import unicodedata
from collections.abc import Sequence

import streamlit as st

from charts.words import sentence_case
from queries import words
from ui.navigation import page
from ui.text import plain

MOST_FORMS = 12


def told(q: str) -> str:
    """In words, what counts as found, and whether words were left out."""
    forms = "; ".join(_either(term.forms) for term in words.terms(q))
    all_of = "all of these: " if "; " in forms else ""
    cut = f" Only the first {words.SLOTS} words are searched." if words.left_out(q) else ""
    return f"Each holds, in any form, {all_of}{forms}.{cut}"


def why_nothing(q: str, record: str, text: str, among: str = "") -> str:
    """Why no `record` was found in whose `text` ("titles and notes") the words were sought `among` those that were left."""
    held = "this word" if len(words.terms(q)) == 1 else "all of these words"
    foreign = f" {sentence_case(text)} are in English; a search in other letters finds nothing." if is_foreign(q) else ""
    return f"No {record} holds {held}{among}.{foreign}"


def mending(q: str, name: str) -> None:
    """A button that puts the mended search into the widget of that name, where a word is unknown and another is near."""
    if better := words.mended(q):
        st.button(f"Did you mean {plain(better)}?", key=f"mended-{name}", type="tertiary", on_click=_put, args=(name, better))


def elsewhere(q: str) -> None:
    """The way to the search of everything with the same words."""
    if words.patterns(q):
        st.page_link(page("search"), label=f"Search all records for “{plain(q)}”", query_params={"q": q})


def _put(name: str, q: str) -> None:
    st.session_state[name] = q


def is_foreign(text: str) -> bool:
    """Whether a text has letters other than Latin ones."""
    return any(letter.isalpha() and "LATIN" not in unicodedata.name(letter, "") for letter in text)


def _either(forms: Sequence[str]) -> str:
    """The forms in a row, plurals and genitives of others left out."""
    plain_ones = [form for form in forms if form.removesuffix("s") == form or form.removesuffix("s") not in forms]
    shown = [*plain_ones[:MOST_FORMS], *([f"{len(plain_ones) - MOST_FORMS} more"] if len(plain_ones) > MOST_FORMS else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
