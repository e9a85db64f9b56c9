"""Stories over the network: packed ahead in the shortest way, the same page in every packing, nothing of one address in the page of another."""

from collections.abc import Iterator
from dataclasses import replace

import brotli
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from charts.form import SLIDE, SLIDE_TALL
from exports import browser
from exports.common.shelf import Shelf
from exports.show import deck, first
from server import show
from server.first.pictures import SETTING

pytestmark = pytest.mark.broad

STORY = "how-a-programme-lives-on"
client = TestClient(Starlette(routes=list(show.routes)))


@pytest.fixture(scope="module", autouse=True)
def _one_story_ahead() -> Iterator[None]:
    known = {STORY: deck.known()[STORY]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deck, "known", lambda: known)
        show._kept.clear()
        show.pack_ahead()
        yield
    show._kept.clear()


def test_every_packing_holds_the_same_page() -> None:
    answers = {encoding: client.get(f"/show/{STORY}", headers={"accept-encoding": encoding}) for encoding in ("br, gzip", "gzip", "identity")}
    assert [answer.headers.get("content-encoding") for answer in answers.values()] == ["br", "gzip", None]
    pages = {answer.text for answer in answers.values()}
    assert len(pages) == 1 and "How a programme lives on" in pages.pop()
    sizes = [int(answer.headers["content-length"]) for answer in answers.values()]
    assert sizes[0] < 0.9 * sizes[1] < 0.9 * sizes[2] and sizes[0] < 1_400_000


def test_the_first_slide_is_in_the_page_once_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first, "_kept", Shelf(4))
    monkeypatch.setattr(browser, "sketched", lambda figure, width: f'<svg xmlns="http://www.w3.org/2000/svg"><text>{width}</text></svg>')
    (shown, *_) = deck.deck(deck.known()[STORY], base="").slides
    forms = (SLIDE, SLIDE_TALL)
    assert [first.kept(shown, form) for form in forms] == ["", ""]
    first.draw(shown)
    assert [f"<text>{form.width}</text>" in first.kept(shown, form) for form in forms] == [True, True]


def test_what_is_not_kept_any_more_is_packed_again() -> None:
    key, body = next((key, body) for key, body in show._kept._made.items() if key[1] == "br")
    show._kept.clear()
    page = b"<!doctype html>"
    assert brotli.decompress(show._made(key, lambda: (page,))) == page and brotli.decompress(body).startswith(page)


def test_a_kept_page_holds_no_address() -> None:
    for host in ("one.example", "other.example"):
        assert "one.example" not in client.get(f"/show/{STORY}", headers={"host": host, "accept-encoding": "gzip"}).text


def test_whatever_is_written_anew_in_a_story_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    told = deck.known()[STORY]
    slide = told.slides[-1]
    marks = []
    for changed in (
        told,
        replace(told, question="What else?"),
        replace(told, slides=(*told.slides[:-1], replace(slide, note="Another note."))),
        replace(told, slides=(*told.slides[:-1], replace(slide, caption="A bar a year", filters={}))),
        replace(told, slides=(*told.slides[:-1], replace(slide, caption="A bar a year"))),
    ):
        monkeypatch.setattr(deck, "known", lambda changed=changed: {STORY: changed})
        marks.append(client.get(f"/show/{STORY}.json").headers["etag"])
    assert len(set(marks)) == len(marks), "a browser that holds the story as it was asks whether it still is"


@pytest.mark.parametrize(("setting", "why", "drawn"), [("", "", 1), ("0", "", 0), ("", "no browser", 0)], ids=["drawn", "switched off", "no browser"])
def test_first_slides_are_drawn_ahead_where_they_can_be_and_are_wanted(setting: str, why: str, drawn: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[deck.Shown] = []
    monkeypatch.setenv(SETTING, setting)
    monkeypatch.setattr(browser, "unavailable", lambda: why)
    monkeypatch.setattr(first, "draw", asked.append)
    show.pack_ahead()
    assert [slide.caption for slide in asked] == [deck.deck(deck.known()[STORY]).slides[0].caption] * drawn
