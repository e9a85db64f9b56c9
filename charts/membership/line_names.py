"""Where the names of the step lines stand: at the end of those that last, beside a mark of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from charts.look import Look
from charts.membership.statuses import plural
from charts.notes import beside, note

NEAR = 1.3  # states; names closer to each other would touch


@dataclass(frozen=True)
class Line:
    """The line of a status: its days and numbers, its colour."""

    status: str
    days: list[str]
    counts: list[int]
    colour: str

    @property
    def name(self) -> str:
        """The status in the plural."""
        return plural(self.status)

    @property
    def is_lasting(self) -> bool:
        """Whether any state still has the status at the end."""
        return self.counts[-1] > 0


def names(lines: Sequence[Line], end: str, look: Look) -> list[dict[str, Any]]:
    """Direct labels of the lines that end on a day; on a phone the names of lasting lines stand on them and only the number at their end."""
    notes = []
    taken: list[float] = []
    named: set[tuple[str, int]] = set()
    for line in lines:
        if line.is_lasting:
            height = float(line.counts[-1])
            while any(abs(height - other) < NEAR for other in taken):
                height += NEAR
            taken.append(height)
            text = f"{line.counts[-1]}" if look.narrow else f"{line.name} {line.counts[-1]}"
            notes.append(beside(look, f"<b>{text}</b>", end, height, 6, "label", look.readable(line.colour)))
        if not line.is_lasting or look.narrow:
            notes.append(_on_line(line, named, look))
    return notes


def _on_line(line: Line, named: set[tuple[str, int]], look: Look) -> dict[str, Any]:
    """The name over a mark of the line, another one than those already named."""
    place = _longest_level(line.days) if line.is_lasting else max(range(len(line.counts)), key=line.counts.__getitem__)
    if (line.days[place], line.counts[place]) in named:
        place = 0
    named.add((line.days[place], line.counts[place]))
    leftwards = len(line.counts) == 1 or not (line.is_lasting or place == 0)
    side = {"xanchor": "right"} if leftwards else {"xanchor": "left", "xshift": 4}
    return note(look, line.name, line.days[place], line.counts[place], "note", look.readable(line.colour), yshift=12, **side)


def _longest_level(days: list[str]) -> int:
    """Where the longest level part of a line begins: there its name is crossed by no step of its own, and seldom by others."""
    begun = [date.fromisoformat(one) for one in days]
    return max(range(len(days) - 1), key=lambda place: begun[place + 1] - begun[place], default=0)
