"""One fact and all its evidence."""

import streamlit as st

from ui import record

record.show(st.query_params.get("table", ""), st.query_params.get("id", ""))
