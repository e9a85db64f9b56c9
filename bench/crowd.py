"""Forty visitors at once: waiting time to the end of a run, errors, memory of a session; what is left of many visits."""
import asyncio
import random
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from bench.serving import Serving
from bench.table import Row, limited, related
from bench.visitor import Visitor
from bench.work import PAGES, links

VISITORS = 40
FEW, MANY, AT_ONCE = 400, 2_000, 8
CLICK_EVERY_SECONDS = 10


async def _stroll(url: str, number: int, clicks: int, ready: asyncio.Barrier, seconds: list[float]) -> None:
    dice = random.Random(number)
    asked = links(clicks, number)
    async with Visitor(url) as visitor:
        await visitor.open("")
        await ready.wait()
        for link in asked:
            await asyncio.sleep(dice.uniform(0.5, 1.5) * CLICK_EVERY_SECONDS)
            seconds.append((await visitor.open(dice.choice(list(PAGES.values())), link)).seconds)


def memory(pid: int) -> float:
    """Resident memory of a process in MB; None of it shared with others counts twice here."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else float("nan")


async def _all(url: str, clicks: int) -> list[float]:
    seconds: list[float] = []
    ready = asyncio.Barrier(VISITORS)
    await asyncio.gather(*(_stroll(url, number, clicks, ready, seconds) for number in range(VISITORS)))
    return seconds


def measure(running: Serving, clicks: int) -> Iterator[Row]:
    """`clicks` page views by each of forty visitors, one in ten seconds. An error of any page raises."""
    linux = Path("/proc").is_dir()
    before = memory(running.pid) if linux else 0.0
    seconds = asyncio.run(_all(running.url, clicks))
    yield limited(f"{VISITORS} visitors, 95 of 100 runs end within", statistics.quantiles(seconds, n=20)[-1], "s", 1.5)
    if linux:
        yield limited("memory a session", (memory(running.pid) - before) / VISITORS, "MB", 8)


async def _visits(url: str, runs: int, seed: int) -> None:
    """So many pages under filters of their own, opened by a few visitors at once who then leave."""

    async def one(number: int) -> None:
        dice = random.Random(number)
        async with Visitor(url) as visitor:
            for link in links(runs // AT_ONCE, number):
                await visitor.open(dice.choice(list(PAGES.values())), link)

    await asyncio.gather(*(one(seed + number) for number in range(AT_ONCE)))


def kept(running: Serving) -> Iterator[Row]:
    """Memory after many runs beside that after few, of a server that has done nothing else."""
    if not Path("/proc").is_dir():
        return
    asyncio.run(_visits(running.url, FEW, seed=1_000))
    few = memory(running.pid)
    asyncio.run(_visits(running.url, MANY - FEW, seed=2_000))
    yield related(f"memory after {MANY:,} runs", memory(running.pid), few, "MB", 1.3, f"after {FEW}")
