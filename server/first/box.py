"""The words of a page as HTML: navigation, title, filters, and of every card its finding, its numbers and what its chart shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from importlib import import_module
from urllib.parse import parse_qs, urlencode

import data
import queries
from charts.catalogue import FIGURES
from charts.words import sentence_case, unbroken
from exports import drawing, table_text
from exports.page import html_file
from exports.plain_text import for_xml, one_line
from exports.text import embed
from exports.view import View
from queries import FIELDS, Filters
from server.first import pictures
from server.first.outline import Part, chosen_on, outline
from server.first.record import words_of
from ui.card.sheet import HINT
from ui.card.whole import tab_names
from ui.figure.alone import chosen_lines
from ui.filters import BARS, WIDTHS
from ui.navigation import SCREENS

FIRST_SCREEN, ABOVE, AROUND_CHART, UNDER_CHART, GAP, PAGE_WIDTH, PHONE_WIDTH = 1080, 340, 180, 37, 32, 1120, 358
ROWS, COLUMNS = 10, 5  # of a table on the first screen


@dataclass(frozen=True)
class Box:
    """What is written into the index: title of the document, its description, the box itself, and more lines for the head; all of it HTML."""

    title: str
    description: str
    html: str
    head: str = ""


@dataclass
class Page:
    """One page while it is written: the filters of its cards, and how far down the next card would stand."""

    filters: Filters
    narrow: bool
    findings: list[str]
    down: int = ABOVE

    def part(self, part: Part, width: int) -> str:
        """A piece of the page, `width` pixels wide."""
        match part.kind:
            case "columns":
                return self.columns(part, width)
            case "card":
                return self.card(part, width)
            case "choose":
                return field(part.text, self.filters)
            case "caption":
                return f"<p class=quiet>{safe(part.text)}</p>"
            case "room":
                return self.room(import_module(part.text).at_first(self.filters, self.narrow), width)
        tag = {"title": "h1", "header": "h2"}.get(part.kind, "p")
        words = unbroken(part.words()) if tag == "h1" else part.words()
        return f"<{tag}>{safe(words)}</{tag}>"

    def room(self, rows: Iterable[tuple[tuple[float, tuple[tuple[str, str], ...]], ...]], width: int) -> str:
        """What a room of the page shows first: rows of columns, each with its weight and what stands in it."""
        return "".join(self.part(Part("columns", columns=tuple((weight, tuple(Part(*one) for one in held)) for weight, held in row)), width) for row in rows)

    def columns(self, part: Part, width: int) -> str:
        """Columns side by side; on a phone one below the other."""
        filled = [(weight, parts) for weight, parts in part.columns]
        room, start, deepest, made = width - GAP * (len(filled) - 1), self.down, self.down, []
        for weight, parts in filled:
            self.down = self.down if self.narrow else start
            share = room * weight / sum(weight for weight, _ in filled)
            inner = "".join(self.part(one, width if self.narrow else round(share)) for one in parts)
            made.append(f'<div style="flex:{weight:g} 1 0">{inner}</div>')
            deepest = max(deepest, self.down)
        self.down = deepest
        return f'<div class="columns">{"".join(made)}</div>'

    def card(self, part: Part, width: int) -> str:
        """A card: on the first screen as it will stand, with its rows or its picture where there is one; further down its words alone."""
        view = View.of(part.text, self.filters)
        title, figure = view.title, view.figure
        if title != figure.measure:
            self.findings.append(title)
        above = (f"{figure.measure}. " if title != figure.measure else "") + sentence_case(view.sentence)
        head = f"<h3>{safe(unbroken(title))}</h3><p class=quiet>{safe(unbroken(above))}</p>"
        foot = f"<p class=quiet>{safe(view.stamp)}</p>"
        if self.down + AROUND_CHART > FIRST_SCREEN:
            return f"<section>{head}<p>{safe(view.alt)}</p>{foot}</section>"
        shown = self.rows(view, part.rows) if part.rows else self.chart(view, width)
        tabs = "".join(f"<span>{name}</span>" for name in tab_names(bool(part.rows)))
        return f"<section>{head}<div class=tabs aria-hidden=true>{tabs}</div>{shown}{foot}</section>"

    def rows(self, view: View, module: str) -> str:
        """The rows of a card in the form that its room gives them, else the first ones as a table, beneath what its chart shows."""
        if own := getattr(import_module(module), "at_first", None):
            self.down += 2 * AROUND_CHART
            return own(view)
        headings, rows = table_text.cells(view)
        self.down = FIRST_SCREEN
        return f"<p>{safe(view.alt)}</p>{html_file.table(headings[:COLUMNS], (row[:COLUMNS] for row in rows[:ROWS]))}"

    def chart(self, view: View, width: int) -> str:
        """The chart of a card as a picture, with what stands below it; what it shows in words where there is no picture."""
        picture, height = pictures.of(view, self.narrow, width - 32)
        below = [words for words in (view.left_out, unbroken(view.caution), HINT if view.figure.clickable and len(view.frame) else "") if words]
        self.down += height + AROUND_CHART + 96 + UNDER_CHART * len(below)
        shown = picture.replace("<svg", f'<svg role=img aria-label="{safe(view.alt)}"', 1) if picture else f"<p>{safe(view.alt)}</p>"
        return f'<div class=chart style="height:{height}px">{shown}</div>{"".join(f"<p class=under>{safe(words)}</p>" for words in below)}'


def of(page: str, query: str, narrow: bool, base: str = "") -> Box:
    """The box of a page of the dashboard under the query string of its link; `base` is the dashboard's address. Values that are no filters are passed over, as the page does."""
    link = parse_qs(query)
    screen = next(screen for screen in SCREENS if screen.name == page)
    embedded = link.get("embed", [""])[-1].lower() == "true"
    figure = link.get("figure", [""])[-1] if page == "figure" else ""
    asked = Filters.parse(link, queries.vocabulary())[0]
    drawn = BARS.get(page, ())
    names = FIELDS if figure else (*drawn, *chosen_on(page))
    made = Page(asked.only(names), narrow, [])
    parts = _parts(page, figure, link, embedded)
    width = PHONE_WIDTH if narrow else PAGE_WIDTH
    bar = _bar(drawn, asked) if drawn and not embedded and not figure else ""
    body = "".join(made.part(part, width) for part in parts)
    title = next((part.words() for part in parts if part.kind == "title"), screen.title)
    name = data.about().dashboard
    head = title if embedded or screen.hidden else screen.title
    description = ". ".join(made.findings[:3]) or next((part.words() for part in parts if part.kind == "markdown"), title)
    top = "" if embedded else f"<header><b>{safe(name)}</b><nav>{_navigation(page, made.filters)}</nav></header>"
    html = f'<div id=first{" class=embed" if embedded else ""}>{top}<main>{bar}{body}</main></div>'
    more = preview(View.of(figure, made.filters, base), embed.state(figure, link)) if figure in FIGURES else ""
    return Box(safe(f"{made.findings[0] if more and made.findings else head} · {name}"), safe(description), html, more)


