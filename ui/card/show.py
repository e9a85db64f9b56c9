"""From a card into the hall: the view alone in the player, or added to one's own story."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from exports.view import View
from ui.card import story
from ui.frozen import pinned

STYLE = "color:inherit;font-size:0.875rem;text-decoration:none;position:relative;top:-2px"


def buttons(view: View) -> None:
    """A link that shows the view large, and a button that keeps it for a story. An embedded card has neither."""
    if st.context.is_embedded:
        return
    query = "&".join(part for part in (urlencode({"figure": view.figure.name}), view.filters.query_string(view.names, view.vocabulary)) if part)
    address = pinned(f"show/view?{query}")
    st.html(f'<a href="{escape(address)}" target="_self" class="only-on-screen" style="{STYLE}">Show large</a>', width="content")
    st.button("Add to my story", key=f"keep-{view.figure.name}", on_click=story.add, args=(view,), type="tertiary")
