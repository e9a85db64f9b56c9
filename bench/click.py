"""Time from a click on a filter to the redrawn chart, in the browser."""
import statistics

from playwright.sync_api import Browser, Page

from bench.browser import settled
from bench.serving import Serving
from bench.table import Row, compared

# The clock starts with the click or key in the page, and stops at the first frame after a chart's drawing has changed.
CLOCK = """() => {
  window.redraws = [];
  let start = null;
  for (const name of ["click", "keydown"]) document.addEventListener(name, () => { start = performance.now(); }, true);
  new MutationObserver((changes) => {
    if (start === null || !changes.some((change) => change.target.closest?.(".js-plotly-plot .main-svg"))) return;
    const began = start;
    start = null;
    requestAnimationFrame(() => window.redraws.push(performance.now() - began));
  }).observe(document.body, {childList: true, subtree: true, attributes: true});
}"""


def _redraw(page: Page) -> float:
    page.wait_for_function("window.redraws.length > 0", timeout=30_000)
    milliseconds = page.evaluate("window.redraws.shift()")
    page.wait_for_timeout(800)
    return milliseconds


def _slider(page: Page, rounds: int) -> list[float]:
    times = []
    page.get_by_role("slider").focus()
    for _ in range(rounds):
        page.keyboard.press("ArrowRight")
        times.append(_redraw(page))
    return times


def _themes(page: Page, rounds: int) -> list[float]:
    times = []
    box = page.get_by_role("combobox", name="Themes")
    for _ in range(rounds):
        box.click()
        option = page.get_by_role("option").nth(1)  # the first one selects all
        option.wait_for()
        page.evaluate("window.redraws.length = 0")
        option.click()
        times.append(_redraw(page))
        page.keyboard.press("Escape")
        page.evaluate("window.redraws.length = 0")
    return times


def measure(browser: Browser, bare: Serving, ours: Serving, rounds: int) -> Row:
    """Medians of `rounds` changes: one more theme on Compare beside one step of the bare page's slider."""
    medians: list[float] = []
    for url, change in ((ours.url + "/compare", _themes), (bare.url, _slider)):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(url)
        settled(page)
        page.evaluate(CLOCK)
        medians.append(statistics.median(change(page, rounds)))
        page.close()
    return compared("filter change, click to redrawn chart", medians[0], medians[1], "ms", 1.5)
