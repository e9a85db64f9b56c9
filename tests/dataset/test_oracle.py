"""Every question of the data page, its rows worked out in pandas from the tables, under generated filters."""

from collections.abc import Iterator

import pytest

import data
import queries
from tests import oracle
from tests.dataset import expected, listed

pytestmark = pytest.mark.broad

FAST, MANY = 20, 200
FIGURES = ("facts_by_sources", "facts_by_source_kind", "confusion", "coverage")
LISTS = ("answers", "sources", "gaps", "claims_and_rows", "coded_rows", "coded_patterns", "dictionary")
MORE = {
    "documents": [
        "2017-list,A list,list,chg,2017-01-01,year,,,kz-2016,culture,,,not stated,political,,,false,Not counted: no text is known.",
        "2017-letter,A letter,other,chs,2017-06-01,month,,chs-2017,,culture,,,not stated,political,,,true,",
    ],
    "events": [f"ev-2018-{place:02},cn-2017,Meeting {place},ministerial meeting,2018-02-{place:02},,day,,economy,held," for place in range(1, 11)],
    "reported_figures": [
        "fig-2018-documents,cn-2017,chs-2018,documents,17,documents,exactly,2018-06-10,day,Press,",
        "fig-2016-documents,kz-2016,chg-2016,documents at the heads-of-government meeting,6,documents,about,2016-11-03,day,Press,",
        "fig-2018-events,cn-2017,,events held,100,events,about,2018-06-10,day,Press,",
        "fig-2018-documents-b,,chs-2018,documents,23,documents,exactly,2018-06-10,day,Press,",
        "fig-chs-2017-events,kz-2016,chs-2017,events held,7,events,about,2017-06-10,day,Press,",
        "fig-2020-documents,,chg-2020,documents,5,documents,exactly,2020-11-30,day,Press,",
        "fig-any-documents,,,documents,700,documents,about,2017-06-10,day,Press,",
    ],
    "meetings": ["chg-2020,chg,2,2020-11-30,,day,Delhi,,Heads of government 2020,"],
    "gaps": [
        "events-2018,cn-2017,,events,Events of 2018.",
        "events-2018-b,cn-2017,,events,More events of 2018.",
        "chs-2017-list,,chs-2017,documents,The list of 2017.",
    ],
    "sources": ["unused,A source of nothing,not stated,,2020-01-01,year,fr,https://example.org/unused,dataset,false"],
    "evidence": [
        "documents,2016-trade-programme,corroboration,chronicle,page 5,",
        "documents,2016-trade-programme,corroboration,chronicle,page 6,",
        "documents,2018-trade-programme,corroboration,news-2017,page 6,",
    ],
}


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with a table that is just filled, claims of every kind and of what has no rows, a source of nothing, facts on two sources of one kind."""
    database = oracle.widened(tmp_path_factory.mktemp("edges"), MORE)
    yield database
    database.close()


def held(database: data.Database, name: str, n: int) -> None:
    """The query against its oracle under `n` sets of filters."""
    tables = oracle.tables(database)
    works_out = getattr(expected, name, None) or getattr(listed, name)
    with oracle.serving(database) as vocabulary:
        for parameters in oracle.different(f"dataset/{name}", oracle.generated(vocabulary, name, n), vocabulary):
            if name == "dictionary":
                frame = queries.run(f"dataset/{name}")
                assert list(zip(frame["table_name"], frame["column_name"], strict=True)) == works_out(tables, parameters)
            else:
                oracle.hold(f"dataset/{name}", parameters, works_out(tables, parameters))


@pytest.mark.parametrize("name", [*FIGURES, *LISTS])
@pytest.mark.parametrize("dataset", ["tiny", pytest.param("edges", marks=pytest.mark.broad), pytest.param("real", marks=pytest.mark.slow)])
def test_a_question_is_answered_as_its_oracle_says(name: str, dataset: str, request: pytest.FixtureRequest) -> None:
    held(request.getfixturevalue(dataset), name, FAST)


@pytest.mark.deep
@pytest.mark.parametrize("name", [*FIGURES, "gaps", "claims_and_rows"])
def test_a_question_is_answered_so_whatever_is_chosen(name: str, real: data.Database) -> None:
    held(real, name, MANY)
