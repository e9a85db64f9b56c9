"""Ways in and back: what stands behind a mark at the side, closed by Esc, open again after a record; titles."""

import re
from contextlib import nullcontext

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visit
from tests.browser.test_every_page import PATHS

TOP = "document.querySelector('[data-testid=stMain]').scrollTop"
RECORD_PAGE = re.compile(r"/record\?")
SHEET = "[class*=st-key-behind-chart-]"
TITLE_END = " · SCO Chairmanship Dashboard"
expect.set_options(timeout=20_000)


def mark(card: Locator, place: int = 0) -> Locator:
    """A mark of the chart of a card."""
    return card.locator(".point path").nth(place)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_records_of_a_mark_open_where_the_reader_looks(width: int, visitor) -> None:
    visit: Visit = visitor(width=width, height=800).open("/membership")
    card, page = visit.card("country-ladder"), visit.page
    card.scroll_into_view_if_needed()
    expect(card.get_by_text("Choose a mark to see its records.")).to_be_visible()
    mark(card, 3).click(force=True)
    sheet = page.locator(SHEET)
    expect(sheet.get_by_text("behind this mark")).to_be_in_viewport()
    expect(sheet).to_be_focused()
    chosen, over = mark(card, 3).bounding_box(), sheet.bounding_box()
    assert chosen and over
    x, y = chosen["x"] + chosen["width"] / 2, chosen["y"] + chosen["height"] / 2
    covered = over["x"] <= x <= over["x"] + over["width"] and over["y"] <= y <= over["y"] + over["height"]
    assert not covered, "the place that was clicked is seen"
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    visit.settled()
    expect(card.get_by_text("Choose a mark to see its records.")).to_be_visible()
    mark(card, 3).click(force=True)
    expect(sheet).to_have_count(1)
    sheet.get_by_role("button", name="Close the records").click()
    expect(sheet).to_have_count(0)
    assert not visit.complaints


def test_records_stay_open_under_other_filters_as_long_as_their_mark_is_shown(visitor) -> None:
    visit: Visit = visitor().open("/figure?figure=outcomes-by-theme&themes=Security&themes=Energy")
    page, sheet = visit.page, visit.page.locator(SHEET)
    mark(visit.card("outcomes-by-theme")).click(force=True)
    expect(sheet.get_by_text("behind this mark")).to_be_visible()
    told = visit.settled().page.locator(SHEET).inner_text()
    themes = page.get_by_role("combobox", name="Themes")
    for keys, is_shown in ((("E", "c", "o", "n", "Enter"), True), (("Backspace", "Backspace", "Backspace"), True), (("C", "u", "l", "t", "Enter"), False), (("Backspace",), False)):
        themes.focus()
        for key in keys:
            with visit.answered() if key in ("Enter", "Backspace") else nullcontext():
                page.keyboard.press(key)
        assert [sheet.inner_text()] == [told] if is_shown else sheet.count() == 0, keys
    assert not visit.complaints


def test_back_from_a_record_returns_to_the_place_and_the_choice(visitor) -> None:
    visit: Visit = visitor().open("/membership?years=2001&years=2024")
    page, card = visit.page, visit.card("country-ladder")
    card.scroll_into_view_if_needed()
    mark(card, 12).click(force=True)
    sheet = page.locator(SHEET)
    expect(sheet).to_have_count(1)
    visit.settled()
    place, told = page.evaluate(TOP), sheet.inner_text()
    assert place > 500
    sheet.locator("a[href*='record?']").first.click()
    expect(page).to_have_url(RECORD_PAGE)
    visit.settled()
    page.go_back()
    expect(sheet).to_have_count(1)
    visit.settled()
    assert abs(page.evaluate(TOP) - place) <= 2 and sheet.inner_text() == told and "years=2024" in page.url
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)


def test_back_from_a_record_finds_the_open_tab_and_its_row(visitor) -> None:
    visit: Visit = visitor().open("/compare")
    page, card = visit.page, visit.card("compared-outcomes")
    card.get_by_role("tab", name="Table").click()
    visit.settled()
    card.locator("canvas").first.click(position={"x": 20, "y": 80}, force=True)
    behind = page.locator(".st-key-behind-table-compared-outcomes")
    expect(behind.get_by_text("behind this row")).to_be_visible()
    told = visit.settled() and behind.inner_text()
    behind.locator("a[href*='record?']").first.click()
    expect(page).to_have_url(RECORD_PAGE)
    visit.settled()
    page.go_back()
    expect(behind).to_be_visible()
    visit.settled()
    assert behind.inner_text() == told


def test_another_page_opens_without_what_was_chosen_on_it_before(visitor) -> None:
    visit: Visit = visitor().open("/membership")
    mark(visit.card("country-ladder")).click(force=True)
    expect(visit.page.locator(SHEET)).to_have_count(1)
    for name in ("Compare", "Membership"):
        visit.page.get_by_role("link", name=name, exact=True).first.click()
        visit.settled()
    expect(visit.page.locator(SHEET)).to_have_count(0)


def test_each_page_and_record_has_its_title(visitor) -> None:
    visit: Visit = visitor()
    titles = {}
    for path in [*PATHS, "/data?section=Tables", "/search?q=drugs", "/record?table=countries&id=KAZ"]:
        expect(visit.open(path).page).to_have_title(re.compile(f"{TITLE_END}$"))
        titles[path] = visit.page.title()
    assert len(set(titles.values())) == len(titles)
    assert titles["/search?q=drugs"].startswith("Search: drugs") and titles["/record?table=countries&id=KAZ"].startswith("Kazakhstan")
