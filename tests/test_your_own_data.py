"""docs/your-own-data.md keeps its word: its commands are run as they stand, in a home of their own, up to the first chart and to Ctrl+C."""

import csv
import io
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.port import free
from server.port.free import is_free, main
from tests.served import NO_PROXY, ROOT

GUIDE = (ROOT / "docs" / "your-own-data.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sh|text)\n(.*?)```", GUIDE, re.S)
SERVING = "make run"
LINKS = re.findall(r"<http://localhost:8501(/[^>]+)>", GUIDE)

pytestmark = [
    pytest.mark.broad,
    pytest.mark.skipif(sys.platform == "win32" or not (ROOT / ".venv").exists(), reason="follows the guide in the project's own .venv, with make"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Surroundings whose home folder is empty."""
    told = {name: value for name, value in os.environ.items() if not name.startswith(("SCO_", "MAKE", "MFLAGS"))}
    return {**told, "HOME": str(tmp_path_factory.mktemp("home"))}


@pytest.fixture(scope="module")
def followed(home: dict[str, str]) -> list[tuple[str, str]]:
    """Every block of commands with what it printed, in the order of the page; the one that serves is left to `served`."""
    printed = []
    for kind, text in BLOCKS:
        if kind == "sh" and SERVING not in text:
            ended = subprocess.run(["bash", "-c", text], cwd=ROOT, env=home, capture_output=True, text=True, timeout=120)
            printed.append((text, ended.stdout + ended.stderr))
    return printed


def test_what_the_guide_says_is_printed_is_printed(followed: list[tuple[str, str]]) -> None:
    told = [text for kind, text in BLOCKS if kind == "text"]
    checks = [printed for text, printed in followed if text.rstrip().endswith("-m data")]
    assert len(told) == len(checks) >= 2
    for lines, printed in zip(told, checks, strict=True):
        assert [line for line in lines.splitlines() if line not in printed] == [], printed


def test_every_other_command_goes_well(followed: list[tuple[str, str]]) -> None:
    begun = next(printed for text, printed in followed if "data new" in text)
    assert "files written" in begun and "guide" in begun
    assert {printed for text, printed in followed if "cat >" in text} == {""}
    assert " sheets with 21 rows written" in next(printed for text, printed in followed if "data workbook" in text)
    assert "documents               3" in next(printed for text, printed in followed if "data from" in text)


@pytest.fixture(scope="module")
def served(home: dict[str, str], followed: list[tuple[str, str]]) -> Iterator[tuple[subprocess.Popen, int, Path]]:
    """The dashboard as the guide starts it, on a free port, with its log."""
    (command,) = [text for kind, text in BLOCKS if kind == "sh" and SERVING in text]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = Path(home["HOME"]) / "log"
    with log.open("w") as file:
        process = subprocess.Popen(["bash", "-c", command], cwd=ROOT, env={**home, "PORT": str(port)}, stdout=file, stderr=file, start_new_session=True)
    try:
        until = time.monotonic() + 90
        while is_free(port) or answer(port, "/ready") is None:
            assert process.poll() is None and time.monotonic() < until, log.read_text()
            time.sleep(0.2)
        yield process, port, log
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def answer(port: int, path: str) -> str | None:
    """What the dashboard answers, None where it is not ready."""
    try:
        with NO_PROXY.open(urllib.request.Request(f"http://127.0.0.1:{port}{path}"), timeout=30) as found:
            return found.read().decode("utf-8-sig")
    except OSError:
        return None


def test_the_first_chart_has_the_rows_of_the_example(served: tuple[subprocess.Popen, int, Path]) -> None:
    _, port, log = served
    page, figure = (answer(port, link) for link in LINKS)
    assert page
    assert figure and sum(int(row["n"]) for row in csv.DictReader(io.StringIO(figure))) == 3, log.read_text()


def test_a_port_in_use_is_told_with_the_next_one(served: tuple[subprocess.Popen, int, Path], home: dict[str, str]) -> None:
    ended = subprocess.run(["make", "run"], cwd=ROOT, env={**home, "PORT": str(served[1])}, capture_output=True, text=True, timeout=60)
    assert ended.returncode and re.search(rf"Port {served[1]} is in use\. Start the dashboard on another one: make run PORT=\d+\n", ended.stderr)


@pytest.mark.parametrize(("taken", "other"), [(65535, "8501"), (65300, "65301")])
def test_the_port_that_is_named_is_the_next_one_that_there_is(taken: int, other: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(free, "is_free", lambda port: asked.append(port) or port != taken)
    assert main([str(taken)]) == 1 and capsys.readouterr().err == f"Port {taken} is in use. Start the dashboard on another one: make run PORT={other}\n"
    assert max(asked) < 65536 and main(["8501"]) == 0


def test_ctrl_c_ends_it_quietly(served: tuple[subprocess.Popen, int, Path]) -> None:
    """While it is still making itself ready: the database is asked by threads that nothing can stop."""
    process, port, log = served
    os.killpg(process.pid, signal.SIGINT)
    process.wait(20)
    assert is_free(port)
    assert not re.search("Traceback|Error|Aborted|leaked|terminate|FATAL", log.read_text()), log.read_text()


@pytest.mark.parametrize("port", ["", "http", "0", "65536", "85 01"])
def test_what_is_no_port_is_told(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([port]) == 1 and "is no port. Give a whole number" in capsys.readouterr().err


def test_every_option_of_the_commands_is_one() -> None:
    from data.__main__ import parser

    named = set(re.findall(r"`(--[a-z]+)`", GUIDE))
    (workbook,) = [action.choices["from"] for action in parser()._actions if isinstance(action.choices, dict)]
    assert named and named <= set(workbook._option_string_actions)
