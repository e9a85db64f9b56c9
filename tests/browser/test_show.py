"""Stories in a real browser: keys on a fresh load, notes, filters, links, a dead server, a story of one's own."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from exports.show import deck, first, own, player
from tests.browser.conftest import CHROMIUM, ROOT, Visit, free_port
from tests.browser.readable import READ

Visitor = Callable[..., Visit]
READY, AHEAD = "html[data-ready]", "html[data-ahead=all]"
STORY = "two-chairmanships"


@pytest.fixture(scope="session", autouse=True)
def _browser_there() -> None:
    assert CHROMIUM, "no Chromium on this machine"


def shown(visit: Visit, path: str) -> Page:
    """The player at a path, with all slides drawn."""
    visit.page.goto(f"{visit.address}{path}", wait_until="commit")
    visit.page.wait_for_selector(AHEAD, state="attached", timeout=60_000)
    return visit.page


def count(page: Page) -> str:
    return page.inner_text("#count")


@pytest.fixture(scope="module")
def loaded(profiles, address: str) -> Iterator[Visit]:
    """The story in a window that nobody has clicked into."""
    visit = Visit(profiles(1920, 1080, "light"), address)
    shown(visit, f"/show/{STORY}")
    yield visit
    visit.page.close()


def test_keys_work_on_a_fresh_load_without_a_click(loaded: Visit) -> None:
    page = loaded.page
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
    assert not loaded.complaints and not loaded.outside


def test_the_next_slide_is_there_at_once(loaded: Visit) -> None:
    page = loaded.page
    page.keyboard.press("Home")
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


# What a slide shows, in shares of the height of the screen, and what is wrong with it.
SLIDE = f"""() => {{
  const read = {READ}
  const scale = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--scale'))
  const share = (part) => parseFloat(getComputedStyle(part).fontSize) * scale / innerHeight
  const [stage, header, under, foot] = ['#stage', 'header', '#under', 'footer'].map((name) => document.querySelector(name).getBoundingClientRect())
  const faults = [...document.querySelectorAll('#charts:not([hidden]) > .on')].flatMap((drawing) => read(drawing, 24, scale))
  if (under.bottom > header.bottom + 1) faults.push('the words under the title reach into the chart')
  if (foot.bottom > stage.bottom + 1 || stage.right > innerWidth + 1 || stage.bottom > innerHeight + 1) faults.push('outside of the screen')
  if (document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth) faults.push('a scroll bar')
  const words = [...document.querySelectorAll('#stage text, #stage p, #stage li')].filter((part) => part.textContent.trim() && part.getBoundingClientRect().width)
  if (!document.querySelector('#charts:not([hidden]) > .on text, #last:not([hidden]) li')) faults.push('empty')
  return {{ title: share(document.querySelector('h1')), least: Math.min(...words.map(share)), faults }}
}}"""


STORIES = [path.stem for path in sorted((ROOT / "data/stories").glob("*.toml"))]


@pytest.mark.parametrize("story", [pytest.param(name, marks=[] if name == STORY else pytest.mark.deep) for name in STORIES])
def test_every_slide_can_be_read_from_the_last_row(visitor: Visitor, story: str) -> None:
    page = shown(visitor(1280, 720), f"/show/{story}")
    for width, height in ((1280, 720), (1024, 768)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_selector(AHEAD, state="attached")
        page.keyboard.press("Home")
        for place in range(1, page.evaluate("story.slides.length") + 2):
            seen = page.evaluate(SLIDE)
            assert seen["title"] >= 0.04 and seen["least"] >= 0.02 and not seen["faults"], f"{width} x {height}, slide {place}: {seen}"
            page.keyboard.press("PageDown")


def test_filters_ask_the_server_for_the_story_anew(visitor: Visitor) -> None:
    page = shown(visitor(1280, 720), f"/show/{STORY}?slide=2")
    before = page.text_content("#caption")
    page.keyboard.press("c")
    page.check("input[name=chairmanships][value=cn-2017]")
    page.check("input[name=chairmanships][value=kg-2018]")
    page.get_by_role("button", name="Show the story so").click()
    page.wait_for_selector("#under:has-text('China 2017')")
    assert page.text_content("#caption") != before and count(page) == "2 / 10"
    link = page.url
    assert "chairmanships=cn-2017" in link and "slide=2" in link
    again = shown(visitor(1280, 720), link.partition("/show/")[1] + link.partition("/show/")[2])
    assert "China 2017" in again.inner_text("#under") and count(again) == "2 / 10"
    again.keyboard.press("c")
    assert again.eval_on_selector_all("input:checked", "boxes => boxes.map((box) => box.value).sort()") == ["cn-2017", "kg-2018"], "what is chosen is ticked"
    again.locator("input[name=years]").first.fill("2018")
    again.get_by_role("button", name="Show the story so").click()
    again.wait_for_url("**years=2018&years=**", wait_until="commit")
    assert "chairmanships=kg-2018" in again.url and again.evaluate("story.chosen.years[0]") == "2018"
    again.keyboard.press("c")
    again.get_by_role("button", name="No filters").click()
    again.wait_for_url(lambda url: "chairmanships=" not in url and "years=" not in url, wait_until="commit")
    assert again.text_content("#caption") == before and count(again) == "2 / 10"


# The addresses of stories alone: a server that is soon up, and is killed like any other.
ALONE = """import sys, uvicorn
from starlette.applications import Starlette
from server.show import routes
uvicorn.run(Starlette(routes=list(routes)), port=int(sys.argv[1]), log_level="error")"""


@pytest.fixture
def mortal() -> Iterator[tuple[subprocess.Popen, str]]:
    """A process that serves stories, and its address, once it answers."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", ALONE, str(port)], cwd=ROOT)
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.1)
    yield process, f"http://127.0.0.1:{port}"
    process.kill()
    process.wait(10)


