"""What this dashboard is called: at its top, in the browser's tab, at the foot of each page."""

from html import escape

import data

DRAWN = "SCO Chairmanship Dashboard"
FILE = "/app/static/wordmark.svg"
LETTER, HEIGHT = 11, 22


def word_mark() -> str:
    """The word mark for `st.logo`: the drawn one, or the name in ordinary letters where the data belong to another dashboard."""
    name = data.about().dashboard
    if name == DRAWN:
        return FILE
    width, name = LETTER * len(name), escape(name)
    style = "<style>text { fill: #0d1116 } @media (prefers-color-scheme: dark) { text { fill: #e8eaed } }</style>"
    words = f'<text y="17" font-family="Georgia, Times New Roman, serif" font-size="19" font-weight="600">{name}</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" role="img" aria-label="{name}">{style}{words}</svg>'


def terms() -> str:
    """Under what text, data and code may be used, in a few words."""
    return f"text and data: {data.about().licence}, code: MIT"
