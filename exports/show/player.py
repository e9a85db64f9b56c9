"""The player: one HTML page that holds a whole story and needs nobody to show it. The same page is served and taken along."""

import base64
import hashlib
import json
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import data
import queries
from charts.form import SLIDE, SLIDE_TALL
from charts.look import DARK, LIGHT
from exports import browser, drawing
from exports.show import first
from exports.show.deck import LIVE, Deck, Shown, publisher
from exports.show.lines import whole
from queries import FIELDS

HERE = Path(__file__).parent
PAGE = Template((HERE / "player.html").read_text(encoding="utf-8"))
FIT, CODE = ((HERE / name).read_text(encoding="utf-8") for name in ("fit.js", "player.js"))
STYLE = Template((HERE / "player.css").read_text(encoding="utf-8"))
SERIF = HERE.parent.parent / "ui" / "static" / "chair-serif.woff2"
SHAPES = {"wide": SLIDE, "tall": SLIDE_TALL}  # screens of 16:9 and 16:10, and those of 3:2 and 4:3
MARK = "\x00"  # no text of a page holds it
SOURCE_COLUMNS = ("Source", "Publisher", "Published", "Address")


def told(deck: Deck) -> dict[str, Any]:
    """All that the player shows, as plain JSON: slides with their drawings for both grounds and both shapes of screens, sources, what may be chosen and what was left out."""
    about = data.about()
    return {
        "name": deck.name,
        "title": deck.title,
        "question": deck.question,
        "release": data.current().release,
        "dashboard": about.dashboard,
        "slides": [_slide(shown) for shown in deck.slides],
        "sources": [{name.lower(): row[name] for name in SOURCE_COLUMNS} | {"publisher": publisher(row)} for row in deck.sources],
        "choices": _choices(),
        "chosen": {name: list(values) for name, values in deck.chosen.items()},
        "dropped": list(deck.dropped),
    }


def _slide(shown: Shown) -> dict[str, Any]:
    view = shown.view
    return {
        "caption": whole(shown.caption),
        "under": whole(shown.under),
        "note": shown.note,
        "alt": view.alt,
        "foot": _foot(shown),
        **{shape: {look.name: first.drawn(shown, look, form) for look in (LIGHT, DARK)} for shape, form in SHAPES.items()},
    }


def _foot(shown: Shown) -> str:
    return f"{drawing.source_line(shown.view)} Release {shown.view.release}."


def _choices() -> dict[str, Any]:
    vocabulary = queries.vocabulary()
    lists = {name: {"label": FIELDS[name].label, "values": list(vocabulary.choices[name].items())} for name in LIVE if name in vocabulary.choices}
    return {**lists, "years": {"label": FIELDS["years"].label, "span": list(vocabulary.years)}}


def to_json(deck: Deck) -> bytes:
    """The story anew, for a player that is open."""
    return json.dumps(told(deck), ensure_ascii=False).encode()


def to_html(deck: Deck) -> bytes:
    """The page, about 5 MB, with plotly.js inside; its own policy lets it ask the server it came from, and nobody else."""
    return b"".join(pieces(deck))


def pieces(deck: Deck) -> tuple[bytes, bytes, bytes]:
    """The page in three pieces: its beginning, plotly.js, which is the same for every story, and the rest."""
    page = PAGE.substitute(
        policy=policy(),
        title=escape(deck.title),
        dashboard=escape(data.about().dashboard),
        question=f" · {escape(deck.question)}" if deck.question else "",  # a view alone answers none
        **_first(deck),
        fit=FIT,
        style=_style(),
        story=_as_data(told(deck)),
        plotly=MARK,
        code=CODE,
    )
    begin, end = page.encode().split(MARK.encode())
    return begin, plotly(), end


def _first(deck: Deck) -> dict[str, str]:
    """What of the first slide is there before any program, by its place in the page."""
    if not deck.slides:
        return {"first": "This story has no slides that can be shown.", "under": "", "foot": "", "picture": ""}
    shown = deck.slides[0]
    pictures = "".join(f'<div class="on picture {shape}">{picture}</div>' for shape, form in SHAPES.items() if (picture := first.kept(shown, form)))
    return {
        "first": escape(whole(shown.caption)),
        "under": escape(whole(shown.under)),
        "foot": escape(_foot(shown)),
        "picture": pictures,
    }


@cache
def plotly() -> bytes:
    """The piece that is the same in every story."""
    return browser.plotly_js().encode()


@cache
def policy() -> str:
    """The content security policy of the page: its own scripts, by their hashes."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in (FIT, browser.plotly_js(), CODE))
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    inks = {f"{look.name}_{name}": getattr(look, name) for look in (LIGHT, DARK) for name in ("paper", "ink", "quiet", "grid", "band", "accent")}
    serif = base64.b64encode(SERIF.read_bytes()).decode() if SERIF.is_file() else ""
    sizes = {f"{shape}_{name}": getattr(form, name) for shape, form in SHAPES.items() for name in ("width", "height")}
    return STYLE.substitute(inks, serif=serif, **sizes)


def _as_data(value: Any) -> str:
    """A value as JSON that cannot end the element of the page it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
