"""`python -m bench.sizes`: the dashboard with 10,000, 100,000 and 1,000,000 documents beside the real dataset, in one table."""

import argparse
import math
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

from playwright.sync_api import Browser, TimeoutError

from bench.browser import DRAWN, browser
from bench.grow import grow
from bench.serving import DASHBOARD, ROOT, serving
from bench.work import PAGES
from data.live import data_folder

SIZES = (0, 10_000, 100_000, 1_000_000)
START_SECONDS, PAGE_SECONDS, CHUNK = 900, 90, 1 << 20
# How often a page is opened: the first visit asks what nobody has asked, the others what is kept.
VISITS = 3
# A page without charts is there when its run has ended. Set before the page's own scripts, so that the moment is taken in the page itself.
FIRST_SEEN = f"""const look = () => {{
  const ended = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
    && document.querySelector('[data-testid="stMain"] h1') && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stPlotlyChart"]');
  const what = document.querySelector("{DRAWN}") ? CHART : ended ? PAGE : null;
  if (what) window.firstSeen = [what, performance.now()]; else requestAnimationFrame(look);
}};
const CHART = "first chart", PAGE = "whole page";
requestAnimationFrame(look);"""


@dataclass
class Size:
    """What was measured of one size, in seconds and megabytes."""

    documents: int
    check: float = 0.0
    start: float = 0.0
    memory: float = 0.0
    csv_seconds: float = 0.0
    csv_megabytes: float = 0.0
    pages: dict[str, "Seen"] = field(default_factory=dict)


@dataclass(frozen=True)
class Seen:
    """A visit: what was waited for, seconds until it stood (infinite where it never did), kilobytes that the run sent."""

    what: str
    seconds: float
    kilobytes: float


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
        _say(documents, f"check {size.check:.1f} s")
        begun = time.perf_counter()
        with serving(DASHBOARD, environment, START_SECONDS) as ours:
            _ready(ours.url)
            size.start = time.perf_counter() - begun
            _say(documents, f"start {size.start:.1f} s, {_resident(ours.pid):,.0f} MB")
            for name, path in PAGES.items():
                size.pages[name] = seen = _page(running, f"{ours.url}/{path}")
                _say(documents, f"{name}: {seen.what} {seen.seconds:.2f} s, {seen.kilobytes:,.0f} kB, server {_resident(ours.pid):,.0f} MB")
            size.csv_seconds, size.csv_megabytes = _taken(f"{ours.url}/api/v1/figures/document-register.csv")
            size.memory = _resident(ours.pid)
        return size


def _say(documents: int, words: str) -> None:
    """Each measurement as it is made: a run of all sizes takes long, and a page that fails is to be seen at once."""
    print(f"{documents or 'real'}: {words}", file=sys.stderr, flush=True)


def _ready(url: str) -> None:
    """Wait until the server has its data."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{url}/ready", timeout=START_SECONDS):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{url} was not ready after {START_SECONDS} s")


def _page(running: Browser, url: str) -> Seen:
    """The quickest of some visits, with the most that one of them sent; the first that shows nothing in time is the last."""
    visits: list[Seen] = []
    while len(visits) < VISITS and (not visits or math.isfinite(visits[-1].seconds)):
        visits.append(_visit(running, url))
    return Seen(visits[-1].what, min(seen.seconds for seen in visits), max(seen.kilobytes for seen in visits))


def _visit(running: Browser, url: str) -> Seen:
    """A cold visit to the first chart, and what came over the websocket until the page was still."""
    context = running.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sent = [0]

    def count(event: Mapping) -> None:
        sent[0] += len(event["response"]["payloadData"]) * 3 // 4  # binary frames are told in base64

    session.on("Network.webSocketFrameReceived", count)
    page.add_init_script(FIRST_SEEN)
    what, milliseconds = f"nothing in {PAGE_SECONDS} s", math.inf
    try:
        page.goto(url, wait_until="commit")
        page.wait_for_function("window.firstSeen", timeout=PAGE_SECONDS * 1000)
        what, milliseconds = page.evaluate("window.firstSeen")
        page.wait_for_timeout(2_000)
    except TimeoutError:
        pass  # told in the table: the other pages are still to be measured
    context.close()
    return Seen(what, milliseconds / 1000, sent[0] / 1000)


def _taken(url: str) -> tuple[float, float]:
    begun, size = time.perf_counter(), 0
    with urllib.request.urlopen(url, timeout=START_SECONDS) as answer:
        while piece := answer.read(CHUNK):
            size += len(piece)
    return time.perf_counter() - begun, size / 1e6


def _resident(pid: int) -> float:
    """Megabytes of memory that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS"))


def table(sizes: list[Size]) -> str:
    """One column a size, one line a measurement; pages also as a ratio to the first size."""
    names = [f"{size.documents:,} documents" if size.documents else "real dataset" for size in sizes]
    lines = [
        ("check", [f"{size.check:.1f} s" for size in sizes]),
        ("start until the data are there", [f"{size.start:.1f} s" for size in sizes]),
        ("memory of the server, all pages seen", [f"{size.memory:,.0f} MB" for size in sizes]),
        *((f"{sizes[0].pages[name].what}, {name}", [_first(size, sizes[0], name) for size in sizes]) for name in PAGES),
        *((f"sent by {name}", [f"{size.pages[name].kilobytes:,.0f} kB" for size in sizes]) for name in PAGES),
        ("CSV of all documents", [f"{size.csv_seconds:.1f} s, {size.csv_megabytes:,.0f} MB" for size in sizes]),
    ]
    width = max(len(what) for what, _ in lines)
    return "\n".join(["  ".join([" " * width, *(name.rjust(20) for name in names)]), *("  ".join([what.ljust(width), *(v.rjust(20) for v in values)]) for what, values in lines)])


def _first(size: Size, least: Size, name: str) -> str:
    seen, beside = size.pages[name], least.pages[name]
    return f"{seen.seconds:.2f} s ({seen.seconds / beside.seconds:.2f})" if math.isfinite(seen.seconds) else seen.what


def main() -> int:
    """Measure the sizes asked for, one after the other, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.sizes", description=__doc__)
    parser.add_argument("--up-to", type=int, default=SIZES[-1], help="largest number of documents")
    parser.add_argument("--kept", type=Path, help="a folder that holds grown-<number> from an earlier run of bench.grow")
    asked = parser.parse_args()
    with browser() as running:
        sizes = []
        for documents in (size for size in SIZES if size <= asked.up_to):
            sizes.append(measure(documents, asked.kept, running))
            print(table(sizes), file=sys.stderr)
    print(table(sizes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
