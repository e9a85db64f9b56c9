"""Limits of several rooms hold on both of their sides: as much as fits, and one more."""

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from unittest.mock import MagicMock

import pandas as pd
import pytest
from pptx.util import Pt
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

import data
import exports.view
import queries
from data import file
from data.faults import LONGEST_VALUE, shown
from data.live import shrunk
from data.organisation.told import is_tiles
from data.spreadsheet.values import SAFE, text_of
from data.stories import LONGEST_CAPTION, MOST_SLIDES, read
from exports import cells, sources, story_pptx
from exports.common.kept import Kept
from exports.native.reading import editable
from exports.slide import native_chart, table
from exports.view import View
from exports.workbook import xlsx_file
from queries import QUERIES, Filters, loader, vocabulary, words
from queries.filters import LONGEST_TEXT, Dropped
from queries.marks import Page
from queries.passages import AROUND, Passage, piece
from queries.words import spans
from server import links
from server.api import parameters, pinned, routes
from server.links import Links
from server.port import free
from tests.shown import holding

client = TestClient(Starlette(routes=list(routes)))


def test_a_value_is_told_whole_up_to_a_length() -> None:
    assert shown("x" * LONGEST_VALUE) == f"'{'x' * LONGEST_VALUE}'"
    assert shown("x" * (LONGEST_VALUE + 1)) == f"'{'x' * (LONGEST_VALUE - 1)}…'"


