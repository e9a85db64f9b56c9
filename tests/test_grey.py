"""Printed in grey, the outcomes are still told apart: by twenty steps of lightness, or by stripes."""

import itertools
import re

import pytest

from charts.catalogue import FIGURES
from charts.look import DARK, LIGHT, PRINT, Look
from charts.outcome_scale import BAR_SIGNS, HATCHED, OUTCOMES, stripes
from charts.words import sentence_case
from exports.view import View
from queries import Filters
from tests.test_look import linear

LEAST = 20
NAMES = {sentence_case(outcome) for outcome in OUTCOMES}
BARS = {"outcomes-by-theme", "outcomes-by-chairmanship", "compared-outcomes", "compared-theme-outcomes", "priorities-by-actor"}


def lightness(colour: str) -> float:
    """L* (CIE 1976) of a colour; of a veiled one, without its veil."""
    told = colour if colour.startswith("#") else "#{:02x}{:02x}{:02x}".format(*map(int, re.findall(r"\d+", colour)[:3]))
    luminance = float(linear(told) @ [0.2126, 0.7152, 0.0722])
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def test_lightness_is_that_of_the_norm() -> None:
    assert [round(lightness(grey), 1) for grey in ("#000000", "#777777", "#ffffff")] == [0, 50.0, 100]


def test_charts_hatch_with_slanting_lines_alone() -> None:
    """The PDF of a picture lays these as lines, over the colour of the bar."""
    patterns = [trace["marker"]["pattern"] for name in FIGURES for trace in View.of(name, Filters()).plot(PRINT).to_dict()["data"] if trace.get("marker", {}).get("pattern")]
    shapes = {shape for pattern in patterns for shape in ([pattern["shape"]] if isinstance(pattern["shape"], str) else pattern["shape"])}
    assert {"/", "\\"} <= shapes <= {"", "/", "\\"} and {pattern["fillmode"] for pattern in patterns} == {"overlay"}


@pytest.mark.parametrize("look", [LIGHT, DARK, PRINT], ids=lambda look: look.name)
def test_outcomes_are_told_apart_in_every_drawn_bar(look: Look) -> None:
    found = set()
    for name in FIGURES:
        told = View.of(name, Filters()).plot(look).to_dict()
        bars = {trace["name"]: trace["marker"] for trace in told["data"] if trace["type"] == "bar" and trace.get("name") in NAMES}
        seen = {outcome: (_one(marker["color"]), marker.get("pattern", {}).get("shape", "")) for outcome, marker in bars.items()}
        for (one, (ink, shape)), (other, (beside, pattern)) in itertools.combinations(seen.items(), 2):
            assert shape != pattern or abs(lightness(ink) - lightness(beside)) >= LEAST, (name, one, other)
        found |= {name} if len(seen) > 1 else set()
    assert found >= BARS


def _one(colours: str | list[str]) -> str:
    return colours if isinstance(colours, str) else colours[0]


@pytest.mark.parametrize("look", [LIGHT, DARK, PRINT], ids=lambda look: look.name)
def test_stripes_are_seen_on_their_bar_and_the_key_has_a_sign_for_each(look: Look) -> None:
    assert set(BAR_SIGNS) == set(HATCHED) and len(set(BAR_SIGNS.values())) == len(HATCHED)
    for outcome in HATCHED:
        made = stripes(outcome, look)
        assert made is not None and abs(lightness(made["fgcolor"]) - lightness(look.outcomes[outcome])) >= 12
