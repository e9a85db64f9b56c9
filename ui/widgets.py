"""The widgets of the filters, one form a kind, each bound to the link."""

import streamlit as st

from queries import Field, Vocabulary
from ui import options


def draw(field: Field, vocabulary: Vocabulary) -> None:
    """The widget of a filter; what it holds stands in the link and in the session under the filter's name."""
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
    if len(labels) <= 5:
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
    st.session_state[typed] = st.session_state[field.name]
    with right:
        st.date_input(
            "Type a day",
            min_value=low,
            max_value=high,
            format="YYYY-MM-DD",
            key=typed,
            on_change=lambda: st.session_state.update({field.name: st.session_state[typed] or st.session_state[field.name]}),
        )


def _text(field: Field, vocabulary: Vocabulary) -> None:
    st.text_input(field.label, key=field.name, max_chars=100, bind="query-params", persist_state="session", type="search", live="300ms")


_DRAW = {"many": _many, "one": _one, "years": _years, "day": _day, "text": _text}
