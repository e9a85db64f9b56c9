"""The dashboard in a real browser: links, pages, drill-down, one's own way back."""

import pytest
from playwright.sync_api import expect

from charts.catalogue import FIGURES
from exports.view import View
from queries import Filters
from tests.browser.conftest import Visit, free_port, start


def test_a_filtered_link_is_the_first_request_of_a_fresh_server(browser, tmp_path) -> None:
    port = free_port()
    process = start(port, tmp_path / "log")
    try:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        visit = Visit(context, f"http://127.0.0.1:{port}").open("/compare?themes=security&themes=Energy&first=uz-2021")
        view = View.of("compared-documents", Filters(themes=("security", "energy"), first="uz-2021"))
        assert view.sentence in visit.card("compared-documents").inner_text().replace("\u2060", "").replace("\u00a0", " ")
        assert visit.card("compared-documents").locator(".js-plotly-plot").count() == 1
        assert "themes=Security" in visit.query() and "themes=Energy" in visit.query()
        context.close()
    finally:
        process.terminate()
        process.wait(10)


def test_a_filter_stays_in_the_link_and_on_the_next_page(visitor) -> None:
    visit: Visit = visitor().open("/priorities")
    visit.page.get_by_role("combobox", name="Themes").click()
    visit.page.get_by_role("option", name="Security").click()
    visit.page.keyboard.press("Escape")
    visit.settled()
    assert "themes=Security" in visit.query()
    visit.page.get_by_role("link", name="Compare", exact=True).first.click()
    visit.settled()
    assert "themes=Security" in visit.query()
    assert "Security" in visit.card("compared-outcomes").inner_text()


@pytest.mark.parametrize(("path", "card"), [("/documents?q=zzqx", "document-register"), ("/timeline?years=1996&years=1996&themes=Energy&lanes=Documents", "timeline")])
def test_a_reset_in_one_card_empties_the_filters_of_the_whole_page(path: str, card: str, visitor) -> None:
    visit: Visit = visitor().open(path)
    resets = visit.page.get_by_role("button", name="Reset the filters")
    assert resets.count() > 1, "the other cards are empty too"
    visit.card(card).get_by_role("button", name="Reset the filters").click()
    # The card runs first and the page after it; between the two the page looks settled on a slow machine.
    expect(resets).to_have_count(0, timeout=30_000)
    assert visit.settled().query() == ""


def test_from_a_bar_to_the_source_in_two_clicks(visitor) -> None:
    visit: Visit = visitor().open("/compare")
    card = visit.card("compared-outcomes")
    card.locator(".barlayer .point path").first.click(force=True)
    visit.settled()
    behind = card.locator(".st-key-behind-chart-compared-outcomes")
    assert "7 priorities behind this mark" in behind.inner_text()
    assert behind.locator("a[href^='http']:not([href*='/record'])").count() >= 1, "sources are linked with their locator"
    behind.locator("a[href*='record']").first.click()
    visit.settled()
    assert "/record" in visit.page.url
    assert visit.page.get_by_role("heading", name="Evidence").count() == 1
    visit.page.go_back()
    visit.settled()
    assert "/compare" in visit.page.url


def test_the_method_tab_shows_the_sql_that_ran(visitor) -> None:
    visit: Visit = visitor().open("/compare?themes=Security")
    card = visit.card("compared-outcomes")
    card.get_by_role("tab", name="Method").click()
    visit.settled()
    text = card.inner_text()
    assert "-- What came of the priorities" in text and "$themes = security" in text
    card.get_by_text("How chairmanship_terms is made from the tables").click()
    card.get_by_text("create view chairmanship_terms").wait_for()


@pytest.mark.parametrize("value", ["'; drop table documents; --", "<script>alert(1)</script>", "x" * 9_000, "%00", "\u202e\u202e"])
def test_hostile_links_leave_a_normal_page(value: str, visitor) -> None:
    visit: Visit = visitor()
    visit.page.on("dialog", lambda dialog: pytest.fail("a script of the link ran"))
    visit.open(f"/compare?themes={value}&first={value}&years={value}&nonsense={value}")
    assert visit.page.locator(".js-plotly-plot").count() >= 6
    assert not visit.page.get_by_text("could not be shown").count()


def test_a_change_of_the_systems_scheme_redraws_the_charts(visitor) -> None:
    visit: Visit = visitor().open("/")
    ground = "getComputedStyle(document.querySelector('.js-plotly-plot .main-svg')).backgroundColor"
    light = visit.page.evaluate(ground)
    visit.page.emulate_media(color_scheme="dark")
    visit.page.wait_for_timeout(1500)
    visit.settled()
    assert visit.page.evaluate(ground) != light


def test_every_chart_on_screen_has_its_description(visitor) -> None:
    visit: Visit = visitor().open("/compare")
    names = visit.page.locator("[aria-label]").evaluate_all("nodes => nodes.map(n => n.getAttribute('aria-label'))")
    drawn = [name for name, figure in FIGURES.items() if figure.page == "compare" and visit.card(name).locator(".js-plotly-plot").count()]
    assert len(drawn) >= 7
    for name in drawn:
        assert View.of(name, Filters()).alt in names, name

# Notes the card of every chart whose picture changes from now on.
CHANGES = """() => {
    window.changed = new Set();
    for (const card of document.querySelectorAll('[class*=st-key-card-]')) {
        const name = [...card.classList].find((one) => one.startsWith('st-key-card-'));
        const note = (seen) => seen.some((one) => one.target.closest?.('svg.main-svg')) && window.changed.add(name);
        new MutationObserver(note).observe(card, { childList: true, subtree: true });
    }
}"""


def test_a_filter_draws_only_the_charts_that_it_changes(visitor) -> None:
    visit: Visit = visitor().open("/membership")
    visit.page.wait_for_timeout(1000)
    visit.page.evaluate(CHANGES)
    visit.page.locator(".st-key-indicator button").nth(1).click()
    visit.page.wait_for_function("window.changed.size > 0")
    visit.settled()
    assert visit.page.evaluate("[...window.changed].sort()") == ["st-key-card-claimed-shares", "st-key-card-world-share"]
