"""Every question of the timeline, its rows and records worked out in pandas from the tables, under generated filters and with little room for marks."""

from collections.abc import Callable, Iterator
from functools import partial
from unittest.mock import patch

import pytest

import data
from queries import FIELDS, MOST_ROWS, QUERIES, Filters, Query, Vocabulary
from tests import oracle
from tests.timeline import edges, expected, spans

pytestmark = pytest.mark.broad

FAST, MANY = 4, 60
NAMES = [*(name for name in QUERIES if name.startswith("timeline/")), "common/date_span", "common/chairmanship_bands"]
ROOMS = (400, 150, 60, 40, 25, 10, 3)  # marks for which there is room
PAGES = ({"page_rows": 2_000, "page_start": 0}, {"page_rows": 5, "page_start": 0}, {"page_rows": 3, "page_start": 2})


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with rows on the edges."""
    database = oracle.widened(tmp_path_factory.mktemp("wide"), edges.MORE)
    yield database
    database.close()


def hold(database: data.Database, name: str, n: int, answer: Callable[..., expected.Rows]) -> None:
    """The query against its oracle under `n` sets of filters and under single values of each filter."""
    tables = by_id(database)
    with oracle.serving(database) as vocabulary:
        alone, years = list(one_by_one(vocabulary)), list(year_by_year(vocabulary))
        sets = (*oracle.generated(vocabulary, name, n), *alone[:: 1 if n > FAST else 10], *years[:: max(1, len(years) // n)])
        for place, parameters in enumerate(oracle.different(name, sets, vocabulary)):
            values = parameters | PAGES[place % len(PAGES)]
            rows = answer(tables, values)
            oracle.hold(name, values, rows)
            oracle.hold_order(name, values, rows)


def by_id(database: data.Database) -> expected.Tables:
    """The rows of each table by id, those of the evidence as a list."""
    found = {table: {row[frame.columns[0]]: row for row in frame.to_dict("records")} for table, frame in oracle.tables(database).items()}
    return found | {"evidence": oracle.tables(database)["evidence"].to_dict("records")}  # type: ignore[dict-item]


def one_by_one(vocabulary: Vocabulary) -> Iterator[Filters]:
    """Each value of each filter that the timeline has."""
    yield from (Filters(period=period) for period in vocabulary.choices["period"])
    yield from (Filters(first=term, second=term) for term in list(vocabulary.choices["first"])[:2])
    yield Filters(sort="oldest")
    for name in ("chairmanships", "lanes", "themes"):
        assert FIELDS[name].kind == "many"
        yield from (Filters(**{name: (value,)}) for value in vocabulary.choices[name])


def year_by_year(vocabulary: Vocabulary) -> Iterator[Filters]:
    """Each year as the first and as the last."""
    low, high = vocabulary.years
    for year in range(low, high + 1):
        yield from (Filters(years=years) for years in ((low, year), (year, high)))


def answer_to(name: str) -> Callable[..., expected.Rows]:
    question = name.partition("/")[2]
    return getattr(spans, question, None) or getattr(expected, question)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("dataset", "n"), [("tiny", FAST), pytest.param("real", FAST, marks=pytest.mark.slow), pytest.param("wide", 3 * FAST, marks=pytest.mark.broad)])
def test_rows_and_records_are_those_of_the_tables(request: pytest.FixtureRequest, name: str, dataset: str, n: int) -> None:
    hold(request.getfixturevalue(dataset), name, n, answer_to(name))


@pytest.mark.deep
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dataset", ["real", "wide"])
def test_rows_and_records_are_those_of_the_tables_under_many_filters(request: pytest.FixtureRequest, name: str, dataset: str) -> None:
    hold(request.getfixturevalue(dataset), name, MANY, answer_to(name))


@pytest.mark.parametrize(("dataset", "most"), [*(("wide", most) for most in ROOMS), ("real", 400), ("real", 60)])
def test_more_records_than_there_is_room_for_are_gathered(request: pytest.FixtureRequest, dataset: str, most: int) -> None:
    text = QUERIES["timeline/axis"].sql
    assert text.count(f"<= {MOST_ROWS}") == 2, "the room for single records, and the room for marks"
    small = Query(f"timeline/axis in {most}", text.replace(f"<= {MOST_ROWS}", f"<= {most}"))
    with patch.dict(QUERIES, {"timeline/axis": small}):
        hold(request.getfixturevalue(dataset), "timeline/axis", 3, partial(expected.axis, most=most))


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_pages_of_the_list_follow_one_another(wide: data.Database, sort: str) -> None:
    tables = by_id(wide)
    with oracle.serving(wide) as vocabulary:
        values = Filters(sort=sort).parameters(vocabulary) | {"page_rows": 1}
        for start in range(len(expected.on_axis(tables, values)) + 1):
            oracle.hold("timeline/listed", values | {"page_start": start}, expected.listed(tables, values | {"page_start": start}))
