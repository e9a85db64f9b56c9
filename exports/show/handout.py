"""PDF of a story: a page a slide, with caption, chart, the speaker's note and the sources."""

from html import escape
from pathlib import Path
from string import Template

from charts.look import PRINT
from exports import browser, drawing
from exports.plain_text import readable
from exports.show.deck import Deck, Shown, in_short
from exports.show.lines import whole
from exports.sources import listed

PAGE = Template(Path(__file__).with_name("handout.html").read_text(encoding="utf-8"))
MOST_SOURCES = 24


def to_pdf(deck: Deck) -> bytes:
    """The handout, A4 landscape. Raises CannotMake without a browser."""
    browser.ahead()
    pages = [_page(deck, place, shown) for place, shown in enumerate(deck.slides, 1)]
    inks = {name: getattr(PRINT, name) for name in ("ink", "paper", "quiet", "accent")}
    return browser.printed(PAGE.substitute(inks, title=escape(deck.title), pages="\n".join(pages)))


def _line(row: dict) -> str:
    """A source, its date in one piece."""
    told = escape(in_short(row))
    day = escape(str(row["Published"]))
    return told.replace(f", {day}.", f', <span class="whole">{day}</span>.', 1) if day else told


def _page(deck: Deck, place: int, shown: Shown) -> str:
    used = listed(shown.view)
    sources = "".join(f"<li>{_line(row)}</li>" for row in used[:MOST_SOURCES])
    return f"""<section>
<p class="kicker">{escape(deck.title)}</p>
<h1>{escape(whole(shown.caption))}</h1>
<p class="quiet">{escape(whole(shown.under))}</p>
{drawing.on_slide(shown.view, shown.part).svg}
<div class="below"><p class="note">{escape(whole(shown.note))}</p><div><ol data-total="{len(used)}">{sources}</ol><p class="quiet more"></p></div></div>
<footer>{place} / {len(deck.slides)} · {escape(drawing.source_line(shown.view))} Release {escape(shown.view.release)}. {escape(readable(shown.view.address()))}</footer>
</section>"""
