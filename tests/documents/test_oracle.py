"""Every question of the documents page, its rows and records worked out in pandas from the tables, under generated filters."""

from collections.abc import Iterator

import pytest

import data
from queries import FIELDS, QUERIES, Filters, Vocabulary
from tests import oracle
from tests.documents import edges, expected, succession

pytestmark = pytest.mark.broad

FAST, MANY = 4, 60
NAMES = [name for name in QUERIES if name.startswith("documents/")]
WORDS = ("energy plan", "PLAN", "énergie", "year work", "text 03", "meeting ministers", "list trade plan", "accord a", "meeting")
SEARCHED = ("documents/register", "documents/listed")  # where the order of words and pieces of text matter
PAGES = ({"page_rows": 400, "page_start": 0}, {"page_rows": 2, "page_start": 0}, {"page_rows": 3, "page_start": 1})


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with rows on the edges."""
    database = oracle.widened(tmp_path_factory.mktemp("wide"), edges.MORE)
    yield database
    database.close()


def hold(database: data.Database, name: str, n: int) -> None:
    """The query against its oracle under `n` sets of filters, under words to search, and under single values of each filter."""
    question = name.partition("/")[2]
    tables = {table: {row[frame.columns[0]]: row for row in frame.to_dict("records")} for table, frame in oracle.tables(database).items()}
    answer = getattr(succession, question, None) or getattr(expected, question)
    with oracle.serving(database) as vocabulary:
        alone, years = list(one_by_one(vocabulary)), list(year_by_year(vocabulary))
        sets = (*oracle.generated(vocabulary, name, n), *list(searches())[:: 1 if n > FAST and name in SEARCHED else 4], *alone[:: 3 if n > FAST else 12], *years[:: max(1, len(years) // n)])
        for parameters in oracle.different(name, sets, vocabulary):
            for page in PAGES if "page_rows" in QUERIES[name].parameters else ({},):
                values = parameters | page
                rows = answer(tables, values)
                oracle.hold(name, values, rows)
                oracle.hold_order(name, values, rows)


def searches() -> Iterator[Filters]:
    """Words to search, in each order of the register."""
    for place, words in enumerate(WORDS):
        yield Filters(q=words)
        yield Filters(q=words, sort=("newest", "oldest", "title")[place % 3], by=("type", "body", "theme")[place % 3])
    yield from (Filters(sort=sort, by=by) for sort, by in (("newest", "type"), ("oldest", "body"), ("title", "theme")))


def one_by_one(vocabulary: Vocabulary) -> Iterator[Filters]:
    """Each value of each filter that documents have."""
    for name in ("chairmanships", "themes", "types", "bodies", "forces"):
        assert FIELDS[name].kind == "many"
        yield from (Filters(**{name: (value,)}) for value in vocabulary.choices[name])


def year_by_year(vocabulary: Vocabulary) -> Iterator[Filters]:
    """Each year as the first and as the last."""
    low, high = vocabulary.years
    for year in range(low, high + 1):
        yield from (Filters(years=years) for years in ((low, year), (year, high)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("dataset", "n"), [("tiny", FAST), pytest.param("real", FAST, marks=pytest.mark.slow), pytest.param("wide", 3 * FAST, marks=pytest.mark.broad)])
def test_rows_and_records_are_those_of_the_tables(request: pytest.FixtureRequest, name: str, dataset: str, n: int) -> None:
    hold(request.getfixturevalue(dataset), name, n)


@pytest.mark.deep
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dataset", ["real", "wide"])
def test_rows_and_records_are_those_of_the_tables_under_many_filters(request: pytest.FixtureRequest, name: str, dataset: str) -> None:
    hold(request.getfixturevalue(dataset), name, MANY)


@pytest.mark.parametrize("sort", ["match", "newest", "oldest", "title"])
@pytest.mark.parametrize("q", ["plan", "energy trade", "text"])
def test_pages_of_the_register_follow_one_another(wide: data.Database, q: str, sort: str) -> None:
    tables = {table: {row[frame.columns[0]]: row for row in frame.to_dict("records")} for table, frame in oracle.tables(wide).items()}
    with oracle.serving(wide) as vocabulary:
        values = Filters(q=q, sort=sort).parameters(vocabulary) | {"page_rows": 1}
        for start in range(len(expected.register(tables, values)) + 1):
            oracle.hold("documents/listed", values | {"page_start": start}, expected.listed(tables, values | {"page_start": start}))
