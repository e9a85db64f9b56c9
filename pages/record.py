"""One fact and all its evidence."""

import streamlit as st

from ui.record import record

# A link from one record to another changes the values, but Streamlit leaves the old ones in the address: they are told again.
st.query_params.update({name: st.query_params[name] for name in ("table", "id") if name in st.query_params})
record.show(st.query_params.get("table", ""), st.query_params.get("id", ""))
