"""The closed lists that a dataset brings itself: from its description, else from the rows that use them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.description import About
from data.organisation.shares import Indicator, Share, indicators_of, shares_of

# What somebody may have counted or measured, whatever the organisation; a description may bring a list of its own.
MEASURES = ("documents", "decisions", "statements", "events held", "events planned", "states represented", "share of world population",
            "share of world GDP", "population", "trade growth", "trade turnover", "other")  # fmt: skip
# What is meant where no description says it: the words for full membership, and for steps that do not simply grant a status.
FULL = "member"
LEVELS = {"summit": "summits", "government": "governments"}
# Whose claims the dataset has a count to set beside.
COUNTED = ("documents", "decisions", "statements", "events held", "events planned")
EFFECTS = {"founding": "found", "application": "none", "invitation": "none", "refusal": "none", "withdrawal": "end", "suspension": "end"}


@dataclass(frozen=True)
class Status:
    """A status that states hold.

    name: as the table of membership steps has it; heading: in a key; plural: on a line; inside: in a sentence; letter: on a map;
    mark: by which number, from 1, its colour and shape are chosen, and in which order statuses stand; code: in country-year data;
    is_full: full membership; is_until_founding: ends with the founding of the organisation; measure: of reported figures that count its states, or "";
    counted: what follows "5 states" where no plural says it, or "".
    """

    name: str
    heading: str
    plural: str
    inside: str
    letter: str
    mark: int
    code: int
    is_full: bool
    is_until_founding: bool
    measure: str
    counted: str

    @classmethod
    def of(cls, name: str, place: int, told: dict[str, Any]) -> "Status":
        """A status from its part of the description; what is not told follows from its name and place."""
        heading = told.get("heading", name[:1].upper() + name[1:])
        is_full = told.get("full", name == FULL)
        return cls(
            name=name,
            heading=heading,
            plural=told.get("plural", f"{heading}s"),
            inside=told.get("inside", name),
            letter=told.get("letter", heading[:1]),
            mark=told.get("mark", place),
            code=told.get("code", int(is_full)),
            is_full=is_full,
            is_until_founding=told.get("until_founding", False),
            measure=told.get("measure", ""),
            counted=told.get("counted", ""),
        )


@dataclass(frozen=True)
class Step:
    """A kind of step. effect: found (grants a status to a founder), grant, end, or none, if it is taken to be effective."""

    name: str
    effect: str


@dataclass(frozen=True)
class Lists:
    """The lists of a dataset, each in its order. Statuses stand in the order of the description; `mark` has the order of display.

    counts: measure -> the one of COUNTED that it is a number of; levels: level of a body -> who meets there; tiles: state -> column and row of its tile.
    """

    themes: Sequence[str]
    statuses: Sequence[Status]
    steps: Sequence[Step]
    measures: Sequence[str]
    counts: Mapping[str, str]
    levels: Mapping[str, str]
    indicators: Sequence[Indicator]
    shares: Sequence[Share]
    tiles: Mapping[str, Sequence[int]]

    def spoken(self, measure: str) -> str:
        """A measure inside a sentence: one that counts the states of a status is written as that status is."""
        named = {status.measure: status for status in self.statuses if status.inside != status.inside.lower() and status.plural.lower() == status.measure}
        return named[measure].plural if measure in named else measure

    def cells(self) -> dict[str, list[str | None]]:
        """Name of the list and value, one pair a line, for the schema."""
        named = {
            "theme": self.themes,
            "status": [status.name for status in self.statuses],
            "step": [step.name for step in self.steps],
            "measure": self.measures,
        }
        pairs = [(name, value) for name, values in named.items() for value in values]
        return {"list": [name for name, _ in pairs], "value": [value for _, value in pairs]}


def lists_of(themes: Sequence[str], about: About, used: Mapping[str, Sequence[str]]) -> Lists:
    """The lists of a dataset with these themes; `used`: of status, step, measure and indicator the words in use, which count where the description has no list."""
    told = about.statuses or {name: {} for name in dict.fromkeys(used["status"])} or {FULL: {}}
    effects = about.steps or {name: EFFECTS.get(name, "grant") for name in dict.fromkeys(used["step"])} or {"founding": "found"}
    measures = about.measures or list(dict.fromkeys([*MEASURES, *used["measure"]]))
    indicators = indicators_of(about.indicators, used["indicator"])
    return Lists(
        themes=themes,
        statuses=[Status.of(name, place, values) for place, (name, values) in enumerate(told.items(), 1)],
        steps=[Step(name, effect) for name, effect in effects.items()],
        measures=measures,
        counts={name: name for name in COUNTED} | {name: one for name, one in about.counts.items() if one in COUNTED},
        levels=LEVELS | about.levels,
        indicators=indicators,
        shares=shares_of(about.shares, indicators, measures),
        tiles=about.tiles,
    )
