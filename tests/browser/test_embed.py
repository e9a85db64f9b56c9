"""A figure in somebody else's page: as high as its content at any width, in a sandbox, on a ground of its own; what the menu copies; an earlier release."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from charts.words import unbroken
from exports.text import caption, embed
from exports.view import View
from queries import Filters
from tests.browser.conftest import Visit
from tests.browser.test_downloads import opened

WIDTHS = (320, 700, 1200)
ROOM = "[...document.querySelectorAll('*')].map((n) => n.scrollHeight - n.clientHeight).filter((more, i) => more > 2 && ['auto', 'scroll'].includes(getComputedStyle(document.querySelectorAll('*')[i]).overflowY))"
EMPTY = """(() => { const held = document.querySelector('[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"]')
  return window.innerHeight - held.getBoundingClientRect().bottom })()"""
KEPT = "2026-11-25-00c9607"


def blog(visit: Visit, path: Path, *frames: str) -> None:
    """A page of another origin with these lines in it."""
    path.write_text(f"<!doctype html><meta charset=utf-8><title>blog</title>{''.join(frames)}", encoding="utf-8")
    visit.page.goto(path.as_uri(), wait_until="commit")
    visit.page.locator("iframe").last.wait_for()


@pytest.mark.parametrize("name", ["headline-figures", "documents-by-year"])
def test_a_frame_is_as_high_as_its_content_at_any_width(name: str, visitor, tmp_path: Path) -> None:
    visit: Visit = visitor(width=1300)
    view = View.of(name, Filters(), visit.address)
    code = embed.code(view).replace('loading="lazy"', "")
    blog(visit, tmp_path / "blog.html", *(f'<div style="width:{width}px">{code}</div>' for width in WIDTHS))
    heights = []
    for place, width in enumerate(WIDTHS):
        frame = visit.page.frames[1 + place]
        frame.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
        frame.get_by_text(view.about.licence).first.wait_for(timeout=30_000)
        visit.page.wait_for_timeout(600)
        assert frame.evaluate("window.innerWidth") == width
        assert frame.evaluate(ROOM) == [], f"{name} at {width} px has to be scrolled"
        assert 0 <= frame.evaluate(EMPTY) < 100, f"{name} at {width} px has empty room beneath"
        heights.append(frame.evaluate("window.innerHeight"))
    assert len(set(heights)) > 1, "the height follows the width"


def test_a_sandboxed_frame_shows_words_and_picture_and_follows_where_it_may(visitor, tmp_path: Path) -> None:
    visit: Visit = visitor(width=900)
    view = View.of("outcomes-by-theme", Filters(), visit.address)
    code = embed.code(view).replace('loading="lazy"', "")
    strict, open_ = (code.replace("<iframe", f'<iframe sandbox="{may}"') for may in ("allow-scripts", "allow-scripts allow-same-origin"))
    blog(visit, tmp_path / "blog.html", strict, open_)
    still, live = visit.page.frames[1], visit.page.frames[2]
    still.locator("#first").get_by_text(unbroken(view.title)).wait_for(timeout=30_000)
    live.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    visit.page.wait_for_timeout(600)
    assert still.locator("#first").is_visible()
    assert live.evaluate(ROOM) == []


@pytest.mark.parametrize(("ground", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(18, 22, 27)")])
def test_a_frame_keeps_the_ground_that_its_author_chose(ground: str, paper: str, visitor, tmp_path: Path) -> None:
    visit: Visit = visitor(scheme="dark" if ground == "light" else "light")
    view = View.of("outcomes-by-theme", Filters(), visit.address)
    blog(visit, tmp_path / "blog.html", embed.code(view, embed.GROUNDS[ground]).replace('loading="lazy"', ""))
    frame = visit.page.frames[1]
    frame.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    assert frame.evaluate("getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).backgroundColor") == paper


def test_picture_words_and_citation_are_copied(visitor) -> None:
    visit: Visit = visitor()
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    menu = opened(visit, "compared-outcomes", "&themes=Security")
    view = View.of("compared-outcomes", Filters(themes=("security",)), visit.address)
    for label, wanted in (("alternative text", view.alt), ("caption", caption.words(view))):
        menu.get_by_role("button", name=f"Copy {label}").click()
        menu.get_by_text(f"Copied: {label}.").wait_for()
        assert visit.page.evaluate("navigator.clipboard.readText()") == wanted
    menu.get_by_role("button", name="Copy citation").click()
    menu.get_by_text("Copied: citation.").wait_for()
    assert view.address() in visit.page.evaluate("navigator.clipboard.readText()")
    menu.get_by_role("button", name="Copy picture").click()
    menu.get_by_text("Copied: picture.").wait_for(timeout=20_000)
    read = "navigator.clipboard.read().then(([item]) => item.getType('image/png')).then((blob) => blob.arrayBuffer()).then((all) => [...new Uint8Array(all)])"
    picture = Image.open(BytesIO(bytes(visit.page.evaluate(read))))
    assert picture.size[0] == 2000 and len(picture.convert("L").getcolors() or []) > 10


def test_a_visit_under_an_earlier_release_shows_its_numbers(visitor) -> None:
    visit: Visit = visitor().open(f"/figure?figure=outcomes-by-theme&rel={KEPT}")
    text = visit.page.locator("[data-testid=stMain]").inner_text().replace("\xa0", " ")
    assert "45 of 137 priorities" in text and f"release {KEPT}" in text
    visit.page.get_by_role("link", name="The same view in today’s release").click()
    visit.page.wait_for_url(lambda url: "rel=" not in url)
    visit.settled()
    assert View.of("outcomes-by-theme", Filters()).title in visit.page.locator("[data-testid=stMain]").inner_text().replace("\u2060", "").replace("\xa0", " ")
    assert not visit.complaints
