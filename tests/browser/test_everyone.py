"""The narrowest window, the keyboard and the system's own colours: the menu is at hand, focus and choice are seen."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from charts.look import DARK, LIGHT, Look, contrast
from tests.browser.conftest import Visit

LINE = "(node) => { const told = getComputedStyle(node); return [told.outlineStyle, told.outlineWidth, told.borderBottomStyle, told.borderBottomWidth] }"


def test_the_menu_and_the_outline_are_at_hand_at_320_px(visitor) -> None:
    visit: Visit = visitor(width=320, height=640).open("/search")
    page = visit.page
    menu = page.get_by_role("button", name="Menu", exact=True)
    expect(menu).to_be_in_viewport(ratio=1, timeout=20_000)
    outline, box = page.get_by_text("On this page"), page.get_by_role("searchbox", name="Search all records")
    visit.open("/data")
    above, below = outline.first.bounding_box(), box.bounding_box()
    assert above and below and above["y"] + above["height"] <= below["y"], "the search does not cover the outline"
    menu.click()
    expect(page.get_by_test_id("stSidebarNav").get_by_role("link", name="Compare", exact=True)).to_be_in_viewport(timeout=20_000)


def test_a_link_of_the_navigation_shows_its_focus(visitor) -> None:
    page = visitor().open("/data").page
    link = page.get_by_role("link", name="Compare", exact=True).first
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert link.evaluate(LINE)[:2] == ["solid", "2px"]


def test_what_is_chosen_and_the_slider_are_seen_in_the_systems_colours(visitor) -> None:
    visit: Visit = visitor()
    visit.page.emulate_media(forced_colors="active")
    page = visit.open("/membership").page
    for chosen in (page.get_by_role("tab", selected=True), page.get_by_role("radio", checked=True)):
        assert chosen.first.evaluate(LINE)[2:] == ["solid", "3px"]
    assert page.get_by_test_id("stSliderThumbValue").first.locator("xpath=..").evaluate(LINE)[2:] == ["solid", "2px"]


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["white", "black"])
def test_the_words_of_a_chart_stand_on_its_own_ground_in_the_systems_colours(look: Look, visitor) -> None:
    visit: Visit = visitor(scheme=look.name)
    visit.page.emulate_media(forced_colors="active", color_scheme=look.name)
    chart = visit.open("/figure?figure=compared-outcomes").page.locator(".js-plotly-plot")
    words = chart.locator(":is(.xtick, .ytick) text")
    painted = Image.open(io.BytesIO(chart.screenshot())).convert("RGB").getpixel((2, 2))
    assert isinstance(painted, tuple)
    assert "#{:02x}{:02x}{:02x}".format(*painted) == look.paper
    assert chart.evaluate("(node) => getComputedStyle(node).forcedColorAdjust") == "none"
    for ink in words.evaluate_all("(texts) => texts.map((text) => getComputedStyle(text).fill.match(/\\d+/g).slice(0, 3).map(Number))"):
        assert contrast("#{:02x}{:02x}{:02x}".format(*ink), look.paper) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_text_of_a_query_can_be_read_and_is_reached_by_keys(scheme: str, visitor) -> None:
    visit: Visit = visitor(scheme=scheme).open("/figure?figure=country-ladder")
    visit.page.get_by_role("tab", name="Method").click()
    code = visit.page.locator(".stCode pre").first
    expect(code).to_have_attribute("tabindex", "0", timeout=20_000)
    visit.settled()
    assert not {rule["id"] for rule in Axe().run(visit.page).response["violations"]}
