"""A running dashboard whose every step outside is written down: what tests of the whole server share."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).parent.parent
CALM = 4  # half-seconds in a row
# Loaded by Python itself before the dashboard. A test environment may still hold httptools from an older list of requirements: it is left out, as in a new one.
FIRST = """
import os, sys
sys.modules["httptools"] = None
def note(event, told):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        place = told[0]
    elif event in ("socket.connect", "socket.sendto"):
        place = told[1][0] if isinstance(told[1], tuple) else None
    else:
        return
    place = place.decode() if isinstance(place, bytes) else place
    if place not in (None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0"):
        with open(os.environ["OUTSIDE"], "a") as file:
            file.write(f"{event} {place}\\n")
sys.addaudithook(note)
"""
NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass
class Served:
    """A dashboard on a port of this computer, its process and its log, the folder of its temporary files, and what its proxy was asked."""

    port: int
    process: subprocess.Popen
    log: Path
    temporary: Path
    asked: list[bytes] = field(default_factory=list)
    noted: Path = Path()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def outside(self) -> list[str]:
        """Every attempt to leave this computer: addresses looked up or connected to, and what came to the proxy of the surroundings."""
        return [*(self.noted.read_text().splitlines() if self.noted.exists() else []), *(line[:80].decode("latin-1") for line in self.asked)]

    def get(self, path: str, seconds: float = 60, **headers: str) -> tuple[int, bytes, float]:
        """Status, body and seconds of a request."""
        began = time.monotonic()
        request = urllib.request.Request(self.url + path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with NO_PROXY.open(request, timeout=seconds) as answer:
                return answer.status, answer.read(), time.monotonic() - began
        except urllib.error.HTTPError as error:
            return error.code, error.read(), time.monotonic() - began

    def memory(self) -> float:
        """MB held by the server's process (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def settle(self) -> None:
        """Wait until the server has made itself ready and does nothing any more (Linux). While it waits for its browser it does nothing either, but not for long."""
        calm, before = 0, -1.0
        until = time.monotonic() + 60
        while calm < CALM and time.monotonic() < until:
            time.sleep(0.5)
            told = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
            now = (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
            calm, before = calm + 1 if now - before <= 0.1 else 0, now


@contextmanager
def running(folder: Path, *arguments: str, **environment: str) -> Iterator[Served]:
    """The dashboard, ready to answer, until the body ends. Its proxy takes calls and never answers, as a firewall would."""
    (folder / "first").mkdir()
    (folder / "first" / "sitecustomize.py").write_text(FIRST)
    (folder / "temporary").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as proxy, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port, outside = probe.getsockname()[1], f"http://127.0.0.1:{proxy.getsockname()[1]}"
        probe.close()
        told = {"PYTHONPATH": str(folder / "first"), "OUTSIDE": str(folder / "outside"), "TMPDIR": str(folder / "temporary")}
        told |= dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), outside) | {"no_proxy": "", "NO_PROXY": ""} | environment
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), *arguments]
        log = folder / "log"
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **told}, stdout=log.open("w"), stderr=subprocess.STDOUT)
        served = Served(port, process, log, folder / "temporary", noted=folder / "outside")
        Thread(target=_listen, args=(proxy, served.asked), daemon=True).start()
        try:
            _wait(served)
            yield served
        finally:
            process.terminate()
            process.wait(20)


def _listen(proxy: socket.socket, asked: list[bytes]) -> None:
    held = []  # answered never, and not closed
    while True:
        try:
            one, _ = proxy.accept()
        except OSError:
            return
        held.append(one)
        asked.append(one.recv(200))


def _wait(served: Served) -> None:
    for _ in range(480):
        try:
            if served.get("/ready", 2)[0] == 200:
                return
        except OSError:
            pass
        if served.process.poll() is not None:
            break
        time.sleep(0.25)
    raise RuntimeError(f"the dashboard did not start:\n{served.log.read_text()}")
