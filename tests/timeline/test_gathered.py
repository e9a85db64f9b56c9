"""Records gathered in the rows of the timeline: no record is lost in marks, words or the range control."""

from unittest.mock import patch

import pandas as pd
import pytest

import queries
from charts.catalogue import FIGURES
from charts.look import LIGHT, PRINT, Look
from charts.timeline.marks import gather
from charts.timeline.phrases import LANES, describe, finding, hover
from charts.words import number
from queries import MOST_ROWS, QUERIES, Filters, Query
from tests.shown import real

pytestmark = pytest.mark.broad


def gathered(most: int) -> pd.DataFrame:
    """The rows of the timeline where there is room for so many."""
    text = QUERIES["timeline/axis"].sql.replace(f"<= {MOST_ROWS}", f"<= {most}")
    with patch.dict(QUERIES, {"timeline/axis": Query(f"timeline/axis, gathered in {most}", text)}):
        return queries.run("timeline/axis", Filters().parameters(queries.vocabulary()))


@pytest.mark.parametrize("most", [500, 150, 60])
@pytest.mark.parametrize("look", [LIGHT, PRINT])
def test_marks_count_all_records_of_their_rows(most: int, look: Look) -> None:
    frame, whole = gathered(most), real("timeline")
    assert frame["n"].sum() == whole["n"].sum() == len(whole) > len(frame)
    for scale in (0.025, 0.07, 2.2):
        lanes = gather(frame, scale)
        assert {lane: sum(mark.n for mark in marks) for lane, marks in lanes.items()} == whole["lane"].value_counts().to_dict()
    backdrop = queries.run("timeline/terms", Filters().parameters(queries.vocabulary()))
    made = FIGURES["timeline"].draw(frame, look, backdrop).to_dict()
    traces = [trace for trace in made["data"] if "customdata" in trace and "text" in trace]
    shown = [(sum(frame["n"][row] for row in rows), text) for trace in traces for rows, text in zip(trace["customdata"], trace["text"], strict=True)]
    assert sum(n for n, _ in shown) == len(whole)
    assert all(text == (str(n) if n > 1 else "") for n, text in shown)
    strips = [trace for trace in made["data"] if trace.get("name") == "range control"]
    assert [sum(strip["y"]) for strip in strips] == ([] if look is PRINT else [len(whole)])


def test_the_picture_is_no_higher_for_more_records_in_each_mark() -> None:
    frame, backdrop = gathered(60), queries.run("timeline/terms", Filters().parameters(queries.vocabulary()))
    heights = [FIGURES["timeline"].draw(frame.assign(n=frame["n"] * times), LIGHT, backdrop).to_dict()["layout"]["height"] for times in (1_000, 100_000)]
    assert heights[0] == heights[1] < 2_000


def test_words_count_all_records() -> None:
    frame, whole = gathered(150), real("timeline")
    assert finding(frame).split(",")[0] == finding(whole).split(",")[0] == f"{number(len(whole))} dated entries"
    assert finding(frame).partition(";")[2] == finding(whole).partition(";")[2], "so many are known to the month or year only"
    for lane, n in whole["lane"].value_counts().items():
        assert f"{LANES[lane]}: {number(n)}, " in describe(frame)


def test_the_last_day_said_is_that_of_the_last_record() -> None:
    row = {"lane": "events", "n": 3, "date_precision": "day", "first_day": pd.Timestamp(2017, 4, 3), "last_day": pd.Timestamp(2017, 4, 27)}
    assert "3 dated entries, 3 April 2017 to 27 April 2017" in finding(pd.DataFrame([row | {"n": 1, "last_day": row["first_day"]}, row | {"n": 2}]))
    assert "2 dated entries, 3 April 2017;" in finding(pd.DataFrame([row | {"n": 1}, row | {"n": 1}])), "as before where each row is one record"


def test_a_hover_tells_how_many_are_not_named() -> None:
    frame = gathered(60)
    for lane, marks in gather(frame, 0.025).items():
        for mark in marks:
            words = hover(lane, mark, frame["title"].tolist(), frame["kind"].tolist())
            rest = sum(frame["n"][row] for row in mark.rows[5:])
            assert words.endswith(f"<br>and {rest} more") if rest else words.count("<br>") <= 6
            assert words.startswith(f"<b>{number(mark.n)} ") or mark.n == 1
