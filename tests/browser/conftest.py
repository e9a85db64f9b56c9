"""The dashboard as its visitors run it, and a browser to visit it with.

Without Chromium these tests are skipped with the reason; under CI=true they fail instead.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
IDLE = """(() => {
  if (document.querySelector('[data-testid="stApp"]')?.getAttribute('data-test-script-state') !== 'notRunning') return false
  if (!document.querySelector('[data-testid="stMain"] :is(h1, h2, h3)') || document.querySelector('[data-testid="stSkeleton"]')) return false
  return [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every((chart) => chart.querySelector('.main-svg') && !chart.querySelector('[aria-busy="true"]'))
})()"""
UNREST = """(() => ({
  run: document.querySelector('[data-testid="stApp"]')?.getAttribute('data-test-script-state'),
  seen: document.visibilityState,
  charts: [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].map((chart) => [
    Boolean(chart.querySelector('.main-svg')), Boolean(chart.querySelector('[aria-busy="true"]')), chart.getBoundingClientRect().top]),
}))()"""
# Streamlit looks for its server below the address of a page once more when a socket closes; not an error of ours.
HARMLESS = ("WebSocket onclose", "favicon")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None and os.environ.get("CI") != "true":
        reason = "no Chromium on this machine; install it to run the browser tests"
        for item in items:
            if "browser" in Path(item.fspath).parts:
                item.add_marker(pytest.mark.skip(reason=reason))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(port: int, log: Path, **told: str) -> subprocess.Popen:
    """The dashboard on a port, with variables of its environment, ready to answer; raises RuntimeError with the log when it does not come up."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true", "--server.port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=log.open("w"), stderr=subprocess.STDOUT, env={**os.environ, **told})
    for _ in range(120):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2) as answer:
                if answer.status == 200:
                    return process
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.25)
    process.kill()
    raise RuntimeError(f"the dashboard did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Address of a running dashboard."""
    port = free_port()
    process = start(port, Path(tempfile.mkdtemp()) / "dashboard.log")
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; a missing one fails here under CI."""
    assert CHROMIUM, "no Chromium on this machine"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


class Visit:
    """One visitor; keeps what the browser complained about and what left the machine."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.address = address
        self.complaints: list[str] = []
        self.outside: set[str] = set()
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" and not any(h in m.text for h in HARMLESS) else None)
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on("request", self._request)
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._heard))
        self.heard = 0

    def _request(self, request) -> None:
        host = urlparse(request.url).hostname
        if host and host != "127.0.0.1":
            self.outside.add(host)

    def _heard(self, _: str | bytes) -> None:
        self.heard += 1

    def open(self, path: str) -> "Visit":
        """Goes to a path and waits until its run has ended and its charts are drawn."""
        self.page.goto(f"{self.address}{path}")
        return self.settled()

    def settled(self) -> "Visit":
        """Waits until the run has ended and nothing is being drawn; names what is still going on when that takes a minute."""
        try:
            self.page.wait_for_function(IDLE, timeout=60_000)
            self.page.wait_for_timeout(400)
            self.page.wait_for_function(IDLE, timeout=60_000)
        except TimeoutError as error:
            raise AssertionError(f"{self.page.url} does not come to rest: {self.page.evaluate(UNREST)}") from error
        return self

    @contextmanager
    def answered(self) -> Iterator[None]:
        """Waits until the server has answered what was done inside. A short run begins and ends between two looks at the page's state."""
        before, until = self.heard, time.monotonic() + 20
        yield
        while self.heard == before:
            assert time.monotonic() < until, "the server was not asked"
            self.page.wait_for_timeout(50)
        self.settled()

    def card(self, name: str):
        return self.page.locator(f".st-key-card-{name}")

    def query(self) -> str:
        return urlparse(self.page.url).query


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Profiles by window and scheme. They are kept for what they have read: without it every test waits for the whole program again."""
    kept: dict[tuple[int, int, str], BrowserContext] = {}

    def of(width: int, height: int, scheme: str) -> BrowserContext:
        if (width, height, scheme) not in kept:
            window = {"width": width, "height": height}
            kept[width, height, scheme] = browser.new_context(viewport=window, color_scheme=scheme, accept_downloads=True)  # type: ignore[arg-type]
        return kept[width, height, scheme]

    yield of
    for context in kept.values():
        context.close()


@pytest.fixture
def visitor(profiles: Callable[..., BrowserContext], address: str) -> Iterator[Callable[..., Visit]]:
    """Makes visitors: `visitor(width=390, scheme="dark")`. Each has a tab of its own, without cookies and permissions of others."""
    visits: list[Visit] = []

    def make(width: int = 1280, height: int = 900, scheme: str = "light") -> Visit:
        visits.append(Visit(profiles(width, height, scheme), address))
        return visits[-1]

    yield make
    for visit in visits:
        context = visit.page.context
        if visit.page.url.startswith(visit.address):
            visit.page.evaluate("localStorage.clear()")
        visit.page.close()
        context.clear_cookies()
        context.clear_permissions()
