"""The shared Streamlit code: navigation and filter bar, the figure card, the record."""
