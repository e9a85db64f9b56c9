"""Chromium on the server, where there is one: draws pictures without a reader and prints pages.

It is started by the first file that needs it, kept with plotly.js loaded, and closed after a while without work.
"""

import asyncio
import atexit
import base64
import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from string import Template
from threading import Lock, Thread
from typing import Any, TypeVar

import plotly

from exports.errors import CannotMake

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HERE = Path(__file__).parent
CODE = (HERE / "picture.js").read_text(encoding="utf-8")
EASEL = Template((HERE / "easel.html").read_text(encoding="utf-8"))
PATIENCE_SECONDS, IDLE_SECONDS, LOOK_SECONDS = 45, 60, 0.02
WHY = "This server has no Chromium or Chrome, which is needed for this format."
PAPER = {"preferCSSPageSize": True, "printBackground": True}
READY = "document.readyState === 'complete' && window.ready === true"

T = TypeVar("T")


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


def drawn(told: dict[str, Any], scale: int) -> tuple[str, bytes]:
    """SVG and PNG of what `picture.picture` tells. Raises CannotMake with the reason."""

    async def job(studio: Studio) -> dict[str, str]:
        return json.loads(await _run(await studio.easel(), f"draw({json.dumps(told)}, {scale})"))

    made = _studio().work(job)
    return made["svg"], base64.b64decode(made["png"])


def printed(html: str) -> bytes:
    """A page as PDF, printed when it sets `window.ready`; its own `@page` rule decides on the paper. Raises CannotMake."""

    async def job(studio: Studio) -> bytes:
        tab = await studio.open(html)
        try:
            answer = await tab.send_command("Page.printToPDF", PAPER)
            return base64.b64decode(answer["result"]["data"])
        finally:
            await studio.close(tab)

    return _studio().work(job)


async def _run(tab: Any, expression: str) -> Any:
    """The value of an expression in a page, awaited where it is a promise."""
    answer = await tab.send_command("Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True})
    if "error" in answer or "exceptionDetails" in answer["result"]:
        raise CannotMake("The browser of this server could not draw this.")
    return answer["result"]["result"].get("value")


class Studio:
    """One browser, on a thread with a loop of its own; jobs come one after the other."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._loop = asyncio.new_event_loop()
        self._browser: Any = None
        self._easel: Any = None
        self._rest: asyncio.TimerHandle | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="drawing-")
        Thread(target=self._loop.run_forever, name="browser", daemon=True).start()

    def work(self, job: Callable[["Studio"], Awaitable[T]]) -> T:
        """The result of a job. Whatever goes wrong closes the browser and raises CannotMake with a reason for readers."""
        if not find():
            raise CannotMake(WHY)
        with self._turn:
            waiting = asyncio.run_coroutine_threadsafe(asyncio.wait_for(self._work(job), PATIENCE_SECONDS), self._loop)
            try:
                return waiting.result(PATIENCE_SECONDS + 5)
            except CannotMake:
                raise
            except Exception as error:
                asyncio.run_coroutine_threadsafe(self.shut(), self._loop)
                raise CannotMake("The browser of this server could not be started or did not answer in time.") from error

    async def _work(self, job: Callable[["Studio"], Awaitable[T]]) -> T:
        if self._rest:
            self._rest.cancel()
        try:
            return await job(self)
        finally:
            self._rest = self._loop.call_later(IDLE_SECONDS, lambda: self._loop.create_task(self.shut()))

    async def easel(self) -> Any:
        """The page that draws, with plotly.js in it."""
        if self._easel is None:
            self._easel = await self.open(EASEL.substitute(plotly=plotly_js(), code=CODE))
        return self._easel

    async def open(self, html: str) -> Any:
        """A page in a tab of its own, once it says that it is ready."""
        from choreographer import Browser  # here, because only servers with a browser need it

        if self._browser is None:
            as_root = hasattr(os, "geteuid") and os.geteuid() == 0
            browser = Browser(path=find(), headless=True, enable_sandbox=not as_root, enable_gpu=False)
            await browser.open()
            self._browser = browser
        with tempfile.NamedTemporaryFile("w", suffix=".html", dir=self._folder.name, encoding="utf-8", delete=False) as file:
            file.write(html)
        tab = await self._browser.create_tab(Path(file.name).as_uri())
        while not await _run(tab, READY):
            await asyncio.sleep(LOOK_SECONDS)
        Path(file.name).unlink()
        return tab

    async def close(self, tab: Any) -> None:
        """Closes the tab of a page."""
        await self._browser.close_tab(tab.target_id)

    async def shut(self) -> None:
        """Closes the browser; the next job opens a new one."""
        browser, self._browser, self._easel = self._browser, None, None
        if browser is not None:
            await browser.close()

    def end(self) -> None:
        """Closes the browser when the program ends."""
        with contextlib.suppress(Exception):  # nothing is left to tell it to
            asyncio.run_coroutine_threadsafe(self.shut(), self._loop).result(5)


@cache
def _studio() -> Studio:
    studio = Studio()
    atexit.register(studio.end)
    return studio
