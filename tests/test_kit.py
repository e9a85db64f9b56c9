"""The drawing kit: what its parts give, value by value. What a whole chart says is tested with its page."""

import dataclasses
import json
import re
from collections.abc import Iterator
from html import escape

import pandas as pd
import pytest

from charts import axes, bars, form, hover, keys, notes, outcome_scale, points, shapes
from charts.catalogue import FIGURES
from charts.figure import blank, plot
from charts.form import SLIDE
from charts.harmless import harmless
from charts.look import DARK, EDGE, LIGHT, PRINT, SIZES, Look, contrast
from charts.marks import grouped, highest, widest_gap
from exports.view import View
from queries import Filters

PHONE = dataclasses.replace(LIGHT, narrow=True)
LARGE = dataclasses.replace(LIGHT, scale=2.0)


def drawn(look: Look, **layout: object) -> dict:
    return json.loads(plot([], look, 100, **layout).to_json())["layout"]


def test_letters_and_margins_grow_with_the_scale_of_the_look() -> None:
    assert {use: LIGHT.size(use) for use in SIZES} == SIZES
    assert [LARGE.size("note"), LARGE.px(10), LARGE.px(7.5)] == [24, 20, 15]
    assert dataclasses.replace(LIGHT, scale=1.35).px(11) == 14.85
    assert [LIGHT.room(800, 300), PHONE.room(800, 300), LARGE.room(800, 300)] == [800, 300, 400], "larger letters have less room"
    with pytest.raises(KeyError):
        LIGHT.size("shout")


@pytest.mark.parametrize("look", [LIGHT, DARK, PRINT], ids=lambda look: look.name)
def test_words_in_a_colour_of_meaning_can_be_read(look: Look) -> None:
    colours = [*look.themes, *look.statuses, *look.outcomes.values(), look.first, look.second]
    assert all(contrast(look.readable(colour), look.paper) >= 4.5 for colour in colours)
    assert all(look.readable(colour) == colour for colour in colours if contrast(colour, look.paper) >= 4.5)
    assert any(look.readable(colour) != colour for colour in colours)


def letters(part: object) -> Iterator[float]:
    """The sizes of all letters of a drawing, those in its texts included."""
    if isinstance(part, dict):
        yield from (value["size"] for name, value in part.items() if name.endswith("font") and "size" in value)
        for value in part.values():
            yield from letters(value)
    elif isinstance(part, list):
        for value in part:
            yield from letters(value)
    elif isinstance(part, str):
        yield from map(float, re.findall(r"font-size:([\d.]+)px", part))


@pytest.mark.parametrize("is_narrow", [False, True], ids=["page", "phone"])
@pytest.mark.parametrize("name", FIGURES)
def test_every_letter_of_every_chart_is_told_by_the_look(name: str, is_narrow: bool) -> None:
    view = View.of(name, Filters())
    extra = {"backdrop": view.backdrop} if view.figure.backdrop else {}
    plain, large = (view.figure.draw(view.frame, dataclasses.replace(look, narrow=is_narrow), **extra).to_dict() for look in (LIGHT, LARGE))
    assert set(letters(plain)) <= set(SIZES.values())
    assert set(letters(large)) <= {2 * size for size in SIZES.values()}
    assert large["layout"]["height"] > 1.8 * plain["layout"]["height"], "rows and margins grow with the letters"


def test_a_plot_scales_height_and_margins_and_fills_in_the_usual_edge() -> None:
    assert drawn(LIGHT, margin={"t": 30})["margin"] == {"l": EDGE, "r": EDGE, "t": 30, "b": EDGE}
    large = drawn(LARGE, margin={"t": 30})
    assert large["margin"] == {"l": 2 * EDGE, "r": 2 * EDGE, "t": 60, "b": 2 * EDGE} and large["height"] == 200
    assert "margin" not in drawn(LIGHT), "the template has the edges"
    template = large["template"]["layout"]
    assert [template["font"]["size"], template["xaxis"]["title"]["font"]["size"], template["margin"]["l"]] == [28, 26, 16]


