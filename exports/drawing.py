"""What a picture of a view carries: the chart in print colours, and the lines burnt in above and below it."""

import json
from typing import Any

from charts.form import SLIDE, Form
from charts.words import plural
from exports import browser
from exports.common.kept import Kept
from exports.picture.drawn import Drawn
from exports.picture.sizes import GROUNDS, PAGE_SIZE, SIZES, Ground, Size
from exports.plain_text import readable
from exports.view import View
from queries.engine.kept import KEPT_OF

CLEAR = "rgba(0, 0, 0, 0)"
SCALE = 2
# What has been drawn on slides.
SLIDES = Kept[Drawn](24_000_000, lambda one: one.size)


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
        "foot": [line for line in (view.caution, f"{source_line(view)} Release {view.release}.", _where(view)) if line],
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
        for trace in figure["data"]:
            _hollow(trace, ground.look.paper)
    return {"figure": figure, "height": figure["layout"]["height"]}


def _hollow(trace: dict[str, Any], paper: str) -> None:
    """Lets the ground be seen through marks that are filled with paper."""
    marker = trace.get("marker") or {}
    fill = marker.get("color")
    if trace["type"] == "scatter" and fill is not None:
        marker["color"] = [CLEAR if one == paper else one for one in fill] if isinstance(fill, list) else CLEAR if fill == paper else fill


def _told(view: View, size: Size, ground: Ground, part: int) -> tuple[str, ...]:
    """What the name of a file tells of ground and part; the script adds the size."""
    n = len(view.parts(size.form))
    return ground.suffix, f"{part}-of-{n}" if n > 1 else ""


def source_line(view: View) -> str:
    """The dataset as source, with the number of its records behind the picture, and what it does not draw of them."""
    told = f"Source: {view.about.short_title}, {view.about.licence}; {plural(view.n, 'records')} behind this figure."
    return f"{told} {view.left_out}" if view.left_out else told


def _where(view: View) -> str:
    """Where the figure stands, with its filters and release; "" where the server does not know its address."""
    return readable(view.address()) if view.about.address or view.base else ""


def unavailable() -> str:
    """Why this server cannot draw pictures itself, "" when it can."""
    return browser.unavailable()


def to_svg(view: View) -> bytes:
    """The picture as SVG, drawn by the server's browser. Raises CannotMake without one."""
    return _draw(picture(view)).svg.encode()


def to_png(view: View) -> bytes:
    """The picture as PNG at twice its size, drawn by the server's browser. Raises CannotMake without one."""
    return _draw(picture(view)).png


def on_slide(view: View, part: int = 1) -> Drawn:
    """A part of the chart as it fills a slide, in letters that can be read on a wall. Raises CannotMake without a browser."""
    return _slide(view, part, keeps_text=False)


def on_paper(view: View, part: int) -> str:
    """SVG of the same with its letters as text, for a page that brings them. Raises CannotMake without a browser."""
    return _slide(view, part, keeps_text=True).svg


def _slide(view: View, part: int, keeps_text: bool) -> Drawn:
    def draw() -> Drawn:
        told = {**picture(view, SIZES["slide"], part=part), "width": SLIDE.width, "tall": 0, "pad": 0, "title": [], "lines": [], "foot": []}
        return Drawn(*browser.drawn({**told, "keepsText": keeps_text}, 0 if keeps_text else 1))

    # Rows that stand in for an answer, while a cluster cannot be reached, are soon others.
    return draw() if KEPT_OF in view.frame.attrs else SLIDES.get((view.database.reading, view.figure.name, view.filters, part, keeps_text), draw)


def both(view: View) -> Drawn:
    """The picture as SVG and PNG. Raises CannotMake without a browser."""
    return _draw(picture(view))


def as_script(value: Any) -> str:
    """A value as JSON that may stand inside a script of a page."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\!--")


def _draw(told: dict[str, Any]) -> Drawn:
    return Drawn(*browser.drawn(told, SCALE))
