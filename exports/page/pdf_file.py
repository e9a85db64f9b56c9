"""PDF of a view on A4, as many pages as it needs: the chart in letters that can be read, all rows, all sources, how to cite."""

from html import escape
from math import sqrt
from pathlib import Path
from string import Template

from charts.form import SLIDE
from charts.look import PRINT
from charts.words import number
from exports import browser, citation, drawing, sources, table_text
from exports.page import html_file
from exports.view import View

PAGE = Template(Path(__file__).with_name("paper.html").read_text(encoding="utf-8"))
COLUMNS = table_text.MOST_COLUMNS
LONGEST_WORD = 18


def unavailable() -> str:
    """Why this server makes no PDF, "" when it does."""
    return browser.unavailable()


def to_pdf(view: View) -> bytes:
    """The pages. A chart of many rows comes in its parts, one below the other. Raises CannotMake without a browser."""
    headings, rows = table_text.cells(view)
    widths = "".join(f'<col style="width: {width:.1f}%">' for width in _widths(headings[:COLUMNS], rows))
    page = PAGE.substitute(
        faces=browser.faces_css(),
        title=escape(view.title),
        heading=html_file.unbroken(view.title),
        running=_quoted(f"{view.figure.measure}. Release {view.release}"),
        above=html_file.unbroken(view.above),
        figures="\n".join(_figures(view)),
        foot=escape(f"{drawing.source_line(view)} Release {view.release}."),
        cite=escape(citation.words(citation.of_view(view))),
        method=escape(view.method),
        rows=number(view.n_marks),
        table=html_file.table(headings[:COLUMNS], (row[:COLUMNS] for row in rows)).replace("<thead>", f"<colgroup>{widths}</colgroup><thead>"),
        cut=escape(" ".join(said for said in (table_text.rows_left_out(view, len(rows)), table_text.columns_left_out(headings)) if said)),
        used=number(sources.used(view).total),
        sources="\n".join(f"<li>{escape(sources.in_words(row))}</li>" for row in sources.listed(view)),
        more=escape(sources.left_out(view)),
        ink=PRINT.ink,
        paper=PRINT.paper,
        quiet=PRINT.quiet,
        grid=PRINT.grid,
    )
    return browser.printed(page)


def _figures(view: View) -> list[str]:
    """The chart as it fills a slide, which has the breadth of the page in letters of 7 points, a part below the other."""
    if view.frame.empty:
        return [f"<p>{escape(view.nothing)}.</p>"]
    told = []
    for place, part in enumerate(view.parts(SLIDE), 1):
        words = f"<figcaption>{escape(part.left_out[:1].upper() + part.left_out[1:])}</figcaption>" if part.left_out else ""
        told.append(f"<figure>{drawing.on_paper(view, place)}{words}</figure>")
    return told


def _widths(headings: list[str], rows: list[list[str]]) -> list[float]:
    """Per cent of the page for each column: room for its longest word, more for longer texts. A table that is measured by the browser takes twice as long."""
    columns = [(heading, *(row[place] for row in rows)) for place, heading in enumerate(headings)]
    longest = [max(len(word) for text in column for word in text.split() or [""]) for column in columns]
    wanted = [min(word, LONGEST_WORD) + sqrt(max(map(len, column))) for word, column in zip(longest, columns, strict=True)]
    return [100 * wish / sum(wanted) for wish in wanted]


def _quoted(text: str) -> str:
    """A text as a string of a style sheet inside a page."""
    return "".join(sign if sign.isalnum() or sign in " .,;:-–()" else f"\\{ord(sign):x} " for sign in text)
