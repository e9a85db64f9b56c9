"""Which records hold these words?"""

import streamlit as st

from queries.search.results import LONGEST
from ui.search import nothing, results

# A link from one search to another changes the values, but Streamlit leaves the old ones in the address: they are told again.
st.query_params.update({name: st.query_params[name] for name in ("q", "kind") if name in st.query_params})
q = "".join(letter for letter in " ".join(st.query_params.get("q", "").split()) if letter.isprintable()).strip()
if len(q) > LONGEST:
    st.caption(f"Only the first {LONGEST} characters are searched.")
if q:
    results.show(q[:LONGEST], st.query_params.get("kind", ""))
else:
    st.title("Search all records")
    nothing.asked()
