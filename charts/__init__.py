"""Charts: pure functions from a DataFrame to a Plotly figure, the words that describe them, and the catalogue of all figures."""
