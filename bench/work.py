"""Server work of a page, without a browser: filters not asked before, then the same again."""
import asyncio
import random
import statistics
from collections.abc import Iterator

import data
import queries
from bench.serving import Serving
from bench.table import Row, limited
from bench.visitor import visit
from queries import Filters

PAGES = {"overview": "", "compare": "compare"}
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


def measure(running: Serving, count: int) -> Iterator[Row]:
    """Median milliseconds from a visitor's request to the end of the script, over `count` different links a page."""
    for seed, (name, page) in enumerate(PAGES.items()):
        asked = links(count, seed)
        asyncio.run(visit(running.url, page))
        new, again = ([asyncio.run(visit(running.url, page, link)).seconds * 1000 for link in asked] for _ in range(2))
        yield limited(f"server work, {name}, filters not asked before", statistics.median(new), "ms", 100)
        yield limited(f"server work, {name}, asked before", statistics.median(again), "ms", 60)
