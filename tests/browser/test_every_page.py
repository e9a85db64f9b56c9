"""Every page, opened once on each screen and read in every way: by eye, by a program that checks access, by its outline, in the dark, on paper, enlarged."""

from urllib.parse import quote_plus

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.printing import LISTEN, squeezed, words_on_paper
from tests.dataset.test_dataset import SECTIONS
from ui.navigation import SCREENS

HIDDEN = {"record": "/record?table=documents&id=2017-counter-terrorism-statement", "figure": "/figure?figure=compared-outcomes"}
PATHS = [HIDDEN.get(screen.name, "/" if screen is SCREENS[0] else f"/{screen.name}") for screen in SCREENS]
SEARCHES = ["/search?q=drugs", "/search?q=cooperation&kind=documents", "/search?q=terorism"]
MORE = [*(f"/data?section={quote_plus(section)}" for section in SECTIONS[1:]), *SEARCHES, "/record?table=countries&id=KAZ"]
WITH_OUTLINE = ["/", "/compare", "/priorities", "/timeline", "/documents", "/membership", "/reported", "/data", "/record?table=countries&id=KAZ"]
ON_PAPER = WITH_OUTLINE[:-1]
HEADINGS = "[data-testid=stMain] :is(h2, h3)[id]"
LEVELS = "[...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3, h4, h5, h6)')].map((e) => Number(e.getAttribute('aria-level') ?? e.tagName[1]))"
NAMED = """[...document.querySelectorAll('[class*="st-key-card-"] :is([role=tab], .stButton button)')].map((e) => e.getAttribute('aria-label') ?? e.textContent)"""
WIDER = "(() => { const m = document.querySelector('[data-testid=\"stMain\"]'); return m.scrollWidth - m.clientWidth })()"
# Pixels that the page, and the whole window, are wider than what is seen; breadth of the narrowest chart; words that leave their chart.
ROOM = """(() => {
  const page = document.querySelector('[data-testid="stMain"]')
  const charts = [...document.querySelectorAll('[data-testid="stMain"] .js-plotly-plot')].map((chart) => chart.clientWidth)
  const out = (word, chart) => word.width > 0 && (word.right > chart.right + 1 || word.left < chart.left - 1)
  const cut = [...document.querySelectorAll('[data-testid="stMain"] .js-plotly-plot')].flatMap((chart) =>
    [...chart.querySelectorAll('text')].filter((word) => out(word.getBoundingClientRect(), chart.getBoundingClientRect())).map((word) => word.textContent))
  return [page.scrollWidth - page.clientWidth, document.documentElement.scrollWidth - innerWidth, Math.min(...charts, innerWidth), cut]
})()"""
GROUND = "(() => getComputedStyle(document.querySelector('.js-plotly-plot .main-svg, .stApp')).backgroundColor)()"
SEARCH_BOX = "form[role=search] input"


def faults_of_access(visit: Visit) -> dict[str, list[str]]:
    """What axe finds on a page, with the first places of each fault."""
    found = Axe().run(visit.page).response["violations"]
    return {rule["id"]: [node["html"][:160] for node in rule["nodes"]][:4] for rule in found}


def sound(visit: Visit, path: str, width: int) -> None:
    """Nothing complains, nothing comes from outside, nothing is wider than the window, the search is in reach."""
    assert not visit.complaints
    assert not visit.outside
    assert visit.page.locator("h1").count() == 1 or path.startswith("/figure")
    assert not visit.page.get_by_text("could not be shown").count()
    wider = visit.page.evaluate(WIDER)
    assert wider <= 1, f"{wider} px wider than the window"
    if path.startswith("/search"):
        place = visit.page.locator(SEARCH_BOX).bounding_box()
        assert place and place["y"] < 120 and place["x"] >= 0 and place["x"] + place["width"] <= width, "the search in reach at the top"


def well_built(visit: Visit) -> None:
    """Headings go down a level at a time, and no two controls of cards have one name."""
    levels, names = visit.page.evaluate(LEVELS), visit.page.evaluate(NAMED)
    assert levels[0] == 1 and all(below <= above + 1 for above, below in zip(levels, levels[1:], strict=False)), levels
    assert len(names) == len(set(names)), "two controls of cards have one name"


def outlined(page: Page) -> None:
    """"On this page" lists every heading, and leads to the last one."""
    fold = page.get_by_role("navigation", name="On this page")
    fold.get_by_text("On this page").click()
    links, wanted = fold.get_by_role("link"), page.locator(HEADINGS).all_inner_texts()
    assert [text.strip() for text in links.all_inner_texts()] == [text.replace("\u2060", "").replace("\xa0", " ").strip() for text in wanted] and len(wanted) > 1
    links.last.click()
    expect(page.locator(HEADINGS).last).to_be_in_viewport()
    expect(links.first).to_be_hidden()
    assert "#" in page.url


def printed_whole(visit: Visit, path: str, ways: tuple[str, ...]) -> None:
    """Every word of every chart comes out of the printer."""
    visit.page.evaluate(LISTEN)
    for way in ways:
        text = "".join(words_on_paper(visit, way == "landscape"))
        words = [squeezed(word) for word in visit.page.evaluate("window.printed")]
        assert len(words) > 10 or path == "/data"
        assert not [word for word in words if word not in text], way


def in_the_dark(visit: Visit) -> None:
    """The page as it is once the system has gone dark."""
    light = visit.page.evaluate(GROUND)
    visit.page.emulate_media(color_scheme="dark")
    visit.page.wait_for_function(f"{GROUND} !== '{light}'", timeout=20_000)
    visit.settled()
    assert not faults_of_access(visit), "axe in the dark"
    assert not visit.complaints


@pytest.mark.parametrize("path", [*PATHS, *MORE])
def test_on_a_wide_screen(path: str, visitor) -> None:
    visit: Visit = visitor().open(path)
    sound(visit, path, 1280)
    well_built(visit)
    assert not faults_of_access(visit), "axe"
    if path in WITH_OUTLINE:
        outlined(visit.page)
    if path in ON_PAPER:
        printed_whole(visit, path, ("portrait", "landscape"))
    in_the_dark(visit)


@pytest.mark.parametrize("path", [*PATHS, *MORE])
def test_on_a_phone_and_enlarged(path: str, visitor) -> None:
    visit: Visit = visitor(width=390, height=844).open(path)
    sound(visit, path, 390)
    if path in ON_PAPER:
        printed_whole(visit, path, ("portrait",))
    if path != "/present":
        visit.page.set_viewport_size({"width": 320, "height": 256})  # a window of 1280 px at 400 %
        page_over, window_over, narrowest, cut = visit.settled().page.evaluate(ROOM)
        assert page_over <= 1 and window_over <= 1, "nothing lies beside the window"
        assert narrowest >= 320 * 0.88, "charts take its breadth"
        assert not cut, "words leave their chart"


@pytest.mark.parametrize("path", ["/", "/compare"])
def test_first_seen_in_the_dark(path: str, visitor) -> None:
    visit: Visit = visitor(scheme="dark").open(path)
    sound(visit, path, 1280)
    assert not faults_of_access(visit), "axe"
