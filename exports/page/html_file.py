"""HTML of a view: one file with chart, rows, sources and citation, which asks nothing of any server."""

import json
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

import data
from charts.look import PRINT
from exports import about, browser, citation, drawing, sources, table_text
from exports.view import View

PAGE = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
LEAST = 640


def to_html(view: View) -> bytes:
    """The page, about 5 MB, with plotly.js inside; its own policy forbids it every request."""
    figure = json.loads(view.plot(PRINT).to_json())
    work = citation.of_view(view)
    page = PAGE.substitute(
        dashboard=escape(data.about().dashboard),
        title=escape(view.title),
        heading=unbroken(view.title),
        above=unbroken(view.above),
        alt=escape(view.alt),
        foot=escape(f"{drawing.source_line(view)} Release {view.release}."),
        table=table(*table_text.cells(view)),
        cut=table_text.rows_left_out(view, len(view.frame)),
        sources="\n".join(f"<li>{source(row)}</li>" for row in sources.listed(view)),
        more=escape(sources.left_out(view)),
        facts="\n".join(f"<dt>{escape(label)}</dt><dd>{linked(value)}</dd>" for label, value in about.facts(view)),
        cite="\n".join(f"<h3>{name}</h3><pre>{escape(form.write(work))}</pre>" for name, form in citation.FORMS.items()),
        data=drawing.as_script(figure),
        height=figure["layout"]["height"],
        least=LEAST,
        plotly=browser.plotly_js(),
        ink=PRINT.ink,
        paper=PRINT.paper,
        quiet=PRINT.quiet,
        grid=PRINT.grid,
        band=PRINT.band,
        accent=PRINT.accent,
    )
    return page.encode()


def table(headings: list[str], rows: Iterable[list[str]]) -> str:
    """A table of texts; columns of numbers stand to the right."""
    kept = list(rows)
    right = [bool(kept) and all(_number(row[place]) for row in kept) for place in range(len(headings))]
    css = [' class="number"' if flush else "" for flush in right]
    head = "".join(f'<th scope="col"{kind}>{escape(text)}</th>' for text, kind in zip(headings, css, strict=True))
    body = "\n".join("<tr>" + "".join(f"<td{kind}>{escape(text)}</td>" for text, kind in zip(row, css, strict=True)) + "</tr>" for row in kept)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def unbroken(text: str) -> str:
    """A text as HTML whose spans of years stay on one line."""
    return re.sub(r"\d+–\d+", r'<span class="years">\g<0></span>', escape(text))


def source(row: dict) -> str:
    """One source as HTML: its title as a link where it has an address."""
    title = escape(str(row["Source"]))
    named = f'<a href="{escape(row["Address"])}" rel="noreferrer">{title}</a>' if row["Address"] else title
    when = f", {row['Published']}" if row["Published"] else ""
    return f"{named}. {escape(str(row['Publisher']) + when)}. {escape(str(row['Where']))}."


def linked(text: str) -> str:
    """A text, or a link where it is a web address."""
    safe = escape(text)
    return f'<a href="{safe}">{safe}</a>' if text.startswith(("http://", "https://")) and " " not in text else safe


def _number(text: str) -> bool:
    return text.replace("\u202f", "").replace(".", "", 1).replace("-", "", 1).isdigit() or text == "–"
