"""A story as it is shown and taken along: first slide, the next slide, presentation and file."""
import statistics
import time
import urllib.request
from collections.abc import Callable, Iterator

from playwright.sync_api import Browser

from bench.browser import DRAWN, median_first_chart
from bench.serving import Serving
from bench.table import Row, limited, related
from exports import browser as drawing
from exports import story_pptx
from exports.show import deck, player

STORY = "two-chairmanships"
CHANGE_MS, PPTX_S, HTML_S, OF_OVERVIEW = 50, 6, 2, 0.6
PICTURE, MOST_S_TO_PACK = ".picture svg", 120
BASE = "https://dashboard.example"
# From the key to the moment after the frame that shows the next slide, for all slides after the first.
CHANGES = """async () => {
  const times = []
  for (let k = 1; k < story.slides.length; k += 1) {
    const began = performance.now()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }))
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    times.push(performance.now() - began)
  }
  return times
}"""


def measure(running: Browser, ours: Serving, rounds: int) -> Iterator[Row]:
    """Medians; the presentation is made with a browser that has to be started first."""
    url = f"{ours.url}/show/{STORY}"
    _packed(url)
    first, chart = _first_slide(running, url, ours.url, rounds, is_known=False, drawn=f"{PICTURE}, {DRAWN}")
    yield related("first slide to be seen, cold browser, 20 Mbit/s and 40 ms", first, chart, "s", OF_OVERVIEW, "the Overview's first chart")
    first, chart = _first_slide(running, url, ours.url, rounds, is_known=False)
    yield Row("first slide drawn by its program, cold browser, 20 Mbit/s and 40 ms", f"{first:,.2f} s", f"{chart:,.2f} s", first / chart)
    first, chart = _first_slide(running, url, ours.url, rounds, is_known=True)
    yield Row("first slide, page opened before, 20 Mbit/s and 40 ms", f"{first:,.2f} s", f"{chart:,.2f} s", first / chart)
    yield limited("next slide, key to frame", statistics.median(_changes(running, url, rounds)), "ms", CHANGE_MS)
    shown = deck.deck(deck.known()[STORY], base=BASE)
    yield limited(f"story of {len(shown.slides)} slides as HTML", _median(lambda: player.to_html(shown), rounds), "s", HTML_S)
    yield limited(f"story of {len(shown.slides)} slides as PPTX", _median(lambda: story_pptx.to_pptx(shown), rounds, drawing.end), "s", PPTX_S)


def _packed(url: str) -> None:
    """Wait until the server has packed the story in its best way and drawn its first slide: work that it does once, after its start."""
    asked = urllib.request.Request(url, headers={"Accept-Encoding": "br"})
    until = time.monotonic() + MOST_S_TO_PACK
    while time.monotonic() < until:
        with urllib.request.urlopen(asked) as answer:
            if answer.headers["Content-Encoding"] == "br":
                return
        time.sleep(1)


def _first_slide(running: Browser, story: str, overview: str, rounds: int, is_known: bool, drawn: str = DRAWN) -> tuple[float, float]:
    """Median seconds to the first slide and to the Overview's first chart."""
    seen = median_first_chart(running, {"story": story, "overview": overview}, slow=True, rounds=rounds, is_known=is_known, drawn=drawn)
    return seen["story"].milliseconds / 1000, seen["overview"].milliseconds / 1000


def _changes(running: Browser, url: str, rounds: int) -> list[float]:
    times: list[float] = []
    for _ in range(rounds):
        page = running.new_page(viewport={"width": 1920, "height": 1080})
        page.goto(url)
        page.wait_for_selector("html[data-ahead=all]", state="attached", timeout=60_000)
        times += page.evaluate(CHANGES)
        page.close()
    return times


def _median(job: Callable[[], object], rounds: int, before: Callable[[], None] = lambda: None) -> float:
    """Median seconds of a job; `before` runs before each and is not counted. The first round, which also works out the rows, is left out."""
    times: list[float] = []
    for _ in range(rounds + 1):
        before()
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])
