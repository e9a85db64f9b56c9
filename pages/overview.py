"""What changed between the two chairmanships?"""

import streamlit as st

import data
from ui.card import card
from ui.navigation import page
from ui.overview import columns, reach
from ui.text import line, plain

st.title(line(reach.changed()))
st.markdown(f"What chairs of the {plain(data.about().organisation)} promised, and what came of it. {line(reach.sentence())}")

left, right = st.columns(2, gap="medium")
with left:
    card("headline-figures", rows=columns.rows)
with right:
    card("membership-growth")
card("compared-outcomes")

st.header("Three questions")
for name, question in (
    ("priorities", "What did a chair promise, and what came of each promise?"),
    ("compare", "How do two chairmanships differ?"),
    ("reported", "Do the reported figures add up?"),
):
    st.page_link(page(name), label=question)
