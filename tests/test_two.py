"""A finding compares: of two things it says which is more, of one it says nothing."""

import pandas as pd

from charts.documents import by_year
from charts.membership import claimed_shares, growth, path, shares
from charts.priorities import actors, chairs, flow
from charts.reported import counts
from charts.timeline import density
from tests.shown import real


def first_groups(frame: pd.DataFrame, column: str, n: int) -> pd.DataFrame:
    """The rows of the first `n` values of a column."""
    return frame[frame[column].isin(list(dict.fromkeys(frame[column]))[:n])].reset_index(drop=True)


def test_the_fullest_of_two_years_is_named() -> None:
    frame = pd.DataFrame({"year": [2001, 2002], "n": [2, 1], "gaps": "", "place": 0, "label": "All"})
    assert by_year.finding(frame).endswith("2001 than for any other year: 2 of 3")
    assert by_year.finding(frame.head(1)) == ""


def test_the_one_who_stated_more_of_two_is_named() -> None:
    frame = first_groups(real("priorities-by-actor"), "place", 2)
    assert "is named with" in actors.finding(frame) and actors.finding(first_groups(frame, "place", 1)) == ""


def test_outcomes_of_two_chairmanships_are_compared() -> None:
    frame = first_groups(real("outcomes-by-chairmanship"), "chairmanship_id", 2)
    assert chairs.finding(frame).startswith("Adopted or realised") and chairs.finding(first_groups(frame, "chairmanship_id", 1)) == ""


def test_the_more_frequent_of_two_kinds_is_named() -> None:
    frame = pd.DataFrame({"step": flow.STEPS[1], "origin": ["goal", "goal", "proposal"], "target": ["adopted", "realised", "adopted"], "n": [3, 1, 2], "origin_place": [1, 1, 2], "target_place": [1, 2, 1]})
    assert flow.finding(frame) == "4 of 6 priorities are goals; for 3 of these 4 the outcome is “adopted”"
    assert flow.finding(frame.head(2)) == ""


def test_two_states_that_joined_have_a_span() -> None:
    frame = pd.DataFrame({"country": ["A", "B"], "is_founder": False, "years_to_membership": [2.0, 5.0]})
    assert path.finding(frame).startswith("2.0 to 5.0 years") and path.finding(frame.head(1)) == ""


def test_two_computed_shares_are_a_change() -> None:
    frame = pd.DataFrame({"kind": "computed", "is_before_break": False, "share_of": "area", "share": [1.0, 2.0], "on_date": pd.to_datetime(["2001-12-31", "2002-12-31"])})
    assert shares.finding(frame) == "Members' share of area: 1.0 per cent in 2001, 2.0 in 2002" and shares.finding(frame.tail(1)) == ""


def test_two_claims_of_one_measure_have_a_range() -> None:
    frame = pd.DataFrame({"measure": "Share of area", "claimed": [10.0, 20.0]})
    assert claimed_shares.finding(frame) == "Claimed shares of area range from 10 to 20 per cent (n = 2)" and claimed_shares.finding(frame.head(1)) == ""


def test_two_days_of_members_are_a_growth() -> None:
    frame = pd.DataFrame({"status": "member", "n": [6, 8], "day": pd.to_datetime(["2001-06-15", "2001-09-01"])})
    assert growth.finding(frame) == "From 6 members to 8 in 2001"
    assert growth.finding(frame.assign(day=pd.to_datetime(["2001-06-15", "2017-06-09"]))) == "From 6 members in 2001 to 8 in 2017"
    assert growth.finding(frame.head(1)) == ""


def test_the_fullest_and_the_thinnest_of_two_lanes_are_named() -> None:
    frame = pd.DataFrame({"lane": ["meetings", "meetings", "documents", "documents"], "year": [2001, 2002] * 2, "n": [1, 1, 1, 0]})
    assert density.finding(frame) == "Meetings are recorded for 2 of 2 years, documents for 1"
    assert density.finding(frame.head(2)) == "" and density.finding(frame.assign(n=1)) == ""


def test_two_numbers_that_were_claimed_are_a_span() -> None:
    frame = real("reported-events")
    same = frame.assign(value=frame["value"].where(frame["side"] == "counted", 80.0))
    held = [subject for subject in counts.subjects(frame) if subject.count is not None and "events held" in subject.names]
    one = max(held, key=lambda subject: subject.n_claims).claimed[0].Index
    other = same.assign(value=[90.0 if row == one else value for row, value in same["value"].items()])
    assert counts.find_events(same) == "" and "from 80 to 90 events claimed" in counts.find_events(other)
