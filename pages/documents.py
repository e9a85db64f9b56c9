"""Which texts were adopted, and how do they live on?"""

import streamlit as st

from ui.card import card
from ui.documents import chains, facets, register
from ui.filters import choose

st.title("Adopted texts, and what followed them")
facets.show()
card("document-register", rows=register.rows)

st.header("Year by year")
choose("by")
card("documents-by-year")

st.header("From one text to the next")
card("document-validity")
chains.show()
