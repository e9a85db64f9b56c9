"""Every question of the membership page, its rows worked out in pandas from the tables, under generated filters."""

from collections.abc import Iterator
from datetime import timedelta

import pandas as pd
import pytest

import data
from queries import QUERIES, Filters
from tests import oracle
from tests.membership import expected
from tests.membership.steps import spells

pytestmark = pytest.mark.broad

FAST, MANY = 15, 200
MORE = {
    "membership_steps": [
        "chn-observer-1996,CHN,observer,application,1996-05-01,month,false,On the way.",
        "uzb-partner-2010,UZB,dialogue partner,memorandum signed,2010-01-01,day,true,",
        "uzb-observer-2010,UZB,observer,decision,2010-12-30,day,true,",
        "uzb-member-2010,UZB,member,decision,2010-12-31,day,false,",
        "uzb-member-2012,UZB,member,accession,2012-12-31,day,true,",
        "pak-five-1996,PAK,shanghai five,founding,1996-04-26,day,true,",
        "pak-observer-2019,PAK,observer,decision,2019-01-01,day,true,",
        "pak-observer-2019-b,PAK,observer,memorandum signed,2019-01-01,year,false,",
        "lka-five-1996,LKA,shanghai five,founding,1996-04-26,day,true,",
        "npl-five-2001,NPL,shanghai five,founding,2001-06-15,day,true,",
        "khm-partner-2010,KHM,dialogue partner,memorandum signed,2010-01-01,year,true,",
        "arm-partner-2016,ARM,sco partner,decision,2016-03-01,day,true,",
        "arm-none-2016,ARM,dialogue partner,decision,2016-05-01,day,true,",
    ],
    "countries": ["UZB,Uzbekistan", "PAK,Pakistan", "ARM,Armenia", "LKA,Sri Lanka", "NPL,Nepal", "KHM,Cambodia"],
    "world_shares": [
        "2010,land_area,30,100,square kilometres,data-bank",
        "2012,land_area,30,102,square kilometres,data-bank",
        "2017,land_area,33.333,122,square kilometres,data-bank",
        "2015,gdp_ppp,10,90,international dollars,data-bank",
        "2017,gdp_ppp,20,90,international dollars,data-bank",
        "2016,gdp_current_usd,10,80,US dollars,data-bank",
    ],
    "reported_figures": [
        "land-a,,,other,20,per cent,about,2013-01-01,year,Academy,The share of the world's LAND area.",
        "land-b,,,other,21,per cent,exactly,2009-05-01,day,Academy,share of the world's land area",
        "land-c,,,share of Eurasia's area,60,per cent,about,2017-06-09,day,Secretary-General,",
        "land-d,,,other,60,per cent,about,2017-06-09,day,Secretary-General,Trade of the year.",
        "gdp-a,,,share of world GDP,20,per cent,at least,2017-06-09,day,Secretary-General,Nominal.",
        "gdp-b,,,share of world GDP,30,per cent,at most,2017-01-01,year,Secretary-General,At purchasing power parity.",
        "gdp-c,,,share of world GDP,25,per cent,about,2018-01-01,year,Secretary-General,",
        "gdp-d,,,share of world GDP,24,per cent,about,2018-01-01,year,Secretary-General,Rounded.",
        "gdp-e,,,share of world GDP,26,per cent,about,,day,Secretary-General,",
        "people-a,,,share of world population,42,per cent,about,2015-06-01,month,Academy,",
    ],
    "gaps": [
        "land-gap,,,reported_figures,The land area of Eurasia is not known.",
        "land-gap-a,,,reported_figures,Land area of the world.",
        "other-gap,,,reported_figures,Trade.",
        "land-meeting,,,meetings,Land area of a meeting.",
    ],
}


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with rows on the edges: first and last days of years, two steps of a day, every basis of a share, a leap of the land area."""
    database = oracle.widened(tmp_path_factory.mktemp("edges"), MORE)
    yield database
    database.close()


def held(database: data.Database, name: str, n: int) -> None:
    """The query against its oracle under `n` sets of filters, and on days and in years at which something changes."""
    tables = oracle.tables(database, (*data.TABLES, "releases"))
    with oracle.serving(database) as vocabulary:
        for parameters in oracle.different(name, (*oracle.generated(vocabulary, name, n), *turning(tables, n)), vocabulary):
            oracle.hold(name, parameters, getattr(expected, name.partition("/")[2])(tables, parameters))


def turning(tables: dict[str, pd.DataFrame], n: int) -> Iterator[Filters]:
    """Days of change, the day before and after; years that begin or end with a change; every indicator."""
    days = sorted({day for spell in spells(tables) for day in (spell["start"], spell["end"]) if day})
    for day in days[:: max(1, len(days) * 4 // n)]:
        yield from (Filters(day=day + timedelta(days=shift)) for shift in (-1, 0, 1))
        yield from (Filters(years=(day.year, 2026)), Filters(years=(1996, day.year)), Filters(years=(day.year, day.year), statuses=("observer",)))
    for indicator in ("population", "land_area", "gdp_ppp", "gdp_current_usd"):
        yield from (Filters(indicator=indicator), Filters(indicator=indicator, years=(2016, 2017)))


NAMES = [name for name in QUERIES if name.startswith("membership/")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dataset", ["tiny", pytest.param("edges", marks=pytest.mark.broad), pytest.param("real", marks=pytest.mark.slow)])
def test_rows_and_records_are_those_of_the_tables(request: pytest.FixtureRequest, name: str, dataset: str) -> None:
    held(request.getfixturevalue(dataset), name, FAST)


@pytest.mark.deep
@pytest.mark.parametrize("name", NAMES)
def test_rows_and_records_are_those_of_the_tables_under_many_filters(real: data.Database, name: str) -> None:
    held(real, name, MANY)
