"""The pictures of the menu: what for, on which ground, which part; drawn in the reader's own browser, the PDF by the server's."""

import streamlit as st

from exports import browser, drawing
from exports.page import alone
from exports.picture.sizes import GROUNDS, SIZES
from exports.view import View
from ui.card import components, file_button

_pictures = components.component("pictures", browser.CODE)


def show(view: View) -> None:
    """The choices, and a button a format."""
    name = view.figure.name
    left, right = st.columns(2)
    size = SIZES[left.selectbox("Size of the picture", list(SIZES), format_func=lambda key: SIZES[key].words, key=f"size-{name}")]
    ground = GROUNDS[right.selectbox("Ground", list(GROUNDS), format_func=lambda key: GROUNDS[key].words, key=f"ground-{name}")]
    parts = view.parts(size.form)
    part = 1
    if len(parts) > 1:
        part = st.selectbox("Part", range(1, len(parts) + 1), format_func=lambda place: parts[place - 1].left_out, key=f"part-{name}-{size.name}")
    told = drawing.picture(view, size, ground, part)
    _pictures(key=f"pictures-{name}", data=told)
    why = browser.unavailable()
    stem = "_".join([told["name"], *([] if size.name == "page" else size.scales)])
    file_button.show("PDF of the picture", view, "pdf", "application/pdf", lambda shown: alone.to_pdf(shown, size, ground, part), bool(why), name=stem)