def test_a_server_that_dies_does_not_end_the_story(browser, mortal: tuple[subprocess.Popen, str]) -> None:
    process, address = mortal
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.add_init_script("window.requestIdleCallback = () => 0")  # no slide is drawn ahead: each has to be drawn without the server
    page.goto(f"{address}/show/{STORY}", timeout=60_000)
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
    page.keyboard.press("Escape")
    page.wait_for_selector("#say:has-text('no page to go back to')")
    assert count(page) == "10 / 10"
    page.close()


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
    for n, name in enumerate(("membership-growth", "membership-map", "country-ladder", "path-to-membership", "world-share"), 1):
        visit.card(name).get_by_role("button", name="Add to my story").click()
        visit.page.get_by_text(f"which has {n} slide").first.wait_for()
    visit.page.get_by_role("link", name="Present").click()
    has_five(visit.page)
    visit.page.reload()
    has_five(visit.page)
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("button", name="Save the story as a file").click()
    saved = Path(taken.value.path())
    assert len(json.loads(saved.read_text())["slides"]) == 5
    link, other = visit.page.url, visitor(1280, 900).page
    other.goto(link)
    has_five(other)
    other.get_by_role("button", name="Empty it").click()
    other.get_by_text("Show it (5 slides)").wait_for(state="detached")
    other.set_input_files("input[type=file]", files=[{"name": "s.json", "mimeType": "application/json", "buffer": saved.read_bytes()}])
    has_five(other)
    for wrong, why in ((b"hello", "cannot be read"), (b'{"slides": []}', "has no slides")):
        other.set_input_files("input[type=file]", files=[{"name": "s.json", "mimeType": "application/json", "buffer": wrong}])
        other.get_by_text(why).wait_for()
        has_five(other)
    other.get_by_text("Show it (5 slides)").click()
    other.wait_for_selector(READY, state="attached", timeout=60_000)
    assert count(other) == "1 / 5"
    other.keyboard.press("Escape")
    other.wait_for_url("**/present*", wait_until="commit")


def has_five(page: Page) -> None:
    """Waits for the page Present with a story of one's own, which has five slides."""
    page.get_by_text("Show it (5 slides)").wait_for(timeout=60_000)


def test_a_card_is_shown_large_and_left_again(visitor: Visitor) -> None:
    visit = visitor(1280, 900).open("/membership")
    visit.card("country-ladder").get_by_role("link", name="Show large").click()
    visit.page.wait_for_selector(READY, state="attached", timeout=60_000)
    assert count(visit.page) == "1 / 3"
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_url("**/membership*", wait_until="commit")


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


WORDS = "(inside) => [...document.querySelectorAll(`${inside} text`)].map((one) => one.textContent.trim()).filter(Boolean).sort()"


def test_the_first_slide_is_seen_before_its_program(browser, tmp_path: Path) -> None:
    made = deck.deck(deck.known()[STORY])
    first.draw(made.slides[0])
    file = tmp_path / "story.html"
    file.write_bytes(player.to_html(made))
    words = []
    for has_programs, inside in ((False, ".picture.wide"), (True, "#charts .on")):
        page = browser.new_page(java_script_enabled=has_programs, viewport={"width": 1280, "height": 720})
        page.goto(file.as_uri())
        assert page.locator(f"{inside} text").last.is_visible()
        told = [page.inner_text(f"#{name}").replace("\u2060", "").replace("\xa0", " ") for name in ("caption", "under", "foot")]
        words.append((told, page.evaluate(WORDS, inside) if has_programs else sorted(page.locator(f"{inside} text").all_text_contents())))
        if has_programs:
            assert not page.locator(".picture").count()
            page.evaluate("document.documentElement.classList.add('later')")
            assert page.locator("#caption").is_hidden(), "another slide is wanted: the first is not shown meanwhile"
        page.close()
    assert words[0] == words[1] and len(words[0][1]) > 15