def test_an_empty_chart_says_why_in_its_middle() -> None:
    (note,) = blank(LARGE, 50, "Nothing here").to_dict()["layout"]["annotations"]
    assert (note["text"], note["x"], note["y"], note["font"]) == ("Nothing here", 0.5, 0.5, {"color": LARGE.quiet, "size": 30})


def test_a_note_has_the_ink_of_the_look_unless_given_another() -> None:
    plain = notes.note(DARK, "words", 3, "a")
    assert plain == {"x": 3, "y": "a", "text": "words", "showarrow": False, "font": {"size": 14, "color": DARK.ink}}
    assert notes.note(DARK, "words", 3, 4, "tiny", "#123456")["font"] == {"size": 10, "color": "#123456"}


def test_shifts_of_a_note_grow_and_other_places_do_not() -> None:
    note = notes.note(LARGE, "words", 3, 4, xshift=5, yshift=-6, borderpad=1)
    assert (note["xshift"], note["yshift"], note["borderpad"], note["x"]) == (10, -12, 1, 3)


@pytest.mark.parametrize(("gap", "anchor"), [(6, "left"), (-6, "right")])
def test_words_beside_a_mark_stand_on_the_side_of_the_gap(gap: int, anchor: str) -> None:
    note = notes.beside(LIGHT, "9", 1, 2, gap)
    assert (note["xanchor"], note["xshift"], note["align"], note["font"]["size"]) == (anchor, gap, anchor, 13)


def test_words_at_the_left_edge_and_above_the_plot() -> None:
    left = notes.at_left(LIGHT, "row", 7)
    assert (left["x"], left["xref"], left["xanchor"], left["align"], left["y"]) == (0, "paper", "left", "left", 7) and "yref" not in left
    assert notes.at_left(LIGHT, "row", 7, x=0.25)["x"] == 0.25
    name = notes.row_name(LIGHT, "row", 7)
    assert (name["yanchor"], name["font"]["size"]) == ("bottom", 12)
    above = notes.above(LIGHT, "term", "2017-06-09")
    assert (above["x"], above["y"], above["yref"], above["yanchor"]) == ("2017-06-09", 1, "paper", "bottom")


def test_words_within_words() -> None:
    assert notes.coloured("●", "#123456") == "<span style='color:#123456'>●</span>"
    assert notes.sized(LARGE, "small print", "small") == "<span style='font-size:22px'>small print</span>"
    assert notes.sized(LIGHT, "x", "note", "#123456") == "<span style='font-size:12px;color:#123456'>x</span>"


ENTRIES = [("●", "#111111", "one thing"), ("◆", "#222222", "two"), ("▲", "#333333", "three")]


@pytest.mark.parametrize(("n", "per_line", "lines"), [(1, 2, 1), (2, 2, 1), (3, 2, 2), (3, 1, 3)])
def test_a_key_knows_its_lines(n: int, per_line: int, lines: int) -> None:
    made = keys.Key(ENTRIES[:n], per_line)
    assert made.lines == lines == made.note(LIGHT)["text"].count("<br>") + 1


def test_the_stripes_of_a_sign_are_as_broad_as_those_of_its_bars() -> None:
    text = keys.key([("▨", "#111111", "striped"), ("■", "#222222", "plain")], LIGHT, 2).note(LIGHT)["text"]
    assert "color:#111111;stroke:#111111;stroke-width" in text and text.count("stroke:") == 1


def test_a_key_keeps_sign_and_words_together() -> None:
    note = keys.key(ENTRIES, LIGHT, 3).note(LIGHT)
    assert note["text"].startswith("<span style='color:#111111'>●</span>\u00a0one\u00a0thing\u2003<span")
    assert (note["y"], note["yref"], note["yanchor"], note["yshift"], note["x"]) == (1, "paper", "bottom", 6, 0)
    assert keys.key(ENTRIES, PHONE, 3).lines == 2 and keys.key(ENTRIES, PHONE, 3, 1).lines == 3
    bold = keys.key(ENTRIES, LIGHT, 3).note(LIGHT, is_bold=True, y=0, yshift=34)
    assert bold["text"].startswith("<b>") and bold["text"].endswith("</b>") and (bold["y"], bold["yshift"]) == (0, 34)


