"""The priorities that were carried on: old and new words side by side, each a link to its record."""

from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from charts.marks import each
from charts.outcome_scale import badge
from charts.words import unbroken
from exports.view import View
from queries.filters import with_dashes
from ui import viewport
from ui.frozen import pinned

STYLE = """<style>
.old-and-new { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 0; }
.old-and-new th, .old-and-new td { border: 0; border-bottom: 1px solid GRID; padding: 0.5rem 1rem 0.5rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.old-and-new thead th { font-weight: 600; }
.old-and-new tr { break-inside: avoid; }
.old-and-new a { color: inherit; font-weight: 600; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.old-and-new p { margin: 0.15rem 0; line-height: 1.35; }
.old-and-new small { color: QUIET; font-size: 0.8125rem; }
</style>"""


def rows(view: View) -> None:
    """The pairs of the view, one a line."""
    look = viewport.look()
    style = STYLE.replace("GRID", look.grid).replace("QUIET", look.quiet)
    st.html(style + table(view))
    st.caption("The words are those of the dataset, not quotations; the record of each leads to the sources.")


def table(view: View) -> str:
    """HTML: a line a pair, the earlier priority on the left, the later one on the right."""
    heads = "".join(f'<th scope="col">{escape(unbroken(with_dashes(view.frame[f"{side}_chairmanship"].iloc[0])))}</th>' for side in ("earlier", "later"))
    lines = "".join(f"<tr>{_cell(row, 'earlier')}{_cell(row, 'later')}</tr>" for row in each(view.frame))
    return f'<table class="old-and-new"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'


def _cell(row: Any, side: str) -> str:
    title, words, outcome, name = (str(getattr(row, f"{side}_{part}")) for part in ("title", "words", "outcome", "id"))
    address = f"record?{urlencode({'table': 'priorities', 'id': name})}"
    return f'<td><a href="{escape(pinned(address))}" target="_self">{escape(title)}</a><p>{escape(words)}</p><small>{escape(badge(outcome))}</small></td>'
