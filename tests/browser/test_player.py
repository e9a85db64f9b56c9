"""What a speaker's hand does with the player, on the file that is taken along: fingers, full screen, numbers, looks, a second window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from exports.show import deck, first, player
from exports.show.deck import Deck
from tests.browser.conftest import CHROMIUM

N = 3


@pytest.fixture(scope="module")
def story() -> Deck:
    """Three slides, so that they are soon drawn."""
    whole = deck.deck(deck.known()["from-six-to-ten-members"])
    return replace(whole, slides=whole.slides[:N])


@pytest.fixture(scope="module")
def window(browser: Browser, story: Deck, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The file in a window without network, all slides drawn."""
    assert CHROMIUM
    path = tmp_path_factory.mktemp("story") / "story.html"
    path.write_bytes(player.to_html(story))
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True, has_touch=True, color_scheme="dark")
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ahead=all]", state="attached", timeout=60_000)
    yield page
    context.close()


@pytest.fixture
def page(window: Page) -> Page:
    """The window at the first slide."""
    window.keyboard.press("Home")
    return window


def plain(text: str) -> str:
    """Words without what keeps them on one line."""
    return text.replace("\xa0", " ").replace("\u2060", "")


def count(page: Page) -> str:
    return page.inner_text("#count")


def swipe(page: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    """One finger from a place to another."""
    session = page.context.new_cdp_session(page)
    for kind, places in (("touchStart", [start]), ("touchMove", [end]), ("touchEnd", [])):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in places]})


def test_a_finger_turns_the_pages(page: Page) -> None:
    swipe(page, (900, 400), (300, 400))
    assert count(page) == f"2 / {N}"
    swipe(page, (300, 400), (900, 420))
    assert count(page) == f"1 / {N}"
    swipe(page, (640, 400), (620, 400))
    assert count(page) == f"1 / {N}", "a finger that hardly moves is a tap"


def test_numbers_lead_to_slides(page: Page) -> None:
    for keys, place in (("3", f"3 / {N}"), ("99", ""), ("100000000002", ""), ("000000000002", f"2 / {N}"), ("0", f"1 / {N}")):
        for key in (*keys, "Enter"):
            page.keyboard.press(key)
        assert count(page) == place, keys
    for key in ("3", "PageDown", "Enter"):
        page.keyboard.press(key)
    assert count(page) == f"2 / {N}", "another key forgets the number"


def test_f_fills_the_screen_and_gives_it_back(page: Page) -> None:
    page.keyboard.press("f")
    page.wait_for_selector("html:fullscreen", state="attached")
    page.keyboard.press("PageDown")
    assert count(page) == f"2 / {N}", "keys work there, too"
    page.keyboard.press("f")
    page.wait_for_selector("html:not(:fullscreen)", state="attached")


def test_nothing_moves_where_readers_want_it_so(page: Page) -> None:
    moves = "['#progress i', '#bar'].map((name) => parseFloat(getComputedStyle(document.querySelector(name)).transitionDuration))"
    assert min(page.evaluate(moves)) > 0
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moves) == [0, 0]
    page.emulate_media(reduced_motion="no-preference")


def test_dark_and_light_change_slide_and_paper(page: Page) -> None:
    page.keyboard.press("PageDown")
    inks = """['#caption', '#charts .on text'].map((name) => getComputedStyle(document.querySelector(name)))
      .map((style) => style.fill + style.color).concat(getComputedStyle(document.body).backgroundColor)"""
    dark = page.evaluate(inks)
    page.keyboard.press("d")
    light = page.evaluate(inks)
    assert all(one != other for one, other in zip(dark, light, strict=True)), (dark, light)
    assert count(page) == f"2 / {N}"
    page.keyboard.press("d")
    assert page.evaluate(inks) == dark


def test_the_window_of_notes_follows_and_leads(page: Page, story: Deck) -> None:
    with page.expect_popup() as popup:
        page.keyboard.press("n")
    notes = popup.value
    notes.wait_for_selector("#next:not(:empty)")
    assert plain(notes.inner_text("#now")) == story.slides[0].caption and plain(notes.inner_text("#next")) == f"Next: {story.slides[1].caption}"
    assert "since the start" in notes.inner_text("#clock") and f"slide 1 of {N}" in notes.inner_text("#clock")
    page.keyboard.press("PageDown")
    assert notes.inner_text("#note").split() == story.slides[1].note.split()
    notes.keyboard.press("End")
    assert page.inner_text("#caption") == "Sources" and notes.inner_text("#next") == "Next: The end"
    with notes.expect_event("close"):
        page.keyboard.press("n")


def test_a_listener_hears_title_caption_and_picture(page: Page, story: Deck) -> None:
    page.keyboard.press("PageDown")
    shown = story.slides[1]
    assert page.locator("h1").count() == 1 and plain(page.inner_text("h1")) == shown.caption
    assert page.get_attribute("#charts[role=img]", "aria-label") == shown.view.alt
    heard = plain(page.locator("#heard[aria-live=polite]").text_content() or "")
    assert heard.startswith(f"Slide 2 of {N}. {shown.caption}") and shown.view.alt in heard


