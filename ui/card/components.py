"""Buttons that work in the reader's browser: their script stands beside this file, their style is that of all buttons of the menu."""

from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent


def component(name: str, script: str) -> Any:
    """The component of a name; `script` comes before its own."""
    html = '<div class="row"></div><p role="status"></p>'
    css, zoom, own = ((HERE / file).read_text(encoding="utf-8") for file in ("buttons.css", "zoom.js", f"{name}.js"))
    return st.components.v2.component(name, html=html, css=css, js=script + zoom + own)
