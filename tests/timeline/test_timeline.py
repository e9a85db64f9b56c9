"""The page of the timeline: exact rows on the tiny dataset, marks that hide nothing, the list beside the chart."""

import dataclasses
import json
from collections import Counter
from datetime import date

import pandas as pd
import pytest

import data
import queries
from charts.form import SLIDE, SQUARE, Form
from charts.look import DARK, LIGHT, PRINT, Look
from charts.timeline import density
from charts.timeline.bands import bands
from charts.timeline.marks import LEAST_BIN, LEAST_DAY, UNIT, Mark, bin_days, days, gather, stack
from charts.timeline.phrases import finding, hover, sparse, when
from charts.words import number
from exports.view import View
from queries import Filters
from tests.shown import asked, drawn
from tests.shown import real as shown_rows
from tests.test_pages import fail_words, visit

pytestmark = pytest.mark.broad

NARROW = dataclasses.replace(LIGHT, narrow=True)
KEY_LINE = 6  # units of height of the timeline
LOOKS = [LIGHT, DARK, PRINT, NARROW]
PERIODS = [None, "kz-2016", "kz-2023", "recent"]
LANES = ["meetings", "documents", "events", "membership_steps", "priorities"]
TINY = {
    "chairmanships": ["kz-2016", "cn-2017", "kz-2023", "none"],
    "themes": ["security", "economy", "culture"],
    "lanes": LANES,
    "period": "all",
    "first": "kz-2016",
    "second": "kz-2023",
    "year_from": 1996,
    "year_to": 2026,
}


def rows(tiny: data.Database, name: str, **chosen: object) -> list[dict]:
    """The rows of a query on the tiny dataset, everything chosen but for what is given."""
    return asked(tiny, name, TINY | chosen)


def ids(found: list[dict]) -> set[str]:
    return {row["only_id"] for row in found}


KZ16 = {"chg-2016", "chs-2017", "2016-trade-programme", "2017-convention", "2017-communique", "ev-2016-festival", "ev-2017-forum"}
KZ16 |= {"ind-member-2017", "kz16-security", "kz16-trade", "kz16-university"}


def test_every_dated_row_is_there_once(tiny: data.Database) -> None:
    found = rows(tiny, "timeline/axis")
    assert Counter(row["lane"] for row in found) == {"meetings": 4, "documents": 6, "events": 4, "membership_steps": 9, "priorities": 5}
    assert len(ids(found)) == len(found)


def test_days_are_as_precise_as_known(tiny: data.Database) -> None:
    found = {row["only_id"]: (row["first_day"].date(), row["last_day"].date()) for row in rows(tiny, "timeline/axis")}
    assert found["chs-2018"] == (date(2018, 6, 1), date(2018, 6, 30))
    assert found["ev-2024-year"] == (date(2024, 1, 1), date(2024, 12, 31))
    assert found["ev-2016-festival"] == (date(2016, 9, 1), date(2016, 9, 3))
    assert found["chn-member-2001"] == (date(2001, 6, 15), date(2001, 6, 15))


def test_filters_leave_out_what_they_say(tiny: data.Database) -> None:
    assert ids(rows(tiny, "timeline/axis", chairmanships=["kz-2016"])) == KZ16
    assert ids(rows(tiny, "timeline/axis", period="kz-2016")) == KZ16
    assert ids(rows(tiny, "timeline/axis", lanes=["events"], year_from=2017, year_to=2017)) == {"ev-2017-forum"}
    security = rows(tiny, "timeline/axis", themes=["security"])
    assert Counter(row["lane"] for row in security) == {"meetings": 4, "membership_steps": 9, "priorities": 2, "documents": 1, "events": 1}
    recent = {
        "chs-2024",
        "2024-trade-programme",
        "2024-memorandum",
        "ev-2024-ministers",
        "ev-2024-year",
        "mng-member-application-2020",
        "kz23-security",
        "kz23-trade",
    }
    assert ids(rows(tiny, "timeline/axis", period="recent")) == recent


