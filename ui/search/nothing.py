"""When there is nothing to show: what can be searched, what may have been meant, which of the words is not there."""

import streamlit as st

import queries.words
from charts.words import number, plural
from queries.search import results
from ui import sought
from ui.navigation import page
from ui.text import plain

EXAMPLES = ("drugs", "counter-terrorism", "Belt and Road", "prime ministers")


def asked() -> None:
    """What can be searched, with examples."""
    st.markdown(
        "One search over everything that has a record of its own. A word finds its other forms and what means the same. Of several words, a record must hold all."
    )
    st.markdown(" · ".join(f"{plain(results.KINDS[kind])} {number(n)}" for kind, n in results.searchable().items()))
    if examples := [example for example in EXAMPLES if results.total(example)]:
        st.header("For example")
        for example in examples:
            _link(example, plain(example))


def no_words(q: str) -> None:
    """The text holds neither letters nor digits."""
    st.markdown(f"“{plain(q)}” holds no word that could be searched.")
    asked()


def found(q: str) -> None:
    """No record holds all the words: why, as far as it can be told."""
    st.markdown(sought.why_nothing(q, "record", "titles and notes"))
    better(q)
    terms = queries.words.terms(q)
    if len(terms) > 1:
        st.markdown("Each by itself:")
        for term in terms:
            n = results.total(term.typed)
            label = f"{plain(term.typed)}: {plural(n, 'records') if n else 'none'}"
            if n:
                _link(term.typed, label)
            else:
                st.markdown(label)


def better(q: str) -> None:
    """What may have been meant, where a word is unknown and another is near."""
    if mended := queries.words.mended(q):
        _link(mended, f"Did you mean {plain(mended)}?")


def _link(q: str, label: str) -> None:
    st.page_link(page("search"), label=label, query_params={"q": q})