def test_a_card_leaves_out_empty_lines() -> None:
    assert hover.card("Head", "one", "", "two", after=", x") == "<b>Head</b>, x<br>one<br>two"
    assert hover.card("Head") == "<b>Head</b>"
    assert hover.long("word " * 20).count("<br>") == 1 and hover.long("") == ""
    assert hover.hover(["a"]) == {"hovertext": ["a"], "hovertemplate": "%{hovertext}<extra></extra>"}


def test_points_name_their_rows() -> None:
    made = points.points((1, 2), (3, 4), pd.Index([7, 9]), ("a", "b"), {"size": 5}, name="n")
    assert (made["type"], made["mode"], made["x"], made["y"]) == ("scatter", "markers", [1, 2], [3, 4])
    assert (made["customdata"], made["hovertext"], made["marker"], made["name"]) == ([7, 9], ["a", "b"], {"size": 5}, "n")
    assert points.hits([1], [2], [0], ["a"], 26)["marker"] == {"size": 26, "opacity": 0, "symbol": "square"}


def test_lines_take_no_pointer() -> None:
    made = points.line([0, 1], [2, 2], "#123456", 3)
    assert made["line"] == {"color": "#123456", "width": 3, "dash": "solid"} and (made["mode"], made["hoverinfo"]) == ("lines", "skip")
    alone = points.unseen(1, 2)
    assert (alone["hoverinfo"], alone["mode"], alone["marker"], alone["x"], alone["y"]) == ("skip", "markers", {"opacity": 0}, [1], [2])
    pieces = points.segments([(0, 1, 5), (2, 3, 6)], "#123456", 1)
    assert pieces["x"] == [0, 1, None, 2, 3, None] and pieces["y"] == [5, 5, None, 6, 6, None]


def test_steps_have_the_colour_of_their_marks() -> None:
    made = points.steps([1, 2], [3, 4], [0, None], ["a", ""], points.marker("circle", 5, "#123456"), "dot")
    assert made["line"] == {"shape": "hv", "color": "#123456", "width": 2.5, "dash": "dot"} and made["mode"] == "lines+markers"


def test_words_as_a_trace_are_silent_unless_they_have_something_to_say() -> None:
    assert points.words(LIGHT, [1], [2], ["x"], "small", "#123456")["hoverinfo"] == "skip"
    telling = points.words(LIGHT, [1], [2], ["x"], "small", "#123456", **hover.hover(["a"]))
    assert "hoverinfo" not in telling and telling["textfont"] == {"size": 11, "color": "#123456"}


def test_what_is_known_less_well_is_hollow() -> None:
    made = points.hollow("circle", 9, ["#111111", "#222222"], [True, False], LIGHT, 1.5)
    assert made["color"] == [LIGHT.paper, "#222222"] and made["line"] == {"color": ["#111111", LIGHT.paper], "width": 1.5} and made["opacity"] == 1
    assert "line" not in points.marker("circle", 9, "#111111")


def test_bars_lie_unless_upright() -> None:
    made = bars.bars([3], [0], [8], ["a"], bars.fill("#123456"), width=0.5)
    assert (made["orientation"], made["x"], made["y"], made["customdata"], made["width"]) == ("h", [3], [0], [8], 0.5)
    assert "orientation" not in bars.bars([3], [0], [8], ["a"], {}, is_upright=True)


def test_fills_have_an_edge_and_stripes_only_when_asked() -> None:
    assert bars.fill("#123456") == {"color": "#123456"}
    stripes = bars.hatch(DARK, solidity=0.2)
    assert (stripes["fgcolor"], stripes["solidity"], stripes["shape"]) == (DARK.paper, 0.2, "/")
    assert bars.fill("#123456", "#ffffff", 2, stripes) == {"color": "#123456", "line": {"color": "#ffffff", "width": 2}, "pattern": stripes}


