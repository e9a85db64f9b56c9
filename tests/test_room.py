"""What a drawing has room for is drawn, and one more is not: limits of charts on both of their sides."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

from charts import axes, form
from charts.compare import flow
from charts.dataset import coding
from charts.documents import by_year, panels, register, spans, validity
from charts.form import PAGE, SLIDE
from charts.keys import LETTER, NAMES, key
from charts.look import LIGHT, PRINT
from charts.marks import ALL_ROWS
from charts.membership import claimed_shares, ladder_parts, tile_map, years
from charts.priorities import tracker
from charts.reported import blocks, in_rows, in_time
from charts.timeline import around, bands, density, density_traces, phrases, summits
from charts.timeline.marks import LONG, Mark, gather, stack
from charts.words import listed
from exports.picture.drawn import Drawn
from exports.picture.sizes import SIZES
from exports.slide import table
from tests.shown import real

COLUMN = PRINT.shaped(SIZES["column"].form)
PHONE, A_SLIDE = replace(LIGHT, narrow=True), LIGHT.shaped(SIZES["slide"].form)


def day(year: int, month: int = 1, of_month: int = 1) -> int:
    """A day as charts of time count them: since 1970."""
    return (pd.Timestamp(year, month, of_month) - pd.Timestamp(0)).days


def test_words_stand_in_a_box_of_just_their_height() -> None:
    looks = {20 * 11: LIGHT, 55: LIGHT.shaped(SLIDE)}
    for top, look in looks.items():
        line = round(flow._line(top, look), 9)
        assert line == int(line)
        for n, has_room in ((int(line), True), (int(line) - 1, False)):
            assert flow._has_room(SimpleNamespace(n=n), top, look) == has_room


def test_years_are_written_one_by_one_as_far_as_an_axis_has_room() -> None:
    assert ["dtick" in axes.dated_years(LIGHT, 8, days) for days in (365 * 8, 365 * 8 + 1)] == [True, False]


def test_a_form_says_how_many_groups_it_has_no_room_for() -> None:
    for groups, said in ((2, ""), (3, "the 2 largest of 3 groups beside all documents")):
        frame = pd.DataFrame({"n": 1, "place": range(groups)})
        assert by_year._left_out(frame, replace(SLIDE, name="slide")) == said


@pytest.mark.parametrize(("values", "angle"), [(coding.MOST_BESIDE, 0), (coding.MOST_BESIDE + 1, -90)], ids=["beside", "upright"])
def test_names_of_many_columns_stand_upright_on_a_slide(values: int, angle: int) -> None:
    frame = pd.DataFrame([(one, other, one == other, 1, "first / blind-1") for one in range(values) for other in range(values)], columns=["one", "other", "is_same", "n", "coders"])
    drawn = coding.draw(frame.astype({"one": str, "other": str}), LIGHT.shaped(SLIDE))
    assert json.loads(drawn.to_json())["layout"]["xaxis"]["tickangle"] == angle


def test_a_list_says_when_more_than_its_first_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = real("document-register").head(30)
    for most, is_cut in ((30, False), (29, True)):
        monkeypatch.setattr(register, "MOST", most)
        told = json.loads(register.draw(frame, LIGHT).to_json())["layout"]
        assert (told["margin"]["t"] == 52, register.FIRST.capitalize() in register.describe(frame)) == (is_cut, is_cut)
    assert listed(["a", "b"], 2) == "a; b" and listed(["a", "b", "c"], 2) == "a; b; and 1 more"


def test_years_of_a_span_are_written_as_far_as_its_letters_go() -> None:
    span = spans.Span(0, "x", 2013, 2016, 0, False, False)
    assert [span.label(most) for most in (7, 6, 5, 4)] == ["2013–15", "13–15", "13–15", ""]


def test_a_title_of_just_so_many_lines_is_not_cut() -> None:
    assert spans.short("one two six", 3, 3) == "one<br>two<br>six"
    assert spans.short("one two three four", 5, 2).endswith("…")


def test_one_slide_holds_so_many_lines_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame({"is_drawn": [True]})
    for labels, height, holds in ((5, 14.0, True), (6, 14.0, False), (5, 14.1, False)):
        monkeypatch.setattr(validity, "laid_out", lambda *_, n=labels, h=height: SimpleNamespace(labels=range(n), height=h))
        assert validity._is_one_slide(frame) == holds


@pytest.mark.parametrize(
    ("n", "room", "most", "words"),
    [
        (2, 2, 3, [""]),
        (3, 2, 3, ["lines 1 to 2 of 3; part 1 of 2", "line 3 of 3; part 2 of 2"]),
        (6, 2, 3, ["lines 1 to 2 of 6; part 1 of 3", "lines 3 to 4 of 6; part 2 of 3", "lines 5 to 6 of 6; part 3 of 3"]),
        (7, 2, 3, [f"lines {low} to {low + 1} of 7; part {part} of 3; the table has all" for part, low in ((1, 1), (2, 3), (3, 5))]),
        (2, 1, 3, ["part 1 of 2", "part 2 of 2"]),
    ],
)
def test_lines_are_parted_as_a_form_has_room(n: int, room: int, most: int, words: list[str]) -> None:
    parts = form.in_parts(("line",), {"slide": room}, "lines")(pd.DataFrame({"line": range(n)}), replace(SLIDE, name="slide", most_parts=most))
    assert [part.left_out for part in parts] == words


def test_three_lines_in_a_tile_have_the_smallest_letters() -> None:
    row = SimpleNamespace(status=tile_map.NONE, iso3="ABC")
    look = LIGHT.shaped(SLIDE)
    sizes = [tile_map._words(SimpleNamespace(**vars(row), country=country), 0, 0, look)["font"]["size"] for country in ("Longest", "Longest name of")]
    assert sizes == [look.size("note"), look.form.smallest] and sizes[0] != sizes[1]


def test_years_are_written_as_close_as_they_can_be_read() -> None:
    assert [len(years._year_axis(2000, last)["tickvals"]) for last in (2008, 2009)] == [9, 2]
    assert [len(around._years(day(2001, 7), day(2001 + span, 7), LIGHT)) for span in (2, 3, 8, 9)] == [0, 3, 8, 2]


def test_a_list_of_priorities_says_when_it_is_cut() -> None:
    frame = real("priority-tracker")
    whole = pd.concat([frame] * 9, ignore_index=True)
    assert tracker._left_out(whole.head(tracker.MOST), PAGE) == ""
    assert tracker._left_out(whole.head(tracker.MOST + 1), PAGE).startswith(f"the first {tracker.MOST} of ")


def test_the_name_of_a_status_stands_in_its_span_where_it_fits() -> None:
    named = ladder_parts.LETTER * len(ladder_parts.name("member")) + 6
    assert [ladder_parts._fitting("member", width) for width in (named + 0.1, named, 11.1, 11)] == [ladder_parts.name("member"), *[ladder_parts.letter("member")] * 2, ""]


def test_a_long_name_of_a_block_has_smaller_letters_in_a_column() -> None:
    sizes = [
        in_rows._name(SimpleNamespace(words=("a" * (in_rows.LONG_NAME - 4 + more), "word"), top=0, bar=0), COLUMN)["font"]["size"] for more in (0, 1)
    ]
    assert sizes == [COLUMN.size("text"), COLUMN.size("small")]


def test_blocks_fill_a_page_to_its_end_and_labels_stand_one_behind_the_other() -> None:
    made = [blocks.Block(None, ("", ""), 10 * place + blocks.LANE / 2, [], 10 * place + blocks.LANE, 10 * place + 10) for place in range(2)]  # type: ignore[arg-type]
    assert [len(blocks._pages(made, room)) for room in (20, 19.9)] == [1, 2]
    assert blocks._lanes([0, 5], [5, 1]) == [0, 0] and blocks._lanes([0, 4.9], [5, 1]) == [0, 1]


def test_ticks_of_days_and_months_are_as_many_as_there_is_room_for() -> None:
    narrow, first = replace(LIGHT, narrow=True), pd.Timestamp(2020, 1, 1)
    steps = [in_time._ticks((first, first + pd.Timedelta(days=days)), narrow)["dtick"] for days in (28, 29, 56, 57)]
    assert steps == [7 * in_time.MILLISECONDS, 14 * in_time.MILLISECONDS, 14 * in_time.MILLISECONDS, "M1"]


def a_span(first: int, last: int, n: int = 1) -> Mark:
    return Mark("document", first, last, "month", True, list(range(n)), [1] * n)


def test_a_number_that_has_no_room_in_its_span_takes_some_beside_it() -> None:
    for width, beside in ((18, 19), (17, 18 + 14)):
        for at, foot in ((beside, 0), (beside - 1, 1)):
            marks = [a_span(0, width - 1, 2), a_span(at, at + 30)]
            stack(marks, {"document": 1.0}, 1.0)
            assert (marks[1].foot > 0) == foot, (width, at)
    frame = pd.DataFrame({"lane": "documents", "sort": "document", "date_precision": "day", "n": 1, "first_day": pd.Timestamp(2020, 1, 1), "last_day": pd.to_datetime(["2020-01-14", "2020-01-13"])})
    assert [mark.spans for mark in gather(frame, LONG / 14)["documents"]] == [True, False]


def test_a_term_that_ends_where_an_axis_begins_is_not_on_it() -> None:
    terms = pd.DataFrame({"start_on": pd.to_datetime(["2020-01-01"]), "end_on": pd.to_datetime(["2021-01-01"]), "role": "other", "label": "Term", "country": "State"})
    first, last = day(2020), day(2021)
    assert [len(bands.bands(terms, *axis, 1.0, LIGHT, 0)[0]) for axis in ((first, last), (last, last + 9), (first - 9, first), (last - 1, last + 9), (first - 9, first + 1))] == [1, 0, 0, 1, 1]
    row = next(terms.itertuples())
    assert [bands._fitting(row, room) for room in (4 * bands.LETTER, 4 * bands.LETTER - 0.1)] == ["Term", "State"]


def test_names_of_summits_stand_side_by_side_where_they_do_not_touch() -> None:
    apart = 4 * summits.LETTER + summits.SPACE
    assert [summits._are_apart((0, "name"), (10, "name"), distance / 10) for distance in (apart, apart - 0.1)] == [True, False]
    mark = a_span(10, 19)
    mark.width = 10
    assert [summits._covers(mark, *edges, 1.0) for edges in ((0, 10), (0, 10.1), (20, 30), (19.9, 30))] == [False, True, False, True]


def test_years_without_records_are_told_one_or_more() -> None:
    assert [phrases.sparse(day(2001), day(year, 5)) for year in (2001, 2002, 2003)] == ["none recorded here", "none recorded, 2001", "none recorded, 2001–2002"]
    assert phrases.sparse(day(2001, 1, 2), day(2003, 5)) == "none recorded here"


def test_years_of_lanes_are_written_one_by_one_as_far_as_there_is_room() -> None:
    for look, most in ((PHONE, 6), (LIGHT, 16)):
        steps = []
        for n_years in (most, most + 1):
            frame = pd.DataFrame({"lane": "events", "year": range(2001, 2002 + n_years), "n": 1, "n_imprecise": 0})
            steps.append(json.loads(density.draw(frame, look).to_json())["layout"]["xaxis"]["dtick"])
        assert steps == [1, 5], look.narrow


def test_a_phone_writes_all_numbers_of_as_many_years_as_it_has_room_for() -> None:
    for n_years, n in ((16, 16), (17, 1)):
        rows = [SimpleNamespace(Index=place, lane="events", year=2001 + place, n=1 + (place == 0), n_imprecise=0) for place in range(n_years)]
        assert sum(map(bool, density_traces.year_bars("events", rows, PHONE)["text"])) == n
    for n_years, crowded in ((panels.CROWDED, False), (panels.CROWDED + 1, True)):
        frame = pd.DataFrame({"year": [2001, 2001 + n_years], "n": [2, 1], "place": 1, "label": "Group", "theme_place": 0, "gaps": ""})
        (panel,) = panels.panels(frame, (2001, 2001 + n_years), PHONE)
        assert panel.signs == ["2", "" if crowded else "1"]


def test_a_key_has_so_many_entries_a_line_as_just_have_room() -> None:
    entries = [("■", "#000000", "x" * 16)] * 2  # twenty letters with sign and spaces
    for letters, per_line in ((40, 2), (39.9, 1)):
        form = replace(SIZES["slide"].form, width=A_SLIDE.px(NAMES) + letters * A_SLIDE.size("text") * LETTER)
        assert key(entries, LIGHT.shaped(form), 2).per_line == per_line


def test_years_of_a_register_are_written_one_by_one_as_far_as_there_is_room() -> None:
    every = real("document-register")
    found = every["adopted_on"].dt.year
    for n_years, step in ((12, 1), (13, 5)):
        frame = every[found.between(2010, 2009 + n_years)].reset_index(drop=True)
        assert set(frame["adopted_on"].dt.year) == set(range(2010, 2010 + n_years))
        assert json.loads(register.draw(frame, LIGHT).to_json())["layout"]["xaxis"]["dtick"] == step


def test_years_of_documents_are_written_one_by_one_as_far_as_there_is_room() -> None:
    for look, most in ((PHONE, 7), (LIGHT, 16)):
        found = []
        for n_years in (most, most + 1):
            frame = pd.DataFrame({"year": range(2001, 2001 + n_years), "n": 1, "place": 1, "label": "Group", "theme_place": 0, "gaps": ""})
            found.append(json.loads(by_year.draw(frame, look).to_json())["layout"]["xaxis"]["dtick"])
        assert found == [1, 5], look.narrow


def test_the_words_of_an_axis_stand_on_one_line_where_a_form_is_just_wide_enough() -> None:
    frame = real("claimed-shares").head(3)
    lines = []
    for width in (claimed_shares.TIGHT, claimed_shares.TIGHT - 1):
        look = PRINT.shaped(replace(SIZES["slide"].form, width=width * SIZES["slide"].form.scale))
        assert not look.narrow
        lines.append(json.loads(claimed_shares.draw(frame, look).to_json())["layout"]["xaxis"]["title"]["text"].count("<br>"))
    assert lines == [0, 1]


@pytest.mark.parametrize("more", [0, 1])
def test_a_form_holds_as_many_priorities_as_just_fit(more: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracker, "TIGHTEST", 1)
    a_line = 2 * tracker.LINE + tracker.SPACE  # of a short title on a narrow form
    frame = pd.DataFrame({"title": ["Plan"] * 4})
    frame.attrs[ALL_ROWS] = 4 + more
    for lines, holds in ((4 + more, 4), (4 + more - 0.1, 2 + more), (3 + more, 2 + more), (3 + more - 0.1, 1 + more)):
        form = replace(SIZES["square"].form, name="square", is_narrow=True, scale=1, height=lines * a_line + 2 * tracker.KEY_LINE + 26)
        assert tracker._most(frame, form) == holds, lines


def test_a_table_on_a_slide_has_the_rows_that_just_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "cells", lambda view: (["one", "two"], [["a", "b"]] * 5))
    heights = [table._height(["one", "two"], [5, 5])] * 4
    for less, shown in ((0, 3), (1, 2)):
        assert len(table._laid_out(None, (0, 0, 10 * table.INCH, sum(heights) * table.INCH - less))[3]) == 1 + shown


def test_a_column_of_a_table_has_room_for_one_letter_at_least() -> None:
    assert [table._height(["abcd"], [width]) for width in (0.1, 0.2 + 1 / table.PER_INCH, 0.2 + 2.1 / table.PER_INCH)] == [
        lines * table.LINE + table.EDGE for lines in (4, 4, 2)
    ]


def test_columns_that_have_no_room_to_spare_share_what_there_is_by_their_longest_words() -> None:
    assert table._widths(["a" * 56, "b" * 16], [], 4) == [3, 1]


def test_of_a_picture_both_forms_take_room() -> None:
    assert Drawn("<svg/>", b"png").size == 9


def test_a_square_holds_lines_of_just_its_height(monkeypatch: pytest.MonkeyPatch) -> None:
    form = replace(SIZES["square"].form, name="square")
    room = (form.height / form.scale - validity.KEY_LINE * 6 - 26) / validity.LINE_NARROW
    frame = pd.DataFrame({"chain_id": ["a", "b"], "is_drawn": True})
    for height, parts in ((room, 1), (room + 0.1, 2)):
        monkeypatch.setattr(validity, "laid_out", lambda *_, height=height: SimpleNamespace(height=height))
        assert len(validity.fit(frame, form)) == parts
