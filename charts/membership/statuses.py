"""The words, letters and shapes of a status and of a step, the same in every figure. Words come from the dataset, shapes go by their order there."""

from collections.abc import Iterable

import data
from charts.look import Look, ordered
from data.organisation.lists import Status

KEY_LINE = 19  # pixels a line of a key takes
NONE = "none"
NOTHING = Status(NONE, "No status", "No status", "no status", "–", 0, 0, False, False, "", "")
# By the mark of a status, from 1; the sign of the same form for a key.
SHAPES = ("circle", "square", "diamond", "triangle-up", "x", "cross", "star", "hexagon")
SIGNS = ("●", "■", "◆", "▲", "✕", "✚", "★", "⬢")
DASHES = ("solid", "solid", "dash", "dot", "solid", "dashdot", "longdash", "longdashdot")
# By the place of a kind of step among those of the dataset.
STEPS = (
    ("triangle-up", "▲"),
    ("circle", "●"),
    ("diamond", "◆"),
    ("square", "■"),
    ("star", "★"),
    ("cross", "✚"),
    ("triangle-right", "▶"),
    ("x", "✕"),
    ("triangle-down", "▼"),
    ("pentagon", "⬟"),
)
OTHER = ("hexagon", "○")


def order() -> list[str]:
    """The statuses in the order of display."""
    return [status.name for status in sorted(data.current().lists.statuses, key=lambda status: status.mark)]


def status_of(name: str) -> Status:
    """What the dataset says of a status."""
    known = {status.name: status for status in data.current().lists.statuses}
    return known.get(name) or (NOTHING if name == NONE else Status.of(name, len(known) + 1, {}))


def name(status: str) -> str:
    """The status as a heading: "Partner country"."""
    return status_of(status).heading


def in_text(status: str) -> str:
    """The status inside a sentence: "partner country"."""
    return status_of(status).inside


def plural(status: str) -> str:
    """The states of a status: "Partner countries"."""
    return status_of(status).plural


def letter(status: str) -> str:
    """The letter of a status on a map or a bar."""
    return status_of(status).letter


def code(status: str) -> int:
    """The number of a status in country-year data."""
    return status_of(status).code


def is_full(status: str) -> bool:
    """Whether a status is full membership."""
    return status_of(status).is_full


def counted(status: str, n: int) -> str:
    """ "8 members", "1 observer", "3 partner countries"."""
    told = status_of(status)
    if told.counted:
        return f"{n} {'state' if n == 1 else 'states'} {told.counted}"
    many = told.plural if told.plural[1:2].isupper() or told.inside[:1].isupper() else told.plural[:1].lower() + told.plural[1:]
    return f"{n} {told.inside if n == 1 else many}"


def colour(status: str, look: Look) -> str:
    """The colour of a status; the state without one is quiet."""
    mark = status_of(status).mark
    return look.statuses[(mark - 1) % len(look.statuses)] if mark else look.quiet


def shape(status: str) -> str:
    """The marker of a status."""
    return _of(SHAPES, status, "line-ew")


def sign(status: str) -> str:
    """The marker of a status as a letter, for keys."""
    return _of(SIGNS, status, "–")


def dash(status: str) -> str:
    """How the line of a status is drawn."""
    return _of(DASHES, status, "solid")


def _of(forms: tuple[str, ...], status: str, without: str) -> str:
    mark = status_of(status).mark
    return forms[(mark - 1) % len(forms)] if mark else without


def step_keys(steps: Iterable[str], look: Look) -> list[tuple[str, str, str]]:
    """Entries of a key for the kinds of step that occur: (sign, colour, label)."""
    return [(_step(step)[1], look.ink, step.capitalize()) for step in ordered(list(steps), _kinds())]


def step_shape(step: str) -> str:
    """The marker of a kind of step."""
    return _step(step)[0]


def _kinds() -> list[str]:
    return [step.name for step in data.current().lists.steps]


def _step(step: str) -> tuple[str, str]:
    place = _kinds().index(step) if step in _kinds() else len(STEPS)
    return STEPS[place] if place < len(STEPS) else OTHER
