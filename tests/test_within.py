"""Where charts put what they draw: every mark stands within its axes, and bars and boxes of different rows keep clear of one another."""

import dataclasses
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import pandas as pd
import pytest

from charts.catalogue import FIGURES
from charts.common.pairs import groups
from charts.documents.by_year import TALLEST
from charts.documents.spans import laid_out
from charts.look import EDGE, LIGHT
from charts.membership.tile_map import TILE_PIXELS
from exports.view import View
from queries import Filters

pytestmark = pytest.mark.broad

PLACES = pytest.mark.parametrize("is_narrow", [False, True], ids=["page", "phone"])
NEAR = 1e-6  # share of an axis: what is lost in rounding
Ends = tuple[float, float]


@cache
def drawing(name: str, is_narrow: bool) -> dict[str, Any]:
    """A figure on the real dataset."""
    return View.of(name, Filters()).plot(dataclasses.replace(LIGHT, narrow=is_narrow)).to_dict()


def place(value: Any) -> float | None:
    """A place on an axis as a number, None for no place: days by their milliseconds."""
    if isinstance(value, str):
        return pd.Timestamp(value).timestamp() * 1000
    return None if value is None or pd.isna(value) else float(value)


def each(value: Any, n: int) -> list[Any]:
    """A value of every mark, where one may be told for all."""
    return list(value) if isinstance(value, list | tuple) else [value or 0] * n


def marks(trace: dict[str, Any], letter: str) -> list[Ends]:
    """From where to where each mark of a trace goes along an axis."""
    at = [place(value) for value in trace.get(letter) or []]
    low, high = [0.0] * len(at), [0.0] * len(at)
    if trace["type"] == "bar" and letter == along(trace):
        low = [(place(base) or 0) - (value or 0) for base, value in zip(each(trace.get("base"), len(at)), at, strict=True)]
        high = [low_ + (value or 0) for low_, value in zip(low, at, strict=True)]
    elif trace["type"] == "bar":
        high = [width / 2 for width in each(trace.get("width"), len(at))]
        low = [-half for half in high]
    return [(value + a, value + b) for value, a, b in zip(at, low, high, strict=True) if value is not None]


def along(trace: dict[str, Any]) -> str:
    """The axis along which the bars of a trace grow."""
    return "x" if trace.get("orientation") == "h" else "y"


def axes(made: dict[str, Any]) -> Iterator[tuple[str, Ends, list[dict[str, Any]]]]:
    """Every axis with a range of its own: its name, the range, the traces on it."""
    for name, axis in made["layout"].items():
        if name[1:5] == "axis" and axis.get("range"):
            low, high = sorted(value for end in axis["range"] if (value := place(end)) is not None)
            yield name, (low, high), [trace for trace in made["data"] if (trace.get(f"{name[0]}axis") or name[0]) == name[0] + name[5:]]


@PLACES
@pytest.mark.parametrize("name", FIGURES)
def test_every_mark_stands_within_its_axes(name: str, is_narrow: bool) -> None:
    for axis, (low, high), traces in axes(drawing(name, is_narrow)):
        near = NEAR * (high - low)
        beyond = [ends for trace in traces for ends in marks(trace, axis[0]) if ends[0] < low - near or ends[1] > high + near]
        assert not beyond, (axis, low, high, beyond[:3])


def meet(one: tuple[Ends, Ends], other: tuple[Ends, Ends]) -> bool:
    """Whether two boxes (across, up) of different places share more than an edge."""
    return one != other and all(min(a[1], b[1]) - max(a[0], b[0]) > 1e-3 for a, b in zip(one, other, strict=True))


