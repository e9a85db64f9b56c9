"""One card alone."""

import streamlit as st

from ui.figure import alone

alone.show(st.query_params.get("figure", ""))
