"""An editable chart is made only where it says the same: each thing that it cannot say, alone, leaves the picture in its place."""

from collections.abc import Callable
from copy import deepcopy
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from charts.look import PRINT
from exports.native import bars, steps
from exports.native.drawn import Unlike
from exports.native.panels import Series
from exports.native.reading import editable
from exports.view import View
from queries import Filters

BARS, LINES = "priorities-by-actor", "compared-growth"
Change = Callable[[dict[str, Any]], object]


def drawn(name: str) -> dict[str, Any]:
    return deepcopy(View.of(name, Filters()).plot(PRINT).to_dict())


def stand_in(told: dict[str, Any], frame: pd.DataFrame) -> Any:
    """A view that is drawn so."""
    figure = SimpleNamespace(to_dict=lambda: told)
    return SimpleNamespace(frame=frame, plot=lambda look: figure, parts=lambda form: [SimpleNamespace(left_out="")])


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (BARS, lambda told: told["data"].clear()),
        (BARS, lambda told: told["layout"].update(images=[{}])),
        (BARS, lambda told: told["layout"].update(shapes=[{"layer": "below"}])),
        (BARS, lambda told: told["layout"].update(barmode="group")),
        (BARS, lambda told: told["data"][0].update(base=[1])),
        (BARS, lambda told: told["data"][1].update(offset=1)),
        (BARS, lambda told: told["data"][1].update(xaxis="x2")),
        (BARS, lambda told: told["data"][1].update(orientation="v")),
        (BARS, lambda told: told["data"][0].update(type="pie")),
        (BARS, lambda told: told["data"][0]["marker"].update(color=["#112233"])),
        (BARS, lambda told: told["data"][0]["marker"].update(pattern={"shape": "x"})),
        (BARS, lambda told: told["data"][0]["marker"].update(pattern={"shape": "/", "fgcolor": ["#112233"]})),
        (BARS, lambda told: told["data"][0].update(text=["1000"] * len(told["data"][0]["x"]))),
        (BARS, lambda told: told["layout"]["xaxis"].pop("range")),
        (BARS, lambda told: told["layout"]["yaxis"].update(ticktext=["one name"] * len(told["layout"]["yaxis"]["tickvals"]))),
        (BARS, lambda told: told["layout"]["annotations"][0].update(text="A note without the names of the bars")),
        (BARS, lambda told: told["layout"]["yaxis"].update(categoryarray=[0, 1])),
        (LINES, lambda told: told["data"][0]["line"].update(shape="linear")),
        (LINES, lambda told: told["data"][0].pop("line")),
        (LINES, lambda told: told["data"][0].update(type="bar")),
        (LINES, lambda told: told["layout"].update(shapes=[{"layer": "above", "x0": 0, "x1": 1}])),
        (LINES, lambda told: told["layout"]["xaxis"].pop("range")),
        (LINES, lambda told: told["layout"]["yaxis"].pop("range")),
        (LINES, lambda told: told["data"][0]["line"].update(dash="longdash")),
        (LINES, lambda told: told["data"][0]["marker"].update(symbol="star")),
        (LINES, lambda told: told["layout"]["annotations"].append({"x": 0.5, "y": 0.5, "xref": "x", "yref": "y", "text": "A note of no line"})),
        (LINES, lambda told: told["layout"]["annotations"].append({"x": 0, "y": 1, "xref": "paper", "yref": "paper", "text": "A second title"})),
        (LINES, lambda told: told["layout"]["annotations"].append({"x": 1, "y": 1, "xref": "x", "yref": "y", "text": told["data"][0]["name"]})),
    ],
)
def test_what_a_chart_cannot_say_leaves_the_picture(name: str, change: Change) -> None:
    told, frame = drawn(name), View.of(name, Filters()).frame
    assert editable(stand_in(told, frame)) is not None
    change(told)
    assert editable(stand_in(told, frame)) is None


@pytest.mark.parametrize("precision", ["month", "year"])
def test_days_that_are_not_known_are_put_on_no_day(precision: str) -> None:
    told, frame = drawn(LINES), View.of(LINES, Filters()).frame
    vague = frame.assign(date=pd.Timestamp("2017-06-09"), date_precision=["day"] * (len(frame) - 1) + [precision])
    assert editable(stand_in(told, vague.assign(date_precision="day"))) is not None and editable(stand_in(told, vague)) is None


@pytest.mark.parametrize(("value", "label", "is_told"), [(0.0, "0", True), (None, "0", True), (0.0, "1", False), (None, "1", False), (12.0, "12", True), (12.0, "", True), (12.0, "13", False)])
def test_a_label_is_the_number_of_its_bar(value: float | None, label: str, is_told: bool) -> None:
    assert bars._told(Series("Adopted", "#112233", (value,), (label,))) is is_told


@pytest.mark.parametrize(
    ("note", "layer", "names"),
    [
        ({"x": "2016-06-24"}, "below", True),
        ({"x": "2017-01-01"}, "below", True),
        ({"x": "2017-06-09"}, "below", True),
        ({"x": "2016-06-23"}, "below", False),
        ({"x": "2017-06-10"}, "below", False),
        ({"x": "2017-01-01", "yref": "y"}, "below", False),
        ({"x": "2017-01-01", "xref": "x2"}, "below", False),
        ({"x": "2017-01-01"}, "above", False),
    ],
)
def test_a_note_names_the_shade_that_it_stands_over(note: dict[str, str], layer: str, names: bool) -> None:
    layout = {"shapes": [{"x0": "2016-06-24", "x1": "2017-06-09", "layer": layer}], "annotations": [{"yref": "paper", "text": "Kazakhstan<br>2016–2017", **note}]}
    assert steps.bands(layout) == ["Kazakhstan 2016–2017"] * names


def test_no_rows_are_no_chart() -> None:
    assert editable(stand_in(drawn(BARS), pd.DataFrame())) is None


def test_readers_of_both_forms_say_what_they_cannot_read() -> None:
    told = drawn(BARS)
    told["layout"]["barmode"] = "group"
    with pytest.raises(Unlike, match="bars that are not stacked"):
        bars.read(told["data"], told["layout"], View.of(BARS, Filters()).frame)
    told = drawn(LINES)
    del told["layout"]["yaxis"]["range"]
    with pytest.raises(Unlike, match="an axis without a range"):
        steps.read(told["data"], told["layout"])
