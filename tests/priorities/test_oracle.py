"""Every question of the priorities page, its rows and records worked out in pandas from the tables, under generated filters."""

from collections.abc import Iterator
from typing import Any

import pytest

import data
from queries import FIELDS, QUERIES, Filters, Vocabulary
from tests import oracle
from tests.priorities import carried_on, edges, expected

pytestmark = pytest.mark.broad

FAST, MANY = 12, 60
NAMES = [name for name in QUERIES if name.startswith("priorities/")]


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with rows on the edges."""
    database = oracle.widened(tmp_path_factory.mktemp("wide"), edges.MORE)
    yield database
    database.close()


def hold(database: data.Database, name: str, n: int) -> None:
    """The query against its oracle under `n` sets of filters and under each value of each filter alone."""
    question = name.partition("/")[2]
    frames = oracle.tables(database)
    tables: dict[str, Any] = {table: {row[frame.columns[0]]: row for row in frame.to_dict("records")} for table, frame in frames.items()}
    tables["codings"] = frames["codings"].to_dict("records")
    answer = getattr(carried_on, question, None) or getattr(expected, question)
    with oracle.serving(database) as vocabulary:
        alone = list(one_by_one(vocabulary))
        for parameters in oracle.different(name, (*oracle.generated(vocabulary, name, n), *alone[:: max(1, len(alone) // n)]), vocabulary):
            rows = answer(tables, parameters)
            oracle.hold(name, parameters, rows)
            oracle.hold_order(name, parameters, rows)


def one_by_one(vocabulary: Vocabulary) -> Iterator[Filters]:
    """Each value of each filter that priorities have, and each year as the first and as the last."""
    for name in ("chairmanships", "themes", "outcomes", "kinds"):
        assert FIELDS[name].kind == "many"
        yield from (Filters(**{name: (value,)}) for value in vocabulary.choices[name])
    low, high = vocabulary.years
    for year in range(low, high + 1):
        yield from (Filters(years=years) for years in ((low, year), (year, high)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dataset", ["tiny", pytest.param("wide", marks=pytest.mark.broad), pytest.param("real", marks=pytest.mark.slow)])
def test_rows_and_records_are_those_of_the_tables(request: pytest.FixtureRequest, name: str, dataset: str) -> None:
    hold(request.getfixturevalue(dataset), name, FAST)


@pytest.mark.deep
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dataset", ["real", "wide"])
def test_rows_and_records_are_those_of_the_tables_under_many_filters(request: pytest.FixtureRequest, name: str, dataset: str) -> None:
    hold(request.getfixturevalue(dataset), name, MANY)
