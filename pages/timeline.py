"""What happened when?"""

import streamlit as st

from ui.card import card
from ui.filters import choose
from ui.timeline import rows

st.title("What happened when")
st.markdown(
    "Everything with a date, on one axis. Height means nothing: marks of one time are stacked for room. Choose a period for a closer view, or drag the handles under the chart; choose a mark to see the records behind it."
)
left, right = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
with left:
    choose("period")
with right:
    choose("lanes")
card("timeline")

st.header("Where the record is thick and where it is thin")
card("timeline-density")

st.header("The same records as a list")
rows.show()
