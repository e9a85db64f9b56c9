"""How exact a claimed share was said to be: the mark and the sign of each qualifier."""

from collections.abc import Iterable

from charts.keys import Entry
from charts.look import Look, ordered

QUALIFIERS = {
    "exactly": ("circle", "●"),
    "about": ("diamond", "◆"),
    "at least": ("triangle-up", "▲"),
    "at most": ("triangle-down", "▼"),
    "expected": ("star", "★"),
}


def shape(qualifier: str) -> str:
    """The marker of a claim."""
    return QUALIFIERS.get(qualifier, ("circle", ""))[0]


def claim_entries(qualifiers: Iterable[str], look: Look) -> list[Entry]:
    """Entries of a key for the qualifiers that occur."""
    return [(QUALIFIERS[q][1], look.first, f"Claimed: {q}") for q in ordered(list(qualifiers), tuple(QUALIFIERS))]
