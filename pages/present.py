"""Show it."""

import streamlit as st

from ui import failure
from ui.present import desk, tray

st.title("Show it")
st.markdown("Each story is a talk with one claim a slide. It plays in this browser or from a file, answers a clicker, and needs no network once it is open.")
desk.show()

st.header("A story of your own", anchor="own")
with failure.caught("part", "own story"):
    tray.show()
