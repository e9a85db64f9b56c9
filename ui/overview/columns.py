"""The numbers of two chairmanships as a table, each number a link to the records that it counts."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

import queries
from charts.look import DARK, LIGHT
from charts.overview.headlines import NO_NUMBER, heads, pairs, shown
from charts.words import sentence_case
from exports.view import View
from queries import Filters
from queries.counted import reconciled
from queries.filters import with_dashes
from ui import viewport
from ui.frozen import pinned
from ui.options import PAIR

STYLE = """<style>
.two-terms { border-collapse: collapse; width: 100%; margin: 0; }
.two-terms th, .two-terms td { border: 0; border-bottom: 1px solid GRID; padding: 0.3rem 0; text-align: right; vertical-align: middle; }
.two-terms th[scope=row], .two-terms td:first-child { text-align: left; font-weight: 400; line-height: 1.25; }
.two-terms th[scope=row] small { display: block; color: QUIET; font-size: 0.8125rem; }
.two-terms thead th { font-weight: 600; padding: 0 0 0.3rem 0.75rem; white-space: nowrap; }
.two-terms td { font-size: 1.5rem; font-weight: 600; line-height: 1.2; padding-left: 0.75rem; white-space: nowrap; }
.two-terms a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
</style>"""
FAMILY = {"Documents counted": "documents", "Events held": "events"}
FIRST, LAST = "Members on the first day", "Members on the last day"


def rows(view: View) -> None:
    """The table of the view's rows, every number with its link."""
    look = viewport.look()
    style = STYLE.replace("GRID", look.grid).replace("QUIET", look.quiet)
    st.html(style + table(view, (look.readable(look.first), look.readable(look.second))))


def at_first(view: View) -> str:
    """The same before the program comes, for readers with a light or a dark page."""
    style = STYLE.replace("GRID", "var(--line)").replace("QUIET", "color-mix(in srgb, var(--ink) 60%, transparent)")
    inks = (f"light-dark({LIGHT.readable(light)}, {DARK.readable(dark)})" for light, dark in ((LIGHT.first, DARK.first), (LIGHT.second, DARK.second)))
    return style + table(view, (next(inks), next(inks)))


def table(view: View, inks: tuple[str, str]) -> str:
    """HTML: a line a figure and a column a chairmanship; inks: the colours of the first and the second compared."""
    made = pairs(view.frame)
    if not made:
        return ""
    above = "".join(f'<th scope="col" style="color:{_ink(row, inks)}">{"<br>".join(map(escape, head))}</th>' for row, head in zip(made[0], heads(made[0]), strict=True))
    last = {row.chairmanship_id: row for pair in made if pair[0].figure == LAST for row in pair}
    lines = "".join(_line(pair, last, view, inks) for pair in made if pair[0].figure != LAST)
    return f'<table class="two-terms"><thead><tr><td></td>{above}</tr></thead><tbody>{lines}</tbody></table>'


def _line(pair: tuple[Any, ...], last: dict[str, Any], view: View, inks: tuple[str, str]) -> str:
    """One line; the members of the first and of the last day stand in one."""
    whole = [(row, last[row.chairmanship_id]) if row.figure == FIRST else (row,) for row in pair]
    cells = "".join(f'<td style="color:{_ink(rows[0], inks)}">{" → ".join(_number(row, view) for row in rows)}</td>' for rows in whole)
    return f'<tr><th scope="row">{_name(pair)}</th>{cells}</tr>'


def _ink(row: Any, inks: tuple[str, str]) -> str:
    return inks[0 if row.is_first else 1]


def _name(pair: tuple[Any, ...]) -> str:
    """The figure, and beneath it what is counted or how it follows from all records of its table."""
    name = pair[0].figure
    beneath = reconciled([row.chairmanship_id for row in pair], FAMILY[name], name.lower()) if name in FAMILY else sentence_case(pair[0].definition)
    if name == FIRST:
        name = "Members, first day → last day"
    return f"{escape(name)}<small>{escape(beneath)}</small>"


def _number(row: Any, view: View) -> str:
    if pd.isna(row.value):
        return f'<span title="none collected">{NO_NUMBER}</span>'
    told = f"{row.figure}, {with_dashes(row.chairmanship)}: {shown(row.value)}"
    return f'<a href="{escape(pinned(address(row, view)))}" aria-label="{escape(told)}">{shown(row.value)}</a>'


def address(row: Any, view: View) -> str:
    """The page, with its filters, that shows what a number counts (relative to the dashboard's address)."""
    chair = (row.chairmanship_id,)
    pair = {name: view.parameters[name] for name in PAIR}
    page, chosen, anchor = {
        "Priorities stated": ("priorities", Filters(chairmanships=chair), "priority-tracker"),
        "Priorities adopted or realised": ("priorities", Filters(chairmanships=chair, outcomes=("adopted", "realised")), "priority-tracker"),
        "Priorities carried on from the other": ("compare", Filters(**pair), "compared-flow"),
        "Documents counted": ("documents", Filters(chairmanships=chair), "document-register"),
        "Events held": ("timeline", Filters(chairmanships=chair, lanes=("events",)), "timeline"),
    }.get(row.figure) or ("membership", Filters(day=pd.Timestamp(row.day).date()), "membership-map")
    query = chosen.query_string(queries.FIELDS, queries.vocabulary())
    return f"{page}?{query}#{anchor}"
