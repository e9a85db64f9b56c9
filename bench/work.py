"""Server work of a page: filters not asked before, then the same again; and the way there and back by websocket."""
import asyncio
import logging
import random
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

import data
import queries
from bench.serving import ROOT, Serving
from bench.table import Row, limited
from bench.visitor import visit
from queries import Filters
from ui.navigation import SCREENS

# Pages with a filter bar, and the first of the data page; name -> path of the address.
PAGES = {screen.name: "" if screen is SCREENS[0] else screen.name for screen in SCREENS if not screen.hidden}
BAR = ("chairmanships", "themes", "years", "first", "second")


def links(count: int, seed: int) -> list[str]:
    """`count` different filters as the query part of a link."""
    data.current()
    vocabulary, dice = queries.vocabulary(), random.Random(seed)
    low, high = vocabulary.years
    found: dict[str, None] = {}
    while len(found) < count:
        first, second = dice.sample(list(vocabulary.choices["first"]), 2)
        themes = tuple(theme for theme in vocabulary.choices["themes"] if dice.random() < 0.5)
        years = (dice.randint(low, high - 10), high)
        found[Filters(themes=themes, years=years, first=first, second=second).query_string(BAR, vocabulary)] = None
    return list(found)


@contextmanager
def timed_scripts() -> Iterator[list[float]]:
    """Milliseconds of every script run in this process, transport to a browser left out."""
    run, times = ScriptRunner._run_script, []

    def timed(*given: object, **named: object) -> None:
        start = time.perf_counter()
        run(*given, **named)  # pyright: ignore[reportArgumentType]
        times.append((time.perf_counter() - start) * 1000)

    ScriptRunner._run_script = timed
    try:
        yield times
    finally:
        ScriptRunner._run_script = run


def open_page(name: str, link: str) -> None:
    """One run of a page in a session of its own, as after following a link."""
    session = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    session.query_params.update(parse_qs(link))
    session.switch_page(str(ROOT / "pages" / f"{name}.py"))
    session.run()
    if session.exception:
        raise RuntimeError(f"{name}?{link} failed: {session.exception[0].message}")


def measure(bare: Serving, ours: Serving, count: int) -> Iterator[Row]:
    """Medians over `count` different links a page; the round trips beside the bare page's."""
    # AppTest runs without a browser's context, of which Streamlit would warn at every run.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").disabled = True
    with timed_scripts() as times:
        for seed, name in enumerate(PAGES):
            asked = links(count, seed)
            open_page(name, "")
            for words, limit in (("filters not asked before", 100), ("asked before", 60)):
                times.clear()
                for link in asked:
                    open_page(name, link)
                yield limited(f"server work, {name}, {words}", statistics.median(times), "ms", limit)
    beside = statistics.median(asyncio.run(visit(bare.url, "")).seconds * 1000 for _ in range(count))
    for name in ("overview", "compare"):
        page = PAGES[name]
        trip = statistics.median(asyncio.run(visit(ours.url, page)).seconds * 1000 for _ in range(count))
        yield Row(f"round trip without a browser, {name}", f"{trip:,.2f} ms", f"{beside:,.2f} ms")