def preview(view: View, state: Mapping[str, str]) -> str:
    """Lines by which other sites show a link to a figure: its address with the `state` of tab and zoom, its picture where this server can draw one, and where its frame is to be had."""
    about, address = view.about, view.address(**state)
    told = {"og:type": "website", "og:site_name": about.dashboard, "og:url": address, "og:image:alt": view.alt[:400]}
    if view.base and not drawing.unavailable():
        told |= {"og:image": view.rows_address("png"), "og:image:type": "image/png", "twitter:card": "summary_large_image"}
    lines = [f'<meta property="{name}" content="{safe(text)}" />' for name, text in told.items()]
    frame = f"api/v1/oembed?{urlencode({'url': address})}"
    lines.append(f'<link rel="alternate" type="application/json+oembed" href="{safe(f"{view.base}/{frame}" if view.base else frame)}" title="{safe(view.title)}" />')
    return "\n    ".join(lines)


def refusal(title: str, why: str) -> Box:
    """In place of a page whose release cannot be shown: why."""
    name = data.about().dashboard
    html = f"<div id=first><header><b>{safe(name)}</b></header><main><h1>{safe(title)}</h1><p>{safe(why)}</p></main></div>"
    return Box(safe(f"{title} · {name}"), safe(why), html)


def _parts(page: str, figure: str, link: Mapping[str, list[str]], embedded: bool) -> tuple[Part, ...]:
    """What stands on a page; for pages of one figure or one record, what their link names."""
    if figure in FIGURES:
        chosen = (Part("columns", columns=tuple((1.0, (Part("choose", name),)) for name in line)) for line in chosen_lines(figure))
        return (Part("card", figure),) if embedded else (Part("title", FIGURES[figure].measure), *chosen, Part("card", figure))
    if page == "record":
        title, *words = words_of(link.get("table", [""])[-1], link.get("id", [""])[-1])
        return (Part("title", title), *(Part("markdown", text) for text in words))
    if page == "search" and (asked := one_line(link.get("q", [""])[-1])[:100]):
        return (Part("title", f"Search: {asked}"),)
    return outline(page) or (Part("title", next(screen.title for screen in SCREENS if screen.name == page)),)


def _bar(names: tuple[str, ...], asked: Filters) -> str:
    """The filters of a page side by side in their widths, with the room that is left over."""
    left_over = sum(WIDTHS.values()) - sum(WIDTHS[name] for name in names)
    shares = [(WIDTHS[name], field(name, asked)) for name in names] + [(left_over, "")] * bool(left_over)
    filled = "".join(f'<div style="flex:{share:g} 1 0">{inner}</div>' for share, inner in shares)
    return f'<div class="bar">{filled}</div>'


def _navigation(page: str, filters: Filters) -> str:
    """Links to the pages of the navigation; those with a filter bar keep its filters."""
    kept = filters.query_string(tuple(WIDTHS), queries.vocabulary())
    return "".join(_link(screen.name, screen.title, kept if screen.has_bar else "", screen.name == page) for screen in SCREENS if not screen.hidden)


def _link(name: str, title: str, query: str, current: bool) -> str:
    address = ("./" if name == SCREENS[0].name else f"./{name}") + (f"?{query}" if query else "")
    return f'<a href="{safe(address)}"{" aria-current=page" if current else ""}>{safe(title)}</a>'


def field(name: str, filters: Filters) -> str:
    """A filter with what is chosen in it, as text in the place of its widget; "" where there is nothing to choose."""
    one = FIELDS[name]
    known = queries.vocabulary()
    if one.kind != "text" and not known.is_choice(name):
        return ""
    words = filters.only([name]).sentence([name], known).removeprefix(f"{one.phrase} ")
    usual = known.choices[name].get(known.defaults[name] or "", "") if one.kind == "one" else one.everything
    everything = f"{known.years[0]}–{known.years[1]}" if one.kind == "years" else usual
    return f"<div class='field {one.kind}'>{safe(one.label)}<span>{safe(sentence_case(words) or everything)}</span></div>"


def safe(text: object) -> str:
    """Text of the data or of a link as it may stand in HTML, in an attribute too."""
    return escape(for_xml(str(text)))


