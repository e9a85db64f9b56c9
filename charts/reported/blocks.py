"""Where claims and counts stand in blocks: marks that never meet, the bar beneath them, room for the name beside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from charts.form import Fit, Form, Part, in_words
from charts.look import LIGHT, Look
from charts.reported.claims import Subject, subjects
from charts.words import number, wrapped

LANE, BAR, GAP, LINE = 21.0, 17.0, 13.0, 17.0  # pixels: of marks, of the count, between blocks, of a line of a name
WIDE, NARROW = 830, 310  # pixels of axis to reckon with
AROUND = 84  # pixels above and below the blocks: a key of two lines, the axis

Name = Callable[[Any], tuple[str, str]]


@dataclass(frozen=True)
class Block:
    """One meeting or chairmanship: its words (bold, plain), the height of each claim, from where to where it goes (pixels downwards)."""

    subject: Subject
    words: tuple[str, str]
    top: float
    heights: list[float]
    bar: float
    end: float


def value(row: Any) -> str:
    """The number of a claim as it stands beside its mark: "120", "120 ×2"."""
    return f"{number(row.value)} ×{row.n_claims}" if row.n_claims > 1 else number(row.value)


def name_beside(words: tuple[str, str]) -> str:
    """The words of a block as they stand beside it."""
    bold, plain = words
    return f"<b>{wrapped(bold, 28)}</b><br>{wrapped(plain, 30)}"


def reach(frame: pd.DataFrame, look: Look) -> float:
    """The highest number that the axis shows, with room for the words of the last mark."""
    return (float(frame["value"].max()) or 1.0) * (1.34 if look.narrow else 1.22 if look.form.width else 1.15)


def blocks(frame: pd.DataFrame, look: Look, name: Name) -> list[Block]:
    """One block below the other; rows as of `reported_documents.sql` and its like."""
    pixel = reach(frame, look) / look.room(WIDE, NARROW)
    made: list[Block] = []
    at = 0.0
    for subject in subjects(frame):
        at += 22 if look.narrow else 0
        lanes = _lanes([row.value for row in subject.claimed], [pixel * (26 + 7.5 * len(value(row))) for row in subject.claimed])
        height = (max(lanes, default=0) + 1) * LANE
        words = name(subject.first)
        lines = 0 if look.narrow else name_beside(words).count("<br>") + 1
        spare = max(0.0, LINE * lines - height - BAR) / 2  # a name of three lines needs more than a mark and a bar
        at += spare
        end = at + (height + BAR + GAP + spare)
        made.append(Block(subject, words, at, [at + lane * LANE + LANE / 2 for lane in lanes], at + height + BAR / 2, end))
        at = end
    return made


def fit_blocks(name: Name) -> Fit:
    """A fit that parts a figure where its blocks reach the height of a form; `name` as for `blocks`."""

    def fit(frame: pd.DataFrame, form: Form) -> Sequence[Part]:
        if not form.height or frame.empty:
            return [Part(frame)]
        pages = _pages(blocks(frame, LIGHT.shaped(form), name), form.height / form.scale - AROUND)
        firsts = [sum(map(len, pages[:k])) for k in range(len(pages) + 1)]
        if len(pages) == 1:
            return [Part(frame)]
        told = in_words([*pairwise(firsts)], firsts[-1], "subjects", form.most_parts)
        return [Part(_rows_of(frame, page), words) for page, (_, words) in zip(pages, told, strict=False)]

    return fit


def _pages(found: Sequence[Block], room: float) -> list[list[Block]]:
    pages: list[list[Block]] = []
    for block in found:
        if not pages or block.end - _start(pages[-1][0]) > room:
            pages.append([])
        pages[-1].append(block)
    return pages


def _start(block: Block) -> float:
    return min(block.top, *block.heights, block.bar) - LANE / 2


def _rows_of(frame: pd.DataFrame, page: Sequence[Block]) -> pd.DataFrame:
    held = [row for block in page for row in (*block.subject.claimed, block.subject.counted) if row is not None]
    return frame.loc[sorted(row.Index for row in held)].reset_index(drop=True)


def _lanes(values: Sequence[float], widths: Sequence[float]) -> list[int]:
    """A lane for each of the rising values, so that a mark and its label never meet the next."""
    ends: list[float] = []
    lanes = []
    for number_, width in zip(values, widths, strict=True):
        lane = next((i for i, end in enumerate(ends) if number_ >= end), len(ends))
        ends[lane : lane + 1] = [number_ + width]
        lanes.append(lane)
    return lanes
