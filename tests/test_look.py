"""Colours: readable on their ground, told apart by everybody, never the only sign."""

import itertools
import re

import numpy as np
import pytest

from charts.keys import WIDE_SPACE, key
from charts.look import DARK, LIGHT, PRINT, Look, contrast, ordered
from charts.outcome_scale import HATCHED, stripes

# Machado, Oliveira, Fernandes (2009), severity 1.0, for linear RGB.
DEFICIENCIES = {
    "none": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
TO_LMS = np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]])
TO_OKLAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099], [0.0259040371, 0.7827717662, -0.8086757660]])
LOOKS = [LIGHT, DARK, PRINT]


def linear(colour: str) -> np.ndarray:
    s = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(s <= 0.04045, s / 12.92, ((s + 0.055) / 1.055) ** 2.4)


def distance(one: str, other: str, kind: str) -> float:
    """Distance in Oklab as seen with a deficiency; 0.05 is a difference seen at a glance between areas."""
    labs = [TO_OKLAB @ np.cbrt(TO_LMS @ np.clip(DEFICIENCIES[kind] @ linear(c), 0, 1)) for c in (one, other)]
    return float(np.linalg.norm(labs[0] - labs[1]))


def meanings(look: Look) -> dict[str, str]:
    named = {f"theme {i}": c for i, c in enumerate(look.themes)}
    return named | look.outcomes | {f"status {i}": c for i, c in enumerate(look.statuses, 1)} | {"first": look.first, "second": look.second, "accent": look.accent}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_meaning_stands_three_to_one_against_its_ground(look: Look) -> None:
    faint = {name: round(contrast(colour, look.paper), 2) for name, colour in meanings(look).items() if contrast(colour, look.paper) < 3}
    assert not faint


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_text_inks_stand_four_and_a_half_to_one(look: Look) -> None:
    inks = {"ink": look.ink, "quiet": look.quiet, "accent": look.accent, "first": look.first, "second": look.second}
    assert {name: colour for name, colour in inks.items() if contrast(colour, look.paper) < 4.5} == {}


@pytest.mark.parametrize("kind", DEFICIENCIES)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_palettes_are_told_apart(look: Look, kind: str) -> None:
    groups = {"themes": look.themes, "statuses": look.statuses, "outcomes": tuple(look.outcomes.values()), "pair": (look.first, look.second)}
    least = {"themes": 0.05, "statuses": 0.05, "outcomes": 0.05, "pair": 0.1}
    close = {
        (group, a, b): round(distance(a, b, kind), 3)
        for group, colours in groups.items()
        for a, b in itertools.combinations(colours, 2)
        if distance(a, b, kind) < least[group]
    }
    assert not close


def test_ordered_keeps_the_given_order_and_loses_nothing() -> None:
    assert ordered(["c", "a", "x", "a"], ["a", "b", "c"]) == ["a", "c", "x"]


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_text_on_marks_reads(look: Look) -> None:
    marks = [*look.outcomes.values(), *look.themes, look.first, look.second]
    stripes_under = {outcome: (look.on(look.outcomes[outcome]), (stripes(outcome, look) or {})["fgcolor"]) for outcome in HATCHED}
    assert {outcome: pair for outcome, pair in stripes_under.items() if contrast(*pair) < 4.5} == {}
    assert {colour: look.on(colour) for colour in marks if contrast(look.on(colour), colour) < 4.5} == {}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_a_pale_sign_of_a_key_is_seen_by_its_edge(look: Look) -> None:
    told = key([("■", look.tint(look.accent, 0.28), "three or more"), ("■", look.accent, "one")], look, 2).note(look)["text"]
    pale, full = told.split(WIDE_SPACE)
    edge = re.search(r"stroke:rgb\((\d+), (\d+), (\d+)\)", pale)
    assert edge and contrast("#" + "".join(f"{int(part):02x}" for part in edge.groups()), look.paper) >= 3
    assert "stroke" not in full
