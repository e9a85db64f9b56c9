"""A meeting and an event that are one occasion count once; what is only announced says so; summits are named as far as there is room."""

import dataclasses
from pathlib import Path

import pandas as pd
import pytest

import data
import queries
from charts.look import LIGHT, PRINT, Look
from charts.timeline.marks import Mark
from charts.timeline.summits import LETTER, LINE, name_summits
from exports.view import View
from queries import Filters
from tests import oracle
from tests.shown import drawn, real
from tests.test_pages import visit

NARROW = dataclasses.replace(LIGHT, narrow=True)


def both() -> dict[str, str]:
    return dict(data.current().cursor().execute("select meeting_id, event_id from occasions").fetchall())


def test_one_occasion_has_the_same_days_place_and_chair_and_a_passage_of_both() -> None:
    pairs = both()
    tables = {name: data.current().cursor().execute(f"select * from {name}").df().set_index(f"{name[:-1]}_id") for name in ("meetings", "events")}
    evidence = data.current().cursor().execute("select * from evidence").df()
    for meeting, event in pairs.items():
        one, other = tables["meetings"].loc[meeting], tables["events"].loc[event]
        assert (one["chairmanship_id"], one["start_on"]) == (other["chairmanship_id"], other["start_on"])
        assert one["place"] == other["place"] or pd.isna(one["place"]) and pd.isna(other["place"])
        passages = [set(zip(rows["source_id"], rows["locator"], strict=True)) for rows in (evidence[evidence["row_id"] == meeting], evidence[evidence["row_id"] == event])]
        assert passages[0] & passages[1]
    assert pairs["chs-2017-astana"] == "ev-2017-06-08-chs-astana"
    assert len(set(pairs.values())) == len(pairs) > 50


# A meeting and an event of one passage; the event differs from this in one thing.
SAME = {"chair": "cn-2017", "start": "2018-03-01", "end": "2018-03-02", "precision": "day", "place": "Beijing"}
EVENTS = {
    "same": {},
    "unplaced": {"place": ""},
    "later": {"start": "2018-03-02"},
    "earlier": {"start": "2018-02-28"},
    "longer": {"end": "2018-03-03"},
    "vague": {"end": "", "precision": "month"},
    "elsewhere": {"place": "Xian"},
    "nowhere": {"place": ""},
    "foreign": {"chair": "kz-2016"},
    "two-events": {},
    "two-meetings": {},
    "other": {"place": "Xian"},
    "second-event": {},
}
ALSO = {"unplaced": {"place": ""}, "vague": {"end": ""}}  # what the meeting shares with it
MEETINGS = {name: ALSO.get(name, {}) for name in list(EVENTS)[:-2]} | {"second-meeting": {}}


def test_what_differs_in_one_thing_or_fits_twice_is_not_one_occasion(tmp_path: Path) -> None:
    def row(name: str, differing: dict[str, str], line: str) -> str:
        return line.format(name=name, **SAME | differing)

    meetings = [row(name, told, "m-{name},chg,,{start},{end},{precision},{place},{chair},Meeting {name},") for name, told in MEETINGS.items()]
    events = [row(name, told, "e-{name},{chair},Event {name},forum,{start},{end},{precision},{place},culture,held,") for name, told in EVENTS.items()]
    passage = {name: f"news-2017,para {place}" for place, name in enumerate(EVENTS)}  # rows of one place in their tables rest on one passage
    evidence = [f"events,e-second-event,corroboration,{passage['two-events']},", f"meetings,m-second-meeting,corroboration,{passage['two-meetings']},"]
    # A document of the same id as a meeting is not the meeting, whatever passage it rests on.
    alone = ["m-alone,chg,,2018-04-01,,day,Beijing,cn-2017,Meeting alone,", "e-alone,cn-2017,Event alone,forum,2018-04-01,,day,Beijing,culture,held,"]
    document = ["m-alone,Text,agreement,chs,2018-04-01,day,Beijing,,cn-2017,security,,,signed,treaty,,,true,", "e-alone,Text,agreement,chs,2018-04-01,day,Beijing,,cn-2017,security,,,signed,treaty,,,true,"]
    evidence += ["documents,m-alone,corroboration,chronicle,para 1,", "events,e-alone,corroboration,chronicle,para 1,"]
    evidence += ["documents,e-alone,corroboration,chronicle,para 2,", "meetings,m-alone,corroboration,chronicle,para 2,"]
    more = {"meetings": [*meetings, alone[0]], "events": [*events, alone[1]], "documents": document, "evidence": evidence}
    database = oracle.widened(tmp_path, more)
    found = database.cursor().execute("select meeting_id, event_id from occasions where meeting_id like 'm-%' order by meeting_id").fetchall()
    database.close()
    assert found == [("m-same", "e-same"), ("m-unplaced", "e-unplaced")]