def test_a_dataset_is_large_beyond_so_many_bytes(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = sum(path.stat().st_size for path in file.data_files(tiny_folder))
    for most, is_large in ((held, False), (held - 1, True)):
        monkeypatch.setattr(file, "LARGEST_SMALL_BYTES", most)
        assert file.is_large(tiny_folder) == is_large


def test_readers_hear_of_a_table_that_lost_more_than_a_tenth() -> None:
    assert shrunk({"documents": 10}, {"documents": 9}, "2026-01-01-abcdefa") is None
    assert "documents from 10 to 8" in str(shrunk({"documents": 10}, {"documents": 8}, "2026-01-01-abcdefa"))


@pytest.mark.parametrize(("place", "sound"), [([0, 99], True), ([99, 0], True), ([-1, 0], False), ([0, 100], False), ([0], False), ([0, 1, 2], False)])
def test_a_tile_has_a_place_below_a_hundred(place: list[int], sound: bool) -> None:
    assert is_tiles({"KAZ": place}) == sound


def test_a_whole_number_is_written_as_one_up_to_fifteen_digits() -> None:
    assert [text_of(number) for number in (SAFE - 1, 1 - SAFE)] == ["999999999999999", "-999999999999999"]
    assert [text_of(number) for number in (SAFE, -SAFE)] == ["1000000000000000.0", "-1000000000000000.0"]


def test_a_story_has_so_many_slides_and_a_caption_so_many_letters(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()

    def faults(slides: int, letters: int) -> list[str]:
        one = f'[[slides]]\nfigure = "timeline"\ncaption = "{"c" * letters}"\n'
        (tmp_path / "stories" / "mine.toml").write_text('title = "Mine"\nquestion = "What?"\n' + one * slides, encoding="utf-8")
        return [str(fault) for fault in read(tmp_path)[1]]

    assert faults(MOST_SLIDES, LONGEST_CAPTION) == []
    (told,) = faults(MOST_SLIDES + 1, 1)
    assert f"has {MOST_SLIDES + 1} slides, more than {MOST_SLIDES}" in told
    (told,) = faults(1, LONGEST_CAPTION + 1)
    assert f"has {LONGEST_CAPTION + 1} letters" in told


def test_what_a_link_says_is_told_and_read_up_to_a_length() -> None:
    assert str(Dropped("themes", "x" * 40, "no such theme")) == f"themes “{'x' * 40}”: no such theme"
    assert str(Dropped("themes", "x" * 41, "no such theme")) == f"themes “{'x' * 40}…”: no such theme"
    for letters, is_kept in ((LONGEST_TEXT, True), (LONGEST_TEXT + 1, False)):
        filters, dropped = Filters.parse({"q": ["x" * letters]}, vocabulary())
        assert (len(filters.q) == letters, not dropped) == (is_kept, is_kept)


def test_years_and_days_of_a_link_lie_within_those_of_the_records() -> None:
    (low, high), (first, last) = vocabulary().years, vocabulary().days
    for years, is_kept in (((low, high - 1), True), ((low + 1, high), True), ((low - 1, high), False), ((low, high + 1), False)):
        filters, dropped = Filters.parse({"years": [str(year) for year in years]}, vocabulary())
        assert (filters.years == years, not dropped) == (is_kept, is_kept)
    for day, is_kept in ((first, True), (date.fromordinal(first.toordinal() - 1), False), (last, True), (date.fromordinal(last.toordinal() + 1), False)):
        _, dropped = Filters.parse({"day": [day.isoformat()]}, vocabulary())
        assert (not dropped) == is_kept


@pytest.mark.parametrize(
    ("typed", "near", "found"),
    [("ab", "ac", None), ("abc", "abd", "abd"), ("abcde", "abcxy", None), ("abcdef", "abcdxy", "abcdxy"), ("abcdef", "xbcdey", None), ("abcde", "abced", "abced"), ("abc1", "abcd", None)],
)
def test_a_longer_word_may_differ_more(typed: str, near: str, found: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = sum(one != other for one, other in zip(typed, near, strict=True))
    monkeypatch.setattr(words, "run", lambda name, values: pd.DataFrame({"word": [near], "distance": [apart], "n": [1]}))
    assert words.nearest(typed) == found


def test_days_are_numbers_of_a_sheet_from_march_1900() -> None:
    kinds = [cells.columns_of(pd.DataFrame({"day": pd.to_datetime([day])}))[0].are_days for day in ("1900-03-01", "1900-02-28")]
    assert kinds == [True, False]


def test_a_text_fills_a_cell_and_goes_on_in_the_next() -> None:
    assert [column.name for column in cells.columns_of(pd.DataFrame({"told": ["x" * cells.LONGEST]}))] == ["told"]
    assert [column.name for column in cells.columns_of(pd.DataFrame({"told": ["x" * (cells.LONGEST + 1)]}))] == ["told", "told_2"]
    assert table._cut("x" * table.LONGEST) == "x" * table.LONGEST
    assert table._cut("x" * (table.LONGEST + 1)) == "x" * (table.LONGEST - 1) + "…"


def test_sources_and_places_that_are_all_listed_leave_none_out() -> None:
    rows = pd.DataFrame({"n": [1, 2]})
    assert sources._more(Page(rows, 2)) == "" and sources._more(Page(rows, 3)) == "And 1 more, which the data API holds."
    row = {"title": "T", "publisher": "P", "published_on": None, "date_precision": None, "kind": "K", "n_records": 1, "locators": "p. 1", "url": None, "source_id": "s"}
    told = [sources._told(row | {"n_locators": sources.MOST_PLACES + more})["Where"] for more in (0, 1)]
    assert told == ["p. 1", "p. 1; and 1 more"]


def test_a_sheet_that_holds_all_rows_leaves_none_out(monkeypatch: pytest.MonkeyPatch) -> None:
    view, used = View.of("outcomes-by-theme", Filters()), SimpleNamespace(total=3, rows=[1, 2, 3])
    most = max(view.n_marks, view.n)
    for rows, names in ((most, []), (most - 1, ["Left out of the sheet Records"])):
        monkeypatch.setattr(xlsx_file, "MOST_ROWS", rows)
        assert [name for name, _ in xlsx_file._left_out(view, used)] == names  # type: ignore[arg-type]
    for short, is_short in ((view.n, True), (view.n - 1, False)):
        monkeypatch.setattr(xlsx_file, "MOST_SHORT", short)
        assert xlsx_file.is_short(view) == is_short


def test_no_more_rows_are_asked_for_than_a_sheet_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 4)
    frames = iter([pd.DataFrame({"n": [1, 2]}), pd.DataFrame({"n": [3, 4]}), pd.DataFrame({"n": [5]})])
    assert xlsx_file._whole(frames)["n"].tolist() == [1, 2, 3, 4] and next(frames)["n"].tolist() == [5]
    assert xlsx_file._whole(iter([pd.DataFrame({"n": [1, 2, 3]}), pd.DataFrame({"n": [4, 5]})]))["n"].tolist() == [1, 2, 3, 4]


def test_an_address_is_read_up_to_a_length(monkeypatch: pytest.MonkeyPatch) -> None:
    path = "/api/v1/figures/outcomes-by-theme.csv"
    monkeypatch.setattr(parameters, "LONGEST", len("themes=security"))
    assert [client.get(f"{path}?themes=security{more}").status_code for more in ("", "&")] == [200, 400]
    monkeypatch.setattr(parameters, "LONGEST", 8_000)
    assert [client.get(f"{path}?rel={'x' * (pinned.LONGEST + more)}").status_code for more in (0, 1)] == [404, 400]


@pytest.mark.parametrize(("port", "why"), [("1023", "is in use, or not yours to take"), ("1024", "is in use")])
def test_a_port_that_is_taken_or_kept_for_others(port: str, why: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(free, "is_free", lambda one: one != int(port))
    assert free.main([port]) == 1
    assert f"Port {port} {why}. Start" in capsys.readouterr().err
    assert free.main(["65535"]) == free.main(["1"]) == 0


@pytest.mark.parametrize("name", ["compared-pairs", "priority-survival", "priority-continuity"])
def test_of_very_many_lines_the_first_are_drawn_and_the_rest_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of(name, Filters())
    n = len(view.frame)
    for most, told in ((n, ""), (n - 1, f"Drawn are the first {n - 1} of {n} marks; the table and the rows as files hold all.")):
        monkeypatch.setattr(exports.view, "MOST_DRAWN", most)
        assert holding(view, view.frame).left_out == told


def test_of_views_and_answers_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports.view, "KEPT_VIEWS", 2)
    first, second = (View.of("outcomes-by-theme", Filters(themes=(theme,))) for theme in ("security", "energy"))
    assert View.of("outcomes-by-theme", first.filters) is first
    View.of("outcomes-by-theme", Filters())
    assert View.of("outcomes-by-theme", first.filters) is first and View.of("outcomes-by-theme", second.filters) is not second

    monkeypatch.setattr(loader, "KEPT_RESULTS", 2)
    monkeypatch.setattr(loader, "_results", OrderedDict())
    for name in ("common/themes", "common/open_terms", "common/themes", "common/chairmanship_bands"):
        queries.run(name, Filters().parameters(vocabulary()))
    kept = [loader.known(QUERIES[name].counting, Filters().parameters(vocabulary())) for name in ("common/themes", "common/open_terms", "common/chairmanship_bands")]
    assert [answer is not None for answer in kept] == [True, False, True]


@pytest.mark.parametrize(("module", "ask"), [("queries.vocabulary", "vocabulary"), ("queries.dataset.agreement", "agreement")])
def test_what_is_known_of_so_many_releases_is_kept(module: str, ask: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, served = import_module(module), data.current().release
    for others, left in ((code.KEPT - 1, code.KEPT), (code.KEPT, 1)):
        monkeypatch.setattr(code, "_kept", {f"release {number}": None for number in range(others)})
        getattr(code, ask)()
        assert len(code._kept) == left and served in code._kept


def test_things_are_kept_up_to_so_many_bytes() -> None:
    made: list[str] = []
    kept = Kept[str](10, len)
    for name in ("aaaaa", "bbbbb", "aaaaa", "c", "bbbbb"):
        kept.get(name, lambda name=name: made.append(name) or name)
    assert made == ["aaaaa", "bbbbb", "c", "bbbbb"], "two of five fill ten bytes, and a third one is one too many"
    assert [kept.get("a" * 20, lambda: made.append("long") or "long" * 5) for _ in range(2)] == ["long" * 5] * 2 and made.count("long") == 1, "the last stays, however long"


def test_a_link_is_led_to_its_own_form_up_to_a_length(monkeypatch: pytest.MonkeyPatch) -> None:
    page = TestClient(Links(Starlette(routes=[Route("/compare", lambda request: PlainTextResponse("as it is"))])), follow_redirects=False)
    for most, status in ((len("themes=security"), 307), (len("themes=security") - 1, 200)):
        monkeypatch.setattr(links, "LONGEST", most)
        assert page.get("/compare?themes=security").status_code == status


def test_small_letters_are_for_long_texts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    monkeypatch.setattr(story_pptx, "write", lambda slide, text, top, height, size, *_, **__: sizes.append(size))
    monkeypatch.setattr(story_pptx, "notes", lambda view: "")
    monkeypatch.setattr(story_pptx, "_new", lambda made, title: MagicMock())
    monkeypatch.setattr(story_pptx.drawing, "source_line", lambda view: "")
    view = SimpleNamespace(release="r", base="")
    for letters in (130, 131):
        story_pptx._worded(None, SimpleNamespace(caption="c", under="x" * letters, note="", view=view))  # type: ignore[arg-type]
    for letters in (300, 301):
        story_pptx._foot(MagicMock(), SimpleNamespace(view=view), "x" * (letters - len("  Release r.")))  # type: ignore[arg-type]
    assert sizes == [14, 12, 12, 9]
    (panel, *_), chart = editable(View.of("outcomes-by-theme", Filters())).panels, MagicMock()  # type: ignore[union-attr]
    for bars, size in ((native_chart.CROWDED, native_chart.BODY), (native_chart.CROWDED + 1, native_chart.SMALL)):
        native_chart._style(chart, replace(panel, categories=("bar",) * bars))
        assert chart.font.size == Pt(size)


def test_what_is_being_made_weighs_nothing_and_is_not_waited_for() -> None:
    kept, begun, may_end = Kept[str](3, len), Event(), Event()
    with ThreadPoolExecutor(1) as beside:
        slow = beside.submit(kept.get, "slow", lambda: begun.set() or str(may_end.wait(20)))
        assert begun.wait(20)
        quick = ThreadPoolExecutor(1).submit(kept.get, "quick", lambda: "four")
        assert quick.result(10) == "four"
        may_end.set()
        assert slow.result(20) == "True"


def test_a_text_that_has_room_is_shown_to_its_end() -> None:
    text = "the word stands near the end"
    (hit,) = spans(text, [r"\bword\b"])
    assert piece("title", text, [hit], [hit]) == Passage("title", text, (hit,))
    long = text + " and goes on" * 40
    assert piece("title", long, [hit], [hit]).text.endswith(" …") and len(piece("title", long, [hit], [hit]).text) <= AROUND + 2
