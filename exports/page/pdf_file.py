"""PDF of a view: one A4 page with chart, head of the table, sources and citation, printed by the server's browser."""

from html import escape
from pathlib import Path
from string import Template

from charts.look import PRINT
from exports import browser, citation, drawing, sources, table_text
from exports.page import html_file
from exports.view import View

PAGE = Template(Path(__file__).with_name("paper.html").read_text(encoding="utf-8"))
MOST, COLUMNS, LONGEST_CELL, LONGEST_PLACE = 40, table_text.MOST_COLUMNS, 160, 60


def unavailable() -> str:
    """Why this server makes no PDF, "" when it does."""
    return browser.unavailable()


def to_pdf(view: View) -> bytes:
    """One page; what does not fit is left out at the end of table and sources, and counted. Raises CannotMake without a browser."""
    headings, rows = table_text.cells(view)
    shown = [[_cut(text) for text in row[:COLUMNS]] for row in rows[:MOST]]
    used = sources.listed(view)[:MOST]
    page = PAGE.substitute(
        title=escape(view.title),
        above=escape(view.above),
        table=html_file.table(headings[:COLUMNS], shown),
        sources="\n".join(f"<li>{escape(sources.in_words({**row, 'Where': _cut(row['Where'], LONGEST_PLACE)}))}</li>" for row in used),
        method=escape(view.figure.method),
        foot=escape(f"{drawing.source_line(view)} Release {view.release}."),
        cite=escape(citation.words(citation.of_view(view))),
        rows=len(rows),
        columns=table_text.columns_left_out(headings),
        used=sources.used(view).total,
        picture=drawing.bare(view).svg,
        ink=PRINT.ink,
        paper=PRINT.paper,
        quiet=PRINT.quiet,
        grid=PRINT.grid,
    )
    return browser.printed(page)


def _cut(text: str, most: int = LONGEST_CELL) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
