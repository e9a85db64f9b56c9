"""The headline figures, worked out in pandas from the tables, under generated filters."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd
import pytest

import data
from tests import oracle
from tests.oracle import BEHIND, Record

FAST, MANY = 25, 200
MORE = {
    "membership_steps": [
        "uzb-five-1996,UZB,shanghai five,founding,1996-04-26,day,true,",
        "mng-partner-2024,MNG,sco partner,conversion,2025-01-01,day,true,",
        "mng-later-2024,MNG,observer,application,2025-01-01,day,false,",
    ],
    "countries": ["UZB,Uzbekistan"],
    "evidence": ["priorities,in18-plan,outcome,news-2017,para 9,"],
    "chairmanships": ["in-2018,IND,India 2018-2019,2018-06-10,2019-06-14,Delhi,2019-06-14,day,4,,"],
    "priorities": ["in18-plan,in-2018,culture,A plan,A plan of another chair.,goal,President,2018-07-01,day,realised,2019-06-01,day,,,,It was held."],
}
Marks = list[dict[str, Any]]


def headlines(tables: dict[str, pd.DataFrame], values: Mapping[str, Any]) -> Marks:
    """Members and other states on the day of the last step, texts, priorities of the two chairs and those fulfilled."""
    steps, documents = tables["membership_steps"].to_dict("records"), tables["documents"]
    day = max(step["on_date"] for step in steps)
    states = held_on(steps, day)
    texts = documents[documents["is_counted"].astype(bool)]
    years = [on.year for on in texts["adopted_on"] if on]
    followed = [row for row in tables["priorities"].to_dict("records") if row["chairmanship_id"] in (values["first"], values["second"])]
    aims = {("priorities", row["priority_id"]): row["stated_on"] for row in followed}
    done = {("priorities", row["priority_id"]): row["stated_on"] for row in followed if row["outcome"] in ("adopted", "realised")}
    on = f"{day.day} {day:%B %Y}"
    return [
        mark("Member states", {record: start for record, (start, status) in states.items() if status == "member"},
             f"States whose founding or accession counts on {on}, the date of the last recorded step"),
        mark("Other states with a status", {record: start for record, (start, status) in states.items() if status not in ("member", "shanghai five")},
             "Observers, dialogue partners and SCO partners on the same date"),
        mark("Texts recorded", {("documents", row.document_id): row.adopted_on for row in texts.itertuples()},
             f"Texts adopted, signed or approved from {min(years)} to {max(years)} for which a source was found; not all that exist"),
        mark("Priorities followed", aims, "Aims and proposals stated for the two compared chairmanships, each with what came of it"),
        mark("Adopted or realised", done, "Of these priorities, those adopted or realised by the close of the chairmanship"),
    ]


def mark(label: str, behind: Mapping[Any, date | None], definition: str) -> dict[str, Any]:
    return {"label": label, "value": len(behind), "definition": definition, BEHIND: dict(behind)}


def held_on(steps: list[dict[str, Any]], day: date) -> dict[Record, tuple[date, str]]:
    """The step on which the status of each state rests on a day, with its own day and the status."""
    effective = sorted((step for step in steps if step["is_effective"]), key=lambda step: (step["on_date"], step["step_id"]))
    last = {step["iso3"]: step for step in effective if step["on_date"] <= day}
    founded = min(step["on_date"] for step in effective if (step["status"], step["step"]) == ("member", "founding"))
    return {
        ("membership_steps", step["step_id"]): (step["on_date"], step["status"])
        for step in last.values()
        if step["status"] != "shanghai five" or day < founded
    }


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with a state of the Shanghai Five that did not join, a status on the last day, and an aim of another chair."""
    database = oracle.widened(tmp_path_factory.mktemp("edges"), MORE)
    yield database
    database.close()


def held(database: data.Database, n: int) -> None:
    tables = oracle.tables(database)
    with oracle.serving(database) as vocabulary:
        for parameters in oracle.different("overview/headlines", oracle.generated(vocabulary, "headlines", n), vocabulary):
            oracle.hold("overview/headlines", parameters, headlines(tables, parameters))


@pytest.mark.parametrize("dataset", ["tiny", "edges", "real"])
def test_headlines_are_those_of_their_oracle(dataset: str, request: pytest.FixtureRequest) -> None:
    held(request.getfixturevalue(dataset), FAST)


@pytest.mark.slow
def test_headlines_of_any_two_chairs(real: data.Database) -> None:
    held(real, MANY)
