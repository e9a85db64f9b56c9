"""What is here, and what is the story?"""

import streamlit as st

import data
from ui.card import card
from ui.navigation import page
from ui.text import plain

st.title("Promises and results of the chair")
st.markdown(
    f"Each year one state chairs the {plain(data.about().organisation)}. "
    "This collection records what chairs promised, what came of it, and which texts, events and states were added. Every number leads to its source."
)

card("headline-figures")
left, right = st.columns([3, 2], gap="medium")
with left:
    card("membership-growth")
with right:
    card("compared-outcomes")

st.header("Three questions")
for name, question in (
    ("priorities", "What did a chair promise, and what came of each promise?"),
    ("compare", "How do two chairmanships differ?"),
    ("reported", "Do the reported figures add up?"),
):
    st.page_link(page(name), label=question)

st.header("What is filled and what is thin")
card("coverage-matrix")
