"""The numbers of the first page, worked out in pandas from the tables, under generated filters."""

from collections.abc import Iterator

import pytest

import data
from tests import oracle
from tests.overview import expected

pytestmark = pytest.mark.broad

FAST, MANY = 25, 200
QUESTIONS = {"overview/headlines": expected.headlines, "overview/reach": expected.reach, "common/counted": expected.counts}
MORE = {
    "membership_steps": [
        "uzb-five-1996,UZB,shanghai five,founding,1996-04-26,day,true,",
        "mng-partner-2024,MNG,sco partner,conversion,2025-01-01,day,true,",
        "mng-later-2024,MNG,observer,application,2025-01-01,day,false,",
        "uzb-member-2012,UZB,member,accession,2012-12-31,day,true,",
        "uzb-observer-2018,UZB,observer,decision,2018-06-10,day,true,",
    ],
    "countries": ["UZB,Uzbekistan"],
    "evidence": ["priorities,in18-plan,outcome,news-2017,para 9,"],
    "chairmanships": ["in-2018,IND,India 2018-2019,2018-06-10,2019-06-14,Delhi,2019-06-14,day,4,,", "kz-2030,KAZ,Kazakhstan 2030,2030-07-01,,Astana,2031-07-01,day,5,,"],
    "events": ["ev-2018-one,in-2018,Fair,fair,2018-08-01,,day,,culture,held,"],
    "priorities": ["in18-plan,in-2018,culture,A plan,A plan of another chair.,goal,President,2018-07-01,day,realised,2019-06-01,day,,,,It was held."],
}


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with a state of the Shanghai Five that did not join, statuses that begin on the last day or end on the first, a term that is still open, an aim and the one event of another chair."""
    database = oracle.widened(tmp_path_factory.mktemp("edges"), MORE)
    yield database
    database.close()


def held(name: str, database: data.Database, n: int) -> None:
    tables = oracle.tables(database)
    with oracle.serving(database) as vocabulary:
        for parameters in oracle.different(name, oracle.generated(vocabulary, "headlines", n), vocabulary):
            oracle.hold(name, parameters, QUESTIONS[name](tables, parameters))


@pytest.mark.parametrize("dataset", ["tiny", pytest.param("edges", marks=pytest.mark.broad), pytest.param("real", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", QUESTIONS)
def test_rows_are_those_of_their_oracle(name: str, dataset: str, request: pytest.FixtureRequest) -> None:
    held(name, request.getfixturevalue(dataset), FAST)


@pytest.mark.deep
def test_headlines_of_any_two_chairs(real: data.Database) -> None:
    held("overview/headlines", real, MANY)
