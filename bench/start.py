"""Time to build the database, and from starting the server to its first answer."""
import statistics
import subprocess
import sys
from collections.abc import Iterator

from bench.serving import BARE, DASHBOARD, ROOT, serving
from bench.table import Row, compared, limited

BUILD = "import time, data; start = time.perf_counter(); data.connect(); print(time.perf_counter() - start)"


def measure(rounds: int) -> Iterator[Row]:
    """Medians of `rounds` new processes each, by turns."""
    builds = [float(subprocess.run([sys.executable, "-c", BUILD], cwd=ROOT, capture_output=True, text=True, check=True).stdout) for _ in range(rounds)]
    yield limited("database built from CSV and checked", statistics.median(builds), "s", 0.5)
    seconds: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(rounds):
        for name, script in (("bare", BARE), ("ours", DASHBOARD)):
            with serving(script) as running:
                seconds[name].append(running.seconds_to_first_answer)
    yield compared("server start to first answer", statistics.median(seconds["ours"]), statistics.median(seconds["bare"]), "s", 1.3)
