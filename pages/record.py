"""One fact and all its evidence."""

import streamlit as st

from ui import record

# A link from one record to another changes the values, but Streamlit leaves the old ones in the address: they are told again.
st.query_params.update(st.query_params.to_dict())
record.show(st.query_params.get("table", ""), st.query_params.get("id", ""))
