"""The five outcomes: their order, and the sign that stands for each beside its colour."""

from typing import Any

import pandas as pd

from charts.figure import key
from charts.look import Look
from charts.marks import each
from charts.words import sentence_case

OUTCOMES = ("adopted", "realised", "in progress", "not achieved", "no evidence found")
SIGNS = {"adopted": "●", "realised": "◆", "in progress": "▲", "not achieved": "×", "no evidence found": "○"}
SYMBOLS = {"adopted": "circle", "realised": "diamond", "in progress": "triangle-up", "not achieved": "x-thin-open", "no evidence found": "circle-open"}

# The axis of bars that are filled to 100 per cent.
PER_CENT = {"range": [0, 100.5], "tickvals": [0, 25, 50, 75, 100], "ticktext": ["0 %", "25 %", "50 %", "75 %", "100 %"], "showgrid": False, "fixedrange": True}


def badge(outcome: str) -> str:
    """Sign and name: "● Adopted"."""
    return f"{SIGNS.get(outcome, '·')} {sentence_case(outcome)}"


def marker(outcome: str, look: Look, size: int) -> dict[str, Any]:
    """The marker of an outcome; thin forms get a thicker line."""
    colour = look.outcomes.get(outcome, look.quiet)
    return {
        "symbol": SYMBOLS.get(outcome, "circle"),
        "color": colour,
        "size": size,
        "line": {"width": 2.2 if outcome in ("not achieved", "no evidence found") else 0, "color": colour},
    }


def by_outcome(frame: pd.DataFrame, column: str = "outcome") -> dict[str, list[Any]]:
    """The rows of each outcome that occurs, as plain rows (`Index` is the position), in the order of the outcomes."""
    found: dict[str, list[Any]] = {}
    for row in each(frame):
        found.setdefault(str(getattr(row, column)), []).append(row)
    return {outcome: found[outcome] for outcome in OUTCOMES if outcome in found}


def sign_key(frame: pd.DataFrame, look: Look, column: str = "outcome") -> dict[str, Any]:
    """The key of the outcomes that occur, by sign."""
    occur = set(frame[column])
    shown = [outcome for outcome in OUTCOMES if outcome in occur]
    return key([(SIGNS[outcome], look.outcomes[outcome], sentence_case(outcome)) for outcome in shown], 2 if look.narrow else 5)


def key_lines(frame: pd.DataFrame, look: Look, column: str = "outcome") -> int:
    """How many lines the key takes."""
    n = frame[column].nunique()
    return -(-n // 2) if look.narrow else 1
