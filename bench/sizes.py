"""`python -m bench.sizes`: the dashboard with 10,000, 100,000 and 1,000,000 documents beside the real dataset, in one table."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from bench.browser import DRAWN, FIRST_CHART, browser
from bench.grow import grow
from bench.serving import DASHBOARD, ROOT, serving
from bench.work import PAGES
from data.live import data_folder

SIZES = (0, 10_000, 100_000, 1_000_000)
PATIENCE_SECONDS, CHUNK = 900, 1 << 20
# How often a page is opened: the first visit asks what nobody has asked, the others what is kept.
VISITS = 3


@dataclass
class Size:
    """What was measured of one size: seconds, megabytes; pages by name -> (seconds to the first chart, kilobytes that the run sent)."""

    documents: int
    check: float = 0.0
    start: float = 0.0
    memory: float = 0.0
    csv_seconds: float = 0.0
    csv_megabytes: float = 0.0
    pages: dict[str, tuple[float, float]] = field(default_factory=dict)


@contextmanager
def folder_of(documents: int, kept: Path | None) -> Iterator[Path]:
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


def measure(documents: int, kept: Path | None, running: Browser) -> Size:
    """Check, start, memory, first charts, bytes and one CSV of the data API, for one size."""
    with folder_of(documents, kept) as folder:
        environment = {"SCO_DATA": str(folder)}
        size = Size(documents)
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "data"], cwd=ROOT, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL)
        size.check = time.perf_counter() - begun
        begun = time.perf_counter()
        with serving(DASHBOARD, environment) as ours:
            _ready(ours.url)
            size.start = time.perf_counter() - begun
            for name, path in PAGES.items():
                visits = [_visit(running, f"{ours.url}/{path}") for _ in range(VISITS)]
                size.pages[name] = (min(seconds for seconds, _ in visits), max(sent for _, sent in visits))
            size.csv_seconds, size.csv_megabytes = _taken(f"{ours.url}/api/v1/figures/document-register.csv")
            size.memory = _resident(ours.pid)
        return size


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


def _visit(running: Browser, url: str) -> tuple[float, float]:
    """Seconds to the first chart of a cold visit, and kilobytes that came over the websocket until the page was still."""
    context = running.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sent = [0]

    def count(event: Mapping) -> None:
        sent[0] += len(event["response"]["payloadData"]) * 3 // 4  # binary frames are told in base64

    session.on("Network.webSocketFrameReceived", count)
    page.add_init_script(FIRST_CHART)
    page.goto(url, wait_until="commit")
    page.wait_for_selector(f"{DRAWN}, [data-testid='stDataFrame']", state="attached", timeout=PATIENCE_SECONDS * 1000)
    seconds = float(page.evaluate("document.documentElement.dataset.firstChart ?? performance.now()")) / 1000
    page.wait_for_timeout(2_000)
    context.close()
    return seconds, sent[0] / 1000


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


def table(sizes: list[Size]) -> str:
    """One column a size, one line a measurement; first charts also as a ratio to the first size."""
    names = [f"{size.documents:,} documents" if size.documents else "real dataset" for size in sizes]
    lines = [
        ("check", [f"{size.check:.1f} s" for size in sizes]),
        ("start until the data are there", [f"{size.start:.1f} s" for size in sizes]),
        ("memory of the server, all pages seen", [f"{size.memory:,.0f} MB" for size in sizes]),
        *((f"first chart, {name}", [_first(size, sizes[0], name) for size in sizes]) for name in PAGES),
        *((f"sent by {name}", [f"{size.pages[name][1]:,.0f} kB" for size in sizes]) for name in PAGES),
        ("CSV of all documents", [f"{size.csv_seconds:.1f} s, {size.csv_megabytes:,.0f} MB" for size in sizes]),
    ]
    width = max(len(what) for what, _ in lines)
    return "\n".join(["  ".join([" " * width, *(name.rjust(20) for name in names)]), *("  ".join([what.ljust(width), *(v.rjust(20) for v in values)]) for what, values in lines)])


def _first(size: Size, least: Size, name: str) -> str:
    return f"{size.pages[name][0]:.2f} s ({size.pages[name][0] / least.pages[name][0]:.2f})"


def main() -> int:
    """Measure the sizes asked for, one after the other, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.sizes", description=__doc__)
    parser.add_argument("--up-to", type=int, default=SIZES[-1], help="largest number of documents")
    parser.add_argument("--kept", type=Path, help="a folder that holds grown-<number> from an earlier run of bench.grow")
    asked = parser.parse_args()
    with browser() as running:
        sizes = [measure(documents, asked.kept, running) for documents in SIZES if documents <= asked.up_to]
    print(table(sizes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
