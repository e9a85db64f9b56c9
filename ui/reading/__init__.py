"""What the browser does for readers on every page, beside Streamlit."""
