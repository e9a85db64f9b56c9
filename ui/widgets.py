"""The widgets of the filters, one form a kind, each bound to the link."""

from contextlib import suppress
from datetime import date, datetime

import streamlit as st

from queries import Field, Vocabulary
from queries.filters import with_hyphens
from ui import options
from ui.text import acts

WRITTEN = ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")


def draw(field: Field, vocabulary: Vocabulary) -> None:
    """The widget of a filter; what it holds stands in the link and in the session under the filter's name. None where there is nothing to choose."""
    if vocabulary.is_choice(field.name):
        _DRAW[field.kind](field, vocabulary)


def _many(field: Field, vocabulary: Vocabulary) -> None:
    labels = vocabulary.choices[field.name]
    values, told = options.of_page(field, vocabulary)
    st.multiselect(
        field.label,
        values,
        format_func=lambda value: labels.get(value, value),
        key=field.name,
        placeholder=field.everything,
        help=told,
        filter_mode="contains",
        bind="query-params",
        persist_state="session",
    )


def _one(field: Field, vocabulary: Vocabulary) -> None:
    labels = vocabulary.choices[field.name]
    default = vocabulary.defaults[field.name]
    shown = {"format_func": lambda value: labels.get(value, value), "key": field.name, "bind": "query-params", "persist_state": "session"}
    if len(labels) <= 5 and not any(map(acts, labels.values())):
        st.segmented_control(field.label, list(labels), default=default, required=True, wrap=True, **shown)
    else:
        values, told = options.of_page(field, vocabulary)
        st.selectbox(field.label, values, index=values.index(default), help=told, filter_mode="contains", **shown)


def _years(field: Field, vocabulary: Vocabulary) -> None:
    low, high = vocabulary.years
    st.slider(field.label, low, high, (low, high), key=field.name, bind="query-params", persist_state="session")


def _day(field: Field, vocabulary: Vocabulary) -> None:
    """A slider for the look of it, and a field in which the day can be typed; the slider holds the value."""
    low, high = vocabulary.days
    left, right = st.columns([4, 1], gap="medium", vertical_alignment="bottom")
    with left:
        st.slider(field.label, low, high, high, format="D MMM YYYY", key=field.name, bind="query-params", persist_state="session")
    typed = f"{field.name} typed"
    st.session_state[typed] = st.session_state[field.name].isoformat()
    with right:
        # A field of text and not Streamlit's of days: that one does not take a typed day at Enter, and lays its calendar over the map.
        st.text_input("Type a day", key=typed, max_chars=30, help="As 2018-01-31, 31.1.2018 or 31 January 2018.", on_change=_take_day, args=(field.name, typed, low, high))


def _take_day(name: str, typed: str, low: date, high: date) -> None:
    """Moves the slider to the typed day, at the nearest end where that lies beyond it; leaves it where the text is no day."""
    if day := read_day(st.session_state[typed]):
        st.session_state[name] = min(max(day, low), high)


def read_day(text: str) -> date | None:
    """The day that a text names in one of WRITTEN, None where it names none."""
    for form in WRITTEN:
        with suppress(ValueError):
            return datetime.strptime(with_hyphens(" ".join(text.split())), form).date()
    return None


def _text(field: Field, vocabulary: Vocabulary) -> None:
    st.text_input(field.label, key=field.name, max_chars=100, bind="query-params", persist_state="session", type="search", live="300ms")


_DRAW = {"many": _many, "one": _one, "years": _years, "day": _day, "text": _text}
