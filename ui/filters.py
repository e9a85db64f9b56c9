"""Filter widgets bound to the link, and the filters they make."""

from collections.abc import Mapping, Sequence

import streamlit as st

import queries
from queries import FIELDS, Dropped, Filters, Vocabulary
from ui import options, widgets

# The filters of the bar that change at least one card of a page.
BARS = {
    "overview": (),
    "compare": ("themes",),
    "priorities": ("chairmanships", "themes", "years"),
    "timeline": ("chairmanships", "themes", "years"),
    "documents": ("chairmanships", "themes", "years"),
    "membership": ("years",),
    "reported": ("chairmanships", "years"),
}
WIDTHS = {"chairmanships": 4, "themes": 4, "years": 3}
DRAWN = "filters on this page"
NARROWING = ("many", "years", "text")
RAW = "values of the link"
FIXED = "filters of a card without widgets"


def begin() -> None:
    """Starts a run: keeps the raw values of the link and forgets which filters the last page had. Call before any widget."""
    st.session_state[RAW] = {name: st.query_params.get_all(name) for name in FIELDS if name in st.query_params}
    st.session_state[DRAWN] = ()
    st.session_state[FIXED] = None


def fix() -> None:
    """Takes the filters from the link as they are, for an embedded card that has no widgets."""
    st.session_state[FIXED] = Filters.parse(st.session_state[RAW], queries.vocabulary())[0]


def bar(page: str) -> None:
    """The filter bar of a page with those filters that change its cards, and notes on what the data lack and on what a link asked for in vain."""
    names = BARS[page]
    st.session_state[options.PAGE] = page
    if names:
        left_over = sum(WIDTHS.values()) - sum(WIDTHS[name] for name in names)
        columns = st.columns([WIDTHS[name] for name in names] + [left_over] * bool(left_over), gap="medium", vertical_alignment="bottom")
        for name, column in zip(names, columns, strict=False):
            with column:
                choose(name)
    if words := options.missing(page):
        st.info(words)
    note()
    _aside(page, names)


def _aside(page: str, drawn: Sequence[str]) -> None:
    """Says what of the bar is set but cannot change this page, and which chosen chairmanships have no rows on it."""
    chosen = Filters.parse(st.session_state[RAW], queries.vocabulary())[0]
    idle = [FIELDS[name].label for name in WIDTHS if name not in drawn and getattr(chosen, name)]
    if idle:
        st.caption(f"Nothing on this page is narrowed by: {', '.join(idle)}.")
    if words := options.empty_choice(page, current().chairmanships, queries.vocabulary()):
        from ui.text import plain

        st.info(plain(words))


def untouched(obeyed: Sequence[str]) -> list[str]:
    """Labels of the filters of this page that are set but cannot change a card that obeys only the named ones."""
    chosen = current()
    return [FIELDS[name].label for name in st.session_state.get(DRAWN, ()) if FIELDS[name].kind in NARROWING and name not in obeyed and getattr(chosen, name)]


def note() -> None:
    """Says which values of the link could not be used, if any."""
    dropped: Sequence[Dropped] = Filters.parse(st.session_state[RAW], queries.vocabulary())[1]
    if dropped:
        from ui.text import plain

        shown = "; ".join(plain(bad) for bad in dropped[:3]) + (f"; and {len(dropped) - 3} more" if len(dropped) > 3 else "")
        st.caption(f"Left out of the link: {shown}.")


def choose(*names: str) -> None:
    """Draws the widgets of the named filters here; what they hold counts for the cards of this page and stands in its link."""
    vocabulary = queries.vocabulary()
    for name in names:
        widgets.draw(FIELDS[name], vocabulary)
        st.session_state[DRAWN] = (*st.session_state.get(DRAWN, ()), name)


def current() -> Filters:
    """The filters of this page as its widgets stand."""
    if (fixed := st.session_state.get(FIXED)) is not None:
        return fixed
    return from_state(st.session_state, st.session_state.get(DRAWN, ()), queries.vocabulary())


def from_state(state: Mapping[object, object], names: Sequence[str], vocabulary: Vocabulary) -> Filters:
    """Filters from widget values: a range at its full width, a default choice and the last day count as nothing chosen."""
    chosen = {}
    for name in names:
        value = state.get(name)
        match FIELDS[name].kind:
            case "many":
                value = tuple(key for key in vocabulary.choices[name] if key in (value or ()))
            case "years":
                pair = tuple(sorted(value or vocabulary.years))
                value = None if pair == vocabulary.years else pair
            case "one":
                value = None if value == vocabulary.defaults[name] else value
            case "day":
                value = None if value == vocabulary.days[1] else value
            case "text":
                value = " ".join((value or "").split())[:100]
        chosen[name] = value
    return Filters(**chosen)


def is_narrowed() -> bool:
    """Whether a filter of this page is set that leaves rows out."""
    chosen = current()
    return any(getattr(chosen, name) for name in st.session_state.get(DRAWN, ()) if FIELDS[name].kind in NARROWING)


def can_reset(obeyed: Sequence[str]) -> bool:
    """Whether a filter of this page is set that `reset` empties and that changes a card which obeys the named filters."""
    chosen = current()
    return any(getattr(chosen, name) for name in st.session_state.get(DRAWN, ()) if name in obeyed and name not in options.PAIR)


def reset() -> None:
    """Empties every filter of this page (for a button's on_click).

    The button may stand in a card that runs alone; the whole page must run, or its widgets, its link and the other cards keep the old filters.
    """
    vocabulary = queries.vocabulary()
    for name in st.session_state.get(DRAWN, ()):
        match FIELDS[name].kind:
            case "many":
                st.session_state[name] = []
            case "years":
                st.session_state[name] = vocabulary.years
            case "day":
                st.session_state[name] = vocabulary.days[1]
            case "text":
                st.session_state[name] = ""
            case "one" if name not in options.PAIR:
                st.session_state[name] = vocabulary.defaults[name]
    st.rerun()
