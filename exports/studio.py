"""The one browser of a server, and the line of those who wait for it.

It is started by the first file that needs it, kept with plotly.js loaded, ended after a while without work, and replaced when it hangs or dies.
One picture is drawn after the other, and one page printed after the other; a page may be printed while a picture is drawn.
"""

import asyncio
import atexit
import contextlib
import logging
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TypeVar

from exports import chromium
from exports.errors import CannotMake

START_SECONDS, JOB_SECONDS, ANSWER_SECONDS, IDLE_SECONDS, LOOK_SECONDS = 25, 45, 5, 60, 0.02
LONGEST_SECONDS = 2 * (START_SECONDS + JOB_SECONDS)
MOST_WAITING = 6
SICK_SECONDS = 20
BUSY = "This server is busy drawing for others. Please try again in a moment."
SICK = "The browser of this server could not be started. Please try again in a minute, or take the rows."
LATE = "The browser of this server did not answer in time. Please try again in a minute, or take the rows."
READY = "document.readyState === 'complete' && window.ready === true"

log = logging.getLogger("dashboard")
T = TypeVar("T")


class Gone(Exception):
    """The browser, or the page in it, has died."""


class Studio:
    """One browser, on a thread with a loop of its own."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._turns = {"draw": Lock(), "print": Lock()}
        self._counting, self._inside = Lock(), 0
        self._sick_until = 0.0
        self._loop, self._opening = asyncio.new_event_loop(), asyncio.Lock()
        self._at_work = self._failed = 0
        self._browser: Any = None
        self._easel: tuple[Any, Any] | None = None
        self._gone: asyncio.Future[None] | None = None
        self._rest: asyncio.TimerHandle | None = None
        Thread(target=self._loop.run_forever, name="browser", daemon=True).start()
        atexit.register(self.end)

    @property
    def is_set_up(self) -> bool:
        """Whether a browser runs with the page that draws: the next picture need not wait for them."""
        return self._easel is not None

    def work(self, job: Callable[["Studio"], Awaitable[T]], what: str = "draw") -> T:
        """The result of a job, to draw or to print. Raises CannotMake with a reason for readers, at once when too many wait or the browser has just failed to start."""
        with self._place(), self._turns[what]:
            if time.monotonic() < self._sick_until:
                raise CannotMake(SICK)
            waiting = asyncio.run_coroutine_threadsafe(self._work(job), self._loop)
            try:
                return waiting.result(LONGEST_SECONDS)
            except CannotMake:
                raise
            except Exception as error:
                waiting.cancel()
                raise CannotMake(LATE if isinstance(error, TimeoutError) else SICK) from error

    @contextlib.contextmanager
    def _place(self) -> Iterator[None]:
        """A place in the line. Raises CannotMake when it is too long to be worth waiting."""
        with self._counting:
            if self._inside > MOST_WAITING:
                raise CannotMake(BUSY)
            self._inside += 1
        try:
            yield
        finally:
            with self._counting:
                self._inside -= 1

    async def _work(self, job: Callable[["Studio"], Awaitable[T]]) -> T:
        """A job, once more with another browser where the first has died over it."""
        if self._rest:
            self._rest.cancel()
        self._at_work += 1
        used: Any = None
        try:
            for last in (False, True):
                try:
                    used = await self._answering()
                    return await self._within(job(self), JOB_SECONDS)
                except CannotMake:
                    raise
                except Exception as error:
                    if used is self._browser:  # else another job has seen the end of it already
                        await self.shut()
                    if last or isinstance(error, TimeoutError):
                        raise
                    log.warning("The browser has died; the file is begun again with another one (%s)", type(error).__name__)
            raise Gone
        finally:
            self._at_work -= 1
            if not self._at_work:
                self._rest = self._loop.call_later(IDLE_SECONDS, lambda: self._loop.create_task(self.shut()))

    async def _answering(self) -> Any:
        """A browser that answers; one that does not is ended and replaced. Raises CannotMake where another job has just failed to start one."""
        known = self._failed
        async with self._opening:
            if self._failed > known:
                raise CannotMake(SICK)
            if self._browser is not None:
                try:
                    await self._within(self._browser.send_command("Browser.getVersion"), ANSWER_SECONDS)
                except Exception:
                    await self.shut()
            if self._browser is None:
                # Known before it is opened, so that one that hangs at its start can be ended.
                self._browser, self._gone = chromium.new(self.path), self._loop.create_future()
                self._sick_until = time.monotonic() + SICK_SECONDS
                try:
                    await self._within(self._browser.open(), START_SECONDS)
                except Exception:
                    self._failed += 1
                    await self.shut()
                    raise
            self._sick_until = 0.0
            return self._browser

    async def _within(self, work: Awaitable[T], seconds: float) -> T:
        """The result of some work with the browser. Raises TimeoutError after some seconds, Gone when the browser dies meanwhile."""
        gone = self._gone
        assert gone is not None
        task = asyncio.ensure_future(work)
        task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        await asyncio.wait({task, gone}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if task.done() and not task.cancelled():
            return task.result()
        if task.cancelled():  # by the driver, when the pipes to the browser close
            raise Gone
        task.cancel()
        raise Gone if gone.done() else TimeoutError

    async def easel(self, page: Callable[[], str]) -> Any:
        """The page that draws; `page()` gives its HTML, asked when it is to be loaded."""
        browser = self._browser
        if self._easel is None or self._easel[0] is not browser:
            self._easel = browser, await self.open(page())
        return self._easel[1]

    async def open(self, html: str) -> Any:
        """A page in a tab of its own, once it says that it is ready."""
        with tempfile.NamedTemporaryFile("w", prefix="drawing-", suffix=".html", encoding="utf-8", delete=False) as file:
            file.write(html)
        try:
            tab = await self._browser.create_tab(Path(file.name).as_uri())
            tab.subscribe("Inspector.targetCrashed", self._lost)
            await tab.send_command("Inspector.enable")
            while not await run(tab, READY):
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            Path(file.name).unlink(missing_ok=True)
        return tab

    async def _lost(self, _event: Any) -> None:
        self._lose()

    def _lose(self) -> None:
        """Tell all jobs of this browser that it is no more."""
        if self._gone is not None and not self._gone.done():
            self._gone.set_result(None)

    async def close(self, tab: Any) -> None:
        """Closes the tab of a page."""
        await self._browser.close_tab(tab.target_id)

    async def shut(self) -> None:
        """Ends the browser with all its processes; the next job opens a new one."""
        browser, self._browser, self._easel = self._browser, None, None
        if browser is not None:
            self._lose()
            await chromium.end(browser)

    def end(self) -> None:
        """Ends the browser when the program ends."""
        chromium.kill(self._browser)


async def run(tab: Any, expression: str) -> Any:
    """The value of an expression in a page, awaited where it is a promise. Raises CannotMake when it fails."""
    answer = await tab.send_command("Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True})
    if "error" in answer or "exceptionDetails" in answer["result"]:
        raise CannotMake("The browser of this server could not draw this.")
    return answer["result"]["result"].get("value")
