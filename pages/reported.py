"""Do the reported figures add up?"""

import streamlit as st

from ui.card import card
from ui.reported import every_claim, explanations

st.title("Do the reported figures add up?")
st.markdown(
    "Speakers and papers give numbers of documents, events and states. Each claim stands beside what this dataset counts, with what explains a difference."
)

st.header("Documents", anchor="documents")
card("reported-documents")
explanations.show("reported-documents", is_open=True)

st.header("Events", anchor="events")
card("reported-events")
explanations.show("reported-events")

st.header("Decisions and statements", anchor="decisions")
card("reported-decisions")
explanations.show("reported-decisions")

st.header("States", anchor="states")
card("reported-states")
explanations.show("reported-states")

st.header("Every claim", anchor="claims")
card("reported-measures", rows=every_claim.rows)
