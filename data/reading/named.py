"""Values that a caption names: `{n}`, `{sum n where outcome=adopted|realised and is_first=yes}`.

A place in braces names one value of the rows of its figure: a column, or a function of one, in those rows that meet all conditions.
"""

import re
from dataclasses import dataclass

FUNCTIONS = ("sum", "count", "least", "most", "first", "last")
PLACE = re.compile(r"\{([^{}]*)\}")
_WHOLE = re.compile(rf"(?:({'|'.join(FUNCTIONS)})\s+)?([a-z_][a-z0-9_]*)(?:\s+where\s+(.+))?", re.S)
_CONDITION = re.compile(r'([a-z_][a-z0-9_]*)\s*(!=|=)\s*("[^"]*"|[^\s"]+)')
HOW = f"Write a column, or one of {', '.join(FUNCTIONS)} before it, and conditions after `where`, joined by `and`: {{sum n where outcome=adopted|realised}}."


class Unreadable(ValueError):
    """A place in braces that names no value; the text says what is wrong."""


@dataclass(frozen=True)
class Condition:
    """A column whose value must be one of `values`, or none of them."""

    column: str
    values: tuple[str, ...]
    is_met_by_others: bool = False


@dataclass(frozen=True)
class Named:
    """One place: function ("" for the one value there is), column and conditions, all of which must be met."""

    function: str
    column: str
    conditions: tuple[Condition, ...] = ()


def places(text: str) -> list[str]:
    """What stands in braces, in order."""
    return PLACE.findall(text)


def named(place: str) -> Named:
    """The value that a place names. Raises Unreadable."""
    found = _WHOLE.fullmatch(place.strip())
    if found is None:
        raise Unreadable("names no value")
    function, column, conditions = found.groups()
    return Named(function or "", column, tuple(map(_condition, re.split(r"\s+and\s+(?=[a-z_]+\s*!?=)", conditions))) if conditions else ())


def _condition(text: str) -> Condition:
    found = _CONDITION.fullmatch(text.strip())
    if found is None:
        raise Unreadable(f"has a condition that cannot be read: {text.strip()[:40]}")
    column, sign, values = found.groups()
    return Condition(column, tuple(value.strip() for value in values.strip('"').split("|")), sign == "!=")
