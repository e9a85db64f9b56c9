"""The first second of a page: words without any program, nothing that moves when the program arrives, and pictures in their places."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from charts.words import unbroken
from exports.view import View
from queries import Filters
from tests.served import NO_PROXY

PLACES = """(inside) => [...document.querySelectorAll(`${inside} :is(h1, h3)`)].slice(0, 3).map((one) => {
  const box = document.createRange()
  box.selectNodeContents(one)
  const place = box.getBoundingClientRect()
  return [Math.round(place.left), Math.round(place.top)]
})"""
NEAR = 8  # pixels: half a line is a jump, this is none


def until_written(address: str, path: str) -> None:
    """Wait until the first answer of a page holds its words: a server that has just begun sends it without them rather than late."""
    until = time.monotonic() + 90
    while time.monotonic() < until:
        with NO_PROXY.open(f"{address}{path}") as answer:
            if b"<div id=first" in answer.read():
                return
        time.sleep(0.5)
    raise AssertionError(f"{path} had no words after a minute and a half")


@contextmanager
def held_back(page: Page) -> Iterator[None]:
    """The program comes after what is done inside: a page that is slow to be looked at would have gone by then."""
    program, held = "**/static/js/index.*", []
    page.route(program, lambda route: held.append(route))
    yield
    for route in held:
        route.continue_()
    page.unroute(program)


@pytest.fixture
def still(browser: Browser, address: str) -> Iterator[Page]:
    """A browser without programs."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    for path in ("/compare", "/membership"):
        until_written(address, path)
    page.goto(f"{address}/compare")
    yield page
    context.close()


def test_a_reader_without_programs_has_words_numbers_and_ways(still: Page) -> None:
    view = View.of("compared-outcomes", Filters())
    expect(still.locator("h1")).to_have_text("Two chairmanships side by side")
    expect(still.get_by_role("heading", name=unbroken(view.title))).to_be_visible()
    assert f"n = {view.n}" in still.locator("#first").inner_text()
    assert still.evaluate("document.documentElement.scrollWidth") <= 390
    still.get_by_role("link", name="Membership").click()
    expect(still.locator("h1")).to_have_text("How the organisation grew")
    assert still.title().startswith("Membership")


PATHS = ["/", "/compare", "/priorities", "/timeline", "/membership", "/reported", "/data", "/figure?figure=country-ladder"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_when_the_program_arrives(path: str, visitor) -> None:
    visit = visitor()
    until_written(visit.address, path)
    with held_back(visit.page):
        visit.page.goto(f"{visit.address}{path}", wait_until="commit")
        visit.page.wait_for_selector("#first h1")
        visit.page.wait_for_function("document.fonts.status === 'loaded'")
        visit.page.wait_for_timeout(1000)  # as long as a program takes to come
        before = visit.page.evaluate(PLACES, "#first")
    visit.settled()
    assert not visit.page.locator("#first").count()
    after = visit.page.evaluate(PLACES, '[data-testid="stMain"]')
    shared = min(len(before), len(after), 3 if path in ("/", "/compare") else 2)
    before, after = before[:shared], after[:shared]
    assert shared
    assert all(abs(x - there_x) <= NEAR and abs(y - there_y) <= NEAR for (x, y), (there_x, there_y) in zip(before, after, strict=True)), (before, after)
    assert not visit.complaints


def test_pictures_stand_where_the_charts_will(visitor) -> None:
    visit = visitor()
    for _ in range(60):  # they are made beside the pages that will show them
        visit.page.goto(f"{visit.address}/compare", wait_until="commit")
        if 'preserveAspectRatio="xMinYMin meet"' in visit.page.context.request.get(f"{visit.address}/compare").text():
            break
        time.sleep(0.5)
    with held_back(visit.page):
        visit.page.goto(f"{visit.address}/compare", wait_until="commit")
        place = visit.page.locator("#first .chart svg").first.bounding_box()
    visit.settled()
    chart = visit.card("compared-outcomes").locator(".main-svg").first.bounding_box()
    assert all(abs(place[side] - chart[side]) <= NEAR for side in ("x", "y", "width", "height")), (place, chart)


def test_a_reader_who_has_scrolled_stays_there(visitor) -> None:
    visit = visitor()
    until_written(visit.address, "/")
    with held_back(visit.page):
        visit.page.goto(f"{visit.address}/", wait_until="commit")
        visit.page.wait_for_selector("#first h3")
        visit.page.evaluate("scrollTo(0, 300)")
    visit.settled()
    assert abs(visit.page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTop") - 300) < 100


# Of every chart: how often it was drawn, in which frame of the page it stood first, and whether it began below the window.
DRAWINGS = """(() => {
  window.drawings = new Map()
  let frame = 0
  const count = () => { frame += 1; requestAnimationFrame(count) }
  requestAnimationFrame(count)
  new MutationObserver(() => {
    for (const chart of document.querySelectorAll('.js-plotly-plot')) {
      if (drawings.has(chart) || !chart.on) continue
      const one = { times: 0, frame, below: chart.getBoundingClientRect().top > innerHeight }
      drawings.set(chart, one)
      chart.on('plotly_afterplot', () => { one.times += 1; if (one.times === 1) one.frame = frame })
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['class'] })
})()"""


def test_each_chart_is_drawn_once_and_those_in_the_window_are_shown_first(visitor) -> None:
    visit = visitor()
    visit.page.add_init_script(DRAWINGS)
    visit.open("/compare")
    visit.page.wait_for_timeout(500)
    drawings = visit.page.evaluate("[...drawings.values()]")
    assert len(drawings) >= 7
    assert {one["times"] for one in drawings} == {1}
    below, inside = ([one["frame"] for one in drawings if one["below"] is side] for side in (True, False))
    # On a busy machine the first of those below may begin while the one in the window is still on its way.
    assert inside and below and max(inside) < statistics.median(below)
    assert not visit.page.locator(".stPlotlyChart [aria-busy]").count()
    assert not visit.complaints


def test_charts_below_the_window_are_drawn_in_a_browser_that_is_never_idle(visitor) -> None:
    visit = visitor()
    visit.page.add_init_script("window.requestIdleCallback = (job, { timeout } = {}) => timeout ? setTimeout(job, timeout) : 0")
    visit.open("/membership")
    assert visit.page.locator(".stPlotlyChart .main-svg").count() >= 7


def test_a_figure_that_was_replaced_does_not_come_back(visitor) -> None:
    """Streamlit asks again for what it was told last; of two figures under way at once, the first would come back for ever."""
    visit = visitor().open("/membership")
    drawn = visit.page.evaluate("""(async () => {
      const chart = document.querySelector('.stPlotlyChart .js-plotly-plot')
      const before = { data: chart.data, layout: chart.layout }
      const after = { data: before.data, layout: { ...before.layout, height: chart.clientHeight + 50 } }
      let times = 0
      chart.on('plotly_afterplot', () => { times += 1 })
      for (const figure of [after, before, after]) await Plotly.react(chart, figure)
      return [times, chart.layout === after.layout]
    })()""")
    assert drawn == [1, True]
    assert not visit.complaints