def test_what_two_events_fit_is_merged_with_neither() -> None:
    assert "technopark-commission-2024-almaty" not in both(), "the forum of the same days rests on the same passages"


def test_both_records_stand_behind_one_mark() -> None:
    view = View.of("timeline", Filters())
    place = view.frame.index[view.frame["only_id"] == "chs-2017-astana"][0]
    found = view.records(view.mark(place)).rows
    assert set(zip(found["record_table"], found["record_id"], strict=True)) == {("meetings", "chs-2017-astana"), ("events", "ev-2017-06-08-chs-astana")}
    assert view.frame["n"].iloc[place] == 1 and "ev-2017-06-08-chs-astana" not in set(view.frame["only_id"])
    assert view.n == int(view.frame["n"].sum()) + len(both())
    assert view.caution.startswith(f"{len(both())} meetings are recorded as events too and count once")


@pytest.mark.parametrize("lane", ["meetings", "events"])
def test_a_lane_alone_holds_all_its_records(lane: str) -> None:
    frame = real("timeline", lanes=(lane,))
    assert frame["n"].sum() == data.current().cursor().execute(f"select count(*) from {lane} where start_on is not null").fetchone()[0]  # type: ignore[index]
    assert View.of("timeline", Filters(lanes=(lane,))).caution == ""


def test_the_list_leads_to_both_records() -> None:
    at = visit("timeline", period="Kazakhstan 2016-2017")
    labels = [link.proto.label for link in at.get("page_link")]
    first = queries.run("timeline/listed", Filters(period="kz-2016").parameters(queries.vocabulary()) | {"page_rows": 25, "page_start": 0})
    assert labels.count("The same occasion among the events") == first["twin_id"].notna().sum() > 0


def test_a_meeting_known_from_an_announcement_alone_says_so() -> None:
    frame = real("timeline", lanes=("meetings",)).set_index("only_id")
    announced = frame[frame["sort"] == "announced"]
    held = data.current().cursor().execute("select event_id from events where held = 'announced'").df()["event_id"]
    newest = pd.Timestamp(data.current().cursor().execute("select max(published_on) from sources").fetchone()[0])  # type: ignore[index]
    ahead = set(frame.index[frame["last_day"] > newest])
    assert set(announced.index) == {meeting for meeting, event in both().items() if event in set(held)} | ahead and ahead
    assert announced["kind"].str.endswith(", announced").all()


@pytest.mark.parametrize("look", [LIGHT, PRINT, NARROW])
@pytest.mark.parametrize("chosen", [{}, {"period": "kz-2023"}, {"years": (2010, 2020)}])
def test_summits_are_named_on_the_axis(look: Look, chosen: dict) -> None:
    names = {str(name) for name in real("timeline", **chosen)["summit"].dropna()}
    told = [note["text"] for note in drawn("timeline", look, **chosen)["layout"]["annotations"] if note["text"] in names]
    assert "Astana 2024" in told if chosen != {"years": (2010, 2020)} else "Astana 2017" in told
    assert len(told) == len(set(told))


def mark(day: int, foot: int = 0, height: int = 9) -> Mark:
    return Mark("summit", day, day, "day", False, [day], [1], 9.0, float(height), foot)


def test_names_keep_apart_and_stand_clear_of_marks() -> None:
    far, near = [mark(0), mark(100)], [mark(day) for day in range(0, 200, 10)]
    names: dict[int, str] = {day: f"Astana {2000 + day}" for day in range(0, 200)}
    whole = [names[day] for day in range(200)]
    beside = name_summits(far, whole, (-100, 300), 2.0)
    assert [name.text for name in beside] == [names[0], names[100]] and not any(name.is_upright for name in beside)
    upright = name_summits(near, whole, (-100, 300), 1.0)
    assert all(name.is_upright for name in upright) and all(other.day - one.day >= LINE for one, other in zip(upright, upright[1:], strict=False))
    high = name_summits([mark(0), mark(3, foot=20)], [names[0], None, None, None], (-100, 300), 1.0)
    assert high[0].foot > 20, "a name stands above the marks that it would touch"


def test_no_name_runs_over_the_ends_of_the_axis() -> None:
    first, last = name_summits([mark(1), mark(199)], [f"Astana {day}" for day in range(200)], (0, 200), 2.0)
    assert (first.anchor, last.anchor) == ("left", "right") and LETTER * len(first.text) > 2


def test_a_place_by_video_link_is_named_by_its_place() -> None:
    (name,) = name_summits([mark(0)], ["Moscow (by video link) 2020"], (-100, 100), 2.0)
    assert name.text == "Moscow 2020"
