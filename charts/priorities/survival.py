"""Which earlier priorities returned in a later list, and which vanished."""

from typing import Any

import pandas as pd

from charts.common.pairs import LINKS
from charts.figure import Figure, Plotted
from charts.hover import card, long
from charts.keys import key
from charts.look import Look
from charts.marks import each
from charts.points import marker
from charts.units import draw_units
from charts.words import plural, sentence_case, verb
from queries.filters import with_dashes

LATER = ("taken up again", "fulfilled, not taken up", "neither fulfilled nor taken up")
SIGNS = dict(zip(LATER, ("■", "◆", "□"), strict=True))


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """One mark an earlier priority, a full square when a later list takes it up, a diamond when it was fulfilled; frame as of `priority_survival.sql`."""
    counts = frame["later"].value_counts()
    entries = [(SIGNS[later], _ink(later, look), f"{sentence_case(later)}: {counts[later]}") for later in LATER if later in counts]
    return draw_units(frame, look, "theme", "later", LATER, _mark, [_hover(row) for row in each(frame)], key(entries, look, 3, 1))


def _hover(row: Any) -> str:
    later = long(f"Taken up in: {row.continued_by}") if row.continued_by else "Not taken up in a later list"
    return card(long(row.title), f"{with_dashes(row.chairmanship)} · {row.outcome}", later)


def _ink(later: str, look: Look) -> str:
    return look.quiet if later == LATER[2] else look.accent


def _mark(later: str, look: Look, size: int) -> dict[str, Any]:
    if later == LATER[2]:
        return {**marker("square-open", size, look.quiet), "line": {"width": 1.6}}
    return marker("square" if later == LATER[0] else "diamond", size, look.accent)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: taken up and not, by theme."""
    parts = [f"{theme}: {(rows['later'] == LATER[0]).sum()} of {len(rows)} taken up again, {(rows['later'] == LATER[1]).sum()} fulfilled without that" for theme, rows in frame.groupby("theme", sort=False)]
    return "One mark an earlier priority. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many earlier priorities were neither fulfilled nor taken up in a later list."""
    gone, total = int(frame["n_gone"].iloc[0]), int(frame["n_all"].iloc[0])
    return f"{gone} of {plural(total, 'earlier priorities')} {verb(gone, 'were')} neither fulfilled nor taken up in a later list"


FIGURE = Figure(
    name="priority-survival",
    page="priorities",
    measure="Earlier priorities taken up again or not",
    query="priorities/survival",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    rowwise=True,
    method=LINKS + "Shown are the priorities of chairmanships that are followed by another one whose priorities are in the dataset. "
    "“Not taken up” means that no later priority in the dataset is linked to it. "
    "It parts into what was fulfilled, that is adopted or realised by the close, and need not be stated again, and what was neither fulfilled nor taken up. "
    "Years are those of the statement; a priority without a date stays in.",
    columns={
        "title": "Priority",
        "chairmanship": "Chairmanship",
        "theme": "Theme",
        "outcome": "Outcome",
        "later": "Later",
        "continued_by": "Taken up in",
        "stated_on": "Stated",
        "stated_precision": "Stated, known to the",
    },
    height=360,
    empty="No priorities of a chairmanship that a later coded one follows",
)
