"""Chromium on the server, where there is one: draws pictures without a reader and prints pages."""

import base64
import json
import shutil
from contextlib import suppress
from functools import cache
from pathlib import Path
from string import Template
from threading import Lock, Thread
from typing import Any

import plotly

from exports.errors import CannotMake
from exports.studio import Studio, run

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HERE = Path(__file__).parent
CODE = "".join((HERE / name).read_text(encoding="utf-8") for name in ("picture/faces.js", "picture/outline.js", "picture/hatch.js", "picture.js"))
EASEL = Template((HERE / "easel.html").read_text(encoding="utf-8"))
WHY = "This server has no Chromium or Chrome, which is needed for this format."
PAPER = {"preferCSSPageSize": True, "printBackground": True}
_made: list[Studio] = []
_making, _setting_up = Lock(), Lock()


def find() -> str | None:
    """The path of the browser, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def unavailable() -> str:
    """Why nothing can be drawn on this server, "" when it can."""
    return "" if find() else WHY


@cache
def plotly_js() -> str:
    """The text of plotly.js as it comes with Plotly."""
    return (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_text(encoding="utf-8")


@cache
def faces_css() -> str:
    """The letters of pictures as rules of a style sheet."""
    told = (HERE / "picture" / "faces.js").read_text(encoding="utf-8").partition("const FACES = ")[2]
    faces = json.loads(told)
    rule = '@font-face {{ font-family: "{}"; font-weight: {}; src: url("data:font/woff2;base64,{}") format("woff2"); }}'
    named = (("Picture Sans", 400, "regular"), ("Picture Sans", 700, "bold"), ("Picture Signs", "400 700", "signs"))
    return "\n".join(rule.format(family, weight, faces[key]["font"]) for family, weight, key in named)


def drawn(told: dict[str, Any], scale: float) -> tuple[str, bytes]:
    """SVG and PNG of what `picture.picture` tells, the PNG `scale` times as large; b"" instead of one for 0, in half the time. Raises CannotMake with the reason."""

    async def job(studio: Studio) -> dict[str, str]:
        return json.loads(await run(await studio.easel(_easel), f"draw({json.dumps(told)}, {scale})"))

    made = _studio().work(job)
    return made["svg"], base64.b64decode(made["png"])


def sketched(figure: dict[str, Any], width: int) -> str:
    """SVG of a figure at its own height, as Plotly draws it. Raises CannotMake with the reason."""

    async def job(studio: Studio) -> str:
        return await run(await studio.easel(_easel), f"sketch({json.dumps(figure)}, {width:d})")

    return _studio().work(job)


def printed(html: str) -> bytes:
    """A page as PDF, printed when it sets `window.ready`; its own `@page` rule decides on the paper. Raises CannotMake."""

    async def job(studio: Studio) -> bytes:
        tab = await studio.open(html)
        try:
            answer = await tab.send_command("Page.printToPDF", PAPER)
            return base64.b64decode(answer["result"]["data"])
        finally:
            await studio.close(tab)

    return _studio().work(job, "print")


def ahead() -> None:
    """Start the browser, and load what draws, while somebody makes up their mind or the words of a file are written. Nothing where there is none."""
    if not find() or _studio().is_set_up or not _setting_up.acquire(blocking=False):
        return
    Thread(target=_set_up, name="browser ahead", daemon=True).start()


def _set_up() -> None:
    async def job(studio: Studio) -> None:
        await studio.easel(_easel)

    try:
        with suppress(CannotMake):  # the file that needs the browser says why there is none
            _studio().work(job)
    finally:
        _setting_up.release()


def _easel() -> str:
    """The page that draws, with plotly.js in it."""
    return EASEL.substitute(plotly=plotly_js(), code=CODE)


def _studio() -> Studio:
    """The one studio of this process. Raises CannotMake where there is no browser."""
    path = find()
    if path is None:
        raise CannotMake(WHY)
    with _making:
        if not _made:
            _made.append(Studio(path))
        return _made[0]


def end() -> None:
    """End the browser, where one runs; the next file starts a new one."""
    with _making:
        for studio in _made:
            studio.end()
        _made.clear()
