"""A cold visit to a page: how long until its first chart stands, and what the run sends."""

import math
from collections.abc import Mapping
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
    """A visit: what was waited for, seconds until it stood (infinite where it never did), kilobytes that the run sent."""

    what: str
    seconds: float
    kilobytes: float


def visit(running: Browser, url: str) -> Seen:
    """A visit without cache to the first chart, and what came over the websocket until the page was still."""
    context = running.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sent = [0]

    def count(event: Mapping) -> None:
        sent[0] += len(event["response"]["payloadData"]) * 3 // 4  # binary frames are told in base64

    session.on("Network.webSocketFrameReceived", count)
    page.add_init_script(FIRST_SEEN)
    what, milliseconds = f"nothing in {PATIENCE_SECONDS} s", math.inf
    try:
        page.goto(url, wait_until="commit")
        page.wait_for_function("window.firstSeen", timeout=PATIENCE_SECONDS * 1000)
        what, milliseconds = page.evaluate("window.firstSeen")
        page.wait_for_timeout(2_000)
    except TimeoutError:
        pass  # told in the table: the other pages are still to be measured
    context.close()
    return Seen(what, milliseconds / 1000, sent[0] / 1000)
