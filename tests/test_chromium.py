"""The browser that draws, where it hangs, dies or is wanted by too many: programs of two lines stand in for it."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock
from types import SimpleNamespace

import pytest

from exports import browser, chromium, studio
from exports.errors import CannotMake
from exports.studio import Studio

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs that stand in for Chromium are shell scripts")


def running(mark: str) -> list[int]:
    """Processes that are not merely waiting to be buried and have `mark` in their command."""
    told = subprocess.run(["ps", "-ww", "-eo", "pid,stat,args"], capture_output=True, text=True, check=True).stdout
    return [int(line.split()[0]) for line in told.splitlines() if mark in line and not line.split()[1].startswith("Z")]


def gone(mark: str, seconds: float = 5) -> bool:
    until = time.monotonic() + seconds
    while running(mark) and time.monotonic() < until:
        time.sleep(0.05)
    return not running(mark)


def seen(mark: str, seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while not running(mark) and time.monotonic() < until:
        time.sleep(0.05)
    return bool(running(mark))


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], str]:
    """Makes a program of shell lines; its folder is named in the commands of all that it runs."""

    def make(lines: str) -> str:
        path = tmp_path / "chromium"
        path.write_text(f"#!/bin/sh\n{lines}\n")
        path.chmod(0o755)
        return str(path)

    return make


async def nothing(_: Studio) -> int:
    return 1


def test_a_browser_that_hangs_is_ended_and_the_next_in_line_need_not_wait_for_another(program, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(studio, "START_SECONDS", 4)
    path = program('sh -c "while :; do sleep 1; done" "$0"')
    hung = Studio(path)
    began = time.monotonic()
    with ThreadPoolExecutor(3) as threads:
        jobs = [threads.submit(hung.work, nothing) for _ in range(3)]
        assert seen(f"sh {path}")
        reasons = [str(job.exception()) for job in jobs]
    assert time.monotonic() - began < 2 * 4
    assert sorted(reasons) == sorted([studio.LATE, studio.SICK, studio.SICK])
    assert gone(str(tmp_path)), "the hung browser, its keeper and its children are ended"


def test_a_browser_that_ends_at_once_is_told_as_such(program) -> None:
    with pytest.raises(CannotMake, match="could not be started"):
        (ended := Studio(program("exit 1"))).work(nothing)
    assert ended._inside == 0, "its place in the line is free"


def test_a_hung_browser_does_not_outlive_the_dashboard(program, tmp_path) -> None:
    path = program('sh -c "while :; do sleep 1; done" "$0"')
    text = "import sys; from exports.studio import Studio\nasync def job(_): pass\nStudio(sys.argv[1]).work(job)"
    dashboard = subprocess.Popen([sys.executable, "-c", text, path], cwd=ROOT, stderr=subprocess.DEVNULL)
    assert seen(f"sh {path}")
    dashboard.kill()
    dashboard.wait()
    assert gone(str(tmp_path))


def test_the_line_has_an_end(monkeypatch) -> None:
    monkeypatch.setattr(studio, "MOST_WAITING", 2)
    full, release = Studio("chromium"), Event()

    async def ready(_: Studio) -> None:
        pass

    async def job(_: Studio) -> None:
        while not release.is_set():
            await studio.asyncio.sleep(0.01)

    monkeypatch.setattr(Studio, "_answering", ready)
    full._gone = full._loop.create_future()  # of a browser that lives
    with ThreadPoolExecutor(8) as threads:
        jobs = [threads.submit(full.work, job) for _ in range(8)]
        began = time.monotonic()
        while sum(job.done() for job in jobs) < 5 and time.monotonic() - began < 5:
            time.sleep(0.01)
        refused = [job for job in jobs if job.done()]
        quick = time.monotonic() - began < 1
        release.set()
        assert quick, "whoever finds the line full is told at once"
        assert [str(job.exception()) for job in refused] == [studio.BUSY] * 5
        assert [job.exception() for job in jobs if job not in refused] == [None] * 3


def test_a_page_is_printed_while_a_picture_is_drawn_and_the_next_picture_waits(monkeypatch) -> None:
    made, inside, release = Studio("chromium"), [], Event()

    async def ready(_: Studio) -> None:
        pass

    def job(name: str):
        async def work(_: Studio) -> None:
            inside.append(name)
            while not release.is_set():
                await studio.asyncio.sleep(0.01)

        return work

    monkeypatch.setattr(Studio, "_answering", ready)
    made._gone = made._loop.create_future()
    with ThreadPoolExecutor(3) as threads:
        told = [threads.submit(made.work, job("picture")), threads.submit(made.work, job("next picture")), threads.submit(made.work, job("page"), "print")]
        began = time.monotonic()
        while len(inside) < 2 and time.monotonic() - began < 5:
            time.sleep(0.01)
        time.sleep(0.1)
        at_once = set(inside)
        release.set()
        assert at_once == {"picture", "page"} or at_once == {"next picture", "page"}
        assert [one.exception() for one in told] == [None] * 3


def test_who_waits_for_a_browser_that_hangs_at_its_start_does_not_wait_for_another(program, monkeypatch) -> None:
    monkeypatch.setattr(studio, "START_SECONDS", 4)
    hung = Studio(program('sh -c "while :; do sleep 1; done" "$0"'))
    began = time.monotonic()
    with ThreadPoolExecutor(2) as threads:
        jobs = [threads.submit(hung.work, nothing, what) for what in ("draw", "print")]
        reasons = [str(job.exception()) for job in jobs]
    assert sorted(reasons) == sorted([studio.LATE, studio.SICK]) and time.monotonic() - began < 2 * 4
    hung.end()


def test_many_at_once_get_one_browser(monkeypatch) -> None:
    monkeypatch.setattr(browser, "_made", [])
    monkeypatch.setattr(browser, "find", lambda: "chromium")
    made: list[str] = []

    class Slow(Studio):
        def __init__(self, path: str) -> None:
            time.sleep(0.05)
            made.append(path)
            super().__init__(path)

    monkeypatch.setattr(browser, "Studio", Slow)
    with ThreadPoolExecutor(8) as threads:
        assert len({id(one) for one in threads.map(lambda _: browser._studio(), range(8))}) == len(made) == 1


@pytest.mark.parametrize("answer", [{"error": {"code": -32000}}, {"result": {"result": {}, "exceptionDetails": {"text": "Uncaught"}}}, {"result": {"result": {"value": 5}}}])
def test_what_a_page_answers_is_its_value_or_a_reason(answer: dict[str, dict[str, object]]) -> None:
    sent: list[tuple[object, ...]] = []

    class Tab:
        async def send_command(self, *told: object) -> dict[str, dict[str, object]]:
            sent.append(told)
            return answer

    if answer == {"result": {"result": {"value": 5}}}:
        assert asyncio.run(studio.run(Tab(), "2 + 3")) == 5
    else:
        with pytest.raises(CannotMake, match="could not draw"):
            asyncio.run(studio.run(Tab(), "2 + 3"))
    assert sent == [("Runtime.evaluate", {"expression": "2 + 3", "awaitPromise": True, "returnByValue": True})], "a promise is waited for, and its value comes with the answer"


@pytest.mark.parametrize(("there", "is_set_up", "is_busy", "begun"), [(True, False, False, True), (False, False, False, False), (True, True, False, False), (True, False, True, False)])
def test_a_browser_is_begun_ahead_once(there: bool, is_set_up: bool, is_busy: bool, begun: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[tuple[object, bool]] = []
    monkeypatch.setattr(browser, "find", lambda: "chromium" if there else None)
    monkeypatch.setattr(browser, "_studio", lambda: SimpleNamespace(is_set_up=is_set_up))
    monkeypatch.setattr(browser, "_setting_up", Lock())
    monkeypatch.setattr(browser, "Thread", lambda target, name, daemon: SimpleNamespace(start=lambda: threads.append((target, daemon))))
    if is_busy:
        browser._setting_up.acquire()
    browser.ahead()
    browser.ahead()
    assert threads == [(browser._set_up, True)] * begun


def test_the_keeper_hands_the_browser_its_two_pipes_and_says_when_it_has_ended(tmp_path: Path) -> None:
    command = [sys.executable, chromium.__file__, str(os.getpid()), "sh", "-c", "cat <&3 >&4; pwd >&4"]
    told = subprocess.run(command, input="asked", capture_output=True, text=True, timeout=30, check=True, env={**os.environ, "TMPDIR": str(tmp_path)})
    assert (told.stdout, told.stderr) == (f"asked{tmp_path.resolve()}\n{{bye}}\n", "")


def test_the_end_of_a_browser_is_told_once() -> None:
    hung = Studio("chromium")
    hung._lose()  # none has been opened
    hung._gone = hung._loop.create_future()
    hung._lose()
    hung._lose()
    assert hung._gone.done()


@pytest.mark.parametrize(("ends", "told"), [("cancelled", studio.Gone), ("failed", OSError), ("late", TimeoutError), ("gone", studio.Gone)])
def test_work_that_does_not_end_well_says_how(ends: str, told: type[Exception]) -> None:
    async def work() -> None:
        if ends == "cancelled":
            raise asyncio.CancelledError
        if ends == "failed":
            raise OSError
        await asyncio.sleep(5)

    async def within() -> None:
        hung._gone = asyncio.get_running_loop().create_future()
        if ends == "gone":
            hung._gone.set_result(None)
        await hung._within(work(), 0.05)

    hung = Studio("chromium")
    with pytest.raises(told):
        asyncio.run(within())


@pytest.mark.parametrize(("user", "is_shut_in"), [(0, False), (1, True), (1000, True)])
def test_a_browser_has_its_sandbox_unless_it_runs_as_root(user: int, is_shut_in: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr("choreographer.Browser", lambda **told: told)
    told = chromium.new("chromium")
    assert (told["path"], told["enable_sandbox"], told["headless"], told["enable_gpu"]) == ("chromium", is_shut_in, True, False)


def test_whoever_waits_has_time_for_a_browser_that_starts_twice() -> None:
    assert studio.LONGEST_SECONDS >= 2 * (studio.START_SECONDS + studio.JOB_SECONDS) > studio.JOB_SECONDS > 0
