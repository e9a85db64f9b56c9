"""Pictures on slides are drawn once for all files that hold them, and only as far as the file needs them."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from threading import Event
from zipfile import ZipFile

import pytest
from PIL import Image

from charts.form import SLIDE
from exports import browser, drawing, everything_zip
from exports.errors import CannotMake
from exports.formats import FORMATS
from exports.page import alone
from exports.picture import kept
from exports.view import View
from queries import Filters

BASE = "https://dashboard.example"


@pytest.fixture
def easel(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict]]:
    """What the browser was asked to draw, in place of a browser; nothing is drawn yet, and what was is forgotten."""
    asked: list[dict] = []

    def drawn(told: dict, scale: float) -> tuple[str, bytes]:
        asked.append({**told, "scale": scale})
        target = BytesIO()
        Image.new("RGB", (20, 10)).save(target, "png")
        return '<svg viewBox="0 0 20 10"/>', target.getvalue()

    monkeypatch.setattr(browser, "find", lambda: "chromium")
    monkeypatch.setattr(browser, "drawn", drawn)
    monkeypatch.setattr(browser, "printed", lambda page: b"%PDF")
    kept.forget()
    yield asked
    kept.forget()


def test_nothing_is_drawn_twice_for_an_archive_or_for_the_next_file(easel: list[dict]) -> None:
    view = View.of("priority-continuity", Filters(), BASE)
    with ZipFile(BytesIO(everything_zip.to_zip(view))) as archive:
        assert {view.file_name(ending) for ending in FORMATS} <= set(archive.namelist())
    # The picture itself, and each part once as outlines and once as text.
    assert len(easel) == len({json.dumps(told) for told in easel}) == 1 + 2 * len(view.parts(SLIDE)) > 3
    easel.clear()
    for ending in ("xlsx", "pptx", "pdf"):
        FORMATS[ending].make(replace(view, base="http://elsewhere"))
    assert not easel
    FORMATS["xlsx"].make(View.of("priority-continuity", Filters(years=(2016, 2024)), BASE))
    assert easel, "other filters, another picture"


def test_a_picture_that_nobody_sees_is_not_coded(easel: list[dict]) -> None:
    FORMATS["pdf"].make(View.of("coverage-matrix", Filters(), BASE))
    alone.to_pdf(View.of("coverage-matrix", Filters(), BASE))
    assert {told["scale"] for told in easel} == {0}, "of a PDF the drawing alone is needed"


def test_what_could_not_be_drawn_is_tried_again(easel: list[dict]) -> None:
    answers = iter([CannotMake("Busy just now."), drawing.Drawn("<svg/>", b"")])

    def draw() -> drawing.Drawn:
        if isinstance(answer := next(answers), Exception):
            raise answer
        return answer

    with pytest.raises(CannotMake, match="Busy"):
        kept.kept("a", draw)
    assert kept.kept("a", draw).svg == "<svg/>"


def test_of_many_pictures_those_used_last_are_kept(easel: list[dict]) -> None:
    large = drawing.Drawn("", bytes(kept.MOST_BYTES // 3))
    asked: list[str] = []
    for key in ("a", "b", "c", "a", "d", "a", "b"):
        kept.kept(key, lambda key=key: asked.append(key) or large)
    assert asked == ["a", "b", "c", "d", "b"], "three have room, and `a` was used when `d` came"


def test_two_who_want_the_same_picture_have_it_drawn_once(easel: list[dict]) -> None:
    begun, may_end, asked = Event(), Event(), []

    def draw() -> drawing.Drawn:
        asked.append(1)
        begun.set()
        assert may_end.wait(10)
        return drawing.Drawn("<svg/>", b"")

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(kept.kept, "a", draw)
        assert begun.wait(10)
        second = pool.submit(kept.kept, "a", draw)
        time.sleep(0.05)
        may_end.set()
        assert first.result().svg == second.result().svg == "<svg/>"
    assert asked == [1]
