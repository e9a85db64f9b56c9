"""The words, letters and shapes of a status and of a step, the same in every figure."""

from collections.abc import Iterable

from charts.look import Look, ordered

KEY_LINE = 19  # pixels a line of a key takes
ORDER = ("member", "observer", "dialogue partner", "sco partner", "shanghai five")
NONE = "none"
NAMES = {
    "member": "Member",
    "observer": "Observer",
    "dialogue partner": "Dialogue partner",
    "sco partner": "SCO partner",
    "shanghai five": "Shanghai Five",
    NONE: "No status",
}
LABELS = {
    "member": "Members",
    "observer": "Observers",
    "dialogue partner": "Dialogue partners",
    "sco partner": "SCO partners",
    "shanghai five": "Shanghai Five",
}
LETTERS = {"member": "M", "observer": "O", "dialogue partner": "D", "sco partner": "P", "shanghai five": "5", NONE: "–"}
SHAPES = {"member": "circle", "observer": "square", "dialogue partner": "diamond", "sco partner": "triangle-up", "shanghai five": "x", NONE: "line-ew"}
DASHES = {"member": "solid", "observer": "solid", "dialogue partner": "dash", "sco partner": "dot", "shanghai five": "solid"}
STEPS = {
    "founding": ("triangle-up", "▲"),
    "application": ("circle", "●"),
    "decision": ("diamond", "◆"),
    "memorandum signed": ("square", "■"),
    "accession": ("star", "★"),
    "national approval": ("cross", "✚"),
    "conversion": ("triangle-right", "▶"),
}


def name(status: str) -> str:
    """The status as a heading: "SCO partner"."""
    return NAMES.get(status, status)


def in_text(status: str) -> str:
    """The status inside a sentence: "dialogue partner", "SCO partner", "Shanghai Five"."""
    return {"sco partner": "SCO partner", "shanghai five": "Shanghai Five", NONE: "no status"}.get(status, status)


def counted(status: str, n: int) -> str:
    """ "8 members", "1 observer", "5 states in the Shanghai Five"."""
    if status == "shanghai five":
        return f"{n} {'state' if n == 1 else 'states'} in the Shanghai Five"
    return f"{n} {in_text(status)}{'' if n == 1 else 's'}"


def colour(status: str, look: Look) -> str:
    """The colour of a status; a status the look does not know is quiet."""
    return look.statuses.get(status, look.quiet)


def step_keys(steps: Iterable[str], look: Look) -> list[tuple[str, str, str]]:
    """Entries of a key for the kinds of step that occur: (sign, colour, label)."""
    return [(STEPS.get(step, ("", "○"))[1], look.ink, step.capitalize()) for step in ordered(list(steps), tuple(STEPS))]


def step_shape(step: str) -> str:
    """The marker of a kind of step."""
    return STEPS.get(step, ("hexagon", ""))[0]
