"""Every question about a record, its rows worked out in pandas from the tables, for records of every table."""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

import data
import queries
from tests import oracle
from tests.record import expected, words
from tests.record.shapes import SHAPES, Known

pytestmark = pytest.mark.broad

OF_RECORDS: dict[str, Callable[[Known, Mapping[str, Any]], list[dict[str, Any]]]] = {
    "common/record_head": expected.record_head,
    "common/record_words": words.record_words,
    "common/record_relations": expected.record_relations,
    "common/record_sources": expected.record_sources,
    "common/related": expected.related,
    "common/records": expected.first_sources,
    "record/conflicts": expected.conflicts,
    "record/source_uses": expected.source_uses,
    "record/uses": expected.uses,
    "record/statements": expected.statements,
}
OTHERS = ("record/row", "record/column_meanings", "common/conflicts")
FAST, MANY, SEED = 8, 120, 5
MORE = {
    "documents": [
        f"2024-text-{place:02},A text {place % 7},statement,chs,2024-0{1 + place % 6}-01,month,,chs-2024,kz-2023,culture,,,noted,political,,,{'true' if place % 2 else 'false'},A note."
        for place in range(40)
    ],
    "events": ["ev-2024-open,kz-2023,Tour of the states,tour,2024-02-01,2024-02-05,day,,culture,announced,"],
    "membership_steps": ["mng-month-2023,MNG,sco partner,decision,2023-01-01,month,true,", "mng-day-2022,MNG,dialogue partner,decision,2022-05-05,day,true,", "mng-also-2022,MNG,member,accession,2022-05-05,day,true,"],
    "conflicts": ["trade-of-2018,documents,2018-trade-programme,Trade of 2018,Growth,news-2017,Fall,chronicle,both kept,Both are told."],
    "evidence": ["documents,2016-trade-programme,corroboration,chronicle,page 5,A second place.", "priorities,kz16-trade,corroboration,chronicle,page 9,"],
}


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with more documents of a term than one page takes, and with titles and days that several share."""
    database = oracle.widened(tmp_path_factory.mktemp("edges"), MORE)
    yield database
    database.close()


def asked(known: Known, n: int) -> Iterator[dict[str, Any]]:
    """Some records of every table, those with the most links and places among them, with other ids of the table and some page."""
    luck = random.Random(SEED)
    for table in sorted({table for table, _ in known.records}):
        own = [record for record in known.records if record[0] == table]
        most = sorted(own, key=lambda record: -known.uses[record])[:2]
        for record in [*most, *luck.sample(own, min(n, len(own)))]:
            others = [row_id for _, row_id in luck.sample(own, min(luck.choice([0, 4]), len(own)))]
            relation = luck.choice(["", "", *sorted({told for told, _ in known.links[record]})])
            page = {"relation": relation, "page_start": luck.choice([0, 0, 2, 15]), "page_rows": luck.choice([2, 15, 50])}
            yield {"table": table, "id": record[1], "ids": list(dict.fromkeys([record[1], *others]))} | page


def held(database: data.Database, name: str, n: int) -> None:
    known = Known(oracle.tables(database))
    with oracle.serving(database):
        for values in asked(known, n):
            oracle.hold(name, values, OF_RECORDS[name](known, values))


@pytest.mark.parametrize("name", OF_RECORDS)
@pytest.mark.parametrize("dataset", ["tiny", pytest.param("edges", marks=pytest.mark.broad), pytest.param("real", marks=pytest.mark.slow)])
def test_a_question_is_answered_as_its_oracle_says(name: str, dataset: str, request: pytest.FixtureRequest) -> None:
    held(request.getfixturevalue(dataset), name, FAST)


@pytest.mark.deep
@pytest.mark.parametrize("name", OF_RECORDS)
def test_a_question_is_answered_so_for_many_records(name: str, real: data.Database) -> None:
    held(real, name, MANY)


@pytest.mark.parametrize("dataset", ["tiny", "edges", "real"])
def test_contradictions_stand_in_their_order(dataset: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(dataset)
    with oracle.serving(database):
        oracle.hold("common/conflicts", {}, expected.all_conflicts(Known(oracle.tables(database)), {}))


@pytest.mark.parametrize("dataset", ["tiny", "real"])
def test_the_row_of_a_record_holds_its_cells_and_every_column_is_explained(dataset: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(dataset)
    known = Known(oracle.tables(database))
    with oracle.serving(database):
        for values in asked(known, 3):
            (row,) = queries.run("record/row", values).to_dict("records")
            (wanted,) = expected.row(known, values)
            assert row | {"cells": json.loads(row["cells"])} == wanted
            meanings = queries.run("record/column_meanings", values)
            assert meanings["column_name"].tolist() == list(wanted["cells"])
            told = dict(database.cursor().execute("select column_name, comment from duckdb_columns() where table_name = $table", {"table": values["table"]}).fetchall())
            assert meanings.set_index("column_name")["description"].to_dict() == told
        assert set(SHAPES) | {"world_shares"} == {values["table"] for values in asked(known, 1)}
