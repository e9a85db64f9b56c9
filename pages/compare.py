"""How do two chairmanships differ?"""

import streamlit as st

from ui.card import card
from ui.compare import notice, pairs
from ui.filters import choose

st.title("Two chairmanships side by side")
left, middle, right = st.columns([3, 3, 2], vertical_alignment="bottom")
with left:
    choose("first")
with middle:
    choose("second")
with right:
    choose("measure")
notice.same()

st.header("What was promised, and what came of it")
notice.missing("priorities")
notice.depth()
card("compared-outcomes")
card("compared-theme-outcomes")
card("compared-themes")
card("compared-flow")
card("compared-pairs", rows=pairs.rows, folds=True)

st.header("What was adopted and held")
notice.missing("events")
card("compared-growth")
card("compared-documents")
card("compared-calendar")

st.header("In a table")
card("compared-key-figures")
