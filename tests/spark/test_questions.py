"""Every question gives on a cluster what it gives in DuckDB: rows, order, columns, types."""

from collections.abc import Iterator
from typing import Any

import pytest

from queries import QUERIES, Filters
from tests.spark.asks import Asked, some_filters, values

FILTERS = {"default": Filters} | {f"seed {seed}": lambda seed=seed: some_filters(seed) for seed in (7,)}


@pytest.fixture(scope="module")
def asked(cluster: Any) -> Iterator[Asked]:
    """All that the tests of this module ask, so that questions go side by side."""
    given = {name: values(make()) for name, make in FILTERS.items()}
    with Asked(cluster, {(filters, name): (query.counting, told) for filters, told in given.items() for name, query in QUERIES.items()}) as asked:
        yield asked


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("filters", FILTERS)
def test_gives_the_same_on_the_cluster(asked: Asked, filters: str, name: str) -> None:
    asked.compare((filters, name))
