"""The browser that draws for readers: it goes on after a crash, and nothing that stands in data lets it out."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from exports import browser, studio
from exports.studio import Studio, run
from tests.browser.conftest import CHROMIUM

PAGE = "<!doctype html><meta charset='utf-8'>{}<p>Text</p><script>window.ready = true</script>"


@pytest.fixture
def drawing() -> Iterator[Studio]:
    """A studio with its browser running."""
    assert CHROMIUM
    made = Studio(CHROMIUM)
    assert pages(made) == 1
    yield made
    made.end()


def pages(made: Studio) -> int:
    """Draws a page; gives the number of its paragraphs."""

    async def job(one: Studio) -> int:
        tab = await one.open(PAGE.format(""))
        found = await run(tab, "document.querySelectorAll('p').length")
        await one.close(tab)
        return found

    return made.work(job)


def tell(pids: Iterable[int], what: signal.Signals) -> None:
    """Sends a signal to each process; one that ended with the one before it needs none."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, what)


def children(made: Studio) -> dict[int, str]:
    """Command of every living process of the browser."""
    told = subprocess.run(["ps", "-ww", "-eo", "pid,pgid,stat,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 3) for line in told.splitlines()[1:]]
    return {int(pid): args for pid, group, state, args in rows if int(group) == made._browser.subprocess.pid and not state.startswith("Z")}


@pytest.mark.parametrize("whom", ["all", "renderers"])
def test_a_browser_that_died_costs_no_file(whom: str, drawing: Studio) -> None:
    found = [pid for pid, command in children(drawing).items() if whom == "all" or "--type=renderer" in command]
    assert found
    tell(found, signal.SIGKILL)
    time.sleep(0.5)
    assert pages(drawing) == 1


def test_a_page_that_dies_while_it_is_drawn_is_drawn_again(drawing: Studio) -> None:
    tried: list[int] = []

    async def job(one: Studio) -> int:
        tab = await one.open(PAGE.format(""))
        tried.append(1)
        if len(tried) == 1:
            await tab.send_command("Page.crash")
        return await run(tab, "document.querySelectorAll('p').length")

    began = time.monotonic()
    assert drawing.work(job) == 1 and len(tried) == 2
    assert time.monotonic() - began < studio.JOB_SECONDS / 2, "the crash is noticed and not waited for"


def test_a_browser_that_dies_over_a_picture_and_a_page_costs_neither(drawing: Studio) -> None:
    begun: list[str] = []

    def job(name: str):
        async def work(one: Studio) -> int:
            tab = await one.open(PAGE.format(""))
            begun.append(name)
            if len(begun) <= 2:
                await run(tab, "new Promise(() => {})")
            return await run(tab, "document.querySelectorAll('p').length")

        return work

    with ThreadPoolExecutor(2) as threads:
        jobs = [threads.submit(drawing.work, job(what), what) for what in ("draw", "print")]
        began = time.monotonic()
        while len(begun) < 2 and time.monotonic() - began < 10:
            time.sleep(0.05)
        old = set(children(drawing))
        tell(old, signal.SIGKILL)
        assert [one.result() for one in jobs] == [1, 1]
    assert sorted(begun) == ["draw", "draw", "print", "print"]
    assert time.monotonic() - began < studio.JOB_SECONDS / 2, "both notice the end and wait for nothing"
    assert sum("chromium.py" in command for command in children(drawing).values()) == 1, "one browser came in their place"


def test_a_browser_that_was_stopped_is_ended_and_replaced(drawing: Studio) -> None:
    old = children(drawing)
    tell(old, signal.SIGSTOP)
    assert pages(drawing) == 1
    left = subprocess.run(["ps", "-o", "stat=", "-p", ",".join(map(str, old))], capture_output=True, text=True, check=False).stdout.split()
    assert all(state.startswith("Z") for state in left)


@pytest.mark.skipif(not Path("/proc/self/autogroup").is_file(), reason="only Linux tells")
def test_the_browser_leaves_the_processor_to_pages(drawing: Studio) -> None:
    # Some of its processes choose a weight of their own within the session, and some end while they are looked at.
    weights: dict[int, str] = {}
    for pid in children(drawing):
        with suppress(FileNotFoundError, ProcessLookupError):
            weights[pid] = Path(f"/proc/{pid}/autogroup").read_text(encoding="ascii").split()[-1]
    assert drawing._browser.subprocess.pid in weights and set(weights.values()) == {"5"}


def test_a_temporary_folder_may_lie_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CHROMIUM
    deep = tmp_path / ("deep" * 20)
    deep.mkdir()
    monkeypatch.setenv("TMPDIR", str(deep))
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    made = Studio(CHROMIUM)
    try:
        assert pages(made) == 1
    finally:
        made.end()


@pytest.fixture
def ear() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this computer, and all that is asked of it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            while True:
                try:
                    one, _ = listening.accept()
                except OSError:
                    return
                heard.append(one.recv(200))
                one.close()

        Thread(target=listen, daemon=True).start()
        yield listening.getsockname()[1], heard


def hostile(port: int) -> str:
    """Markup that asks a port of this computer in ten ways."""
    at = f"http://127.0.0.1:{port}"
    return (
        f"<link rel='stylesheet' href='{at}/css'><link rel='icon' href='{at}/icon'><link rel='preconnect' href='{at}'><img src='{at}/img'>"
        f"<script src='{at}/js'></script><iframe src='{at}/frame'></iframe><p style='background:url({at}/bg)'>x</p><object data='{at}/object'></object>"
        f"<svg><rect fill='url({at}/fill#x)' filter='url({at}/filter#x)' width='9' height='9'/><image href='{at}/image'/><use href='{at}/use#x'/></svg>"
        f"<script>fetch('{at}/fetch').catch(() => 0); navigator.sendBeacon('{at}/beacon'); new WebSocket('ws://127.0.0.1:{port}/socket')</script>"
    )


def test_the_browser_has_no_way_out(drawing: Studio, ear: tuple[int, list[bytes]], monkeypatch: pytest.MonkeyPatch) -> None:
    port, heard = ear
    monkeypatch.setattr(browser, "_made", [drawing])
    assert browser.printed(PAGE.format(hostile(port)))[:4] == b"%PDF"
    time.sleep(0.5)
    assert not heard


@pytest.mark.parametrize("template", ["easel.html", "page/paper.html"])
def test_pages_of_the_browser_read_no_local_file(template: str, drawing: Studio, tmp_path: Path) -> None:
    (tmp_path / "probe.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>')
    text = (Path(browser.__file__).parent / template).read_text(encoding="utf-8")
    policy = next(line for line in text.splitlines() if "Content-Security-Policy" in line)

    async def width(one: Studio, head: str) -> int:
        tab = await one.open(PAGE.format(f"{head}<img src='{(tmp_path / 'probe.svg').as_uri()}'>"))
        return await run(tab, "new Promise(tell => setTimeout(() => tell(document.images[0].naturalWidth), 300))")

    assert drawing.work(lambda one: width(one, "")) == 7, "without its policy the page would read the file"
    assert drawing.work(lambda one: width(one, policy)) == 0