def test_a_membership_step_belongs_to_the_chair_that_hands_over(tiny: data.Database) -> None:
    chairs = {row["only_id"]: row["chairmanship"] for row in rows(tiny, "timeline/axis", lanes=["membership_steps"])}
    assert chairs["ind-member-2017"] == "Kazakhstan 2016-2017"
    assert chairs["mng-observer-2004"] == chairs["mng-member-application-2020"] == "Outside a chairmanship"


def test_rows_by_year_count_zeros_and_vague_dates(tiny: data.Database) -> None:
    found = {(row["lane"], row["year"]): row for row in rows(tiny, "timeline/density")}
    assert len(found) == 5 * 31
    assert [found[(lane, 2016)]["n"] for lane in LANES] == [1, 1, 1, 0, 3]
    assert (found[("documents", 2024)]["n"], found[("documents", 2024)]["n_imprecise"]) == (2, 1)
    assert (found[("documents", 2017)]["n"], found[("documents", 2017)]["n_imprecise"]) == (2, 0)
    assert not rows(tiny, "timeline/density", year_from=1997, year_to=1999)


@pytest.mark.parametrize(
    "chosen", [{}, {"themes": ("security",)}, {"chairmanships": ("kz-2016", "none")}, {"lanes": ("events", "documents"), "years": (2010, 2020)}]
)
def test_both_figures_count_the_same_records(chosen: dict) -> None:
    by_year = shown_rows("timeline-density", **chosen)
    frame = shown_rows("timeline", **chosen)
    assert by_year["n"].sum() == len(frame)
    assert by_year["n_imprecise"].sum() == (frame["date_precision"] != "day").sum()
    assert by_year.groupby("lane")["n"].sum().to_dict() == frame["lane"].value_counts().to_dict()


def both() -> list[tuple[str, str]]:
    """Meetings and events that are one occasion."""
    return data.current().cursor().execute("select meeting_id, event_id from occasions").fetchall()


def test_the_whole_dataset_is_on_the_axis() -> None:
    counts = data.current().counts
    assert shown_rows("timeline")["lane"].value_counts().to_dict() == {lane: counts[lane] - (len(both()) if lane == "events" else 0) for lane in LANES}
    assert shown_rows("timeline")["first_day"].min().year == 1996


def layout(frame: pd.DataFrame, scale: float) -> dict[str, list[Mark]]:
    lanes = gather(frame, scale)
    for marks in lanes.values():
        stack(marks, {}, scale)
    return lanes


SCALES = [0.025, 0.07, 0.4, 2.2]


@pytest.mark.parametrize("scale", SCALES)
def test_no_row_is_lost_and_none_drawn_twice(scale: float) -> None:
    frame = shown_rows("timeline")
    placed = [row for marks in layout(frame, scale).values() for mark in marks for row in mark.rows]
    assert sorted(placed) == list(range(len(frame)))


@pytest.mark.parametrize("scale", SCALES)
def test_marks_do_not_hide_each_other(scale: float) -> None:
    for marks in layout(shown_rows("timeline"), scale).values():
        boxes = []
        for mark in marks:
            left = mark.first * scale if mark.spans else mark.middle * scale - mark.width / 2
            boxes.append((left, left + mark.width, mark.foot * UNIT, mark.foot * UNIT + mark.height))
        for i, (left, right, low, high) in enumerate(boxes):
            assert not [other for other in boxes[i + 1 :] if other[0] < right and other[1] > left and other[2] < high and other[3] > low]


@pytest.mark.parametrize("scale", SCALES)
def test_a_vague_date_is_a_span_over_all_it_may_be(scale: float) -> None:
    frame = shown_rows("timeline")
    for marks in gather(frame, scale).values():
        for mark in marks:
            assert mark.spans or mark.exact
            if mark.spans:
                assert {(frame["first_day"][row], frame["last_day"][row]) for row in mark.rows} == {
                    (pd.Timestamp(mark.first, unit="D"), pd.Timestamp(mark.last, unit="D"))
                }


