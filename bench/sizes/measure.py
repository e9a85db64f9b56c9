"""What is measured of a dataset of one size, and of several side by side."""

import asyncio
import math
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from bench.grow import grow
from bench.serving import DASHBOARD, ROOT, serving
from bench.sizes.visit import Seen, visit
from bench.visitor import visit as run
from bench.work import PAGES
from data.live import data_folder

PATIENCE_SECONDS, CHUNK = 900, 1 << 20
# How often a page is opened: the first visit asks what nobody has asked, the others what is kept.
VISITS = 3


@dataclass
class Size:
    """What was measured of one size, in seconds and megabytes; every visit to each page, and the kilobytes that its run sends."""

    documents: int
    check: float = 0.0
    start: float = 0.0
    memory: float = 0.0
    csv_seconds: float = 0.0
    csv_megabytes: float = 0.0
    pages: dict[str, list[Seen]] = field(default_factory=dict)
    sent: dict[str, float] = field(default_factory=dict)


def measure(documents: Sequence[int], kept: Path | None, running: Browser) -> list[Size]:
    """Every size by itself first; then its pages by turns with those of the others, so that all see the same machine."""
    with ExitStack() as stack:
        opened = [stack.enter_context(_opened(one, kept)) for one in documents]
        for name, path in PAGES.items():
            _visits(opened, name, path, running)
        for size, url, pid in opened:
            size.csv_seconds, size.csv_megabytes = _taken(f"{url}/api/v1/figures/document-register.csv")
            size.memory = _resident(pid)
        return [size for size, _, _ in opened]


@contextmanager
def _opened(documents: int, kept: Path | None) -> Iterator[tuple[Size, str, int]]:
    """A dashboard with a dataset of that size, after its check and its start were measured: the size, its address, its process."""
    size = Size(documents)
    with _folder_of(documents, kept) as folder:
        environment = {"SCO_DATA": str(folder)}
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "data"], cwd=ROOT, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL)
        size.check = time.perf_counter() - begun
        begun = time.perf_counter()
        with serving(DASHBOARD, environment, PATIENCE_SECONDS) as ours:
            _ready(ours.url)
            size.start = time.perf_counter() - begun
            _say(documents, f"check {size.check:.1f} s, start {size.start:.1f} s, server {_resident(ours.pid):,.0f} MB")
            yield size, ours.url, ours.pid


@contextmanager
def _folder_of(documents: int, kept: Path | None) -> Iterator[Path]:
    """A folder with a dataset of that size: the real one for 0, one kept from before, or one made for this run."""
    if not documents:
        yield data_folder()
    elif kept and (kept / f"grown-{documents}").is_dir():
        yield kept / f"grown-{documents}"
    else:
        with tempfile.TemporaryDirectory() as room:
            target = Path(room) / "grown"
            grow(data_folder(), target, documents, seed=1, form="csv")
            yield target


def _visits(opened: Sequence[tuple[Size, str, int]], name: str, path: str, running: Browser) -> None:
    """Some rounds of visits to one page; where it showed nothing in time it is not asked again."""
    for _ in range(VISITS):
        for size, url, pid in opened:
            seen = size.pages.setdefault(name, [])
            if not seen or math.isfinite(seen[-1].seconds):
                seen.append(visit(running, f"{url}/{path}"))
                _say(size.documents, f"{name}: {seen[-1].what}, {seen[-1].seconds:.2f} s, server {_resident(pid):,.0f} MB")
    for size, url, _ in opened:
        size.sent[name] = _sent(url, path)
        _say(size.documents, f"{name}: {size.sent[name]:,.0f} kB")


def _sent(url: str, path: str) -> float:
    """Kilobytes of a whole run. In a thread of its own, since the browser's thread has a loop that runs already."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, run(url, path)).result().bytes / 1000


def _say(documents: int, words: str) -> None:
    """Each measurement as it is made: all of them take long, and a page that fails is to be seen at once."""
    print(f"{documents or 'real'}: {words}", file=sys.stderr, flush=True)


def _ready(url: str) -> None:
    """Wait until the server has its data."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{url}/ready", timeout=PATIENCE_SECONDS):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{url} was not ready after {PATIENCE_SECONDS} s")


def _taken(url: str) -> tuple[float, float]:
    begun, size = time.perf_counter(), 0
    with urllib.request.urlopen(url, timeout=PATIENCE_SECONDS) as answer:
        while piece := answer.read(CHUNK):
            size += len(piece)
    return time.perf_counter() - begun, size / 1e6


def _resident(pid: int) -> float:
    """Megabytes of memory that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS"))