EARLY = """new MutationObserver((_, observer) => {
  if (!document.querySelector('footer') || typeof Plotly !== 'undefined') return
  observer.disconnect()
  window.seenFirst = window.places('.picture')
  for (const key of ['PageDown', 'PageDown']) document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
}).observe(document, { childList: true, subtree: true })
window.places = (inside) => [...document.querySelectorAll(`#caption, #under, ${inside} text`)].map((one) => [one.textContent, one.getBoundingClientRect()])
  .filter(([words, box]) => words.trim() && box.width).map(([words, box]) => [words.replace(/\\s+/g, ' '), Math.round(box.left), Math.round(box.top)]).sort()"""


def fresh(window: Page) -> Page:
    """The same file in another window."""
    page = window.context.new_page()
    page.goto(window.url.partition("#")[0].partition("?")[0])
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


def test_keys_pressed_before_the_program_is_there_are_not_lost(window: Page) -> None:
    page = window.context.new_page()
    page.add_init_script(EARLY)
    page.goto(window.url.partition("#")[0].partition("?")[0])
    page.wait_for_selector("html[data-ready]", state="attached")
    assert count(page) == f"3 / {N}"
    page.keyboard.press("PageUp")
    assert count(page) == f"2 / {N}", "each key counts once"
    page.close()


@pytest.mark.parametrize(("size", "look"), [((1280, 720), "light"), ((1280, 720), "dark"), ((1024, 768), "light")])
def test_the_picture_of_the_first_slide_stands_where_the_slide_will(browser: Browser, story: Deck, tmp_path: Path, size: tuple[int, int], look: str) -> None:
    first.draw(story.slides[0])
    (tmp_path / "story.html").write_bytes(player.to_html(story))
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, color_scheme=look)
    page = context.new_page()
    page.add_init_script(EARLY)
    page.goto((tmp_path / "story.html").as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    page.keyboard.press("Home")
    seen, live = page.evaluate("[window.seenFirst, places('#charts .on')]")
    assert len(live) > 10 and [one[0] for one in seen] == [one[0] for one in live]
    assert all(abs(a - b) <= 3 for one, other in zip(seen, live, strict=True) for a, b in zip(one[1:], other[1:], strict=True)), (seen, live)
    context.close()


def test_after_a_mouse_on_a_button_space_goes_on(page: Page) -> None:
    page.mouse.move(300, 300)
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_selector("html:fullscreen", state="attached")
    page.keyboard.press(" ")
    assert count(page) == f"2 / {N}" and page.evaluate("document.fullscreenElement !== null")
    page.keyboard.press("Shift+ ")
    assert count(page) == f"1 / {N}"
    page.locator("button[data-do=on]").focus()
    for key in ("3", "Enter"):
        page.keyboard.press(key)
    assert count(page) == f"3 / {N}", "a number waits for its Enter, wherever the focus is"
    page.keyboard.press("Home")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("F5")
    page.wait_for_selector("html:not(:fullscreen)", state="attached")


def test_a_key_held_down_does_not_switch_to_and_fro(page: Page) -> None:
    for _ in range(4):
        page.keyboard.down("b")
    page.keyboard.up("b")
    assert page.locator("#black").is_visible()
    page.keyboard.press("b")
    for _ in range(2):
        page.keyboard.down("PageDown")
    page.keyboard.up("PageDown")
    assert count(page) == f"3 / {N}", "slides go by"


def test_notes_end_with_their_story(window: Page) -> None:
    page = fresh(window)
    with page.expect_popup() as popup:
        page.keyboard.press("n")
    notes = popup.value
    with notes.expect_event("close"):
        page.reload()
    page.close()


def test_a_story_without_slides_goes_nowhere(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "none.html").write_bytes(player.to_html(Deck("own", "Mine", "", ())))
    page = browser.new_page()
    page.goto((tmp_path / "none.html").as_uri())
    for key in ("PageDown", "End", "2", "Enter", "d"):
        page.keyboard.press(key)
    assert "no slides" in page.inner_text("#caption") and page.locator("#last").is_hidden()
    page.close()


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_the_longest_caption_stays_above_what_stands_under_it(browser: Browser, story: Deck, tmp_path: Path, size: tuple[int, int]) -> None:
    caption = ("A caption of the longest kind that somebody may write " * 6)[:300]
    slides = [replace(story.slides[0], caption=words) for words in (caption, "W" * 200)]
    (tmp_path / "long.html").write_bytes(player.to_html(replace(story, slides=tuple(slides))))
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto((tmp_path / "long.html").as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    for _ in slides:
        right, bottom, under = page.evaluate("""() => {
          const words = document.createRange()
          words.selectNodeContents(document.querySelector('#caption'))
          const box = words.getBoundingClientRect()
          return [box.right, box.bottom, document.querySelector('#under').getBoundingClientRect().top]
        }""")
        assert right <= size[0] and bottom <= under, (right, bottom, under)
        page.keyboard.press("PageDown")
    page.close()


@pytest.mark.parametrize(("asked", "shown"), [("2.7", f"2 / {N}"), ("-1", f"1 / {N}"), ("two", f"1 / {N}"), ("1e9", ""), ("Infinity", "")])
def test_a_link_made_by_hand_leads_to_a_slide(window: Page, asked: str, shown: str) -> None:
    page = window.context.new_page()
    page.goto(f"{window.url.partition('#')[0].partition('?')[0]}?slide={asked}")
    page.wait_for_selector("html[data-ready]", state="attached", timeout=10_000)
    assert count(page) == shown
    page.close()
