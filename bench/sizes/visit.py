"""A cold visit to a page: how long until its first chart stands."""

import math
from dataclasses import dataclass

from playwright.sync_api import Browser, TimeoutError

from bench.browser import DRAWN

PATIENCE_SECONDS = 90
# A page without charts is there when its run has ended. Set before the page's own scripts, so that the moment is taken in the page itself.
FIRST_SEEN = f"""const CHART = "first chart", PAGE = "whole page";
const look = () => {{
  const ended = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
    && document.querySelector('[data-testid="stMain"] h1') && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stPlotlyChart"]');
  const what = document.querySelector("{DRAWN}") ? CHART : ended ? PAGE : null;
  if (what) window.firstSeen = [what, performance.now()]; else requestAnimationFrame(look);
}};
requestAnimationFrame(look);"""


@dataclass(frozen=True)
class Seen:
    """A visit: what was waited for, and seconds until it stood (infinite where it never did)."""

    what: str
    seconds: float


def visit(running: Browser, url: str) -> Seen:
    """A visit without cache to the first chart."""
    context = running.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(FIRST_SEEN)
    what, milliseconds = f"nothing in {PATIENCE_SECONDS} s", math.inf
    try:
        page.goto(url, wait_until="commit")
        page.wait_for_function("window.firstSeen", timeout=PATIENCE_SECONDS * 1000)
        what, milliseconds = page.evaluate("window.firstSeen")
    except TimeoutError:
        pass  # told in the table: the other pages are still to be measured
    context.close()
    return Seen(what, milliseconds / 1000)
