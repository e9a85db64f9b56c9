"""Where the names of the step lines stand: at the end of those that last, beside a mark of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from charts.look import Look
from charts.membership.statuses import plural
from charts.notes import beside, note

APART = 17  # pixels; names closer to each other would touch
LETTER, HIGH, BESIDE, BESIDE_NARROW = 7, 14, 34, 48  # pixels: a letter of a name, a line of it, what a name may take left of the plot


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


@dataclass(frozen=True)
class Plot:
    """The plot that names stand in: its first and last day, its pixels across, and those of a state upwards."""

    ends: tuple[str, str]
    pixels: float
    unit: float

    def across(self, day: str) -> float:
        """Pixels from the left edge to a day."""
        first, here, last = (date.fromisoformat(one[:10]) for one in (self.ends[0], day, self.ends[1]))
        return self.pixels * ((here - first) / max(last - first, timedelta(days=1)))


# From where to where a name reaches across, and its height.
Box = tuple[float, float, float]


def names(lines: Sequence[Line], plot: Plot, look: Look) -> list[dict[str, Any]]:
    """Direct labels of the lines that end on a day; on a phone the names of lasting lines stand on them and only the number at their end."""
    notes = []
    near = APART / plot.unit
    taken: list[float] = []
    boxes: list[Box] = []
    for line in lines:
        if line.is_lasting:
            height = float(line.counts[-1])
            while any(round(abs(height - other) - near, 6) < 0 for other in taken):  # a sum that differs in the last digit is no closer
                height += near
            taken.append(height)
            text = f"{line.counts[-1]}" if look.narrow else f"{line.name} {line.counts[-1]}"
            notes.append(beside(look, f"<b>{text}</b>", plot.ends[1], height, 6, "label", look.readable(line.colour)))
        if not line.is_lasting or look.narrow:
            notes.append(_on_line(line, boxes, plot, look))
    return notes


def _on_line(line: Line, boxes: list[Box], plot: Plot, look: Look) -> dict[str, Any]:
    """The name over a mark of the line: the first place within the chart that no other name has, else one above the others."""
    tries = [(place, leftwards, lift) for lift in range(4) for place in _preferred(line) for leftwards in _sides(line, place, plot)]
    place, leftwards, lift = next((one for one in tries if _has_room(_box(line, *one, plot), boxes, plot, BESIDE_NARROW if look.narrow else BESIDE)), tries[0])
    boxes.append(_box(line, place, leftwards, lift, plot))
    side = {"xanchor": "right"} if leftwards else {"xanchor": "left", "xshift": 4}
    return note(look, line.name, line.days[place], line.counts[place], "note", look.readable(line.colour), yshift=12 + HIGH * lift, **side)


def _preferred(line: Line) -> list[int]:
    """Marks of a line as they are fit for its name: those that begin a long level part, for there it is crossed by no step of its own and seldom by others; of a line that ends, the highest, then the first."""
    if not line.is_lasting:
        return list(dict.fromkeys([max(range(len(line.counts)), key=line.counts.__getitem__), *range(len(line.counts))]))
    begun = [date.fromisoformat(one) for one in line.days]
    levels = sorted(range(len(begun) - 1), key=lambda place: begun[place] - begun[place + 1])
    return [*levels, len(begun) - 1]


def _sides(line: Line, place: int, plot: Plot) -> tuple[bool, bool]:
    """Whether the name goes to the left of its mark, the better side first."""
    leftwards = plot.across(line.days[0]) > plot.pixels / 2 if len(line.counts) == 1 else not (line.is_lasting or place == 0)
    return leftwards, not leftwards


def _box(line: Line, place: int, leftwards: bool, lift: int, plot: Plot) -> Box:
    at, length = plot.across(line.days[place]), len(line.name) * LETTER
    return (at - length if leftwards else at, at if leftwards else at + length, line.counts[place] * plot.unit + HIGH * lift)


def _has_room(box: Box, others: list[Box], plot: Plot, beside: float) -> bool:
    """Whether a name stays in the chart, left of its plot over the axis at most, and keeps clear of the others."""
    return box[0] >= -beside and box[1] <= plot.pixels + beside / 2 and all(box[1] <= other[0] or other[1] <= box[0] or abs(box[2] - other[2]) >= HIGH for other in others)