@PLACES
@pytest.mark.parametrize("name", FIGURES)
def test_bars_and_boxes_of_different_rows_keep_clear_of_one_another(name: str, is_narrow: bool) -> None:
    made = drawing(name, is_narrow)
    by_axes: dict[object, set[tuple[Ends, Ends]]] = {}
    for trace in made["data"]:
        if trace["type"] == "bar" and any(each(trace.get("width"), 1)):
            up = along(trace)
            # Bars without a foot of their own are stacked: all of a row may be one above the other, none of another row beside them.
            grown = marks(trace, up) if trace.get("base") is not None else [(0.0, 1.0)] * len(trace[up])
            by_axes.setdefault((trace.get("xaxis"), trace.get("yaxis")), set()).update(zip(marks(trace, "y" if up == "x" else "x"), grown, strict=True))
    by_axes["shapes"] = {
        ((x0, x1), (y0, y1))
        for shape in made["layout"].get("shapes", [])
        if shape["type"] == "rect" and "paper" not in (shape.get("xref"), shape.get("yref"))
        for x0, x1, y0, y1 in [[place(shape[end]) or 0 for end in ("x0", "x1", "y0", "y1")]]
    }
    for boxes in by_axes.values():
        met = [pair for pair in combinations(sorted(boxes), 2) if meet(*pair)]
        assert not met, met[:2]


def pixels(made: dict[str, Any], ends: Ends | None = None) -> float:
    """How many pixels a unit of the upright axis takes."""
    layout = made["layout"]
    low, high = ends or sorted(layout["yaxis"]["range"])
    margin = {"t": EDGE, "b": EDGE, **layout.get("margin", {})}
    return (layout["height"] - margin["t"] - margin["b"]) / (high - low)


@PLACES
@pytest.mark.parametrize("name", ["reported-documents", "reported-decisions", "reported-events"])
def test_claims_stand_in_pixels_and_their_bars_begin_at_the_edge(name: str, is_narrow: bool) -> None:
    made = drawing(name, is_narrow)
    layout = made["layout"]
    bottom, top = layout["yaxis"]["range"]
    assert 40 < layout["height"] - layout["margin"]["t"] - (bottom - top) < 60, "blocks are laid out in pixels, under them stands the axis with its name"
    low, high = layout["xaxis"]["range"]
    assert 0 < -low < 0.02 * high


@PLACES
def test_the_tallest_bar_of_documents_by_year_is_no_taller_than_it_may_be(is_narrow: bool) -> None:
    made = drawing("documents-by-year", is_narrow)
    most = max(n for trace in made["data"] if trace["type"] == "bar" for n in trace["y"])
    assert most * pixels(made) == pytest.approx(TALLEST, abs=2)


@PLACES
def test_tiles_are_as_high_as_told(is_narrow: bool) -> None:
    assert pixels(drawing("membership-map", is_narrow)) == pytest.approx(TILE_PIXELS, rel=0.02)


@PLACES
def test_every_state_has_a_line_of_its_own_height_on_the_path_to_membership(is_narrow: bool) -> None:
    assert (64 if is_narrow else 46) * 0.9 < pixels(drawing("path-to-membership", is_narrow)) < (64 if is_narrow else 46) * 1.1


@pytest.mark.parametrize("name", ["compared-pairs", "priority-continuity"])
def test_a_list_of_pairs_begins_at_the_top(name: str) -> None:
    made = drawing(name, False)
    assert 0 < min(words["y"] for words in made["layout"]["annotations"] if words.get("yref") != "paper") - made["layout"]["yaxis"]["range"][1] < 1


@PLACES
def test_names_of_chains_stand_right_beneath_their_theme_and_right_above_or_beside_their_bars(is_narrow: bool) -> None:
    frame = View.of("document-validity", Filters()).frame
    made = laid_out(frame[frame["is_drawn"]], 50, is_narrow)
    tops = sorted(span.y for _, span in made.spans)
    for _, _, y in made.headings:
        first = min(top for _, top, _ in made.labels if top > y) if is_narrow else min(top for top in tops if top > y)
        assert first - y == pytest.approx(2.05 if is_narrow else 1.15), "a line for the theme, on a phone another for the years"
    for _, y, lines in made.labels if is_narrow else ():
        # A name begins half a unit above its place, a bar a third; a line of 12-pixel letters takes 15.6 pixels of 21 a unit.
        room = min(top for top in tops if top > y) - 0.33 - (y - 0.5) - lines * 15.6 / 21
        assert 0 <= room < 0.75, "room for the letters, and less than a line more"


VALUES_UP = {"membership-growth", "world-share", "claimed-shares", "reported-states"}  # numbers go up, so there is air beneath and above


