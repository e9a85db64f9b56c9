"""How did the organisation grow?"""

import streamlit as st

from ui import failure
from ui.card import card
from ui.filters import choose
from ui.membership import on_day, player, share_gaps

st.title("How the organisation grew")
st.markdown("Every recorded step of every state, from the first one to the status it holds now, each with its source.")
card("membership-growth")


@st.fragment
def states_on_a_day() -> None:
    """Slider, map and table for one day. They run by themselves, so that playing does not redraw the page."""
    with failure.caught("part", "player"):
        player.show()
    card("membership-map")
    on_day.show()


st.header("Who was what on a given day")
states_on_a_day()

st.header("State by state")
choose("statuses")
card("country-ladder")
card("path-to-membership")

st.header("Weight in the world")
choose("indicator")
share_gaps.show()
card("world-share")
card("claimed-shares")

st.header("For your own data")
card("country-year")
