"""The start of the server, step by step: what is made ready and how long, who has a window opened, what ends it."""

import asyncio
import logging
import os
import sys
import time
from types import SimpleNamespace
from typing import Any

import duckdb
import pytest
from streamlit import cli_util, config
from streamlit.web.server import server_util

import data
import queries
from charts.catalogue import FIGURES
from exports.show import check
from exports.view import View
from server import first, ready, show, start
from ui.navigation import SCREENS

FAR, PAST = time.monotonic() + 3_600, time.monotonic() - 1
STEPS = ("_ask_every_query", "_draw_every_figure", "_check_stories", "_write_first_words")


def ending(code: int) -> None:
    raise SystemExit(code)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the steps, as they are taken; none does anything."""
    taken: list[str] = []
    for name in STEPS:
        monkeypatch.setattr(start, name, lambda *_, name=name: taken.append(name))
    monkeypatch.setattr(start, "store", lambda: SimpleNamespace(fill=lambda: taken.append("fill")))
    monkeypatch.setattr(show, "pack_ahead", lambda: taken.append("pack_ahead"))
    return taken


def test_bad_data_ends_the_start_and_so_does_what_nobody_thought_of(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, tmp_path: Any) -> None:
    monkeypatch.setattr(os, "_exit", ending)
    for error, told, logged in (
        (data.DataError(tmp_path, [data.Fault("themes.csv", 1, None, None, "is empty", "Add rows.")]), "The dashboard was not started. ", ""),
        (RuntimeError("odd"), "", "its data could not be loaded"),
    ):

        def current(error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(data, "current", current)
        caplog.clear()
        with caplog.at_level(logging.ERROR), pytest.raises(SystemExit) as ended:
            start._begin(watched=False)
        assert ended.value.code == 1
        assert capsys.readouterr().err.startswith(told) and logged in caplog.text


def test_a_good_start_is_told_and_made_warm(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], steps: list[str]) -> None:
    begun: list[tuple[str, bool]] = []
    monkeypatch.setattr(start, "Thread", lambda target, name, daemon: SimpleNamespace(start=lambda: begun.append((target.__name__, daemon))))
    monkeypatch.setattr(start.gc, "freeze", lambda: None)
    monkeypatch.setattr(ready, "look", lambda: None)
    start._begin(watched=False)
    told = capsys.readouterr().out
    assert data.current().release in told and data.about().dashboard in told
    assert begun == [("keep_looking", True)] and steps == ["_ask_every_query", "_draw_every_figure", "fill", "_check_stories", "_write_first_words", "pack_ahead"]


def test_a_server_serves_while_it_begins_and_puts_away_before_it_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    for name in ("_stay_inside", "_put_out", "_leave"):
        monkeypatch.setattr(start, name, lambda name=name: done.append(name))
    monkeypatch.setattr(start, "_is_watched", lambda: True)
    for module in (start.downloads, start.pace):
        monkeypatch.setattr(module, "take_over", lambda: done.append("take over"))
    monkeypatch.setattr(start.sys, "setswitchinterval", done.append)
    monkeypatch.setattr(start, "Thread", lambda target, args, name, daemon: SimpleNamespace(start=lambda: done.append((target.__name__, args, daemon))))

    async def served() -> None:
        async with start.lifespan(None):
            done.append("serving")

    asyncio.run(served())
    assert done == ["_stay_inside", "take over", "take over", start.SWITCH_SECONDS, ("_begin", (True,), True), "serving", "_put_out", "_leave"]


def test_a_step_that_fails_leaves_the_others(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, steps: list[str]) -> None:
    left: list[float] = []

    def failing(until: float) -> None:
        left.append(until - time.monotonic())
        raise ValueError("odd")

    monkeypatch.setattr(start, "_draw_every_figure", failing)
    monkeypatch.setattr(start.gc, "freeze", lambda: None)
    start._warm()
    assert 0 < left[0] <= start.WARM_SECONDS
    assert steps == ["_ask_every_query", "fill", "_check_stories", "_write_first_words", "pack_ahead"] and "not all of it could be made ready" in caplog.text


def test_questions_without_filters_are_asked_first_page_first_while_there_is_time(monkeypatch: pytest.MonkeyPatch) -> None:
    queries.vocabulary()
    asked: list[str] = []

    def run(name: str, parameters: dict[str, Any]) -> None:
        asked.append(name)
        if len(asked) % 2:
            raise duckdb.InterruptException("It takes too long.")

    monkeypatch.setattr(queries, "run", run)
    start._ask_every_query(FAR)
    unfiltered = queries.Filters().parameters(queries.vocabulary())
    assert sorted(asked) == sorted(name for name, query in queries.QUERIES.items() if query.parameters <= set(unfiltered)) and len(asked) > 30
    is_first = [name.startswith(("overview/", "common/")) for name in asked]
    assert is_first == sorted(is_first, reverse=True) and {True, False} == set(is_first)
    asked.clear()
    start._ask_every_query(PAST)
    assert not asked


def test_figures_are_drawn_in_their_order_while_there_is_time(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(View, "of", lambda name, filters: SimpleNamespace(plot=lambda look: drawn.append(name)))
    start._draw_every_figure(PAST)
    assert not drawn
    start._draw_every_figure(FAR)
    assert drawn == list(FIGURES)


def test_first_words_are_written_of_the_pages_of_the_navigation(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[tuple[str, str, bool]] = []
    monkeypatch.setattr(first, "answer", lambda page, query, narrow: written.append((page, query, narrow)))
    start._write_first_words(PAST)
    assert not written
    start._write_first_words(FAR)
    assert written == [(screen.name, "", False) for screen in SCREENS if not screen.hidden] and any(screen.hidden for screen in SCREENS)


def test_nothing_is_begun_when_the_time_is_just_up(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    monkeypatch.setattr(start, "time", SimpleNamespace(monotonic=lambda: 5.0))
    monkeypatch.setattr(queries, "run", lambda name, parameters: begun.append(name))
    monkeypatch.setattr(View, "of", lambda name, filters: begun.append(name))
    monkeypatch.setattr(first, "answer", lambda page, query, narrow: begun.append(page))
    for step in (start._ask_every_query, start._draw_every_figure, start._write_first_words):
        step(5.0)
    assert not begun


def test_faults_of_stories_are_logged(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(check, "faults", lambda folder: [f"{folder.name}: a fault"])
    start._check_stories()
    assert f"{data.current().folder.name}: a fault" in caplog.text


@pytest.mark.parametrize("watched", [True, False])
def test_the_address_is_told_and_opened_for_who_watches(watched: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    opened: list[str] = []
    monkeypatch.setattr(server_util, "get_url", lambda host: "http://here.example:1")
    monkeypatch.setattr(cli_util, "open_browser", opened.append)
    start._announce("Name", "2026-01-01-abcdefa", watched)
    assert capsys.readouterr().out == "\n  Name, release 2026-01-01-abcdefa\n  http://here.example:1\n\n"
    assert opened == ["http://here.example:1"] * watched


@pytest.mark.parametrize(
    ("headless", "platform", "screens", "is_terminal", "watched"),
    [
        (None, "linux", {"DISPLAY": ":0"}, True, True),
        (None, "linux", {"WAYLAND_DISPLAY": "wayland-0"}, True, True),
        (None, "linux", {}, True, False),
        (None, "linux", {"DISPLAY": ":0"}, False, False),
        (None, "darwin", {}, True, True),
        (None, "win32", {}, True, True),
        (None, "win32", {}, False, False),
        (False, "linux", {}, False, True),
        (True, "darwin", {"DISPLAY": ":0"}, True, False),
    ],
)
def test_a_window_is_opened_where_someone_sits(
    headless: bool | None, platform: str, screens: dict[str, str], is_terminal: bool, watched: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "get_where_defined", lambda name: "command-line argument or environment variable" if headless is not None else "config.toml")
    monkeypatch.setattr(config, "get_option", lambda name: headless)
    monkeypatch.setattr(start, "sys", SimpleNamespace(platform=platform, stdout=SimpleNamespace(isatty=lambda: is_terminal)))
    monkeypatch.setattr(start, "os", SimpleNamespace(environ=screens))
    assert start._is_watched() is watched


def test_the_process_ends_quietly_and_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging, "shutdown", lambda: None)
    monkeypatch.setattr(os, "_exit", ending)
    if sys.platform != "win32":
        with pytest.raises(SystemExit) as ended:
            start._leave()
        assert ended.value.code == 0
