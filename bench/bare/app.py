"""The page everything is measured against: one slider and one Plotly chart, nothing else."""
import plotly.graph_objects as go
import streamlit as st

rows = st.slider("Rows", 1, 20, 10)
st.plotly_chart(go.Figure(go.Bar(x=list(range(rows)), y=list(range(rows)))))
