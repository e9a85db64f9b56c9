"""Claims and counts: the sign of each qualifier, the rows of one subject, and both numbers in words."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.keys import Key, key
from charts.look import Look
from charts.marks import each, grouped
from charts.words import number

KEY_LINE = 24  # pixels a line of the key takes
QUALIFIERS = ("exactly", "about", "at least", "at most", "expected")
SIGNS = {"exactly": "●", "about": "◆", "at least": "▶", "at most": "◀", "expected": "○", "several": "■"}
SYMBOLS = {"exactly": "circle", "about": "diamond", "at least": "triangle-right", "at most": "triangle-left", "expected": "circle-open", "several": "square"}
BETWEEN = " / "


def marker(qualifier: str, look: Look, size: int = 11) -> dict[str, Any]:
    """The marker of a claim, by its qualifier."""
    width = 2 if qualifier == "expected" else 0
    return {"symbol": SYMBOLS.get(qualifier, "circle"), "color": look.ink, "size": size, "line": {"width": width, "color": look.ink}}


def claim_key(frame: pd.DataFrame, look: Look, counted: str) -> Key:
    """The key of what occurs: qualifiers, then the count."""
    occur = set(frame["qualifier"])
    words = {"exactly": "claimed exactly", "several": "several of these"}
    entries = [(SIGNS[q], look.ink, words.get(q, q)) for q in (*QUALIFIERS, "several") if q in occur]
    return key([*entries, ("▬▬", look.accent, counted)], look, 7)


def reasons(explanation: str) -> list[str]:
    """The reasons of a difference as the query joins them, one by one."""
    return [reason for reason in explanation.split(BETWEEN) if reason]


@dataclass(frozen=True)
class Subject:
    """What the rows say of one meeting, chairmanship or day.

    names: subject, scope and (where there is one) measure; claimed: its rows of claims; counted: its row of our count.
    """

    names: tuple[str, ...]
    claimed: list[Any]
    counted: Any

    @property
    def first(self) -> Any:
        """Any row, for what all of them share."""
        return self.counted or self.claimed[0]

    @property
    def count(self) -> float | None:
        """Our count; None where the dataset holds nothing to count."""
        return None if self.counted is None or pd.isna(self.counted.value) else float(self.counted.value)

    @property
    def n_claims(self) -> int:
        """How many claims there are."""
        return sum(row.n_claims for row in self.claimed)


def subjects(frame: pd.DataFrame) -> list[Subject]:
    """The rows by subject, scope and (where there is one) measure, in the order of the rows.

    Plain rows instead of frames: a page draws five such figures, and a frame for each of their subjects would take most of its time.
    """
    columns = [column for column in ("subject", "scope", "measure") if column in frame]
    found = grouped(each(frame), lambda row: tuple(str(getattr(row, column)) for column in columns))
    return [
        Subject(names, [row for row in rows if row.side == "claimed"], next((row for row in rows if row.side == "counted"), None))
        for names, rows in found.items()
    ]


def met(frame: pd.DataFrame) -> tuple[int, int]:
    """(subjects in which a claim without "about" and its like equals our count, subjects that have such a claim and a count)."""
    exact = [(subject.count, [row.value for row in subject.claimed if row.qualifier == "exactly"]) for subject in subjects(frame) if subject.count is not None]
    both = [count in claimed for count, claimed in exact if claimed]
    return sum(both), len(both)


def describe_claims(frame: pd.DataFrame, unit: str) -> str:
    """Alt text: claimed and counted numbers of every subject."""
    parts = []
    for subject in subjects(frame):
        claimed = ", ".join(f"{row.qualifier} {number(row.value)}" + (f" ({row.n_claims} times)" if row.n_claims > 1 else "") for row in subject.claimed)
        count = "not counted" if subject.count is None else f"counted {number(subject.count)}"
        parts.append(f"{', '.join(subject.names)}: claimed {claimed}; {count}")
    return f"Claimed numbers of {unit} as marks, our count as a bar. " + ". ".join(parts) + "."


def spoken_number(qualifier: str, value: float) -> str:
    """A claimed number with its qualifier. "Exactly" is how a number without one was coded, not a word of the speaker."""
    return number(value) if qualifier == "exactly" else f"{qualifier} {number(value)}"
