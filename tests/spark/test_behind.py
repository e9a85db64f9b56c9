"""What stands behind the marks of every question is on a cluster what it is in DuckDB: records, sources, how many."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

import queries
from queries import QUERIES, Filters, Order, loader
from queries.engine.local import DuckDB
from queries.marks import Page
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


@pytest.mark.parametrize("name", ["priorities/tracker", "documents/register"])
def test_pages_are_sorted_and_searched_alike(name: str, cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    told = values(Filters())

    def asked() -> list[Page]:
        monkeypatch.setattr(loader, "_results", OrderedDict())
        sources = [queries.sources(name, told, order=order, words="Astana 2017") for order in (None, Order("published_on", True))]
        return [*sources, queries.page(name, told, Order("title", True), "security c", 2, 5)]

    found = asked()
    monkeypatch.setattr(loader, "engine", DuckDB)
    for one, other in zip(found, asked(), strict=True):
        assert one.total == other.total > 0
        pd.testing.assert_frame_equal(one.rows, other.rows)