def test_marks_are_gathered_more_the_narrower_a_day() -> None:
    assert [bin_days(scale) for scale in (2.2, LEAST_DAY, 0.4, LEAST_BIN / 30, 0.07, 0.03, 0.001)] == [1, 1, 30, 30, 91, 182, 365]
    counts = [sum(len(marks) for marks in gather(shown_rows("timeline"), scale).values()) for scale in SCALES]
    assert counts == sorted(counts)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.name}{'-narrow' if look.narrow else ''}")
@pytest.mark.parametrize("period", PERIODS)
def test_the_figure_holds_every_row_and_stays_small(period: str | None, look: Look) -> None:
    figure = drawn("timeline", look=look, period=period)
    frame = shown_rows("timeline", period=period)
    marks = [row for trace in figure["data"] if "around" not in trace["name"] for rows in trace.get("customdata", []) for row in rows]
    assert sorted(marks) == list(range(len(frame)))
    assert len(json.dumps(figure)) < 250_000
    assert ("rangeslider" in figure["layout"]["xaxis"]) == (look.name != "print")
    assert figure == drawn("timeline", look=look, period=period)
    for trace in figure["data"]:
        if "customdata" in trace and "text" in trace:
            assert trace["text"] == [str(len(rows)) if len(rows) > 1 else "" for rows in trace["customdata"]]


def test_on_a_phone_the_marks_of_a_lane_stand_below_its_key() -> None:
    figure = drawn("timeline", look=NARROW)
    marks = [float(y) for trace in figure["data"] if trace["type"] == "scatter" and "around" not in trace["name"] for y in trace["y"]]
    heads = [(note["y"], note["text"].count("<br>")) for note in figure["layout"]["annotations"] if note["text"].startswith("<b>")]
    feet = [*(top for top, _ in heads[1:]), 0]
    assert len(heads) == 5 and [top for top, _ in heads] == sorted((top for top, _ in heads), reverse=True)
    for (top, lines), foot in zip(heads, feet, strict=True):
        assert max(y for y in marks if foot < y < top) < top - KEY_LINE * lines, "a line of the key takes 6 units"


def notes(look: Look = LIGHT, **chosen: object) -> list[str]:
    return [note["text"] for note in drawn("timeline", look=look, **chosen)["layout"]["annotations"]]


@pytest.mark.parametrize("look", LOOKS)
def test_signs_are_explained_as_far_as_they_are_there(look: Look) -> None:
    (key,) = [note for note in notes(look) if "day not known" in note]
    assert "number: entries in one mark" in key and "height has no meaning" in key
    few = notes(look, lanes=("meetings",), years=(1996, 2000))
    assert not [note for note in few if "day not known" in note or "number:" in note] and any("height has no meaning" in note for note in few)


@pytest.mark.parametrize("look", LOOKS)
def test_a_lane_that_begins_late_says_so(look: Look) -> None:
    frame = shown_rows("timeline")
    begins = {lane: rows["first_day"].min().year for lane, rows in frame.groupby("lane")}
    late = [f"none recorded, 1996–{year - 1}" for year in begins.values() if year > 2010]
    assert late and sorted(note for note in notes(look) if note.startswith("none")) == sorted(late)
    assert not [note for note in notes(look, period="kz-2016") if note.startswith("none")]


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_said_of_an_empty_stretch_keeps_to_the_time_shown(look: Look) -> None:
    said = [note for note in notes(look, years=(2016, 2017)) if note.startswith("none")]
    assert said == ([] if look.narrow else ["none recorded here"])
    assert sparse(*days(pd.Series([pd.Timestamp(2015, 1, 1), pd.Timestamp(2016, 3, 1)]))) == "none recorded, 2015"


