"""Can I trust it, use it, cite it?"""

import streamlit as st

from ui import failure
from ui.dataset import answers, browse, coding, conflicts, coverage, dictionary, history, sections, sources, use
from ui.navigation import name_tab

SECTIONS = {
    "In short": answers.show,
    "Dictionary": dictionary.show,
    "Tables": browse.show,
    "Sources": sources.show,
    "Coverage": coverage.show,
    "Coding": coding.show,
    "Conflicts": conflicts.show,
    "Releases": history.show,
    "Use and cite": use.show,
}

st.title("Can you trust it, use it, cite it?")
st.markdown("What the dataset means, what it rests on, where it is thin, how it was coded, what changed, and how to take it away.")
name = sections.choose(SECTIONS)
name_tab(f"Data: {name}")
with failure.caught("part", name):
    SECTIONS[name]()