def test_numbers_of_bars_are_never_turned_or_shrunk() -> None:
    within, at_end = bars.inside(LIGHT, ["3"], "#123456"), bars.outside(LIGHT, ["3"], "#123456")
    assert all((one["textangle"], one["constraintext"], one["text"]) == (0, "none", ["3"]) for one in (within, at_end))
    assert (within["textposition"], within["insidetextanchor"], within["textfont"]["size"]) == ("inside", "middle", 13)
    assert (at_end["textposition"], at_end["cliponaxis"], at_end["textfont"]["size"]) == ("outside", False, 12)


def test_rows_run_down_and_columns_to_the_right() -> None:
    down = axes.row_axis(["a", "b", "c"], LIGHT)
    assert not down["showgrid"] and not axes.PER_CENT["showgrid"]
    assert (down["tickvals"], down["ticktext"], down["range"]) == ([0, 1, 2], ["a", "b", "c"], [2.5, -0.5])
    assert axes.row_axis(["a", "b"], LIGHT, (4, -1), [0.5, 3])["tickvals"] == [0.5, 3]
    assert axes.row_axis(["a", "b"], LIGHT, (4, -1), [0.5, 3])["range"] == [4, -1]
    right = axes.column_axis(["a", "b"], LIGHT, "text", "#123456")
    assert (right["range"], right["side"], right["tickangle"], right["tickfont"]) == ([-0.5, 1.5], "top", 0, {"color": "#123456", "size": 13})
    assert axes.column_axis(["a"], PHONE)["tickangle"] == -90
    assert axes.name_axis(("a", "b"), LIGHT)["categoryarray"] == ["a", "b"]


def test_axes_of_numbers_years_and_days() -> None:
    assert axes.number_axis(0, 9) == {"range": [0, 9], "fixedrange": True, "separatethousands": True}
    assert axes.number_axis(0, 9, "Days", standoff=4)["title"] == {"text": "Days", "standoff": 4}
    assert axes.number_axis(0, 9, "Days")["title"] == {"text": "Days"}
    assert (axes.year_axis(2001, 2026, 5)["range"], axes.year_axis(2001, 2026, 5)["dtick"]) == ([2000.4, 2026.6], 5)
    assert (axes.date_axis(LIGHT, 12)["nticks"], axes.date_axis(PHONE, 12)["nticks"]) == (12, 5)
    assert axes.PER_CENT["ticktext"] == [f"{tick} %" for tick in axes.PER_CENT["tickvals"]] and axes.PER_CENT["range"][0] == 0
    assert (axes.whole(5), axes.whole(6)) == ({"dtick": 1}, {})
    assert axes.hidden_axis(0, 1, anchor="x") == {"visible": False, "range": [0, 1], "fixedrange": True, "anchor": "x"}


def test_every_axis_of_the_kit_stays_where_it_is() -> None:
    made = [axes.PER_CENT, axes.hidden_axis(0, 1), axes.row_axis(["a"], LIGHT), axes.column_axis(["a"], LIGHT), axes.name_axis(["a"], LIGHT)]
    made += [axes.year_axis(2001, 2002, 1), axes.date_axis(LIGHT, 5), axes.number_axis(0, 1)]
    assert all(axis["fixedrange"] for axis in made)


def test_panels_have_axes_of_their_own_and_equal_room() -> None:
    assert [axes.panel(k) for k in range(3)] == [("x", "y", ""), ("x2", "y2", "2"), ("x3", "y3", "3")]
    assert axes.parts(2, 0.2) == [pytest.approx((0, 0.4)), pytest.approx((0.6, 1))] and axes.parts(1, 0.2) == [(0, 1)]