def test_what_was_only_announced_says_so(tiny: data.Database) -> None:
    kinds = {row["only_id"]: (row["sort"], row["kind"]) for row in rows(tiny, "timeline/axis", lanes=["events"])}
    assert kinds and all(kind.endswith(", announced") == (sort == "announced") for sort, kind in kinds.values())
    assert any(sort == "announced" for sort, _ in kinds.values())


def test_years_stand_above_a_long_axis_and_names_above_them() -> None:
    made = {note["text"]: note for note in drawn("timeline")["layout"]["annotations"]}
    assert {"2000", "2005", "2025"} <= set(made) and made["2005"]["x"] == "2005-01-01"
    assert made["India"]["yshift"] > 16
    assert not set(notes(period="kz-2016")) & {"2016", "2017"}, "the name of the term says them"


def test_the_bars_of_the_range_control_stay_out_of_the_plot() -> None:
    layout = drawn("timeline")["layout"]
    low, high = layout["yaxis2"]["domain"]
    assert low == 0 and 0.2 < high * layout["height"] < 1, "with less, Plotly gives the bars the whole plot"


def test_hatched_bars_by_year_are_explained() -> None:
    def foot(**chosen: object) -> bool:
        return any("no day known" in note["text"] for note in drawn("timeline-density", **chosen)["layout"]["annotations"])

    assert foot() and not foot(lanes=("meetings",), years=(1996, 2010))


def test_names_of_chairmanships_fit(tiny: data.Database) -> None:
    parameters = Filters().parameters(queries.vocabulary())
    terms = queries.run("timeline/terms", parameters)
    first, last = days(pd.Series([pd.Timestamp(1996, 1, 1), pd.Timestamp(2026, 12, 31)]))
    _, wide = bands(terms, first, last, 0.07, LIGHT, 0)
    _, phone = bands(terms, first, last, 0.025, NARROW, 0)
    assert len(wide) == len(terms) and 5 < len(phone) < len(terms)
    assert {LIGHT.first, LIGHT.second} <= {note["font"]["color"] for note in phone}, "the compared ones are named first"
    _, near = bands(terms, *days(pd.Series([pd.Timestamp(2016, 6, 24), pd.Timestamp(2017, 6, 9)])), 2.2, LIGHT, 0)
    assert [note["text"] for note in near] == ["Kazakhstan 2016–2017"]
    assert [row["role"] for row in rows(tiny, "timeline/terms")] == ["first", "other", "second"]


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2017-06-09", "2017-06-09", "day", "9 June 2017"),
        ("2017-06-08", "2017-06-09", "day", "8–9 June 2017"),
        ("2017-06-30", "2017-07-02", "day", "30 June to 2 July 2017"),
        ("2016-12-30", "2017-01-02", "day", "30 December 2016 to 2 January 2017"),
        ("2017-06-01", "2017-06-30", "month", "June 2017"),
        ("2017-04-01", "2017-06-30", "month", "April to June 2017"),
        ("2016-12-01", "2017-01-31", "month", "December 2016 to January 2017"),
        ("2017-01-01", "2017-12-31", "year", "2017"),
    ],
)
def test_dates_in_words(first: str, last: str, precision: str, words: str) -> None:
    assert when(pd.Timestamp(first), pd.Timestamp(last), precision) == words


def test_words_on_marks_and_titles() -> None:
    titles, kinds = [f"Text {i}" for i in range(7)], ["report"] * 7
    day = days(pd.Series([pd.Timestamp("2017-06-09")]))[0]
    assert hover("documents", Mark("political", day, day, "day", False, [2], [1]), titles, kinds) == "<b>Text 2</b><br>9 June 2017 · report"
    many = hover("documents", Mark("political", day, day, "day", False, list(range(7)), [1] * 7), titles, kinds)
    assert many.startswith("<b>7 documents, 9 June 2017</b>") and many.endswith("Text 4<br>and 2 more")
    frame = shown_rows("timeline")
    assert finding(frame).startswith(f"{number(len(frame))} dated entries, ")
    assert str((frame["date_precision"] != "day").sum()) in finding(frame)


