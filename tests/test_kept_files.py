"""What takes long is made once for all files that hold it, only as far as the file needs it, and begun before it is asked for."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any
from unittest.mock import Mock
from zipfile import ZipFile

import openpyxl
import pytest
from PIL import Image
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
from charts.form import SLIDE
from exports import browser, citation, drawing, everything_zip
from exports.common.kept import Kept
from exports.common.shelf import Shelf
from exports.errors import CannotMake
from exports.formats import FORMATS
from exports.page import alone
from exports.picture.sizes import SIZES
from exports.view import View
from exports.workbook import picture, xlsx_file
from queries import Filters
from server.api import pictures, routes
from ui.card import file_button, turns

pytestmark = pytest.mark.broad

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
    forget()
    yield asked
    forget()


def forget() -> None:
    """Let go of what was drawn and of the workbooks that hold it."""
    drawing.SLIDES.forget()
    xlsx_file.BOOKS.forget()


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


@pytest.mark.parametrize("name", ["world-share", "country-ladder"])
def test_words_above_a_picture_on_a_slide_say_what_it_leaves_out(easel: list[dict], name: str) -> None:
    view = View.of(name, Filters(), BASE)
    slides = Presentation(BytesIO(FORMATS["pptx"].make(view))).slides
    told = [next(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape != slide.shapes.title) for slide in slides]
    assert told == [f"{view.above}; {part.left_out}" if part.left_out else view.above for part in view.parts(SLIDE)]


@pytest.mark.parametrize(("size", "millimetres"), [("page", "5.29mm 2.65mm"), ("column", "85.00mm 42.50mm"), ("columns", "180.00mm 90.00mm")])
def test_a_picture_alone_has_its_size_on_paper(easel: list[dict], size: str, millimetres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "printed", lambda page: page.encode())
    assert f"size: {millimetres};" in alone.to_pdf(View.of("coverage-matrix", Filters(), BASE), SIZES[size]).decode()


def test_what_could_not_be_made_is_tried_again() -> None:
    answers = iter([CannotMake("Busy just now."), "made"])

    def make() -> str:
        if isinstance(answer := next(answers), Exception):
            raise answer
        return answer

    kept = Kept[str](9, len)
    with pytest.raises(CannotMake, match="Busy"):
        kept.get("a", make)
    assert kept.get("a", make) == "made"


def test_of_many_things_those_used_last_are_kept() -> None:
    kept, asked = Kept[str](9, len), []
    for key in ("a", "b", "c", "a", "d", "a", "b"):
        kept.get(key, lambda key=key: asked.append(key) or 3 * key)
    assert asked == ["a", "b", "c", "d", "b"], "three have room, and `a` was used when `d` came"


def test_two_who_want_the_same_have_it_made_once() -> None:
    begun, may_end, asked, kept = Event(), Event(), [], Kept[str](9, len)

    def make() -> str:
        asked.append(1)
        begun.set()
        assert may_end.wait(10)
        return "made"

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(kept.get, "a", make)
        assert begun.wait(10)
        second = pool.submit(kept.get, "a", make)
        time.sleep(0.05)
        may_end.set()
        assert first.result() == second.result() == "made"
    assert asked == [1]


def test_a_workbook_is_written_once_for_those_who_want_the_same(easel: list[dict], monkeypatch: pytest.MonkeyPatch) -> None:
    written, write = [], xlsx_file._book

    def counted(*told: Any) -> bytes:
        written.append(told)
        return write(*told)

    monkeypatch.setattr(xlsx_file, "_book", counted)
    first = FORMATS["xlsx"].make(View.of("coverage-matrix", Filters(), BASE))
    assert FORMATS["xlsx"].make(View.of("coverage-matrix", Filters(), BASE)) == first and len(written) == 1
    FORMATS["xlsx"].make(View.of("coverage-matrix", Filters(), "http://elsewhere"))
    assert len(written) == 2, "its links lead elsewhere"
    monkeypatch.setattr(browser, "find", lambda: None)
    FORMATS["xlsx"].make(View.of("coverage-matrix", Filters(), BASE))
    assert len(written) == 3, "without a browser it says so"


def test_what_is_kept_goes_with_the_words_of_the_dataset_and_with_the_day(easel: list[dict], tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A licence may change while the release stays, and a file that names the day on which it was taken is another one tomorrow."""
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0)
    monkeypatch.setattr(pictures, "_kept", Shelf(2))
    description = tiny_folder / "dataset.toml"
    description.write_text('title = "T"\nshort_title = "T"\nlicence = "CC BY 4.0"\n')
    api = TestClient(Starlette(routes=list(routes)))
    books, drawn, releases = [], [], []
    for licence in ("CC BY 4.0", "ALL RIGHTS RESERVED"):
        description.write_text(description.read_text().replace("CC BY 4.0", licence))
        data.current()  # files are taken when they are the same at two looks
        releases.append(data.current().release)
        view = View.of("document-register", Filters(), BASE)
        books.append(FORMATS["xlsx"].make(view))
        assert licence in told_in(books[-1])
        easel.clear()
        assert api.get("/api/v1/figures/document-register.png").status_code == 200
        drawn.append(" ".join(line for told in easel for line in told["foot"]))
        assert licence in drawn[-1]
    assert releases[0] == releases[1]
    monkeypatch.setattr(citation, "today", lambda: date(2031, 2, 3))
    assert "2031-02-03" in told_in(FORMATS["xlsx"].make(view))


