"""What the dashboard costs, measured beside a bare Streamlit page in one run: `make bench`."""