def test_boxes_cells_and_bands() -> None:
    box = shapes.box(0, 1, 2, 3, "#123456", 0.5)
    assert (box["x0"], box["x1"], box["y0"], box["y1"], box["opacity"], box["line"]) == (0, 1, 2, 3, 0.5, {"width": 0})
    assert shapes.box(0, 1, 2, 3, "#123456", edge="#654321")["line"] == {"width": 1, "color": "#654321"}
    assert shapes.box(0, 1, 2, 3, shapes.CLEAR)["fillcolor"].endswith(",0)"), "seen through"
    cell = shapes.cell(10, 20, (0.5, 0.25), "#123456")
    assert (cell["x0"], cell["x1"], cell["y0"], cell["y1"]) == (9.5, 10.5, 19.75, 20.25)
    band = shapes.band("2016-06-24", "2017-06-09", "#123456", 0.16)
    assert (band["x0"], band["x1"], band["y0"], band["y1"], band["yref"], band["opacity"]) == ("2016-06-24", "2017-06-09", 0, 1, "paper", 0.16)
    many = shapes.cells([(0, 1), (2, 1)], (0.5, 0.25), "#123456", 0.3)
    assert (many["fillcolor"], many["opacity"], many["line"], many["layer"], cell["layer"]) == ("#123456", 0.3, {"width": 0}, "below", "below")
    assert many["path"] == "M-0.5,0.75H0.5V1.25H-0.5ZM1.5,0.75H2.5V1.25H1.5Z"
    assert shapes.cells([], (0.5, 0.25), "#123456", 0.3)["path"] == "M0,0Z"


def test_rules_lie_behind_the_marks() -> None:
    rule = shapes.rule(0, 1, 2, 3, "#123456", 2, "dot")
    assert (rule["x0"], rule["x1"], rule["y0"], rule["y1"]) == (0, 1, 2, 3) and rule["line"] == {"color": "#123456", "width": 2, "dash": "dot"}
    level, upright = shapes.level(5, "#123456"), shapes.upright(5, "#123456")
    assert (level["x0"], level["x1"], level["y0"], level["y1"], level["xref"]) == (0, 1, 5, 5, "paper") and "yref" not in level
    assert (upright["x0"], upright["x1"], upright["y0"], upright["y1"], upright["yref"]) == (5, 5, 0, 1, "paper") and "xref" not in upright
    assert {one["layer"] for one in (rule, level, upright, shapes.ribbon((0, 1), (0, 1), (0, 1), "#123456", 0.2))} == {"below"}


def test_a_ribbon_joins_both_spans() -> None:
    ribbon = shapes.ribbon((0, 1), (10, 20), (30, 60), "#123456", 0.2)
    assert (ribbon["fillcolor"], ribbon["opacity"], ribbon["line"]) == ("#123456", 0.2, {"width": 0})
    assert ribbon["path"] == ("M 0.0000 10.00 C 0.5000 10.00 0.5000 30.00 1.0000 30.00 L 1.0000 60.00 C 0.5000 60.00 0.5000 20.00 0.0000 20.00 Z")


def test_a_date_that_is_not_known_to_the_day_is_drawn_in_the_middle_of_its_span() -> None:
    june = pd.Timestamp("2017-06-01")
    assert [points.middle(june, one) for one in ("day", "month", "year")] == [june, pd.Timestamp("2017-06-16"), pd.Timestamp("2017-11-30")]
    assert [points.last_day(june, one) for one in ("day", "month", "year")] == [june, pd.Timestamp("2017-06-30"), pd.Timestamp("2017-12-31")]
    assert points.last_day(pd.Timestamp("2024-02-01"), "month") == pd.Timestamp("2024-02-29")
    over, under = points.ranges([(june, "day", 1), (june, "month", 2)], [("#111111", 6), ("#222222", 2)])
    assert over["x"] == under["x"] == ["2017-06-01", "2017-06-30", None] and over["y"] == [2, 2, None]
    assert (over["line"]["width"], under["line"]["color"]) == (6, "#222222")
    assert points.ranges([(june, "day", 1)], [("#111111", 6)]) == []


def test_groups_come_in_the_order_of_their_rows() -> None:
    assert list(grouped("banana", lambda letter: letter).items()) == [("b", ["b"]), ("a", ["a"] * 3), ("n", ["n"] * 2)]


@pytest.mark.parametrize(("values", "name"), [({"a": 1, "b": 2}, "b"), ({"a": 2, "b": 2}, None), ({}, None)])
def test_the_highest_is_named_when_it_is_alone(values: dict, name: str | None) -> None:
    assert highest(values) == name


