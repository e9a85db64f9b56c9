"""What a picture of a view carries: the chart in print colours, and the lines burnt in above and below it."""

import json
from dataclasses import dataclass
from typing import Any

import data
from charts.look import PRINT
from charts.words import plural
from exports import browser
from exports.view import View

WIDTH = 1000
SCALE = 2


@dataclass(frozen=True)
class Drawn:
    """A picture in both forms."""

    svg: str
    png: bytes


def picture(view: View) -> dict[str, Any]:
    """Print figure as plain JSON, texts above and below it, and file name stem; drawn in the browser at WIDTH pixels, which breaks the texts into lines."""
    figure = json.loads(view.plot(PRINT).to_json())
    return {
        "figure": figure,
        "width": WIDTH,
        "height": figure["layout"]["height"],
        "title": [view.title],
        "lines": [view.above],
        "foot": [*([view.caution] if view.caution else []), f"{source_line(view)} Release {view.release}."],
        "alt": view.alt,
        "figureName": view.figure.name,
        "name": view.file_name("png").removesuffix(".png"),
    }


def source_line(view: View) -> str:
    """The dataset as source, with the number of its records behind the picture, and what it does not draw of them."""
    about = data.about()
    told = f"Source: {about.short_title}, {about.licence}; {plural(view.n, 'records')} behind this figure."
    return f"{told} {view.left_out}" if view.left_out else told


def unavailable() -> str:
    """Why this server cannot draw pictures itself, "" when it can."""
    return browser.unavailable()


def to_svg(view: View) -> bytes:
    """The picture as SVG, drawn by the server's browser. Raises CannotMake without one."""
    return _draw(picture(view)).svg.encode()


def to_png(view: View) -> bytes:
    """The picture as PNG at twice its size, drawn by the server's browser. Raises CannotMake without one."""
    return _draw(picture(view)).png


def height(view: View) -> int:
    """Height of the chart in pixels, without the lines above and below it."""
    return picture(view)["height"]


def bare(view: View, aspect: float = 0) -> Drawn:
    """The chart alone, without the lines that a slide says itself, at least as wide as `aspect` times its height. Raises CannotMake without a browser."""
    told = picture(view)
    return _draw({**told, "width": max(WIDTH, round(aspect * told["height"])), "title": [], "lines": [], "foot": []})


def both(view: View) -> Drawn:
    """The picture as SVG and PNG. Raises CannotMake without a browser."""
    return _draw(picture(view))


def as_script(value: Any) -> str:
    """A value as JSON that may stand inside a script of a page."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\!--")


def _draw(told: dict[str, Any]) -> Drawn:
    return Drawn(*browser.drawn(told, SCALE))
