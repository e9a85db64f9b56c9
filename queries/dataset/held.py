"""Rows that are at hand because they were worked out, not read: searched, sorted and cut into pages as those of the database are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from queries.marks import Order, Page
from queries.words import FIELDS_APART, fold, patterns


@dataclass(frozen=True, eq=False)
class Held:
    """The rows of a frame; `key` are the columns that tell them apart, `words` those that the rows hold."""

    frame: pd.DataFrame
    key: tuple[str, ...]
    words: str = ""

    def narrowed(self, words: str) -> "Held":
        """The same rows, those alone that hold every one of the words, in any form."""
        return Held(self.frame[matching(self.frame, words)].reset_index(drop=True), self.key, words)

    @property
    def identity(self) -> object:
        """What these rows have and other ones, be they as many, do not."""
        return int(pd.util.hash_pandas_object(self.frame[list(self.key)].astype(str), index=False).sum())

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self.frame)

    def page(self, number: int, rows: int, order: Order | None = None) -> Page:
        """One page of the rows in the order of a column, or in their own. Raises KeyError for a column that they do not have."""
        ordered = self.frame if order is None else self.frame.sort_values(order.column, ascending=not order.descending, kind="stable")
        return Page(ordered.iloc[(number - 1) * rows : number * rows].reset_index(drop=True), len(ordered))

    def chunks(self) -> Iterator[pd.DataFrame]:
        """All rows, in one frame."""
        yield self.frame


def in_words(value: Any) -> str:
    """A cell as text: days as ISO dates, truth as yes and no, whole numbers without decimals, nothing as ""."""
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    if str(value) in ("True", "False"):
        return "yes" if value else "no"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def matching(frame: pd.DataFrame, words: str) -> list[bool]:
    """Which rows hold every one of the words in some cell, in any form; all rows when there is no word."""
    wanted = [re.compile(pattern, re.ASCII) for pattern in patterns(words)]
    if not wanted:
        return [True] * len(frame)
    cells = ([in_words(value) for value in frame[column]] for column in frame.columns)
    lines = (fold(FIELDS_APART.join(row)).replace("_", " ") for row in zip(*cells, strict=True))
    return [all(pattern.search(line) for pattern in wanted) for line in lines]