def test_years_without_a_record_show() -> None:
    frame = shown_rows("timeline-density")
    figure = drawn("timeline-density")
    rings = [row for trace in figure["data"] if trace["type"] == "scatter" for row in trace["customdata"]]
    assert sorted(rings) == frame.index[frame["n"] == 0].tolist()
    filled = frame[frame["n"] > 0].groupby("lane")["year"].count()
    assert f"{filled.max()} of 31 years" in density.finding(frame)
    assert density.finding(frame[frame["lane"] == "documents"]) == ""


def test_a_lane_by_year_says_how_many_records_it_has_and_how_many_years_are_empty() -> None:
    frame = shown_rows("timeline-density")
    told = [note["text"] for note in drawn("timeline-density")["layout"]["annotations"] if note["text"].startswith("<b>")]
    for words, (lane, years) in zip(told, frame.groupby("lane", sort=False)["n"], strict=True):
        assert f">{number(years.sum())}" in words, lane
        empty = (years == 0).sum()
        assert (f", none in {empty} of {len(years)} years" in words) if empty else ("none" not in words), lane


@pytest.mark.parametrize("look", [LIGHT, NARROW, PRINT.shaped(SLIDE), PRINT.shaped(SQUARE)])
def test_bars_of_a_lane_stay_within_it_and_below_its_name(look: Look) -> None:
    frame = shown_rows("timeline-density")
    figure = drawn("timeline-density", look)
    layout = figure["layout"]
    lanes = list(dict.fromkeys(frame["lane"]))
    names = [note for note in layout["annotations"] if note["yanchor"] == "bottom"]
    assert len(names) == len(lanes) == 5
    for k, (lane, name) in enumerate(zip(lanes, names, strict=True)):
        axis = layout[f"yaxis{k + 1 if k else ''}"]
        (low, high), most = axis["domain"], frame.loc[frame["lane"] == lane, "n"].max()
        assert 1 - (k + 1) / 5 <= low < high < name["y"] < 1 - k / 5 + 1e-9, lane
        assert axis["range"][0] == 0 and most < axis["range"][1] < 2 * most, lane


LINE, RING = 1.3, 6  # height of a line of letters in relation to them; pixels from the middle of a ring to its edge


@pytest.mark.parametrize("form", [SLIDE, SQUARE])
def test_names_of_lanes_by_year_keep_clear_of_the_lane_above(form: Form) -> None:
    layout = drawn("timeline-density", PRINT.shaped(form))["layout"]
    plot = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    floors = sorted((axis["domain"][0] for name, axis in layout.items() if name.startswith("yaxis")), reverse=True)
    names = [note for note in layout["annotations"] if note["yanchor"] == "bottom"]
    assert len(names) == len(floors) > 1
    for floor, name in zip(floors, names[1:], strict=False):
        assert name["y"] * plot + LINE * name["font"]["size"] < floor * plot - RING, name["text"]


@pytest.mark.parametrize("form", [SLIDE, SQUARE])
def test_parts_come_in_the_order_of_the_lanes(form: Form) -> None:
    lanes = [note["text"] for note in drawn("timeline", PRINT)["layout"]["annotations"] if note["text"].startswith("<b>")]
    view = View.of("timeline", Filters())
    for place, lane in enumerate(lanes):
        told = view.plot(PRINT.shaped(form), part=place + 1).to_dict()["layout"]["annotations"]
        assert [note["text"].partition("</b>")[0] for note in told if note["text"].startswith("<b>")] == [lane.partition("</b>")[0]]
    assert len(view.parts(form)) == len(lanes) == 5


TWIN = "The same occasion among the events"


