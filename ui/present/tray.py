"""One's own story: its slides in order, each with caption and note to write, to be shown, saved and loaded."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

import data
from charts.catalogue import FIGURES
from charts.words import plural
from exports.show import deck, own
from exports.show.deck import Deck
from ui.card import story
from ui.navigation import base
from ui.present import desk, take
from ui.text import plain

TURN = "how often the own story was put in another order"
HERE = Path(__file__).parent

_load = st.components.v2.component(
    "story-file",
    html='<label>Load a story from its file <input type="file" accept="application/json,.json"></label><p role="status"></p>',
    js=(HERE / "load.js").read_text(encoding="utf-8").replace("LONGEST", str(own.LONGEST_TEXT)),
)


def show() -> None:
    """The tray: what it holds, what was left out, and the ways to take it along."""
    held = story.current()
    if dropped := story.lost():
        st.caption(plain(_said(dropped)))
    if not held.slides:
        st.markdown("It is empty. **Add to my story**, under every chart, keeps the chart with its filters here; or load a story that you have saved.")
    else:
        _whole()
    _load(key="story-file", on_content_change=_loaded, height="content")


def _whole() -> None:
    held = story.current()
    st.text_input("Title", held.title, max_chars=own.LONGEST["title"], key=_key("title", 0), on_change=_retitled)
    shown = deck.deck(held, base=base())
    for place in range(len(held.slides)):
        _slide(place)
    if shown.dropped:
        st.caption(plain(_said(shown.dropped)))
    if shown.slides:
        _out(shown)


def _slide(place: int) -> None:
    slide, n = story.current().slides[place], len(story.current().slides)
    figure = FIGURES.get(slide.figure)
    named = slide.caption or (figure.measure if figure else slide.figure)
    with st.expander(f"{place + 1}. {plain(named)}"):
        st.text_input("Caption", slide.caption, max_chars=own.LONGEST["caption"], key=_key("caption", place), placeholder="Empty: the finding of the chart", on_change=_written, args=("caption", place))
        st.text_area("Note for the speaker", slide.note, max_chars=own.LONGEST["note"], key=_key("note", place), on_change=_written, args=("note", place))
        with st.container(horizontal=True, gap="small"):
            st.button("Up", key=_key("up", place), disabled=place == 0, on_click=_moved, args=(place, -1))
            st.button("Down", key=_key("down", place), disabled=place == n - 1, on_click=_moved, args=(place, 1))
            st.button("Remove", key=_key("remove", place), on_click=_removed, args=(place,))


def _out(shown: Deck) -> None:
    if story.fits_a_link():
        desk.play(story.address(), f"Show it ({plural(len(shown.slides), 'slides')})")
    else:
        st.caption("This story is too long for a link. Save it as a file, or take along the HTML file, which plays by itself.")
    take.files(shown, "my-story")
    with st.container(horizontal=True, gap="small"):
        st.download_button("Save the story as a file", data=own.to_file(story.current()), file_name="my-story.json", mime="application/json", key="own-save", on_click="ignore")
        st.button("Empty it", key="own-empty", on_click=_emptied)
    st.caption(f"Nothing of it is kept on this server: it lives in the link of this page and in the file. Release {data.current().release}.")


def _said(dropped: object) -> str:
    parts = list(map(str, dropped)) if isinstance(dropped, list | tuple) else [str(dropped)]
    return f"Left out: {'; '.join(parts[:3])}" + (f"; and {len(parts) - 3} more." if len(parts) > 3 else ".")


def _key(what: str, place: int) -> str:
    """The key of a widget; after a change of order all widgets are new ones, with the texts of their slides."""
    return f"own-{what}-{place}-{st.session_state.get(TURN, 0)}"


def _turned() -> None:
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _retitled() -> None:
    story.put(replace(story.current(), title=st.session_state[_key("title", 0)].strip() or own.TITLE))


def _written(what: str, place: int) -> None:
    story.change(place, **{what: st.session_state[_key(what, place)].strip()})


def _moved(place: int, by: int) -> None:
    story.move(place, by)
    _turned()


def _removed(place: int) -> None:
    story.remove(place)
    _turned()


def _emptied() -> None:
    story.put(own.empty())
    _turned()


def _loaded() -> None:
    content = st.session_state["story-file"].content
    if isinstance(content, str):
        loaded, dropped = own.from_file(content.encode())
        # A file that holds no story does not take the place of the one there is.
        story.put(loaded if loaded.slides else story.current(), dropped)
        _turned()
