"""A story to take along: one HTML file, a presentation, a handout."""

import logging
from collections.abc import Callable

import streamlit as st

import data
from exports import browser, story_pptx
from exports.errors import CannotMake
from exports.show import handout, player
from exports.show.deck import Deck
from ui.card import turns

log = logging.getLogger("dashboard")
FORMS = (
    ("HTML", "html", "text/html", player.to_html, "plays on any computer, without network and without this dashboard"),
    ("PowerPoint", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", story_pptx.to_pptx, "slides with notes and sources"),
    ("PDF", "pdf", "application/pdf", handout.to_pdf, "a handout: a page a slide"),
)


def files(deck: Deck, name: str) -> None:
    """A button a form; what this server cannot make is greyed. What draws the pictures is started meanwhile."""
    why = browser.unavailable()
    browser.ahead()
    with st.container(horizontal=True, gap="small"):
        for label, ending, mime, make, holds in FORMS:
            st.download_button(
                label,
                data=data.pinned(_made(deck, ending, make), data.current()),
                file_name=f"{name}_r{data.current().release}.{ending}",
                mime=mime,
                key=f"take-{name}-{ending}",
                on_click="ignore",
                disabled=ending == "pdf" and bool(why),
                help=holds,
            )
    if why:
        st.caption(f"PDF: {why}")


def _made(deck: Deck, ending: str, make: Callable[[Deck], bytes]) -> Callable[[], bytes]:
    def made() -> bytes:
        try:
            with turns.turn(ending):
                return make(deck)
        except CannotMake as reason:  # server/instead/downloads.py tells it in the menu
            log.warning("%s of the story %s was not made: %s", ending, deck.name, reason)
            raise
        except Exception:
            log.exception("%s of the story %s could not be made", ending, deck.name)
            raise

    return made
