"""What stands in the place of parts of Streamlit: the making of files, the order in which a page is sent."""
