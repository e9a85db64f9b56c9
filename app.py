"""The dashboard as a web application: `streamlit run app.py`."""
import streamlit as st

from server import lifespan, middleware, on_script_error, routes

app = st.App("ui/main.py", routes=routes, middleware=middleware, lifespan=lifespan, on_script_error=on_script_error)
