"""The entry script: navigation, filter bar, then the chosen page."""

import streamlit as st

import data
from ui import brand, card, failure, filters, frozen, navigation, viewport
from ui.card import story
from ui.reading import aids
from ui.search import box

refused = frozen.begin()
st.set_page_config(page_title=data.about().dashboard, layout="wide", initial_sidebar_state="collapsed")
if not st.context.is_embedded:
    st.logo(brand.word_mark(), size="medium")
filters.begin()
chosen = st.navigation(list(navigation.pages().values()), position="hidden" if st.context.is_embedded else "top")
navigation.name_tab(chosen.title)
box.follow()
if not st.context.is_embedded:
    left, right = st.columns([1, 2], vertical_alignment="center")
    with left:
        aids.show()
    with right:
        box.show(st.query_params.get("q", "") if chosen.title == "Search" else "")
viewport.watch()
if notice := data.notice():
    st.warning(notice)
screen = next(screen for screen in navigation.SCREENS if screen.title == chosen.title)
if refused:
    frozen.refuse(screen.name, refused)
    st.stop()
frozen.notice(screen.name)
if screen.has_bar:
    filters.bar(screen.name)
card.begin(screen.name)
story.begin()
with failure.caught("page", chosen.title):
    chosen.run()
if not st.context.is_embedded:
    failure.foot()
