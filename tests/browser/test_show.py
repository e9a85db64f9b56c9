"""Stories in a real browser: keys on a fresh load, notes, filters, links, a dead server, a story of one's own."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from exports.show import deck, own, player
from tests.browser.conftest import CHROMIUM, Visit, free_port, start

Visitor = Callable[..., Visit]
READY, AHEAD = "html[data-ready]", "html[data-ahead=all]"
STORY = "two-chairmanships"


@pytest.fixture(scope="session", autouse=True)
def _browser_there() -> None:
    assert CHROMIUM, "no Chromium on this machine"


def shown(visit: Visit, path: str) -> Page:
    """The player at a path, with all slides drawn."""
    visit.page.goto(f"{visit.address}{path}")
    visit.page.wait_for_selector(AHEAD, state="attached", timeout=60_000)
    return visit.page


def count(page: Page) -> str:
    return page.inner_text("#count")


def test_keys_work_on_a_fresh_load_without_a_click(visitor: Visitor) -> None:
    visit = visitor(1920, 1080)
    page = shown(visit, f"/show/{STORY}")
    for key, place in (("PageDown", "2 / 10"), ("ArrowRight", "3 / 10"), (" ", "4 / 10"), ("PageUp", "3 / 10"), ("ArrowLeft", "2 / 10"), ("Home", "1 / 10"), ("End", "")):
        page.keyboard.press(key)
        assert count(page) == place, key
    assert page.inner_text("#caption") == "Sources" and page.locator("#last li").count() > 5
    for key in ("1", "0", "Enter"):
        page.keyboard.press(key)
    assert count(page) == "10 / 10" and "slide=10" in page.url
    page.keyboard.press("b")
    assert page.locator("#black").is_visible()
    page.keyboard.press("b")
    assert page.locator("#black").is_hidden()
    assert not visit.complaints and not visit.outside


def test_title_and_letters_can_be_read_from_the_last_row(visitor: Visitor) -> None:
    for width, height in ((1920, 1080), (1280, 720), (1024, 768)):
        page = shown(visitor(width, height), f"/show/{STORY}")
        for _ in range(10):
            title = page.locator("#caption").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
            sizes = page.locator("#charts .on text").evaluate_all("all => all.filter((e) => e.textContent.trim()).map((e) => parseFloat(getComputedStyle(e).fontSize))")
            assert title >= 0.04 * 1080 and min(sizes) >= 0.02 * 1080
            assert page.locator("#charts .on .main-svg").first.is_visible()
            assert page.evaluate("document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth")
            page.keyboard.press("PageDown")


def test_the_next_slide_is_there_at_once(visitor: Visitor) -> None:
    page = shown(visitor(1280, 720), f"/show/{STORY}")
    spent = page.evaluate("""() => new Promise((done) => {
      const times = []
      const step = () => {
        const began = performance.now()
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }))
        times.push(performance.now() - began)
        times.length < 9 ? requestAnimationFrame(step) : done(times)
      }
      step()
    })""")
    assert sorted(spent)[len(spent) // 2] <= 50, spent
    assert count(page) == "10 / 10"


def test_notes_stand_in_a_window_of_their_own(visitor: Visitor) -> None:
    page = shown(visitor(1280, 720), f"/show/{STORY}?slide=2")
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    notes = opened.value
    assert "No evidence found is not the same as not achieved" in notes.inner_text("#note")
    assert "slide 2 of 10" in notes.inner_text("#clock") and notes.inner_text("#next").startswith("Next: ")
    notes.keyboard.press("PageDown")
    assert count(page) == "3 / 10" and "slide 3 of 10" in notes.inner_text("#clock")


def test_filters_ask_the_server_for_the_story_anew(visitor: Visitor) -> None:
    page = shown(visitor(1280, 720), f"/show/{STORY}?slide=2")
    before = page.inner_text("#caption")
    page.keyboard.press("c")
    page.check("input[name=chairmanships][value=cn-2017]")
    page.check("input[name=chairmanships][value=kg-2018]")
    page.get_by_role("button", name="Show the story so").click()
    page.wait_for_selector("#under:has-text('China 2017')")
    assert page.inner_text("#caption") != before and count(page) == "2 / 10"
    link = page.url
    assert "chairmanships=cn-2017" in link and "slide=2" in link
    again = shown(visitor(1280, 720), link.partition("/show/")[1] + link.partition("/show/")[2])
    assert "China 2017" in again.inner_text("#under") and count(again) == "2 / 10"


def test_a_server_that_dies_does_not_end_the_story(browser, tmp_path: Path) -> None:
    port = free_port()
    process = start(port, tmp_path / "log")
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    try:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/show/{STORY}")
        page.wait_for_selector(READY, state="attached", timeout=60_000)
        process.kill()
        process.wait(10)
        for place in range(2, 11):
            page.keyboard.press("PageDown")
            assert count(page) == f"{place} / 10" and page.locator("#charts .on .main-svg").first.is_visible()
        page.keyboard.press("c")
        page.get_by_role("button", name="Show the story so").click()
        page.wait_for_selector("#say:has-text('does not answer')")
        assert count(page) == "10 / 10"
    finally:
        process.kill()
        context.close()


@pytest.fixture
def offline(browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True, color_scheme="dark")
    yield context
    context.close()


def test_the_file_plays_without_network(offline: BrowserContext, tmp_path: Path) -> None:
    made = player.to_html(deck.deck(deck.known()[STORY]))
    assert len(made) <= 8_000_000
    (tmp_path / "story.html").write_bytes(made)
    page = offline.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.goto((tmp_path / "story.html").as_uri())
    page.wait_for_selector(AHEAD, state="attached", timeout=60_000)
    for place in range(2, 11):
        page.keyboard.press("PageDown")
        assert count(page) == f"{place} / 10"
    page.keyboard.press("c")
    assert "need the dashboard" in page.inner_text("#say")
    assert not complaints


def test_a_story_of_ones_own_is_built_from_cards_and_survives(visitor: Visitor) -> None:
    visit = visitor(1280, 900).open("/membership?indicator=Population")
    for name in ("membership-growth", "membership-map", "country-ladder", "path-to-membership", "world-share"):
        visit.card(name).get_by_role("button", name="Add to my story").click()
        visit.page.wait_for_timeout(700)
    visit.page.get_by_role("link", name="Present").click()
    visit.settled()
    assert visit.page.get_by_text("Show it (5 slides)").count() == 1
    visit.page.reload()
    visit.settled()
    assert visit.page.get_by_text("Show it (5 slides)").count() == 1, "a reload keeps the story"
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("button", name="Save the story as a file").click()
    saved = Path(taken.value.path())
    assert len(json.loads(saved.read_text())["slides"]) == 5
    other = visitor(1280, 900).open(visit.page.url.removeprefix(visit.address))
    assert other.page.get_by_text("Show it (5 slides)").count() == 1, "the link carries the story"
    other.page.get_by_role("button", name="Empty it").click()
    other.page.get_by_text("Show it (5 slides)").wait_for(state="detached")
    other.page.set_input_files("input[type=file]", files=[{"name": "s.json", "mimeType": "application/json", "buffer": saved.read_bytes()}])
    other.page.get_by_text("Show it (5 slides)").wait_for()
    other.page.get_by_text("Show it (5 slides)").click()
    other.page.wait_for_selector(AHEAD, state="attached", timeout=60_000)
    assert count(other.page) == "1 / 5"
    other.page.keyboard.press("Escape")
    other.page.wait_for_url("**/present*")


def test_a_card_is_shown_large_and_left_again(visitor: Visitor) -> None:
    visit = visitor(1280, 900).open("/membership")
    visit.card("country-ladder").get_by_role("link", name="Show large").click()
    visit.page.wait_for_selector(AHEAD, state="attached", timeout=60_000)
    assert count(visit.page) == "1 / 3"
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_url("**/membership*")


def test_hostile_addresses_are_answered_with_words(visitor: Visitor) -> None:
    visit = visitor(1280, 720)
    for path in ("/show/no-such", "/show/view?figure=%3Cscript%3E", "/show/own?story=%00%ff", f"/show/own?story={'A' * 9_000}"):
        answer = visit.page.goto(f"{visit.address}{path}")
        assert answer and answer.status in (200, 404), path
    code = own.packed(own.from_file(json.dumps({"title": "<b>x</b>", "slides": [{"figure": "membership-growth", "caption": "<img src=x>"}]}).encode())[0])
    page = shown(visit, f"/show/own?story={code}")
    assert page.inner_text("#caption") == "<img src=x>" and page.locator("img").count() == 0
    time.sleep(0.1)
    assert not [text for text in visit.complaints if "404" not in text]
