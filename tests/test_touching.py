"""Words and marks that just touch do not overlap: both sides of the limits at which a drawing moves, turns or leaves out a name."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from charts.catalogue import FIGURES
from charts.look import DARK, LIGHT, PRINT
from charts.marks import apart, widest_gap
from charts.membership import claim_rows, claimed_shares, growth, joinings, ladder, ladder_parts, line_names, path_parts
from charts.reported import panel_numbers
from charts.timeline import around, bands, density, phrases, summits, traces
from charts.timeline.marks import Mark
from exports.picture.sizes import SIZES
from exports.view import View
from queries import Filters

SLIDE = LIGHT.shaped(SIZES["slide"].form)
PHONE = replace(LIGHT, narrow=True)
LINES = line_names.Plot(("2001-01-01", "2002-01-01"), 365.0, 1.0)


def day(text: str) -> int:
    """A day as charts of time count them: since 1970."""
    return (pd.Timestamp(text) - pd.Timestamp(0)).days


def test_neighbours_that_just_do_not_touch_stay_in_the_middle_and_the_first_of_two_widest_gaps_is_taken() -> None:
    assert [apart(["a", "a"], [0, second], 5) for second in (5, 4.9)] == [[0, 0], [1, -1]]
    assert widest_gap(0, 20, [10], 5) == (2.5, 5)


@pytest.mark.parametrize(
    ("box", "has_room"),
    [
        ((-34, 10, 50), True),
        ((-34.1, 10, 50), False),
        ((300, 382, 50), True),
        ((300, 382.1, 50), False),
        ((80, 100, 0), True),
        ((80, 100.1, 0), False),
        ((200, 220, 0), True),
        ((199.9, 220, 0), False),
        ((150, 160, 14), True),
        ((150, 160, -13.9), False),
    ],
)
def test_the_name_of_a_line_keeps_clear_of_edges_and_other_names(box: line_names.Box, has_room: bool) -> None:
    assert line_names._has_room(box, [(100, 200, 0)], LINES, 34) == has_room


def test_names_at_the_ends_of_lines_are_moved_up_from_those_too_close() -> None:
    plot, heights = replace(LINES, unit=line_names.APART), []  # as many pixels a state as names need
    for other in (5, 6):
        lines = [line_names.Line(status, ["2001-01-01"], [n], LIGHT.ink) for status, n in (("member", 5), ("observer", other))]
        heights.append([note["y"] for note in line_names.names(lines, plot, LIGHT)])
    assert heights == [[5, 6], [5, 6]]
    one = [line_names.Line("member", ["2001-01-01"], [0], LIGHT.ink), line_names.Line("observer", ["2001-01-01"], [1], LIGHT.ink)]
    assert [line.is_lasting for line in one] == [False, True]


def test_the_name_of_a_single_mark_goes_to_the_side_with_more_room() -> None:
    plot = line_names.Plot(("2001-01-01", "2001-01-05"), 100.0, 1.0)
    assert [line_names._sides(line_names.Line("member", [on], [1], ""), 0, plot)[0] for on in ("2001-01-03", "2001-01-04")] == [False, True]


def test_a_claim_as_high_as_the_computed_share_stands_right_of_it() -> None:
    shifts = [claim_rows.claim_values(SimpleNamespace(claimed=claimed, computed=20.0), 0, LIGHT)[0]["xshift"] for claimed in (20.0, 19.9)]
    assert shifts == [10, -10]


def test_terms_beyond_the_lines_are_not_shaded() -> None:
    start, end = pd.Timestamp("2001-01-01"), pd.Timestamp("2002-01-01")

    def term(first: str, last: str) -> dict[str, object]:
        return {"start_on": pd.Timestamp(first), "end_on": pd.Timestamp(last), "label": "Name 2001", "is_first": True}

    for first, last, n in (("2000-01-01", "2001-01-01", 0), ("2000-01-01", "2001-01-02", 1), ("2002-01-01", "2003-01-01", 0), ("2001-12-31", "2003-01-01", 1)):
        assert len(growth._terms(pd.DataFrame([term(first, last)]), start, end, LIGHT)) == n, (first, last)


def test_the_name_of_a_term_is_lifted_where_it_would_touch_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "WIDE", 400)
    start = pd.Timestamp("2001-01-01")  # a pixel a day: a name of four letters takes 28
    for after, is_lifted in ((28, False), (27, True)):
        begun = [start + pd.Timedelta(days=days) for days in (20, 20 + after)]
        terms = pd.DataFrame({"start_on": begun, "end_on": [on + pd.Timedelta(days=2) for on in begun], "label": "Name 2001", "is_first": True})
        assert ["yshift" in name for _, name in growth._terms(terms, start, start + pd.Timedelta(days=400), LIGHT)] == [False, is_lifted]


def test_members_who_join_on_the_first_computed_day_are_in_its_share() -> None:
    change = pd.DataFrame({"status": "member", "change": 1, "day": pd.to_datetime(["2001-06-15", "2001-12-31", "2002-12-31", "2003-01-01"]), "states": ["A", "B", "C", "D"]})
    computed = pd.DataFrame({"on_date": pd.to_datetime(["2001-12-31", "2002-12-31"])})
    assert [name["text"] for name in joinings.joinings(change, computed, 1.0, LIGHT)[1]] == ["+ C"]
    assert joinings.joinings(change.assign(change=0), computed, 1.0, LIGHT) == ([], [])


def test_a_status_held_for_no_day_is_not_among_the_last() -> None:
    days = pd.to_datetime(["2001-01-01", "2002-01-01"])
    frame = pd.DataFrame({"status": ["member", "observer"], "shown_from": days, "shown_until": days[1]})
    assert ladder._latest(frame) == (days[1], {"member": 1})


def test_a_name_of_a_summit_stands_on_its_day_as_soon_as_it_has_room_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summits, "LETTER", 6)
    mark = Mark("summit", 0, 0, "day", False, [0], [1], 9.0, 9.0)
    for left, right, anchor in ((24, 24, "center"), (23, 99, "left"), (99, 23, "right")):
        (name,) = summits.name_summits([mark], ["Name"], (-left, right), 0.5)
        assert name.anchor == anchor, (left, right)


def test_summits_written_upwards_need_a_line_between_them() -> None:
    found = [Mark("summit", at, at, "day", False, [place], [1], 9.0, 9.0) for place, at in enumerate((0, summits.LINE, 2 * summits.LINE - 1))]
    assert [name.day for name in summits.name_summits(found, ["Longname"] * 3, (-999, 999), 1.0)] == [0, summits.LINE]


def test_a_remark_stands_on_an_empty_stretch_that_has_just_room_for_it() -> None:
    first = day("2001-01-02")
    needed = int(len(phrases.sparse(first, first + 99)) * around.REMARK + 2 * around.SPACE)  # pixels, and days at a pixel a day

    def marks(start: int) -> list[Mark]:
        return [Mark("held", start, start, "day", False, [0], [1])]

    assert needed == len(phrases.sparse(first, first + needed)) * around.REMARK + 2 * around.SPACE
    assert [len(around.remark("events", marks(first + days), first, 1.0, 0, LIGHT)) for days in (needed, needed - 1)] == [1, 0]
    assert around.remark("events", marks(first), first, 1.0, 0, LIGHT) == []


def test_names_of_terms_that_just_touch_are_both_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bands, "LETTER", 6)

    def term(first: int, last: int, role: str = "other") -> tuple[SimpleNamespace, int, int]:
        return SimpleNamespace(label="Term", country="State", role=role), first, last

    # At half a pixel a day just forty-eight days have room for a name of four letters.
    assert [len(bands._names([term(0, 48), term(at, at + 48)], 0.5, 0, LIGHT)) for at in (48, 47)] == [2, 1]
    # Of a compared term the name is placed first, so that the one before it comes second.
    assert [len(bands._names([term(at, at + 48), term(48, 96, "first")], 0.5, 0, LIGHT)) for at in (0, 1)] == [2, 1]


def test_a_bar_beneath_the_name_of_a_lane_has_more_room_above_it() -> None:
    for high, room in ((10, density.ABOVE), (11, density.BENEATH)):
        rows = [SimpleNamespace(n=high, year=2001), *(SimpleNamespace(n=1, year=2002 + place) for place in range(18)), SimpleNamespace(n=18, year=2020)]
        assert density._above("events", rows, SLIDE) == room, high


def test_numbers_of_claims_close_to_each_other_are_written_once_or_under_their_mark() -> None:
    span = pd.Timestamp("2001-01-01"), pd.Timestamp("2001-01-01") + pd.Timedelta(days=1000)
    close = panel_numbers.CLOSE  # days, for the page has as many pixels
    assert LIGHT.room(panel_numbers.WIDE, panel_numbers.NARROW) == 1000

    def row(after: float, value: int, side: str = "claimed") -> SimpleNamespace:
        return SimpleNamespace(as_of=span[0] + pd.Timedelta(days=after), date_precision="day", value=value, side=side, subject="x")

    def texts(*rows: SimpleNamespace) -> list[tuple[str, float]]:
        return [(note["text"], note["yshift"]) for note in panel_numbers.numbers_beside(list(rows), ("x", "y"), span, LIGHT)]

    lift = panel_numbers.LIFT
    assert texts(row(100, 5), row(100 + close, 5)) == [("5", lift)] * 2 and texts(row(100, 5), row(99 + close, 5)) == [("5", lift)]
    assert texts(row(100, 5), row(100 + close, 6)) == [("5", lift), ("6", lift)] and texts(row(100, 5), row(99 + close, 6)) == [("5", -lift), ("6", lift)]
    edge = int(panel_numbers.BESIDE * close)
    anchors = [panel_numbers.numbers_beside([row(after, 5, "counted")], ("x", "y"), span, LIGHT)[0]["xanchor"] for after in (edge, edge - 1)]
    assert anchors == ["right", "left"]


def test_the_number_of_a_span_stands_in_it_where_it_has_room_and_a_thin_one_can_be_hit() -> None:
    marks = [Mark("other", 0, 9, "month", True, [0, 1], [1, 1], width, 15.0) for width in (18.0, 17.9)]
    said = (["one", "two"], ["kind"] * 2)
    assert traces._spans("meetings", marks, 0, said, LIGHT)["textposition"] == ["inside", "outside"]
    wide = [Mark("other", 0, 9, "month", True, [0], [1], width, 15.0) for width in (traces.EASY, traces.EASY - 0.1)]
    assert [len(traces.lane_traces("meetings", [mark], 0, said, {"other": "others"}, LIGHT)) for mark in wide] == [1, 2]


def test_words_on_a_colour_are_as_readable_as_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for ratio, ink in ((4.58, "#ffffff"), (4.57, "#000000")):
        monkeypatch.setattr("charts.look.contrast", lambda *_, ratio=ratio: ratio)
        assert LIGHT.on("#777777") == ink
    monkeypatch.setattr("charts.look.contrast", lambda shade, _: 4.5 if shade == "#808080" else 4.4 if shade == "#797979" else 5)
    assert replace(DARK, ink="#000000").readable("#808080") == "#808080"


def test_hollow_marks_are_those_with_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[list[bool]] = []
    drawn = path_parts.hollow
    monkeypatch.setattr(path_parts, "hollow", lambda *given: told.append(given[3]) or drawn(*given))
    one = {"country": "A", "step": "accession", "status": "member", "years_to_membership": 1.0, "note": "", "is_founder": False}
    days = pd.to_datetime(["2001-01-01", "2002-01-01"])
    frame = pd.DataFrame([one, one]).assign(on_date=days, date_precision=["day", "year"], years_since_first=[0.0, 1.0], is_last=[False, True])
    path_parts.step_marks(frame, ["A"], PRINT, 1.0)
    assert told == [[False, True]]


def test_a_claim_of_the_year_that_is_computed_stands_beside_its_own_year() -> None:
    frame = pd.DataFrame({"qualifier": ["about"]})
    rows = [SimpleNamespace(computed_year=2017.0, on_date=pd.Timestamp(year, 1, 1)) for year in (2017, 2018)]
    told = [claimed_shares._key(frame, [row], LIGHT).entries[0][2] for row in rows]
    assert told == ["Computed for the year", "Computed, 2017 at the latest"]


def test_a_status_held_for_no_day_has_no_span() -> None:
    first, later = pd.Timestamp("2001-01-01"), pd.Timestamp("2002-01-01")
    rows = [SimpleNamespace(shown_from=first, shown_until=until, is_step_shown=True, country="A", status="member") for until in (first, later)]
    assert [row.shown_until for row in ladder_parts.Ladder(rows, ["A"], 1.0, LIGHT).held] == [later]


# Choices under which lines end at one height, lanes are empty or a single year is shown.
FEW = [Filters(), *(Filters(years=years) for years in ((2001, 2002), (2010, 2015), (2017, 2017), (2023, 2024))), Filters(chairmanships=("kz-2016",)), Filters(first="uz-2015")]


@pytest.mark.broad
@pytest.mark.parametrize("name", FIGURES)
def test_no_words_stand_beyond_the_axis_that_they_stand_on(name: str) -> None:
    """Plotly draws none of these, so that a mark or a line would have no name."""
    for chosen, look in product(FEW, (LIGHT, PHONE, SLIDE)):
        view = View.of(name, chosen)
        for part in range(1, 1 + len(view.parts(look.form)) * (not view.frame.empty)):
            layout = json.loads(view.plot(look, part).to_json())["layout"]
            assert not list(beyond(layout)), (chosen, look.form.name, part)


def beyond(layout: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Words and places of notes that stand on an axis of numbers or days, outside what it shows."""
    for note, across in product(layout.get("annotations", ()), "xy"):
        ref = note.get(f"{across}ref", across)
        ends = layout.get(f"{ref[0]}axis{ref[1:]}", {}).get("range")
        if ref == "paper" or not ends:
            continue
        low, high = sorted(map(placed, ends))
        if not low - 1e-9 <= placed(note[across]) <= high + 1e-9:
            yield note["text"], note[across]


def placed(value: Any) -> float:
    """A number as it is, a day as a number."""
    return value if isinstance(value, int | float) else pd.Timestamp(value).timestamp()