def test_outcomes_are_barred_in_their_order_and_hatched_where_nothing_was_found() -> None:
    rows = [("no evidence found", 1, 4), ("adopted", 3, 4)]
    frame = pd.DataFrame(rows, columns=["outcome", "n", "n_all"])
    made = outcome_scale.outcome_bars(frame, LIGHT, lambda row: 0, lambda row: row.n, lambda row: f"{row.n}", lambda row: f"{row.n} of {row.n_all}", width=0.5)
    assert [trace["name"] for trace in made] == ["Adopted", "No evidence found"]
    assert [trace["customdata"] for trace in made] == [[1], [0]] and [trace["x"] for trace in made] == [[3], [1]]
    assert ["pattern" in trace["marker"] for trace in made] == [False, True]
    assert [entry[0] for entry in outcome_scale.bar_key(frame, LIGHT).entries] == ["■", "▨"]
    assert [entry[0] for entry in outcome_scale.sign_key(frame, LIGHT).entries] == ["●", "○"]


@pytest.mark.parametrize(
    "taken, middle, width",
    [([], 5, 10), ([2], 6.5, 7), ([2, 9], 5.5, 5), ([9], 4, 8), ([-3, 14], 5, 10), ([0], 5.5, 9), ([5], 2, 4)],
    ids=str,
)
def test_the_widest_gap_is_covered_by_no_mark(taken: list[float], middle: float, width: float) -> None:
    assert widest_gap(0, 10, taken, 1) == (middle, width)


@pytest.mark.parametrize("use", [form.PAGE, form.PHONE, form.COLUMN, form.COLUMNS, form.SLIDE, form.SLIDE_TALL, form.SQUARE], ids=lambda use: f"{use.name}-{use.width}")
@pytest.mark.parametrize("name", ["reported-measures", "priority-survival"])
def test_marks_that_are_to_be_counted_do_not_lie_over_each_other(name: str, use: form.Form) -> None:
    view = View.of(name, Filters())
    for part in range(1, len(view.parts(use)) + 1):
        told = view.plot(LIGHT.shaped(use), part).to_dict()
        layout, (first, last) = told["layout"], told["layout"]["xaxis"]["range"]
        room = (layout.get("width") or {"page": form.PAGE_WIDTH, "phone": 340}[use.name]) - layout["margin"]["l"] - layout["margin"]["r"]
        assert room / (last - first) >= max(trace["marker"]["size"] for trace in told["data"]), f"part {part}"


@pytest.mark.parametrize(
    ("least", "most", "early", "words"),
    [
        (28.0, 30.0, 31.0, "28.0 to 30.0 % by coder (2 coders); 31.0 % without the closing day"),
        (28.0, 28.0, 28.0, "28.0 % by each coder; 28.0 % without the closing day"),
        (None, None, 31.0, "31.0 % without the closing day"),
        (28.0, 30.0, None, "28.0 to 30.0 % by coder (2 coders); nothing left without the closing day"),
    ],
)
def test_what_becomes_of_a_share_in_words(least: float | None, most: float | None, early: float | None, words: str) -> None:
    (row,) = pd.DataFrame({"share_least": [least], "share_most": [most], "share_before_close": [early], "n_coders": [2]}).itertuples()
    assert outcome_scale.spread(row) == words


def test_a_key_fills_its_line_to_the_last_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    look = PRINT.shaped(SLIDE)
    room = (SLIDE.width - look.px(keys.NAMES)) / (look.size("text") * keys.LETTER)
    for letters, per_line in ((room, 3), (room + 0.01, 1)):
        monkeypatch.setattr(keys, "_longest", lambda entries, n, letters=letters: letters)
        assert keys.key([("■", "#000000", "word")] * 3, look, 3).per_line == per_line


@pytest.mark.parametrize("told", [["<b>", "a & b"], ["<b>", "plain"], ["plain", "words"]])
def test_markup_is_made_harmless_wherever_it_stands(told: list[str]) -> None:
    assert harmless(pd.DataFrame({"title": told}))["title"].tolist() == [escape(text) for text in told]


def test_a_number_stands_in_a_bar_that_is_just_long_enough() -> None:
    assert [bars.where_room(7, length, 30) for length in (19.9, 20)] == ["", "7"] and [bars.where_room(12, length, 30) for length in (29.9, 30)] == ["", "12"]
