"""What was found: records by kind, the best first, each with the words that were searched and where they stand."""

from collections.abc import Sequence

import streamlit as st

import queries.words
from charts.words import number, plural
from queries.passages import Passage
from queries.search import results
from queries.search.results import A_PAGE, KINDS, Group, Hit
from ui import sought
from ui.navigation import name_tab, page
from ui.search import nothing
from ui.text import dated, known, plain


def show(q: str, kind: str) -> None:
    """The records that hold the words of `q`: the first of every kind, or those of one kind page by page."""
    st.title(f"Search: {plain(q)}")
    name_tab(f"Search: {q}")
    if not queries.words.split(q):
        nothing.no_words(q)
        return
    if kind in KINDS:
        _of_a_kind(q, kind)
        return
    groups = results.search(q)
    if not groups:
        nothing.found(q)
        return
    total = sum(group.total for group in groups)
    st.markdown(f"**{plural(total, 'records')}**. {plain(sought.told(q))}")
    st.markdown(" · ".join(f"[{plain(group.label)} {number(group.total)}](#{group.kind})" for group in groups))
    for group in groups:
        st.header(f"{plain(group.label)} · {number(group.total)}", anchor=group.kind)
        _hits(group.hits)
        if group.total > len(group.hits):
            st.page_link(page("search"), label=f"All {number(group.total)} {_small(group.label)}", query_params={"q": q, "kind": group.kind})


def _of_a_kind(q: str, kind: str) -> None:
    group: Group = results.page(q, kind, 1)
    st.page_link(page("search"), label="All kinds of record", query_params={"q": q})
    st.header(f"{plain(group.label)} · {number(group.total)}", anchor=kind)
    if not group.total:
        nothing.found(q)
        return
    st.markdown(plain(sought.told(q)))
    pages = -(-group.total // A_PAGE)
    if pages > 1:
        # What the link says is known once the widget is drawn.
        group = results.page(q, kind, st.pagination(pages, key="page", bind="query-params"))
    _hits(group.hits)


def _hits(hits: Sequence[Hit]) -> None:
    for hit in hits:
        with st.container(gap=None):
            st.page_link(page("record"), label=marked(hit.title), query_params={"table": hit.table, "id": hit.row_id})
            st.caption(where(hit))


def where(hit: Hit) -> str:
    """When, and in which fields the words stand, as Markdown."""
    day = [plain(dated(hit.on_date, hit.date_precision))] if known(hit.on_date) else []
    title = [plain(hit.title.field)] if hit.title.marks else []
    return " · ".join([*day, *title, *(f"{plain(each.field)}: {marked(each)}" for each in hit.passages)])


def marked(passage: Passage) -> str:
    """The text as Markdown, every hit in bold."""
    parts, place = [], 0
    for start, end in passage.marks:
        parts += [_plain(passage.text[place:start]), f"**{_plain(passage.text[start:end])}**"]
        place = end
    return "".join([*parts, _plain(passage.text[place:])])


def _plain(text: str) -> str:
    """As `plain`, with the blanks at both ends, which part a hit from the words beside it."""
    inner = plain(text)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
