"""What a picture of a view carries: the chart in print colours, and the lines burnt in above and below it."""

import json
from dataclasses import dataclass
from typing import Any

import data
from charts.form import SLIDE, Form
from charts.words import plural
from exports import browser
from exports.picture.sizes import GROUNDS, PAGE_SIZE, SIZES, Ground, Size
from exports.view import View

CLEAR = "rgba(0, 0, 0, 0)"
SCALE = 2


@dataclass(frozen=True)
class Drawn:
    """A picture in both forms."""

    svg: str
    png: bytes


def picture(view: View, size: Size = PAGE_SIZE, ground: Ground = GROUNDS["light"], part: int = 1) -> dict[str, Any]:
    """Figure as plain JSON, texts above and below it, sizes, inks and file name stem, as exports/picture.js draws them, which breaks the texts into lines."""
    look = ground.look
    left_out = view.parts(size.form)[part - 1].left_out
    return {
        **_figure(view, size.form, ground, part),
        "width": size.width,
        "tall": size.tall,
        "mm": size.mm,
        "pad": size.pad,
        "sizes": {"title": size.title, "lines": size.lines, "foot": size.foot},
        "inks": {"ink": look.ink, "quiet": look.quiet, "paper": "" if ground.is_clear else look.paper},
        "title": [view.title],
        "lines": [f"{view.above}. Shown: {left_out}." if left_out else view.above],
        "foot": [*([view.caution] if view.caution else []), f"{source_line(view)} Release {view.release}."],
        "alt": view.alt,
        "scales": [[suffix, scale] for suffix, scale in size.scales.items()],
        "figureName": view.figure.name,
        "name": "_".join(part for part in (view.file_name("png").removesuffix(".png"), *_told(view, size, ground, part)) if part),
    }


def _figure(view: View, form: Form, ground: Ground, part: int) -> dict[str, Any]:
    """The drawing of a part in a form, and its height."""
    figure = json.loads(view.plot(ground.look.shaped(form), part).to_json())
    if form.width and form.height:
        figure["layout"] |= {"width": form.width, "height": form.height}
    if ground.is_clear:
        figure["layout"] |= {"paper_bgcolor": CLEAR, "plot_bgcolor": CLEAR}
    return {"figure": figure, "height": figure["layout"]["height"]}


def _told(view: View, size: Size, ground: Ground, part: int) -> tuple[str, ...]:
    """What the name of a file tells of ground and part; the script adds the size."""
    n = len(view.parts(size.form))
    return ground.suffix, f"{part}-of-{n}" if n > 1 else ""


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


def on_slide(view: View, part: int = 1, keeps_text: bool = False) -> Drawn:
    """A part of the chart as it fills a slide, in letters that can be read on a wall; as text, not as outlines, for a page that brings the letters.

    Raises CannotMake without a browser.
    """
    told = {**picture(view, SIZES["slide"], part=part), "width": SLIDE.width, "tall": 0, "pad": 0, "title": [], "lines": [], "foot": []}
    return Drawn(*browser.drawn({**told, "keepsText": keeps_text}, 1))


def both(view: View) -> Drawn:
    """The picture as SVG and PNG. Raises CannotMake without a browser."""
    return _draw(picture(view))


def as_script(value: Any) -> str:
    """A value as JSON that may stand inside a script of a page."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\!--")


def _draw(told: dict[str, Any]) -> Drawn:
    return Drawn(*browser.drawn(told, SCALE))
