"""What a picture of a view carries: the chart in print colours, and the lines burnt in above and below it."""

import base64
import json
import re
import textwrap
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from string import Template
from typing import Any

import data
from charts.look import PRINT
from exports import browser
from exports.errors import CannotMake
from exports.view import View

WIDTH = 1000
TITLE_CHARACTERS, LINE_CHARACTERS = 78, 128
SCALE = 2
CODE = Path(__file__).with_name("picture.js").read_text(encoding="utf-8")
PAGE = Template(Path(__file__).with_name("picture.html").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Drawn:
    """A picture in both forms."""

    svg: str
    png: bytes


def picture(view: View) -> dict[str, Any]:
    """Print figure as plain JSON, lines for title, filters and foot, and file name stem; drawn in the browser at WIDTH pixels."""
    figure = json.loads(view.plot(PRINT).to_json())
    measure = [] if view.title == view.figure.measure else [f"{view.figure.measure}. {view.sentence}"]
    return {
        "figure": figure,
        "width": WIDTH,
        "height": figure["layout"]["height"],
        "title": textwrap.wrap(view.title, TITLE_CHARACTERS),
        "lines": textwrap.wrap(*(measure or [view.sentence]), LINE_CHARACTERS),
        "foot": textwrap.wrap(f"{source_line(view)} Release {view.release}.", LINE_CHARACTERS),
        "alt": view.alt,
        "figureName": view.figure.name,
        "name": view.file_name("png").removesuffix(".png"),
    }


def source_line(view: View) -> str:
    """The dataset as source, with the number of its records behind the picture."""
    about = data.about()
    return f"Source: {about.short_title}, {about.licence}; {view.n} {'record' if view.n == 1 else 'records'} behind this figure."


def unavailable() -> str:
    """Why this server cannot draw pictures itself, "" when it can."""
    return browser.unavailable()


def to_svg(view: View) -> bytes:
    """The picture as SVG, drawn by the server's browser. Raises CannotMake without one."""
    return _draw(picture(view)).svg.encode()


def to_png(view: View) -> bytes:
    """The picture as PNG at twice its size, drawn by the server's browser. Raises CannotMake without one."""
    return _draw(picture(view)).png


def bare(view: View) -> Drawn:
    """The chart alone, without the lines that a slide says itself. Raises CannotMake without a browser."""
    return _draw({**picture(view), "title": [], "lines": [], "foot": []})


def both(view: View) -> Drawn:
    """The picture as SVG and PNG. Raises CannotMake without a browser."""
    return _draw(picture(view))


def as_script(value: Any) -> str:
    """A value as JSON that may stand inside a script of a page."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\!--")


def _draw(told: dict[str, Any]) -> Drawn:
    page = PAGE.substitute(plotly=browser.plotly_js(), code=CODE, data=as_script(told), scale=SCALE)
    found = re.search(r'<pre id="made">(.*?)</pre>', browser.page_of(page), re.S)
    made = json.loads(unescape(found[1])) if found and found[1] else {"error": "nothing was drawn"}
    if "error" in made:
        raise CannotMake(f"The picture could not be drawn: {made['error'][:200]}.")
    return Drawn(made["svg"], base64.b64decode(made["png"]))
