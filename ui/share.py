"""The Download & share menu of a card. Files are made when they are asked for, pictures in the reader's own browser."""

from pathlib import Path

import streamlit as st

from exports import picture, rows_csv
from exports.view import View

_pictures = st.components.v2.component(
    "pictures",
    html='<div class="row"></div><p role="status"></p>',
    css=Path(__file__).with_name("pictures.css").read_text(encoding="utf-8"),
    js=picture.CODE + Path(__file__).with_name("pictures.js").read_text(encoding="utf-8"),
)


def menu(view: View) -> None:
    """The menu; its contents are made only while it is open."""
    name = view.figure.name
    opened = st.popover("Download & share", key=f"share-{name}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        _pictures(key=f"pictures-{name}", data=picture.picture(view))
        st.download_button("CSV of the rows shown", data=lambda: rows_csv.to_csv(view), file_name=view.file_name("csv"), mime="text/csv", key=f"csv-{name}", on_click="ignore", width="stretch")
        st.caption("Link to this view")
        st.code(_address(view), language=None, wrap_lines=True)


def _address(view: View) -> str:
    base = (st.context.url or "").rsplit("/", 1)[0]
    return f"{base}/{view.link()}"
