"""The visitor's own story: it lives in the session, and in the link, so that a reload brings it back. The server keeps nothing of it."""

from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from data.stories import MOST_SLIDES, Slide, Story
from exports.show import own
from exports.view import View

KEY, LINK, LOST = "own story", "story", "left out of the own story"


def begin() -> None:
    """Takes the story from the link where the session has none yet, and writes it into the link where it has. Call once a run, before the page."""
    if KEY not in st.session_state:
        st.session_state[KEY], st.session_state[LOST] = own.unpacked(st.query_params[LINK]) if LINK in st.query_params else (own.empty(), [])
    _write()


def current() -> Story:
    """The story as it stands."""
    return st.session_state.get(KEY) or own.empty()


def lost() -> list[str]:
    """What a link or a file asked for in vain."""
    return list(st.session_state.get(LOST, []))


def put(story: Story, dropped: list[str] | None = None) -> None:
    """Keeps a story in place of the one there was."""
    st.session_state[KEY], st.session_state[LOST] = story, dropped or []
    _write()


def add(view: View) -> None:
    """Adds a view, with its filters, at the end."""
    story = current()
    if len(story.slides) >= MOST_SLIDES:
        st.toast(f"A story holds {MOST_SLIDES} slides. Remove one on the page Present first.")
        return
    put(replace(story, slides=(*story.slides, own.slide_of(view))))
    n = len(current().slides)
    st.toast(f"Added to your story, which has {n} {'slide' if n == 1 else 'slides'} now. The page Present shows it.")


def change(place: int, **texts: str) -> None:
    """Gives the slide at a place (from 0) another caption or note."""
    slides = list(current().slides)
    slides[place] = replace(slides[place], **texts)
    put(replace(current(), slides=tuple(slides)))


def move(place: int, by: int) -> None:
    """Moves a slide up (-1) or down (1)."""
    slides: list[Slide] = list(current().slides)
    slides.insert(place + by, slides.pop(place))
    put(replace(current(), slides=tuple(slides)))


def remove(place: int) -> None:
    """Takes a slide out."""
    put(replace(current(), slides=tuple(slide for at, slide in enumerate(current().slides) if at != place)))


def fits_a_link() -> bool:
    """Whether the story is short enough for a link."""
    return len(own.packed(current())) <= own.LONGEST_LINK


def address() -> str:
    """The address of the player with this story, seen from a page."""
    return f"show/{own.NAME}?{urlencode({LINK: own.packed(current())})}"


def _write() -> None:
    story = current()
    wanted = own.packed(story) if story.slides else ""
    if not wanted or len(wanted) > own.LONGEST_LINK:
        if LINK in st.query_params:
            del st.query_params[LINK]
    elif st.query_params.get(LINK) != wanted:
        st.query_params[LINK] = wanted
