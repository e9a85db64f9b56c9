"""Shares of the world: what is computed for an organisation, and which claims are shares of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# What is computed where neither the description nor a row says it.
USUAL = "population"
CLAIMED = "share of world "


@dataclass(frozen=True)
class Indicator:
    """What the member states have a share of.

    name: as the table of shares has it; label: in a list of choices; of: inside a sentence, "world population"; title: of a record, before the year.
    basis: how it is measured, where claims of one measure may mean several; sign: the words of a note by which a claim is known to mean this basis.
    gaps: the words of known gaps that concern it; is_fixed: the world's total does not grow, so that a leap in it is a break of the series.
    """

    name: str
    label: str
    of: str
    title: str
    basis: str
    sign: str
    gaps: str
    is_fixed: bool

    @classmethod
    def told(cls, name: str, told: dict[str, Any]) -> "Indicator":
        """An indicator from its part of the description; what is not told follows from its name."""
        words = name.replace("_", " ")
        label = told.get("label", words[:1].upper() + words[1:])
        basis = told.get("basis", "")
        return cls(
            name=name,
            label=label,
            of=told.get("of", f"world {words}"),
            title=told.get("title", label),
            basis=basis,
            sign=told.get("sign", basis).lower(),
            gaps=told.get("gaps", "").lower(),
            is_fixed=told.get("fixed", False),
        )


@dataclass(frozen=True)
class Share:
    """Claims that are shares: their measure, with words of their note where the measure holds others too, and of what they are a share.

    indicators: beside which they stand; is_comparable: whether the share computed for these is the same thing.
    """

    measure: str
    of: str
    note: str
    indicators: Sequence[str]
    is_comparable: bool


def indicators_of(told: dict[str, dict[str, Any]], used: Sequence[str]) -> list[Indicator]:
    """The indicators of the description in its order, then those of the rows that it does not tell; one at least."""
    names = dict.fromkeys([*told, *used]) or {USUAL: None}
    return [Indicator.told(name, told.get(name, {})) for name in names]


def shares_of(told: Sequence[dict[str, Any]], indicators: Sequence[Indicator], measures: Sequence[str]) -> list[Share]:
    """The shares of the description; where it tells none, the measures that are named after an indicator."""
    usual = [{"measure": f"{CLAIMED}{one.name}", "of": one.of, "indicators": [one.name]} for one in indicators if f"{CLAIMED}{one.name}" in measures]
    return [Share(one["measure"], one["of"], one.get("note", "").lower(), one["indicators"], one.get("comparable", True)) for one in told or usual]
