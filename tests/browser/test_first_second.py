"""The first second of a page: words without any program, nothing that moves when the program arrives, and pictures in their places."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from exports.view import View
from queries import Filters

PLACES = """(inside) => [...document.querySelectorAll(`${inside} :is(h1, h3)`)].slice(0, 3).map((one) => {
  const box = document.createRange()
  box.selectNodeContents(one)
  const place = box.getBoundingClientRect()
  return [Math.round(place.left), Math.round(place.top)]
})"""
NEAR = 16  # pixels: a line less or more of another letter is a jump, this is none


@pytest.fixture
def still(browser: Browser, address: str) -> Iterator[Page]:
    """A browser without programs."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    for _ in range(60):  # a server that has just begun sends its first pages without words rather than late
        page.goto(f"{address}/compare")
        if page.locator("#first").count():
            break
        time.sleep(0.5)
    yield page
    context.close()


def test_a_reader_without_programs_has_words_numbers_and_ways(still: Page) -> None:
    view = View.of("compared-outcomes", Filters())
    expect(still.locator("h1")).to_have_text("Two chairmanships side by side")
    expect(still.get_by_role("heading", name=view.title)).to_be_visible()
    assert f"n = {view.n}" in still.locator("#first").inner_text()
    assert still.evaluate("document.documentElement.scrollWidth") <= 390
    still.get_by_role("link", name="Membership").click()
    expect(still.locator("h1")).to_have_text("How the organisation grew")
    assert still.title().startswith("Membership")


@pytest.mark.parametrize("path", ["/", "/compare"])
def test_nothing_moves_when_the_program_arrives(path: str, visitor) -> None:
    visit = visitor()
    visit.page.route("**/static/js/index.*", lambda route: (time.sleep(1), route.continue_()))
    visit.page.goto(f"{visit.address}{path}", wait_until="commit")
    visit.page.wait_for_selector("#first h3")
    before = visit.page.evaluate(PLACES, "#first")
    visit.settled()
    assert not visit.page.locator("#first").count()
    after = visit.page.evaluate(PLACES, '[data-testid="stMain"]')
    assert len(before) == len(after) == 3
    assert all(abs(x - there_x) <= NEAR and abs(y - there_y) <= NEAR for (x, y), (there_x, there_y) in zip(before, after, strict=True)), (before, after)
    assert not visit.complaints


def test_pictures_stand_where_the_charts_will(visitor) -> None:
    visit = visitor()
    for _ in range(60):  # they are made beside the pages that will show them
        visit.page.goto(f"{visit.address}/compare", wait_until="commit")
        if 'preserveAspectRatio="xMinYMin meet"' in visit.page.context.request.get(f"{visit.address}/compare").text():
            break
        time.sleep(0.5)
    visit.page.route("**/static/js/index.*", lambda route: (time.sleep(1), route.continue_()))
    visit.page.goto(f"{visit.address}/compare", wait_until="commit")
    place = visit.page.locator("#first .chart svg").first.bounding_box()
    visit.settled()
    chart = visit.card("compared-outcomes").locator(".main-svg").first.bounding_box()
    assert all(abs(place[side] - chart[side]) <= NEAR for side in ("x", "y", "width", "height")), (place, chart)


def test_a_reader_who_has_scrolled_stays_there(visitor) -> None:
    visit = visitor()
    visit.page.route("**/static/js/index.*", lambda route: (time.sleep(1), route.continue_()))
    visit.page.goto(f"{visit.address}/", wait_until="commit")
    visit.page.wait_for_selector("#first h3")
    visit.page.evaluate("scrollTo(0, 300)")
    visit.settled()
    assert abs(visit.page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTop") - 300) < 100
