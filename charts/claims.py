"""Claims and counts: the sign of each qualifier, the rows of one subject, and both numbers in words."""

from typing import Any

import pandas as pd

from charts.figure import key
from charts.look import Look
from charts.words import number

QUALIFIERS = ("exactly", "about", "at least", "at most", "expected")
SIGNS = {"exactly": "●", "about": "◆", "at least": "▶", "at most": "◀", "expected": "○", "several": "■"}
SYMBOLS = {"exactly": "circle", "about": "diamond", "at least": "triangle-right", "at most": "triangle-left", "expected": "circle-open", "several": "square"}
BETWEEN = " / "


def marker(qualifier: str, look: Look, size: int = 11) -> dict[str, Any]:
    """The marker of a claim, by its qualifier."""
    width = 2 if qualifier == "expected" else 0
    return {"symbol": SYMBOLS.get(qualifier, "circle"), "color": look.ink, "size": size, "line": {"width": width, "color": look.ink}}


def claim_key(frame: pd.DataFrame, look: Look, counted: str) -> tuple[dict[str, Any], int]:
    """The key of what occurs (qualifiers, then the count), and how many lines it takes."""
    found = [q for q in (*QUALIFIERS, "several") if (frame["qualifier"] == q).any()]
    words = {"exactly": "claimed exactly", "several": "several of these"}
    entries = [(SIGNS[q], look.ink, words.get(q, q)) for q in found] + [("▬▬", look.accent, counted)]
    per_line = 2 if look.narrow else 7
    return key(entries, per_line), -(-len(entries) // per_line)


def reasons(explanation: str) -> list[str]:
    """The reasons of a difference as the query joins them, one by one."""
    return [reason for reason in explanation.split(BETWEEN) if reason]


def subjects(frame: pd.DataFrame) -> list[tuple[tuple[str, ...], pd.DataFrame]]:
    """The rows by subject, scope and (where there is one) measure, in the order of the rows."""
    columns = [column for column in ("subject", "scope", "measure") if column in frame]
    return [(tuple(str(part) for part in names), rows) for names, rows in frame.groupby(columns, sort=False)]


def count_of(rows: pd.DataFrame) -> float | None:
    """Our count of one subject; None where the dataset holds nothing to count."""
    counted = rows.loc[rows["side"] == "counted", "value"]
    return None if counted.empty or pd.isna(counted.iloc[0]) else float(counted.iloc[0])


def met(frame: pd.DataFrame) -> tuple[int, int]:
    """(subjects in which a claimed number equals our count, subjects that have both)."""
    pairs = [(count_of(rows), set(rows.loc[rows["side"] == "claimed", "value"])) for _, rows in subjects(frame)]
    both = [(count, claimed) for count, claimed in pairs if count is not None and claimed]
    return sum(count in claimed for count, claimed in both), len(both)


def describe_claims(frame: pd.DataFrame, unit: str) -> str:
    """Alt text: claimed and counted numbers of every subject."""
    parts = []
    for names, rows in subjects(frame):
        claimed = ", ".join(
            f"{row.qualifier} {number(row.value)}" + (f" ({row.n_claims} times)" if row.n_claims > 1 else "")
            for row in rows[rows["side"] == "claimed"].itertuples()
        )
        count = count_of(rows)
        parts.append(f"{', '.join(names)}: claimed {claimed}; {'not counted' if count is None else f'counted {number(count)}'}")
    return f"Claimed numbers of {unit} as marks, our count as a bar. " + ". ".join(parts) + "."
