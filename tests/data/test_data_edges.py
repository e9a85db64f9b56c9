"""Rules at their edges: what just holds is no fault, what just fails is one."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd
import pytest

from tests.conftest import ROOT

TERM = (date(2016, 6, 24), date(2017, 6, 9))


def told(rule: str, **tables: dict[str, Any]) -> list[str]:
    """The tables in which a rule finds a fault, among tables of one row each."""
    with duckdb.connect() as connection:
        for table, row in tables.items():
            connection.from_df(pd.DataFrame([row])).create(table)
        statements = connection.extract_statements((ROOT / "data" / "checks" / f"{rule}.sql").read_text(encoding="utf-8"))
        return [row[0] for statement in statements for row in connection.execute(statement).fetchall()]


@pytest.mark.parametrize(("start", "end", "is_fault"), [(2017, 2016, True), (2017, 2017, False), (2016, 2017, False)])
def test_what_ends_when_it_starts_is_no_fault(start: int, end: int, is_fault: bool) -> None:
    days = {"start_on": date(start, 6, 9), "end_on": date(end, 6, 9)}
    years = {"valid_from_year": start, "valid_to_year": end}
    found = told("ends_before_start", chairmanships=days, meetings=days, events=days, documents=years)
    assert found == (["chairmanships", "meetings", "events", "documents"] if is_fault else [])


@pytest.mark.parametrize(
    ("day", "precision", "term", "is_fault"),
    [
        ("2016-06-23", "day", TERM, True),
        ("2016-06-24", "day", TERM, False),
        ("2017-06-09", "day", TERM, False),
        ("2017-06-10", "day", TERM, True),
        ("2016-05-01", "month", TERM, True),
        ("2016-06-01", "month", TERM, False),
        ("2017-06-01", "month", TERM, False),
        ("2017-07-01", "month", TERM, True),
        ("2016-06-01", "month", (date(2016, 6, 30), TERM[1]), False),
        ("2016-06-01", "month", (date(2016, 7, 1), TERM[1]), True),
        ("2015-01-01", "year", TERM, True),
        ("2016-01-01", "year", TERM, False),
        ("2016-01-01", "year", (date(2016, 12, 31), TERM[1]), False),
        ("2016-01-01", "year", (date(2017, 1, 1), TERM[1]), True),
        ("2017-01-01", "year", (TERM[0], date(2017, 1, 1)), False),
        ("2017-01-01", "year", (TERM[0], date(2016, 12, 31)), True),
    ],
)
def test_a_document_of_a_term_may_be_of_any_of_its_days(day: str, precision: str, term: tuple[date, date], is_fault: bool) -> None:
    document = {"chairmanship_id": "a", "note": None, "adopted_on": date.fromisoformat(day), "date_precision": precision}
    found = told("document_outside_chairmanship", documents=document, chairmanships={"chairmanship_id": "a", "start_on": term[0], "end_on": term[1]})
    assert found == ["documents"] * is_fault


@pytest.mark.parametrize(
    ("outcome", "precision", "adopted", "is_fault"),
    [
        ("2017-06-09", "day", "2017-06-10", False),
        ("2017-06-09", "day", "2017-06-11", True),
        ("2017-06-01", "month", "2017-07-01", False),
        ("2017-06-01", "month", "2017-07-02", True),
        ("2017-01-01", "year", "2018-01-01", False),
        ("2017-01-01", "year", "2018-01-02", True),
    ],
)
def test_a_document_may_follow_its_outcome_by_a_day(outcome: str, precision: str, adopted: str, is_fault: bool) -> None:
    priority = {"outcome_document_id": "d", "outcome_on": date.fromisoformat(outcome), "outcome_precision": precision}
    assert told("outcome_document_too_late", priorities=priority, documents={"document_id": "d", "adopted_on": date.fromisoformat(adopted)}) == ["priorities"] * is_fault


@pytest.mark.parametrize(("part", "world", "is_fault"), [(0, 5, False), (5, 5, False), (-1, 5, True), (6, 5, True), (0, 0, True), (1, 1, False), (-2, -1, True)])
def test_a_share_lies_between_nothing_and_all(part: int, world: int, is_fault: bool) -> None:
    assert told("share_out_of_range", world_shares={"organisation_value": part, "world_value": world}) == ["world_shares"] * is_fault
