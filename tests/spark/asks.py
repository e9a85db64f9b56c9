"""All that is asked of a question: its marks, the records behind them, their sources, how many there are."""

import logging
import math
import os
import random
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pandas as pd

import data
import queries
from queries import MOST_ROWS, Filters
from queries.engine.local import DuckDB
from queries.files import Query

log = logging.getLogger(__name__)
NEAR = 1e-9
# A small question keeps the driver busy for most of its time, so that some go side by side. Of many rows each has the machine for itself, on either
# engine: its seconds are told.
AT_ONCE, ONE_BY_ONE = 3, bool(os.environ.get("DOCUMENTS"))
SECONDS: dict[tuple[str, str], tuple[float, float]] = {}
PARTS = ("records", "sources", "count", "number")
RECORD = {"table": "documents", "id": "2017-counter-terrorism-statement", "ids": ["2017-counter-terrorism-statement"], "relation": ""}
WORDS = {"letters": 8, "most": 2, "word": "terorism", "openings": ["terr"], "keys": ["documents 2017-counter-terrorism-statement"]}
PAGE = {"page_rows": 1_000, "page_start": 0}


def values(filters: Filters) -> dict[str, Any]:
    """All values that any question binds."""
    return filters.parameters(queries.vocabulary()) | RECORD | WORDS | PAGE


def bound(query: Query, given: dict[str, Any]) -> dict[str, Any]:
    """Those of the values that a question binds, as the loader hands them over."""
    return {name: list(given[name]) if isinstance(given[name], tuple) else given[name] for name in sorted(query.parameters)}


def some_filters(seed: int) -> Filters:
    """Choices as a reader may make them, the same for the same seed."""
    chance, choices = random.Random(seed), queries.vocabulary().choices
    lists = {
        name: tuple(chance.sample(list(choices[name]), chance.randint(1, len(choices[name])))) for name in ("chairmanships", "themes", "outcomes", "types")
    }
    first, second = chance.sample(list(choices["first"]), 2)
    words = chance.choice(["security", "drug trade", ""])
    return Filters(**lists, first=first, second=second, years=(2001, 2024), by=chance.choice(list(choices["by"])), q=words)


class Asked:
    """Questions that were put to a cluster at once, by a key of the test's own, each with the answer when it comes; over many rows each when it is compared."""

    def __init__(self, cluster: Any, questions: Mapping[tuple[str, str], tuple[Query, dict[str, Any]]]) -> None:
        self._cluster, self._pool = cluster, ThreadPoolExecutor(AT_ONCE)
        self._questions = {key: (query, bound(query, told)) for key, (query, told) in questions.items()}
        self._answers = {} if ONE_BY_ONE else {key: self._ask(key) for key in self._questions}

    def __enter__(self) -> "Asked":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _ask(self, key: tuple[str, str]) -> Future[tuple[pd.DataFrame, float]]:
        return self._pool.submit(_timed, self._cluster, *self._questions[key])

    def compare(self, key: tuple[str, str]) -> None:
        """Hold the cluster's answer against that of DuckDB."""
        query, told = self._questions[key]
        found, cluster = (self._answers.get(key) or self._ask(key)).result()
        SECONDS[key] = math.nan, cluster  # what DuckDB has no memory for, the cluster has answered all the same
        wanted, local = _timed(DuckDB(), query, told)
        SECONDS[key] = local, cluster
        log.info("%s %s: DuckDB %.2f s, Spark %.2f s", *key, local, cluster)
        pd.testing.assert_frame_equal(found, wanted, check_exact=False, rtol=NEAR, atol=NEAR, obj=query.name)


def _timed(engine: Any, query: Query, told: dict[str, Any]) -> tuple[pd.DataFrame, float]:
    begun = time.perf_counter()
    return engine.rows(data.current(), query, told, MOST_ROWS), time.perf_counter() - begun
