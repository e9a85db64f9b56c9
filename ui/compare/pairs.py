"""The priorities that were carried on: old and new words side by side, each a link to its record."""

from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from charts.marks import each
from charts.outcome_scale import badge
from charts.words import number, unbroken
from exports.view import View
from queries.filters import with_dashes
from ui import viewport
from ui.card import paged
from ui.frozen import pinned

A_PAGE = 50
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
    """The pairs of the view, one a line, page by page where they are very many."""
    look = viewport.look()
    style = STYLE.replace("GRID", look.grid).replace("QUIET", look.quiet)
    key = paged.page_key(view, "pairs")
    start = (st.session_state.get(key, 1) - 1) * A_PAGE
    shown = view.frame.iloc[start : start + A_PAGE]
    st.html(style + table(shown))
    if len(view.frame) > A_PAGE:
        st.pagination(-(-len(view.frame) // A_PAGE), key=key)
        rest = f" Listed are the first {number(len(view.frame))}; the rows as files hold all." if view.n_marks > len(view.frame) else ""
        st.caption(f"Pairs {number(start + 1)} to {number(start + len(shown))} of {number(view.n_marks)}.{rest}")
    st.caption("The words are those of the dataset, not quotations; the record of each leads to the sources.")


def table(pairs: pd.DataFrame) -> str:
    """HTML: a line a pair, the earlier priority on the left, the later one on the right."""
    heads = "".join(f'<th scope="col">{escape(unbroken(with_dashes(pairs[f"{side}_chairmanship"].iloc[0])))}</th>' for side in ("earlier", "later"))
    lines = "".join(f"<tr>{_cell(row, 'earlier')}{_cell(row, 'later')}</tr>" for row in each(pairs))
    return f'<table class="old-and-new"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'


def _cell(row: Any, side: str) -> str:
    title, words, outcome, name = (str(getattr(row, f"{side}_{part}")) for part in ("title", "words", "outcome", "id"))
    address = f"record?{urlencode({'table': 'priorities', 'id': name})}"
    return f'<td><a href="{escape(pinned(address))}" target="_self">{escape(title)}</a><p>{escape(words)}</p><small>{escape(badge(outcome))}</small></td>'
