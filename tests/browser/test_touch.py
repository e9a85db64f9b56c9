"""A finger on a chart scrolls the page, and no chart can be dragged out of its range."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from charts.catalogue import FIGURES
from charts.look import LIGHT
from exports.view import View
from queries import Filters
from tests.browser.conftest import Visit

TOP = "document.querySelector('.stMain').scrollTop"
# The middle of what is seen of the first chart, once it has come to rest in the window; null where something else lies over it for ten seconds.
# It is looked for anew each time: a chart that is drawn again may be another element.
AIM = """async () => {
  for (let tries = 0, last = null; tries < 30; tries += 1) {
    const chart = document.querySelector('.js-plotly-plot')
    chart?.scrollIntoView({ block: 'center' })
    await new Promise((done) => setTimeout(done, 300))
    if (!chart) continue
    const box = chart.getBoundingClientRect()
    const at = [box.left + box.width / 2, (Math.max(box.top, 60) + Math.min(box.bottom, innerHeight)) / 2]
    if (Math.abs(box.top - last) < 1 && document.elementFromPoint(...at)?.closest('.js-plotly-plot') === chart) return at
    last = box.top
  }
  return null
}"""


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield Visit(context, address)
    context.close()


@pytest.mark.parametrize("path", ["/compare", "/timeline"])
def test_a_swipe_on_a_chart_scrolls_the_page(path: str, phone: Visit) -> None:
    page = phone.open(path).page
    at = page.evaluate(AIM)
    assert at, "the chart lies in the window"
    before = page.evaluate(TOP)
    finger = page.context.new_cdp_session(page)
    for step in range(11):
        place = [{"x": at[0], "y": at[1] - 15 * step}]
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": place})
        page.wait_for_timeout(16)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(500)
    assert page.evaluate(TOP) - before > 80


def test_a_tap_on_a_mark_still_opens_what_stands_behind_it(phone: Visit) -> None:
    phone.open("/compare")
    card = phone.card("compared-outcomes")
    card.locator(".barlayer .point path").first.tap(force=True)
    phone.page.wait_for_timeout(300)
    if not card.locator(".st-key-behind-chart-compared-outcomes").count():
        card.locator(".barlayer .point path").first.tap(force=True)
    card.locator(".st-key-behind-chart-compared-outcomes").wait_for(timeout=20_000)


@pytest.mark.parametrize("name", FIGURES)
def test_no_axis_can_be_dragged_but_that_of_a_timeline(name: str) -> None:
    layout = json.loads(View.of(name, Filters()).plot(LIGHT).to_json())["layout"]
    axes = {key: axis for key, axis in layout.items() if key[:5] in ("xaxis", "yaxis") and axis.get("visible", True)}
    loose = [key for key, axis in axes.items() if not axis.get("fixedrange") and "rangeslider" not in axis]
    assert not loose


@pytest.mark.parametrize("path", ["/compare", "/documents"])
def test_a_drag_by_mouse_moves_no_chart(path: str, visitor) -> None:
    visit: Visit = visitor().open(path)
    chart = visit.page.locator(".js-plotly-plot").first
    at = visit.page.evaluate(AIM)
    ranges = "(chart) => Object.entries(chart._fullLayout).filter(([name]) => /^[xy]axis/.test(name)).map(([name, axis]) => [name, ...axis.range])"
    before = chart.evaluate(ranges)
    visit.page.mouse.move(*at)
    visit.page.mouse.down()
    visit.page.mouse.move(at[0] - 120, at[1] - 60, steps=6)
    visit.page.mouse.up()
    visit.page.wait_for_timeout(300)
    assert chart.evaluate(ranges) == before