def shown(at) -> list[str]:
    return [link.proto.label for link in at.get("page_link")]


def test_page_lists_the_same_rows_page_by_page() -> None:
    at = visit("timeline")
    assert not fail_words(at)
    assert len(at.get("plotly_chart")) == 2
    assert len([label for label in shown(at) if label != TWIN]) == 25
    frame = shown_rows("timeline")
    assert f"Entries 1 to 25 of {number(len(frame))}" in [c.value for c in at.caption]
    at.session_state["list-page"] = 3
    at.run()
    assert f"Entries 51 to 75 of {number(len(frame))}" in [c.value for c in at.caption]
    at.session_state["list-order"] = "Oldest first"
    at.session_state["list-page"] = 1
    at.run()
    assert at.subheader[-1].value < "2003" and not fail_words(at)


def test_a_page_that_is_gone_gives_the_first_one() -> None:
    at = visit("timeline")
    at.session_state["list-page"] = 30
    at.run()
    at.session_state["period"] = "kz-2016"
    at.run()
    assert not fail_words(at)
    assert f"Entries 1 to 25 of {number(len(shown_rows('timeline', period='kz-2016')))}" in [c.value for c in at.caption]


def test_no_rows_say_so_and_can_be_reset() -> None:
    at = visit("timeline")
    at.session_state["chairmanships"] = ["kz-2016"]
    at.session_state["years"] = (1996, 1996)
    at.run()
    assert not fail_words(at)
    assert "Nothing is dated for these filters." in [c.value for c in at.caption]
    at.button(key="reset-timeline").click().run()
    assert f"Entries 1 to 25 of {number(len(shown_rows('timeline')))}" in [c.value for c in at.caption]


def test_dated_rows_are_the_records(real: data.Database) -> None:
    apart = """
        select d.row_id
        from dated_records d
        left join records r on r.table_name = d.table_name and r.row_id = d.row_id and r.title = d.title and r.on_date = d.first_day
        where r.row_id is null
    """
    with real.cursor() as cursor:
        assert not cursor.execute(apart).fetchall()


@pytest.mark.parametrize("chosen", [("kz-2016",), ("kz-2016", "kz-2023"), ("kg-2025",), ("cn-2001",)])
def test_the_axis_runs_over_the_chosen_terms_and_all_their_records(chosen: tuple[str, ...], real: data.Database) -> None:
    frame = shown_rows("timeline", chairmanships=chosen)
    whole = shown_rows("timeline")
    names = set(frame["chairmanship"])
    assert len(frame) == whole["chairmanship"].isin(names).sum(), "no record falls off the axis"
    begin, end = frame["from_day"].iloc[0], frame["to_day"].iloc[0]
    assert begin <= frame["first_day"].min() and end >= frame["last_day"].max()
    with real.cursor() as cursor:
        starts = cursor.execute("select start_on from chairmanships where list_contains($ids, chairmanship_id) and start_on is not null", {"ids": list(chosen)}).fetchall()
    assert begin == min([frame["first_day"].min(), *(pd.Timestamp(start) for (start,) in starts)])


def test_the_axis_is_whole_when_records_outside_a_chairmanship_are_chosen_too() -> None:
    frame = shown_rows("timeline", chairmanships=("kz-2016", "none"))
    assert (frame["from_day"].iloc[0].year, frame["to_day"].iloc[0].year) == (1996, 2026)


@pytest.mark.parametrize("look", [LIGHT, PRINT, dataclasses.replace(LIGHT, narrow=True)])
def test_the_axis_holds_its_first_and_last_day_with_equal_room_beside_them(look: Look) -> None:
    frame = shown_rows("timeline")
    left, right = (pd.Timestamp(day) for day in drawn("timeline", look=look)["layout"]["xaxis"]["range"])
    before, after = frame["from_day"].iloc[0] - left, right - frame["to_day"].iloc[0]
    assert before == after and before >= pd.Timedelta(days=2)