def told_in(book: bytes) -> str:
    """All words of the sheet Filters."""
    return " ".join(str(cell) for row in openpyxl.load_workbook(BytesIO(book))["Filters"].iter_rows(values_only=True) for cell in row)


def test_a_workbook_that_lacks_its_picture_is_not_kept(easel: list[dict], monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of("coverage-matrix", Filters(), BASE)
    with monkeypatch.context() as busy:
        busy.setattr(browser, "drawn", Mock(side_effect=CannotMake("Busy just now.")))
        without = FORMATS["xlsx"].make(view)
    assert pictures_in(without) == 0 and pictures_in(FORMATS["xlsx"].make(view)) == 1, "the parts are one picture here"


def pictures_in(book: bytes) -> int:
    with ZipFile(BytesIO(book)) as archive:
        return sum(name.startswith("xl/media/") for name in archive.namelist())


def test_parts_that_nobody_waits_for_any_more_are_not_drawn(easel: list[dict], monkeypatch: pytest.MonkeyPatch) -> None:
    held, first = Event(), Event()
    monkeypatch.setattr(picture, "_drawn", lambda view, part: (first.set(), held.wait(20)))
    with picture.ahead(View.of("priority-continuity", Filters(), BASE)) as parts:
        assert first.wait(20)
    assert len(parts) > 1 and [part.cancelled() for part in parts] == [False, *(True for _ in parts[1:])]
    held.set()


def test_the_workbook_is_begun_early_but_not_in_the_way_of_others(easel: list[dict]) -> None:
    view = View.of("coverage-matrix", Filters(), BASE)
    with turns.turn("xlsx"):
        file_button.begin(view).result()
    assert not easel, "somebody has a turn"
    file_button.begin(view).result()
    assert easel
    easel.clear()
    FORMATS["xlsx"].make(view)
    assert not easel


def test_a_large_workbook_waits_until_it_is_asked_for(easel: list[dict], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_SHORT", 10)
    file_button.begin(View.of("coverage-matrix", Filters(), BASE)).result()
    assert not easel


def test_of_many_things_those_asked_for_last_stay() -> None:
    shelf = Shelf[str, int](2)
    assert [shelf.put(name, number) for name, number in (("a", 1), ("b", 2))] == [1, 2]
    assert shelf.get("a") == 1, "as many as there is room for all stay"
    shelf.put("c", 3)
    assert [shelf.get(name) for name in "abc"] == [1, None, 3] and "a" in shelf and "b" not in shelf
    shelf.put("a", 4)
    shelf.put("d", 5)
    assert [shelf.get(name) for name in "acd"] == [4, None, 5], "what is made anew counts as asked for"
    shelf.clear()
    assert shelf.get("a") is None
