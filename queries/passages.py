"""Where the searched words stand in the fields of a record: a piece of the field around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from queries.words import spans

BEFORE, AROUND = 60, 180  # letters


@dataclass(frozen=True)
class Passage:
    """A piece of one field, and the first and last letter (exclusive) of every hit in it."""

    field: str
    text: str
    marks: tuple[tuple[int, int], ...]


def passages(fields: Sequence[str], texts: Sequence[str], patterns: Sequence[str], before: int = BEFORE) -> tuple[Passage, tuple[Passage, ...]]:
    """The whole first field, which is the title, and a piece of each other field that holds a word which no field before it holds.

    `before` is how many letters a piece may have before its first hit.
    """
    title = Passage(fields[0], texts[0], tuple(spans(texts[0], patterns)))
    missing = [pattern for pattern in patterns if not spans(texts[0], [pattern])]
    others = []
    for field, text in zip(fields[1:], texts[1:], strict=True):
        here = [pattern for pattern in missing if spans(text, [pattern])]
        if here:
            others.append(piece(field, text, spans(text, here), spans(text, patterns), before))
            missing = [pattern for pattern in missing if pattern not in here]
    return title, tuple(others)


def piece(field: str, text: str, wanted: Sequence[tuple[int, int]], marks: Sequence[tuple[int, int]], before: int = BEFORE) -> Passage:
    """The text around the first place that is wanted, cut between words, with all hits in it."""
    start = max(0, wanted[0][0] - before)
    if start:
        start = text.find(" ", start, wanted[0][0]) + 1 or wanted[0][0]
    end = min(len(text), max(start + AROUND, wanted[0][1]))
    if end < len(text):
        end = max(text.rfind(" ", wanted[0][1], end), wanted[0][1])
    lead, tail = "… " if start else "", " …" if end < len(text) else ""
    shift = len(lead) - start
    return Passage(field, lead + text[start:end] + tail, tuple((a + shift, b + shift) for a, b in marks if start <= a and b <= end))
