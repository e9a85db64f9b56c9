"""The bare page in Dash, to be measured beside the dashboard: `pip install dash` somewhere, run this, then `python -m bench first --beside dash=http://127.0.0.1:8050`."""
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html  # pyright: ignore[reportMissingImports]

app = Dash(__name__)
app.layout = html.Div([dcc.Slider(1, 20, 1, value=10, id="rows"), dcc.Graph(id="chart")])


@app.callback(Output("chart", "figure"), Input("rows", "value"))
def draw(rows: int) -> go.Figure:
    """The bars, as many as the slider says."""
    return go.Figure(go.Bar(x=list(range(rows)), y=list(range(rows))))


if __name__ == "__main__":
    app.run(port=8050)
