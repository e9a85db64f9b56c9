"""What this dashboard is called: at its top, in the browser's tab, at the foot of each page."""

import re
from functools import cache
from html import escape
from pathlib import Path

import data

FILE = "/app/static/wordmark.svg"
SMALL, LARGE, HEIGHT = 11, 16, 22  # pixels


@cache
def drawn() -> str:
    """The name that the drawn word mark says."""
    found = re.search(r'aria-label="([^"]*)"', (Path(__file__).parent / "static" / "wordmark.svg").read_text(encoding="utf-8"))
    return found[1] if found else ""


def width_of(name: str) -> int:
    """Pixels that a name takes: capitals and letters of other scripts are wider."""
    return sum(SMALL if letter.isascii() and not letter.isupper() else LARGE for letter in name)


def word_mark() -> str:
    """The word mark for `st.logo`: the drawn one, or the name in ordinary letters where the data belong to another dashboard."""
    name = data.about().dashboard
    if name == drawn():
        return FILE
    width, name = width_of(name), escape(name)
    style = "<style>text { fill: #0d1116 } @media (prefers-color-scheme: dark) { text { fill: #e8eaed } }</style>"
    words = f'<text y="17" textLength="{width}" lengthAdjust="spacingAndGlyphs" font-family="Georgia, Times New Roman, serif" font-size="19" font-weight="600">{name}</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" role="img" aria-label="{name}">{style}{words}</svg>'


def terms() -> str:
    """Under what text, data and code may be used, in a few words."""
    return f"text and data: {data.about().licence}, code: MIT"
