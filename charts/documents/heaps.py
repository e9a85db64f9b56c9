"""Documents heaped up by year: where each stands, and the form of each legal force."""

from typing import Any

import pandas as pd

from charts.hover import card
from charts.look import Look, ordered
from charts.marks import each
from charts.points import marker, points
from charts.words import wrapped

FORCES = ("Treaty", "Political")
FORMS = {"Treaty": ("diamond", "◆"), "Political": ("circle", "●")}
FEW = 8
Places = dict[int, tuple[int, int]]  # position of a row -> year, rank within the year


def forces_of(frame: pd.DataFrame) -> list[str]:
    """The legal forces that occur, in their order."""
    return ordered(list(frame["legal_force"]), FORCES)


def tallest(places: Places) -> int:
    """How many documents the fullest year has."""
    return max((rank + 1 for _, rank in places.values()), default=0)


def marks_beside(look: Look, most: int) -> int:
    """How many marks of a year stand beside one another where the fullest has so many; on a slide, a few stand one upon the other."""
    if look.form.height and not look.narrow and most <= FEW:
        return 1
    return 2 if look.narrow else 3


def force_form(force: str, look: Look) -> tuple[str, str, str]:
    """Symbol, sign and colour of a legal force, the same whatever others are shown."""
    return *FORMS.get(force, FORMS["Political"]), look.accent if force == "Treaty" else look.quiet


def heap_places(frame: pd.DataFrame) -> Places:
    """The place of each dated row; frame as of `document_register.sql`."""
    heaps: dict[int, int] = {}
    places: Places = {}
    dated = frame[frame["adopted_on"].notna()].sort_values(["adopted_on", "document_id"], kind="stable")
    for position, moment in zip(dated.index, dated["adopted_on"], strict=True):
        places[int(position)] = (moment.year, heaps.get(moment.year, 0))
        heaps[moment.year] = heaps.get(moment.year, 0) + 1
    return places


def heap_marks(frame: pd.DataFrame, force: str, places: Places, look: Look) -> dict[str, Any]:
    """The documents of one legal force."""
    rows = [row for row in each(frame[frame["legal_force"] == force]) if row.Index in places]
    beside, apart = marks_beside(look, tallest(places)), 0.4 if look.narrow else 0.26
    along = [places[row.Index][0] + (places[row.Index][1] % beside - (beside - 1) / 2) * apart for row in rows]
    up = [places[row.Index][1] // beside for row in rows]
    hovers = [card(wrapped(str(row.title), 56), f"{row.type}, {row.dated}", row.body) for row in rows]
    symbol, _, colour = force_form(force, look)
    x, y = (up, along) if look.narrow else (along, up)
    return points(x, y, (row.Index for row in rows), hovers, marker(symbol, 16 if beside == 1 else 8, colour), cliponaxis=False)
