"""`python -m bench.soak --minutes 30`: visitors, downloads, changing data and sudden deaths for half an hour; nothing may be wrong, grow or fail."""

import argparse
import asyncio
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError

from bench.crowd import memory
from bench.serving import DASHBOARD, ROOT, Serving, serving
from bench.visitor import Visitor
from bench.work import PAGES, links

VISITORS, DATA_EVERY_SECONDS, KILL_EVERY_SECONDS, WARM_PART, MOST_GROWTH = 40, 60, 45, 0.3, 1.3
TABLE = "gaps"
TAKEN = ("figures/outcomes-by-theme.xlsx", "figures/membership-growth.csv", "figures/document-register.json", "release.zip", f"tables/{TABLE}.csv")


@dataclass
class Soak:
    """What is seen while it runs: runs and files that ended well, all that did not, memory by time, and which text each tag of a table stood for."""

    server: Serving
    folder: Path
    until: float
    runs: int = 0
    files: int = 0
    later: int = 0
    killed: int = 0
    replaced: int = 0
    wrong: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    texts: dict[str, bytes] = field(default_factory=dict)

    async def for_ever(self, work: Callable[[], Awaitable[None]], seconds: float) -> None:
        """Do some work again and again until the time is over; what it raises is noted as wrong."""
        while time.monotonic() < self.until:
            try:
                await work()
            except Exception as error:
                self.wrong.append(f"{getattr(work, '__name__', 'work')}: {type(error).__name__}: {str(error)[:200]}")
            await asyncio.sleep(random.uniform(0.5, 1.5) * seconds)

    async def visit(self) -> None:
        """A visitor who follows three links; one in four goes without good-bye."""
        dice = random.Random()
        async with Visitor(self.server.url) as visitor:
            for link in links(3, dice.randint(0, 10**9)):
                page = dice.choice(list(PAGES.values()))
                await asyncio.to_thread(self._get, f"/{page}?{link}")
                run = await visitor.open(page, link)
                self.runs += 1
                if not run.charts and page not in ("data", "documents"):
                    self.wrong.append(f"a run of {page}?{link} drew no chart")
                await asyncio.sleep(dice.uniform(2, 8))
            if dice.random() < 0.25 and visitor._socket is not None:
                visitor._socket.transport.abort()

    async def take(self) -> None:
        """A file; a tag that stands for two texts is wrong."""
        path = random.choice(TAKEN)
        try:
            tag, body = await asyncio.to_thread(self._get, f"/api/v1/{path}")
        except HTTPError as answer:
            if answer.code not in (429, 503) or not answer.headers.get("Retry-After"):
                raise
            self.later += 1  # told to come back, as a busy server may
            return
        self.files += 1
        if not body or (path.startswith("tables") and self.texts.setdefault(tag, body) != body):
            self.wrong.append(f"{path} under the tag {tag} has two texts")

    def _get(self, path: str) -> tuple[str, bytes]:
        with urllib.request.urlopen(self.server.url + path, timeout=60) as answer:
            return answer.headers.get("ETag", ""), answer.read()

    async def replace(self) -> None:
        """The table once with its last row and once without, written slowly, as a copy over a slow line would be."""
        content = (ROOT / "data" / f"{TABLE}.csv").read_bytes()
        wanted = content if self.replaced % 2 else b"".join(content.splitlines(keepends=True)[:-1])
        with (self.folder / f"{TABLE}.csv").open("wb") as file:
            for start in range(0, len(wanted), len(wanted) // 4):
                file.write(wanted[start : start + len(wanted) // 4])
                file.flush()
                await asyncio.sleep(0.4)
        self.replaced += 1

    async def kill(self) -> None:
        """A sudden death of one process of the browser that draws, where it runs."""
        told = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout.splitlines()[1:]
        rows = [(int(pid), int(parent), args) for pid, parent, args in (line.split(None, 2) for line in told)]
        ours = {self.server.pid}
        for _ in range(6):
            ours |= {pid for pid, parent, _ in rows if parent in ours}
        drawing = [pid for pid, _, args in rows if pid in ours and "chrom" in args and "--headless" in args or pid in ours and "--type=" in args]
        if drawing:
            os.kill(random.choice(drawing), signal.SIGKILL)
            self.killed += 1

    async def look(self) -> None:
        """Memory of the server."""
        self.memory.append(memory(self.server.pid))

    async def all(self) -> None:
        """Everything at once until the time is over."""
        visitors = [self.for_ever(self.visit, 2) for _ in range(VISITORS)]
        others = ((self.take, 1.0), (self.take, 1.0), (self.replace, DATA_EVERY_SECONDS), (self.kill, KILL_EVERY_SECONDS), (self.look, 2.0))
        await asyncio.gather(*visitors, *(self.for_ever(work, seconds) for work, seconds in others))


def failures(log: str) -> Counter[str]:
    """The errors that the tracebacks of a log end with, and how often each stands there."""
    told = (re.search(r"^\S.*", trace.partition("\n")[2], re.MULTILINE) for trace in log.split("Traceback (most recent call last):")[1:])
    return Counter(found[0][:200] if found else "cut off" for found in told)


def main() -> int:
    """Soak, say what was seen, and give exit code 1 where something was wrong, failed or grew."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    minutes = parser.parse_args().minutes
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "data"
        shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("*.py", "__pycache__", "*.sql"))
        with serving(DASHBOARD, {"SCO_DATA": str(folder)}) as server:
            time.sleep(15)  # it makes itself ready
            seen = Soak(server, folder, time.monotonic() + minutes * 60)
            asyncio.run(seen.all())
            failed = failures(server.log.read_text(encoding="utf-8", errors="replace"))
    warm = seen.memory[int(len(seen.memory) * WARM_PART)]
    grown = max(seen.memory[-3:]) / warm
    print(f"{minutes:g} minutes: {seen.runs} runs, {seen.files} files ({seen.later} told to come back), data replaced {seen.replaced} times, {seen.killed} processes killed")
    print(f"wrong: {len(seen.wrong)}; tracebacks: {failed.total()}; memory {warm:.0f} MB when warm, {seen.memory[-1]:.0f} MB at the end ({grown:.2f} times)")
    print("\n".join([*(f"{n} × {error}" for error, n in failed.most_common(20)), *seen.wrong[:20]]), file=sys.stderr)
    return 0 if not seen.wrong and not failed and grown <= MOST_GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
