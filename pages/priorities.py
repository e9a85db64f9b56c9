"""What was promised, and what came of it?"""

import streamlit as st

from ui.card import card
from ui.filters import choose
from ui.priorities import tracker

st.title("What was promised, and what came of it")
st.markdown("Goals, proposals and plans that were voiced for a chairmanship, each with its outcome at the close of the term and the evidence at both ends.")
left, right = st.columns(2, gap="medium")
with left:
    choose("outcomes")
with right:
    choose("kinds")

card("priority-tracker", rows=tracker.rows, folds=True)

st.header("What came of them")
card("outcomes-by-theme")
card("outcomes-by-chairmanship")
card("priority-flow")
card("priorities-by-actor")

st.header("What was carried on")
card("priority-continuity")
card("priority-survival")
