"""Days at the edges: what ends after the newest source is announced, and a step is in the term that holds all days it may fall on."""

from contextlib import closing
from pathlib import Path

import pytest

from tests import oracle

SOURCE = "late,Late report,Press,,{},day,en,https://example.org/late,news,false"
MEETINGS = [
    "of-month,chg,5,2040-04-01,,month,Astana,,Meeting of a month,",
    "of-day,chg,6,2040-04-29,,day,Astana,,Meeting of a day,",
    "of-days,chg,7,2040-04-29,2040-04-30,day,Astana,,Meeting of two days,",
]


@pytest.mark.parametrize(
    ("newest", "announced"),
    [("2040-04-28", {"of-day", "of-days", "of-month"}), ("2040-04-29", {"of-days", "of-month"}), ("2040-04-30", set())],
)
def test_a_meeting_that_ends_after_the_newest_source_is_announced(tmp_path: Path, newest: str, announced: set[str]) -> None:
    with closing(oracle.widened(tmp_path, {"meetings": MEETINGS, "sources": [SOURCE.format(newest)]})) as database, database.cursor() as cursor:
        found = cursor.execute("select row_id, standing from dated_records where row_id like 'of-%'").fetchall()
    assert {name for name, standing in found if standing == "announced"} == announced and len(found) == 3


@pytest.mark.parametrize(("end", "term"), [("2040-04-29", None), ("2040-04-30", "kz-2039")])
def test_a_step_of_a_month_is_in_the_term_that_holds_the_whole_month(tmp_path: Path, end: str, term: str | None) -> None:
    lines = {
        "chairmanships": [f"kz-2039,KAZ,Kazakhstan 2039-2040,2039-04-01,{end},Astana,{end},day,9,,"],
        "membership_steps": ["mng-2040,MNG,dialogue partner,application,2040-04-01,month,false,"],
    }
    with closing(oracle.widened(tmp_path, lines)) as database, database.cursor() as cursor:
        found = cursor.execute("select chairmanship_id, last_day::varchar from dated_records where row_id = 'mng-2040'").fetchall()
    assert found == [(term, "2040-04-30")]