@PLACES
@pytest.mark.parametrize("name", [name for name in FIGURES if name not in VALUES_UP])
def test_no_chart_leaves_an_empty_band_or_words_beyond_its_edge_above_or_beneath(name: str, is_narrow: bool) -> None:
    made = drawing(name, is_narrow)
    layout = made["layout"]
    shapes = [shape for shape in layout.get("shapes", []) if shape["type"] != "path"]
    parts = [(words, [words["y"]]) for words in layout.get("annotations", [])] + [(shape, [shape["y0"], shape["y1"]]) for shape in shapes]
    for axis, (low, high), traces in axes(made):
        if axis[0] == "y":
            drawn = [end for trace in traces for ends in marks(trace, "y") for end in ends]
            drawn += [place for part, places in parts if (part.get("yref") or "y") == "y" + axis[5:] for place in places]
            share = layout[axis].get("domain") or (0, 1)
            unit = pixels(made, (low, high)) * (share[1] - share[0])
            gaps = [(min(drawn) - low) * unit, (high - max(drawn)) * unit] if drawn else [0]
            assert -0.01 <= min(gaps) <= max(gaps) < (70 if is_narrow else 50), axis


@pytest.mark.parametrize("name", ["compared-pairs", "priority-continuity"])
def test_later_priorities_of_a_list_of_pairs_go_downwards_in_the_order_of_the_rows(name: str) -> None:
    view = View.of(name, Filters())
    two = [same[0].Index for _, _, links in groups(view.frame) for same in links][:2]
    frame = view.frame.assign(earlier_id=view.frame["earlier_id"].mask(view.frame.index.isin(two), "one taken up twice"))
    made = view.figure.draw(frame, LIGHT).to_dict()
    later = [(y, row) for trace in made["data"] for x, y, row in zip(trace["x"], trace["y"], trace["customdata"], strict=True) if x > 0.5]
    heights, rows = zip(*sorted(later), strict=True)
    assert list(rows) == [row.Index for _, _, links in groups(frame) for same in links for row in same]
    assert min(b - a for a, b in pairwise(heights)) >= 1


@PLACES
def test_every_row_of_bars_of_documents_by_year_stands_on_a_line(is_narrow: bool) -> None:
    made = drawing("documents-by-year", is_narrow)
    feet = {base for trace in made["data"] if trace["type"] == "bar" for base in trace["base"]}
    assert sorted(shape["y0"] for shape in made["layout"]["shapes"]) == pytest.approx(sorted(feet))


ROOM_FOR_WORDS = {"priority-tracker": 1.0, "compared-pairs": 0.9, "priority-continuity": 0.9, "facts-by-source-kind": 0.88, "claimed-shares": 0.36, "reported-states": 0.95}
STACKED = {"compared-outcomes", "outcomes-by-theme", "outcomes-by-chairmanship", "priorities-by-actor", "facts-by-sources", "facts-by-source-kind"}


@PLACES
@pytest.mark.parametrize("name", [name for name in FIGURES if name not in ROOM_FOR_WORDS])
def test_marks_take_the_breadth_and_the_height_that_there_is(name: str, is_narrow: bool) -> None:
    made = drawing(name, is_narrow)
    layout = made["layout"]
    margin = {"t": EDGE, "b": EDGE, **layout.get("margin", {})}
    assert layout["height"] - margin["t"] - margin["b"] > 100
    for axis, (low, high), traces in axes(made):
        if axis[0] == "x" and any(trace.get("y") for trace in traces):
            ends = [end for trace in traces for end in marks(trace, "x")]
            if name in STACKED:  # the parts of a row add up
                lengths: dict[Any, float] = {}
                for trace in traces:
                    for row, length in zip(trace["y"], trace["x"], strict=True):
                        lengths[row] = lengths.get(row, 0) + length
                ends = [(0, max(lengths.values()))]
            assert max(b for _, b in ends) - min(a for a, _ in ends) > 0.67 * (high - low), axis


@PLACES
@pytest.mark.parametrize("name", FIGURES)
def test_no_axis_can_be_dragged(name: str, is_narrow: bool) -> None:
    layout = drawing(name, is_narrow)["layout"]
    movable = [part for part in layout if part[1:5] == "axis" and not layout[part].get("fixedrange", layout["template"]["layout"].get(part[:5], {}).get("fixedrange"))]
    assert movable == (["xaxis"] if name == "timeline" else [])
