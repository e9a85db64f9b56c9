"""Downloads: rows of every figure over the API, and slides as the menu makes them, each time under filters not asked before."""
import statistics
import time
import urllib.request
from collections.abc import Callable, Iterator

from bench.serving import Serving
from bench.table import Row, limited
from bench.work import links
from charts.catalogue import FIGURES
from exports.slide import pptx_file
from exports.view import View
from queries import Filters

CSV_MS, XLSX_MS, PPTX_MS = 50, 1_000, 2_000
BASE = "https://dashboard.example"


def measure(ours: Serving, rounds: int) -> Iterator[Row]:
    """Median of every figure; the slowest figure stands in the table."""
    asked = links(rounds, seed=7)
    for name in FIGURES:  # a server that has just started is still making itself ready
        _fetching(f"{ours.url}/api/v1/figures/{name}.csv")()
    for ending, limit in (("csv", CSV_MS), ("xlsx", XLSX_MS)):
        times = {name: [_seconds(_fetching(f"{ours.url}/api/v1/figures/{name}.{ending}?{query}")) for query in asked] for name in FIGURES}
        yield _slowest(f"{ending.upper()} over the API", times, limit)
    yield _slowest("PPTX", {name: [_seconds(_slide(name, first)) for first in range(2001, 2001 + rounds)] for name in FIGURES}, PPTX_MS)


def _slowest(what: str, times: dict[str, list[float]], limit: float) -> Row:
    medians = {name: statistics.median(found) for name, found in times.items()}
    name = max(medians, key=medians.__getitem__)
    return limited(f"{what}, slowest figure ({name})", medians[name] * 1000, "ms", limit)


def _seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def _fetching(address: str) -> Callable[[], object]:
    def fetch() -> bytes:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.read()

    return fetch


def _slide(name: str, first_year: int) -> Callable[[], object]:
    return lambda: pptx_file.to_pptx(View.of(name, Filters(years=(first_year, 2025)), BASE))
