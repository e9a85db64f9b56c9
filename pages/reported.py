"""Do the reported figures add up?"""

import streamlit as st

from ui import explanations, other_claims
from ui.card import card

st.title("Do the reported figures add up?")
st.markdown(
    "Speakers and papers give numbers of documents, events and states. Each claim stands beside what this dataset counts, with what explains a difference."
)

card("reported-documents")
explanations.show("reported-documents")

st.header("Events")
card("reported-events")
explanations.show("reported-events")

st.header("Decisions, statements, states")
card("reported-decisions")
explanations.show("reported-decisions")
card("reported-states")
explanations.show("reported-states")

st.header("Who claimed what, and when")
card("reported-when")

st.header("Other measures")
card("reported-measures")
other_claims.show()
