"""Every question of the page of two chairmanships, its rows and records worked out in pandas from the tables, under generated filters."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

import data
from queries import QUERIES, Filters, Vocabulary
from tests import oracle
from tests.compare import both, edges, expected

pytestmark = pytest.mark.broad

FAST, MANY = 12, 60
NAMES = [name for name in QUERIES if name.startswith("compare/")]


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with rows on the edges."""
    database = oracle.widened(tmp_path_factory.mktemp("wide"), edges.MORE)
    yield database
    database.close()


def hold(database: data.Database, name: str, n: int) -> None:
    """The query against its oracle under `n` sets of filters and for as many pairs."""
    question = name.partition("/")[2]
    frames = oracle.tables(database)
    tables: dict[str, Any] = {table: {row[frame.columns[0]]: row for row in frame.to_dict("records")} for table, frame in frames.items()}
    tables["codings"] = frames["codings"].to_dict("records")
    answer = getattr(both, question, None) or getattr(expected, question)
    with oracle.serving(database) as vocabulary:
        coded = {row["chairmanship_id"] for row in tables["priorities"].values()}
        for parameters in oracle.different(name, (*oracle.generated(vocabulary, name, n), *pairs(vocabulary, coded, n)), vocabulary):
            rows = answer(tables, parameters)
            oracle.hold(name, parameters, rows)
            oracle.hold_order(name, parameters, rows)


def pairs(vocabulary: Vocabulary, coded: set[str], n: int) -> Iterator[Filters]:
    """Pairs of chairmanships that have priorities, and of any; some with one theme less than there are. Then each beside the one before it, with one theme."""
    luck, chairs, themes = random.Random(n), list(vocabulary.choices["first"]), list(vocabulary.choices["themes"])
    for place in range(n):
        first, second = luck.choices(sorted(coded) if place % 3 else chairs, k=2)
        some = tuple(theme for theme in themes if theme != themes[place % len(themes)]) if place % 2 else ()
        yield Filters(first=first, second=second, themes=some)
        yield Filters(first=chairs[-1 - place % len(chairs)], second=chairs[-2 - place % (len(chairs) - 1)], themes=(themes[place % len(themes)],))
    if {"kz-2001", "in-2025"} <= set(chairs):
        yield from (Filters(first=first, second=second) for first, second in (("kz-2001", "in-2025"), ("in-2025", "kz-2001")))  # one without its first day, one still open


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dataset", ["tiny", pytest.param("wide", marks=pytest.mark.broad), pytest.param("real", marks=pytest.mark.slow)])
def test_rows_and_records_are_those_of_the_tables(request: pytest.FixtureRequest, name: str, dataset: str) -> None:
    hold(request.getfixturevalue(dataset), name, FAST)


@pytest.mark.deep
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dataset", ["real", "wide"])
def test_rows_and_records_are_those_of_the_tables_under_many_filters(request: pytest.FixtureRequest, name: str, dataset: str) -> None:
    hold(request.getfixturevalue(dataset), name, MANY)
