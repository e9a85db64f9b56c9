"""Every question of the search, its rows worked out in Python from the tables, for searches and words of all sorts."""

import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

import data
from queries import words
from queries.search.results import KINDS
from tests import oracle
from tests.search import expected
from tests.search.expected import Known

pytestmark = pytest.mark.broad

QUESTIONS: dict[str, Callable[[Known, Mapping[str, Any]], list[dict[str, Any]]]] = {
    "search/kinds": expected.kinds,
    "search/fields": expected.fields,
    "search/found": expected.found,
    "common/words": expected.words,
    "common/near_words": expected.near_words,
}
SEARCHES = ("trade", "Trade programmes", "minister of foreign", "2017", "culture security", "énergie PLAN", "a", "terr", "дружба", "zzqx", "trade trade", "plan of trade")
MORE = {
    "documents": [
        "plan-one,Plan of trade,agreement,chs,2010-01-01,year,,,,security,,,signed,political,,,true,A plan of energy.",
        "plan-two,Energy,agreement,chs,2010-01-01,month,,,,security,,,signed,political,,,true,Plan of trade.",
        "plan-three,Trade plan,agreement,chs,2011-02-03,day,,,,security,,,signed,political,,,true,",
        "plan-four,Trade plan,agreement,chs,2011-02-03,day,,,,security,,,signed,political,,,true,Plans and plane and plant and plain.",
        "plan-five,Trade and plan,agreement,chs,2011-01-02,day,,,,security,,,signed,political,,,true,A plan of trade.",
        "plan-six,New plan of trade,agreement,chs,2011-01-01,day,,,,security,,,signed,political,,,true,",
        f"near,Of letters,agreement,chs,2011-01-01,day,,,,security,,,signed,political,,,true,{' '.join(f'zu{one}{two}' for one in 'abcdefgh' for two in 'lmnopqr')}",
    ],
    "sources": ["undated,Plan of trade,The press,,,,en,,news,false", "undated-not,Plan of trade,The press,,2020-01-01,year,en,,news,false"],
    "events": ["ev-undated,kz-2023,Tour of Énergie,tour,2024-02-01,2024-02-05,day,Tashkent,culture,announced,O’Urumqi."],
}


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with titles that several share, very many words near each other, accents and apostrophes, a source without a day."""
    database = oracle.widened(tmp_path_factory.mktemp("edges"), MORE)
    yield database
    database.close()


def asked(name: str, known: Known, n: int) -> Iterator[dict[str, Any]]:
    """Values as the search binds them: some `n` of each sort, the same each time."""
    luck = random.Random(name)
    there = sorted(known.words)
    match name:
        case "search/kinds":
            yield {}
        case "search/fields":
            every = [f"{record.table} {record.row_id}" for record in known.records]
            yield {"keys": every[:4_000]}
            yield from ({"keys": [*luck.sample(every, min(3, len(every))), "documents none"]} for _ in range(n))
        case "search/found":
            pairs = [" ".join(luck.sample(there, 2)) for _ in range(n)]
            titles = [luck.choice(known.records).texts[0][:100] for _ in range(n)]
            for q in (*SEARCHES, *luck.sample(there, n), *pairs, *titles):
                page = luck.choice([{"page_start": 0, "page_rows": 4_000}, {"page_start": 0, "page_rows": 3}, {"page_start": 2, "page_rows": 2}])
                if any((values := words.slots(q))[f"q_{place}"] for place in range(1, 9)):
                    yield values | page | {"kinds": luck.choice([list(KINDS), luck.sample(list(KINDS), 2)])}
        case "common/words":
            yield from ({"openings": [word[: luck.randint(1, 4)] for word in luck.sample(there, size)]} for size in (1, 1, 2, 5))
            yield {"openings": ["zzqx", there[0], there[0]]}
        case _:
            for word in (*luck.sample(there, n), "terorism", "plam", "zual", "zzqxzzqx", "dreieck"):
                most, off = luck.choice([(1, 0), (2, 0), (2, 1)])
                yield {"word": word, "letters": len(word) + off, "most": most}


def held(database: data.Database, name: str, n: int) -> None:
    with database.cursor() as cursor:
        rows = cursor.execute("select table_name, row_id, title, on_date, date_precision from records order by 1, 2").fetchall()
    known = Known(oracle.tables(database), {(table, row_id): (title, day, precision) for table, row_id, title, day, precision in rows})
    with oracle.serving(database):
        for values in asked(name, known, n):
            oracle.hold(name, values, QUESTIONS[name](known, values))


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize(("dataset", "n"), [("tiny", 8), ("edges", 30), pytest.param("real", 8, marks=pytest.mark.slow)])
def test_a_question_is_answered_as_its_oracle_says(name: str, dataset: str, n: int, request: pytest.FixtureRequest) -> None:
    held(request.getfixturevalue(dataset), name, n)
