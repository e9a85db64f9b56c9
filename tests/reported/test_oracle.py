"""Every question of the page of reported figures, its rows worked out in pandas from the tables, under generated filters."""

import random
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

import data
from queries import QUERIES, Filters
from tests import oracle
from tests.reported import expected

pytestmark = pytest.mark.broad

FAST, MANY = 25, 200
CLAIM = "{id},{term},{meeting},{measure},{value},{unit},{qualifier},{day},{precision},{by},{note}"
MORE = {
    "chairmanships": [
        "cn-2000,CHN,China 2000,,2001-01-01,Shanghai,2001-01-01,day,4,,",
        "in-2025,IND,India 2025-2026,2025-01-01,,Delhi,,year,5,,",
        "mng-2019,MNG,Mongolia 2019-2020,2019-01-01,2019-12-31,Ulan Bator,2019-12-31,day,6,,",
    ],
    "meetings": [
        "chs-2019,chs,4,2019-01-01,,year,Ulan Bator,mng-2019,Summit of 2019,",
        "chg-2019,chg,2,2019-12-31,2019-12-31,day,,mng-2019,Heads of government of 2019,",
        "chs-none,chs,5,,,day,Delhi,in-2025,Summit to come,",
        "sec-2018,secretariat,1,2018-05-01,2018-05-02,day,Beijing,,Meeting of experts,",
    ],
    "documents": [
        "d-decision,A decision,decision,chs,2017-06-09,day,Astana,chs-2017,kz-2016,economy,,,adopted without signing,political,,,true,",
        "d-approved,A plan,action plan,chs,2017-06-09,day,Astana,chs-2017,kz-2016,economy,,,approved by decision,political,,,true,",
        "d-statement,A statement,statement,chs,2017-06-08,day,Astana,chs-2017,kz-2016,security,,,approved by decision,political,,,true,",
        "d-statement-2,Another statement,statement,chs,,day,Astana,chs-2017,kz-2016,security,,,not stated,political,,,true,",
        "d-apart,A decision apart,decision,chs,2017-06-09,day,Astana,chs-2017,kz-2016,security,,,not stated,political,,,false,Part of a package.",
        "d-2019,A concept,concept,chg,2019-12-31,day,,chg-2019,mng-2019,security,,,signed,political,,,true,",
        "d-to-come,A draft,other,chs,,day,Delhi,chs-none,in-2025,security,,,not stated,political,,,true,",
        "d-experts,A list,list,secretariat,2018-05-02,day,Beijing,sec-2018,,security,,,noted,political,,,true,",
    ],
    "events": [
        "ev-mng,mng-2019,Fair,fair,2019-02-01,,day,,economy,announced,",
        "ev-cn,cn-2017,Games,games,,,day,,culture,held,",
        "ev-cn-2,cn-2017,More games,games,2017-10-01,,day,,culture,held,",
    ],
    "gaps": [
        "all-events,,,events,Events of small terms are not known.",
        "events-2019,mng-2019,,events,Not all fairs.",
        "texts-2016,kz-2016,,documents,A list of the term is missing.",
        "texts-none,,,documents,Lists are missing.",
        "a-2017,kz-2016,chs-2017,documents,An annex is missing.",
    ],
    "conflicts": [
        "z-claim,reported_figures,f-04,Count of 2017,Four,official-2024,,,a,No second.",
        "a-claim,reported_figures,f-04,Count again,Four,official-2024,Five,news-2017,b,Later.",
        "other-table,documents,2017-convention,Count of 2017,Four,official-2024,Five,news-2017,a,Another table.",
        "s-claim,reported_figures,f-40,Members,Two,official-2024,Three,news-2017,a,Counted.",
    ],
}
TOLD = [  # id, term, meeting, measure, value, qualifier, day, precision, claimant, note
    ("f-01", "", "chs-2017", "documents", 3, "about", "2017-06-08", "day", "News", ""),
    ("f-02", "", "chs-2017", "documents", 3, "about", "2016-06-10", "day", "Later News", "Said before."),
    ("f-03", "", "chs-2017", "documents", 3, "exactly", "2017-06-10", "day", "", ""),
    ("f-04", "kz-2016", "chs-2017", "documents", 4, "exactly", "", "day", "Chair", "With annexes."),
    ("f-05", "kz-2016", "", "documents", 9, "at least", "2018-01-01", "year", "Chair", ""),
    ("f-06", "", "chg-2019", "documents at the heads-of-government meeting", 1, "exactly", "2019-12-31", "day", "Chair", ""),
    ("f-07", "", "chs-2019", "documents", 5, "exactly", "2020-01-01", "day", "Chair", ""),
    ("f-08", "", "chs-none", "documents", 6, "expected", "2025-05-01", "day", "Chair", ""),
    ("f-09", "", "", "documents", 100, "at least", "2019-01-01", "day", "Encyclopedia", "In all years."),
    ("f-10", "", "sec-2018", "documents", 2, "exactly", "2018-05-02", "day", "Experts", ""),
    ("f-11", "cn-2000", "", "documents", 2, "exactly", "2000-12-31", "day", "Chair", ""),
    ("f-12", "kz-2023", "chs-2017", "documents", 3, "at most", "2017-06-08", "day", "A press office", ""),
    ("f-13", "kz-2016", "chs-none", "documents", 7, "expected", "2017-06-09", "day", "Chair", ""),
    ("f-14", "kz-2023", "chs-none", "documents", 7, "expected", "2016-07-04", "day", "Chair", ""),
    ("f-15", "kz-2016", "chs-none", "decisions", 7, "about", "2025-06-09", "day", "Chair", ""),
    ("f-16", "kz-2023", "chs-none", "decisions", 7, "expected", "2025-06-09", "day", "Chair", ""),
    ("f-17", "kz-2016", "chs-none", "events held", 7, "about", "2025-06-09", "day", "Chair", ""),
    ("f-18", "kz-2023", "chs-none", "events held", 7, "expected", "2025-06-09", "day", "Chair", ""),
    ("f-19", "", "chs-2017", "decisions", 9, "exactly", "2017-06-09", "day", "Chair", ""),
    ("f-20", "", "chs-2017", "decisions", 2, "exactly", "2017-06-09", "day", "Chair", "Without annexes."),
    ("f-21", "", "chs-2017", "statements", 1, "exactly", "2017-06-09", "day", "Chair", ""),
    ("f-22", "", "chg-2019", "decisions", 1, "exactly", "2019-12-31", "day", "Chair", ""),
    ("f-23", "", "chs-2019", "statements", 1, "at least", "", "day", "Chair", ""),
    ("f-24", "", "chs-2017", "decisions", 2, "exactly", "2017-06-08", "day", "News", ""),
    ("f-25", "", "sec-2018", "statements", 1, "exactly", "2018-05-02", "day", "Chair", ""),
    ("f-26", "mng-2019", "", "decisions", 7, "about", "2019-12-31", "day", "Chair", ""),
    ("f-30", "cn-2017", "", "events held", 2, "exactly", "2018-06-01", "month", "Chair", ""),
    ("f-31", "cn-2017", "", "events planned", 2, "exactly", "2018-06-01", "month", "Chair", ""),
    ("f-32", "mng-2019", "", "events held", 3, "about", "2019-12-31", "day", "Chair", ""),
    ("f-33", "in-2025", "", "events planned", 200, "expected", "2025-01-01", "day", "Chair", "Plan."),
    ("f-34", "cn-2000", "", "events held", 1, "exactly", "2001-01-01", "day", "Chair", ""),
    ("f-35", "kz-2023", "", "events held", 2, "exactly", "2024-07-04", "day", "Chair", ""),
    ("f-36", "kz-2023", "", "events held", 2, "exactly", "2023-07-04", "day", "Before", ""),
    ("f-37", "cn-2017", "", "events held", 4, "about", "2018-06-01", "month", "News", ""),
    ("f-40", "", "", "member states", 2, "exactly", "2017-06-08", "day", "Chair", "Before the summit."),
    ("f-41", "kz-2016", "chs-2017", "member states", 3, "exactly", "2017-06-09", "day", "Chair", ""),
    ("f-42", "", "", "member states", 2, "exactly", "2017-06-01", "month", "Chair", ""),
    ("f-43", "", "", "observers", 2, "about", "2005-07-05", "day", "Chair", ""),
    ("f-44", "", "", "observers", 1, "about", "2005-07-04", "day", "Chair", ""),
    ("f-45", "", "", "dialogue partners", 3, "exactly", "2017-01-01", "year", "Chair", ""),
    ("f-46", "", "", "sco partners", 3, "exactly", "2017-01-01", "year", "Chair", ""),
    ("f-47", "", "", "sco partners", 3, "exactly", "2017-01-01", "year", "A chair before", ""),
    ("f-48", "", "", "member states", 3, "exactly", "", "day", "Chair", ""),
    ("f-49", "", "", "observers", 2, "exactly", "2017-01-01", "day", "Chair", ""),
    ("f-50", "", "", "observers", 2, "exactly", "2017-01-01", "year", "Chair", ""),
    ("f-60", "", "", "trade turnover", 10.5, "about", "2017-06-09", "day", "Chair", ""),
    ("f-61", "", "chs-2017", "trade turnover", 10.25, "about", "2017-06-09", "day", "", "Rounded."),
    ("f-62", "cn-2017", "", "states represented", 10, "about", "", "day", "Chair", ""),
]
MORE["reported_figures"] = [
    CLAIM.format(**dict(zip(("id", "term", "meeting", "measure", "value", "qualifier", "day", "precision", "by", "note"), row, strict=True)), unit="units")
    for row in TOLD
]
NAMES = [name for name in QUERIES if name.startswith("reported/")]


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with claims on the edges: without day, subject or count, equal and unequal in every column by which marks are told apart."""
    database = oracle.widened(tmp_path_factory.mktemp("edges"), MORE)
    yield database
    database.close()


def held(database: data.Database, name: str, n: int) -> None:
    """The query against its oracle under `n` sets of filters, and in years that begin or end with what is claimed."""
    tables = oracle.tables(database)
    with oracle.serving(database) as vocabulary:
        years = [Filters(years=years) for years in ((2017, 2017), (2019, 2019), (2018, 2025), (1996, 2018))]
        sets = oracle.different(name, (*oracle.generated(vocabulary, name, n), *years), vocabulary)
        for values in some_claims(tables, n) if name == "reported/claims_of" else sets:
            oracle.hold(name, values, getattr(expected, name.partition("/")[2])(tables, values))


def some_claims(tables: dict[str, pd.DataFrame], n: int) -> list[dict[str, Any]]:
    """Ids of none to five claims."""
    luck, ids = random.Random(n), tables["reported_figures"]["figure_id"].tolist()
    return [{"ids": luck.sample(ids, min(len(ids), luck.randint(0, 5)))} for _ in range(n)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dataset", ["tiny", pytest.param("edges", marks=pytest.mark.broad), pytest.param("real", marks=pytest.mark.slow)])
def test_rows_and_records_are_those_of_the_tables(request: pytest.FixtureRequest, name: str, dataset: str) -> None:
    held(request.getfixturevalue(dataset), name, FAST)


@pytest.mark.deep
@pytest.mark.parametrize("name", NAMES)
def test_rows_and_records_are_those_of_the_tables_under_many_filters(real: data.Database, name: str) -> None:
    held(real, name, MANY)


def test_the_dataset_of_edges_has_them(edges: data.Database) -> None:
    """Marks of several claims, counts of none and counts that are missing."""
    with oracle.serving(edges) as vocabulary:
        values = Filters().parameters(vocabulary)
        marks = [mark for name in ("documents", "decisions", "events") for mark in getattr(expected, name)(oracle.tables(edges), values)]
    assert {mark["n_claims"] for mark in marks} >= {0, 1, 2}
    assert {None, 0} <= {mark["value"] for mark in marks if mark["side"] == "counted"}
    assert {2019, None} <= {mark["subject_year"] for mark in marks}
