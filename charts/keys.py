"""The key of a chart as lines of text above the plot. Plotly's own legend is not used: it takes room from the plot and wraps badly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.look import Look
from charts.notes import at_left, coloured

Entry = tuple[str, str, str]  # sign, its colour, what it means
HATCHED = ("▧", "▨")
NO_BREAK, WIDE_SPACE = "\u00a0", "\u2003"
# What names beside the rows leave of a form's width for a key: their pixels, or the share of a narrow form; and the breadth of a letter in relation to its size.
NAMES, KEY_SHARE, LETTER = 285, 0.62, 0.53


@dataclass(frozen=True)
class Key:
    """Signs and what they mean, broken after so many entries a line."""

    entries: Sequence[Entry]
    per_line: int

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return -(-len(self.entries) // self.per_line)

    def at_right(self, look: Look) -> dict[str, Any]:
        """As `note`; on a phone the lines end at the right edge of the plot, where names beside the rows leave too little room after its left one."""
        return self.note(look, **({"x": 1, "xanchor": "right"} if look.narrow else {}))

    def note(self, look: Look, is_bold: bool = False, y: float = 1, **place: Any) -> dict[str, Any]:
        """The key on the upper edge of the plot; the chart leaves it a top margin of some 20 pixels a line."""
        spans = [f"{_sign(sign, colour, look)}{NO_BREAK}{label.replace(' ', NO_BREAK)}" for sign, colour, label in self.entries]
        lines = [WIDE_SPACE.join(spans[i : i + self.per_line]) for i in range(0, len(spans), self.per_line)]
        text = "<br>".join(lines)
        return at_left(look, f"<b>{text}</b>" if is_bold else text, y, "text", **{"yref": "paper", "yanchor": "bottom", "yshift": 6, **place})


def key(entries: Sequence[Entry], look: Look, wide: int, narrow: int = 2) -> Key:
    """A key of so many entries a line on a page, and so many on a phone; fewer where a form has no room for as many letters."""
    per_line = narrow if look.narrow else wide
    if look.form.width:
        broad = look.form.width * KEY_SHARE if look.narrow else look.form.width - look.px(NAMES)
        room = broad / (look.size("text") * LETTER)
        while per_line > 1 and _longest(entries, per_line) > room:
            per_line -= 1
    return Key(entries, per_line)


def _sign(sign: str, colour: str, look: Look) -> str:
    """A sign in its colour. A letter beside it takes a shade of the colour that can be read."""
    return " ".join(coloured(part, look.readable(colour) if part.isalnum() else _dense(part, colour)) for part in sign.split(" "))


def _dense(sign: str, colour: str) -> str:
    """The colour of a sign; stripes are made broad: thin ones show more of the ground than of the colour, and look like a paler bar.

    A tint that is hardly seen on the ground has an edge in its full colour.
    """
    edge = colour if sign in HATCHED else re.sub(r"^rgba\((.*),[^,]*\)$", r"rgb(\1)", colour)
    return colour if edge == colour and sign not in HATCHED else f"{colour};stroke:{edge};stroke-width:0.06em"


def _longest(entries: Sequence[Entry], per_line: int) -> int:
    """Letters of the longest line, with a sign and spaces at each entry."""
    sizes = [len(sign) + len(label) + 3 for sign, _, label in entries]
    return max((sum(sizes[i : i + per_line]) for i in range(0, len(sizes), per_line)), default=0)
