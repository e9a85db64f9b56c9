"""What is said of a mark that is pointed at."""

from collections.abc import Iterable
from typing import Any

from charts.words import wrapped

WIDTH = 60  # letters a line


def card(head: str, *lines: str, after: str = "") -> str:
    """A bold head, what stands after it on its line, and those of the other lines that are not empty."""
    return "<br>".join([f"<b>{head}</b>{after}", *filter(None, lines)])


def long(text: str) -> str:
    """Text that may be long, broken for a card."""
    return wrapped(text, WIDTH) if text else ""


def hover(texts: Iterable[str]) -> dict[str, Any]:
    """The part of a trace that shows a text a mark, and nothing else."""
    return {"hovertext": list(texts), "hovertemplate": "%{hovertext}<extra></extra>"}
