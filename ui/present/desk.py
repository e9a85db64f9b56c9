"""The stories of the dataset, each with a picture and its question."""

from dataclasses import replace
from html import escape

import streamlit as st

from charts.look import Look
from charts.words import plural
from exports.show import deck
from exports.show.deck import Deck
from ui import failure, viewport
from ui.card.chart_tab import PLOTLY
from ui.navigation import base
from ui.present import take
from ui.text import line, plain

A_ROW, TALLEST = 3, 640


def show() -> None:
    """A card a story, three in a row."""
    stories = list(deck.known().values())
    if not stories:
        st.markdown("This dataset comes without stories. Make one of your own: every chart has a button for it.")
        return
    for start in range(0, len(stories), A_ROW):
        for story, column in zip(stories[start : start + A_ROW], st.columns(A_ROW, gap="medium"), strict=False):
            with column, st.container(border=True, key=f"story-{story.name}"), failure.caught("story", story.name):
                _card(deck.deck(story, base=base()))


def _card(shown: Deck) -> None:
    st.subheader(line(shown.title), anchor=shown.name)
    st.caption(plain(shown.question))
    _picture(shown, replace(viewport.look(), narrow=True))
    play(f"show/{shown.name}", f"Show it ({plural(len(shown.slides), 'slides')})")
    take.files(shown, shown.name)


def _picture(shown: Deck, look: Look) -> None:
    """The first slide whose drawing is not too tall for a card."""
    views = [slide.view for slide in shown.slides]
    view = next((view for view in views if view.plot(look).to_dict()["layout"]["height"] <= TALLEST), views[0])
    st.plotly_chart(view.plot(look), key=f"picture-{shown.name}", theme=None, config={**PLOTLY, "staticPlot": True}, alt=view.alt)


def play(address: str, label: str) -> None:
    """A link into the player, in the same tab."""
    st.html(f'<p><a href="{escape(address)}" target="_self" style="color:inherit"><strong>{escape(label)}</strong></a></p>')
