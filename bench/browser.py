"""A cold Chromium in front of a page: time to the first chart, bytes on the wire, time from a click to the redrawn chart."""
import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 20e6 / 8, "uploadThroughput": 20e6 / 8}
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
DRAWN = ".js-plotly-plot .trace, .js-plotly-plot .heatmaplayer image, .js-plotly-plot .shapelayer path, svg[class^=plot-] rect"  # the last: a chart of Observable Plot
# Set before the page's own scripts, so that the moment is taken in the page itself, once a frame.
FIRST_CHART = """const look = () => {{
  if (document.querySelector("{drawn}")) document.documentElement.dataset.firstChart = performance.now(); else requestAnimationFrame(look);
}};
requestAnimationFrame(look);"""


@dataclass(frozen=True)
class FirstChart:
    """Milliseconds from navigation to the first drawn chart, and bytes received until then."""

    milliseconds: float
    bytes: int
    requests: int


def chromium() -> str | None:
    """Path of an installed Chromium or Chrome."""
    return next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium. Raises RuntimeError where none is installed."""
    path = chromium()
    if path is None:
        raise RuntimeError("No Chromium or Chrome is installed: install one, or run `make browser` as root on Debian or Ubuntu.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield running
        finally:
            running.close()


def first_chart(running: Browser, url: str, slow: bool, is_known: bool = False, drawn: str = DRAWN) -> FirstChart:
    """One visit in a context of its own: cold, or by one who has opened the page before and kept its files. `drawn`: what is waited for."""
    context = running.new_context(viewport={"width": 1280, "height": 900})
    if is_known:
        _open(context, url, drawn).close()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW)
    received: list[tuple[float, int]] = []
    session.on("Network.loadingFinished", lambda event: received.append((event["timestamp"], event["encodedDataLength"])))
    _open(context, url, drawn, page)
    result = FirstChart(float(page.evaluate("document.documentElement.dataset.firstChart")), int(sum(size for _, size in received)), len(received))
    context.close()
    return result


def _open(context: BrowserContext, url: str, drawn: str, page: Page | None = None) -> Page:
    """A page of the context, once its first chart stands."""
    page = page or context.new_page()
    page.add_init_script(FIRST_CHART.format(drawn=drawn))
    page.goto(url, wait_until="commit")
    page.wait_for_selector("html[data-first-chart]", state="attached", timeout=60_000)  # a function to wait for would need a page that allows eval
    return page


def median_first_chart(running: Browser, urls: dict[str, str], slow: bool, rounds: int, is_known: bool = False, drawn: str = DRAWN) -> dict[str, FirstChart]:
    """Medians over `rounds` visits to each of `urls` by turns, so that all see the same machine."""
    visits: dict[str, list[FirstChart]] = {name: [] for name in urls}
    for _ in range(rounds):
        for name, url in urls.items():
            visits[name].append(first_chart(running, url, slow, is_known, drawn))
    return {
        name: FirstChart(statistics.median(v.milliseconds for v in seen), int(statistics.median(v.bytes for v in seen)), seen[0].requests)
        for name, seen in visits.items()
    }


def median_first_words(running: Browser, url: str, line: dict[str, float] | None, rounds: int) -> float:
    """Median milliseconds from navigation to the first painted words of cold visits over a line (None: this machine)."""
    seen: list[float] = []
    for _ in range(rounds):
        context = running.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        if line:
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", line)
        page.goto(url, wait_until="commit")
        paint = "performance.getEntriesByName('first-contentful-paint')[0]"
        page.wait_for_function(paint, timeout=90_000)
        seen.append(page.evaluate(f"{paint}.startTime"))
        context.close()
    return statistics.median(seen)


def settled(page: Page) -> None:
    """Wait until the page's script has ended and its first chart stands."""
    page.wait_for_selector(DRAWN, state="attached", timeout=60_000)
    page.wait_for_timeout(1500)
