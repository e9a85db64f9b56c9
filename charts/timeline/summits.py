"""The names of summits above their marks, as far as there is room."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from charts.look import Look
from charts.notes import note
from charts.timeline.marks import UNIT, Mark
from charts.timeline.slider import iso

LETTER, LINE, SPACE = 6.6, 15, 8  # pixels a letter and a line of 12-pixel type take, and what stays free around a name


class Name(NamedTuple):
    """A name, the day above which it stands, the height (units) at which it begins and ends, whether it is written upwards, and which end of it stands on the day."""

    text: str
    day: int
    foot: int
    top: int
    is_upright: bool
    anchor: str

    def note(self, floor: int, look: Look) -> dict[str, Any]:
        """The name as a note in a lane whose marks begin at a height (units)."""
        turned = {"textangle": -90} if self.is_upright else {}
        return note(look, self.text, iso(self.day), floor + self.foot, "note", look.quiet, xanchor=self.anchor, yanchor="bottom", **turned)


def name_summits(marks: Sequence[Mark], names: Sequence[Any], ends: tuple[int, int], scale: float) -> list[Name]:
    """The names of the summits among stacked marks: beside each other where all fit so, else written upwards, those left out that would touch the one before.

    names: of each row, or nothing; ends: first and last day of the axis, over which no name may run; scale: pixels a day.
    """
    found = sorted((round(mark.middle), _short(name)) for mark in marks if (name := _first(mark, names)))
    is_upright = not all(_are_apart(one, other, scale) for one, other in zip(found, found[1:], strict=False))
    made: list[Name] = []
    for day, text in found:
        if is_upright and made and (day - made[-1].day) * scale < LINE:
            continue
        length = len(text) * LETTER
        wide = LINE if is_upright else length
        anchor = "left" if (day - ends[0]) * scale < wide / 2 else "right" if (ends[1] - day) * scale < wide / 2 else "center"
        left = day * scale - {"left": 0.0, "center": wide / 2, "right": wide}[anchor]
        foot = max((_top(mark) for mark in marks if _covers(mark, left, left + wide, scale)), default=0) + 1
        made.append(Name(text, day, foot, foot + -(-int((length if is_upright else LINE) + SPACE) // UNIT), is_upright, anchor))
    return made


def _first(mark: Mark, names: Sequence[Any]) -> str:
    """The name of the first summit among the rows of a mark."""
    return next((name for row in mark.rows if isinstance(name := names[row], str)), "")


def _short(name: str) -> str:
    """Without what stands in brackets, such as that it met by video link."""
    return re.sub(r" \([^)]*\)", "", name)


def _top(mark: Mark) -> int:
    return mark.foot + -(-int(mark.height + 2) // UNIT)


def _covers(mark: Mark, left: float, right: float, scale: float) -> bool:
    start = mark.first * scale if mark.spans else mark.middle * scale - mark.width / 2
    return start < right and start + mark.width > left


def _are_apart(one: tuple[int, str], other: tuple[int, str], scale: float) -> bool:
    return (other[0] - one[0]) * scale >= (len(one[1]) + len(other[1])) / 2 * LETTER + SPACE
