"""What stands behind the marks of every question is on a cluster what it is in DuckDB: records, sources, how many."""

from collections.abc import Iterator
from typing import Any

import pytest

from queries import QUERIES, Filters
from tests.spark.asks import PARTS, Asked, values

pytestmark = pytest.mark.deep
BEHIND = {name: query for name, query in QUERIES.items() if query.has_behind}


@pytest.fixture(scope="module")
def asked(cluster: Any) -> Iterator[Asked]:
    """All that the tests of this module ask, so that questions go side by side."""
    told = values(Filters())
    with Asked(cluster, {(part, name): (query.number if part == "number" else query.part(part), told) for part in PARTS for name, query in BEHIND.items()}) as asked:
        yield asked


@pytest.mark.parametrize("name", BEHIND)
@pytest.mark.parametrize("part", PARTS)
def test_gives_the_same_on_the_cluster(asked: Asked, part: str, name: str) -> None:
    asked.compare((part, name))
