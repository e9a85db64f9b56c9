"""Starts a Streamlit application on a free port for as long as it is needed."""
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
DASHBOARD = ROOT / "app.py"
BARE = ROOT / "bench" / "bare" / "app.py"
QUIET = ("--server.headless", "true", "--browser.gatherUsageStats", "false", "--browser.serverAddress", "localhost", "--server.address", "127.0.0.1")


@dataclass(frozen=True)
class Serving:
    """A running application: where, seconds from start to its first answer, process id, file with what it printed."""

    url: str
    seconds_to_first_answer: float
    pid: int
    log: Path


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def serving(script: Path, environment: Mapping[str, str] | None = None, patience: float = 60) -> Iterator[Serving]:
    """Run `script` with Streamlit until the block ends. Raises RuntimeError, with what was printed, if it does not answer in `patience` seconds."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), *QUIET]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        start = time.perf_counter()
        with log.open("wb") as output:
            process = subprocess.Popen(command, cwd=script.parent, env={**os.environ, **(environment or {})}, stdout=output, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url, process, log, patience)
            yield Serving(url, time.perf_counter() - start, process.pid, log)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(url: str, process: subprocess.Popen[bytes], log: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"The server did not answer. It printed:\n{log.read_text(encoding='utf-8', errors='replace')}")
