"""What a figure's question answers under filters: its marks, the records behind them and the sources beneath these."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

import data
import queries
from charts.figure import Figure
from queries import FIELDS, MOST_ROWS, QUERIES, Counted, Filters, Order, Page, Vocabulary
from queries.marks import Marks
from queries.once import once

BOUND_BY = {"years": {"year_from", "year_to"}, "text": {"q_1"}}
RECORD = ("record_table", "record_id")


@cache
def obeyed(query: str) -> tuple[str, ...]:
    """Names of the filters a query really uses, in the order of the filter list."""
    parameters = QUERIES[query].parameters
    return tuple(name for name, field in FIELDS.items() if parameters & BOUND_BY.get(field.kind, set()) or name in parameters)


@dataclass(frozen=True)
class Answer:
    """One figure of the catalogue under given filters, as the database answers it."""

    figure: Figure
    filters: Filters
    vocabulary: Vocabulary
    database: data.Database
    base: str = ""

    @once
    def names(self) -> tuple[str, ...]:
        """Filters this figure obeys."""
        return obeyed(self.figure.query)

    @once
    def parameters(self) -> dict[str, Any]:
        """The values bound to the figure's SQL."""
        needed = QUERIES[self.figure.query].parameters
        return {key: value for key, value in self.filters.parameters(self.vocabulary).items() if key in needed}

    @once
    def frame(self) -> pd.DataFrame:
        """The marks of the figure: its rows, at most as many as a page takes."""
        return queries.run(self.figure.query, self.parameters)

    def chunks(self) -> Iterator[pd.DataFrame]:
        """All rows, some thousands at a time: for files. Where the frame holds them all, they are not asked for again."""
        return queries.all_rows(self.figure.query, self.parameters) if self.is_cut else iter([self.frame])

    @once
    def keys(self) -> tuple[str, ...]:
        """The columns that tell the marks apart."""
        return queries.keys(self.figure.query, self.parameters)

    def mark(self, row: int, frame: pd.DataFrame | None = None) -> dict[str, Any]:
        """The keys of the mark at a position of the frame, or of a page of rows."""
        rows = self.frame if frame is None else frame
        return {key: rows[key].iloc[row] for key in self.keys}

    def has(self, mark: Mapping[str, Any]) -> bool:
        """Whether a mark, given by its keys, is among those of the frame."""
        return any(all(row[key] == mark[key] for key in self.keys) for row in self.frame[list(self.keys)].to_dict("records"))

    def ids(self, frame: pd.DataFrame | None = None) -> list[str]:
        """One text a mark, the same whatever rows stand around it: its keys."""
        rows = self.frame if frame is None else frame
        return ["\x1f".join(map(str, values)) for values in zip(*(rows[column].tolist() for column in self.keys), strict=True)]

    @once
    def backdrop(self) -> pd.DataFrame | None:
        """The rows of the second query, where the figure has one."""
        return queries.run(self.figure.backdrop, self.filters.parameters(self.vocabulary)) if self.figure.backdrop else None

    @once
    def counted(self) -> Counted:
        """How many different records stand behind the marks, and how many marks there are."""
        if set(RECORD) <= set(self.keys) and not self.is_cut:
            return Counted(len(self.frame.drop_duplicates(list(RECORD))), len(self.frame))
        return queries.count(self.figure.query, self.parameters)

    @property
    def is_cut(self) -> bool:
        """Whether the frame may lack marks, because there are more than a page takes."""
        return len(self.frame) >= MOST_ROWS

    @property
    def n(self) -> int:
        """How many different records stand behind the marks."""
        return self.counted.records

    @property
    def n_marks(self) -> int:
        """How many marks there are, drawn or not."""
        return self.counted.marks if self.is_cut else len(self.frame)

    @property
    def release(self) -> str:
        """Release of the dataset."""
        return self.database.release

    @property
    def about(self) -> data.About:
        """Title, creators and licence of the dataset, as of that release."""
        return self.database.about

    def table(self, frame: pd.DataFrame | None = None) -> pd.DataFrame:
        """The rows, or a page of them, as readers see them: the figure's columns under their headings."""
        rows = self.frame if frame is None else frame
        return rows[list(self.figure.columns)].rename(columns=dict(self.figure.columns))

    def page(self, order: Order, words: str, number: int, rows: int) -> Page:
        """A page of the rows in the order of a column, those alone that hold the words."""
        return queries.page(self.figure.query, self.parameters, order, words, number, rows)

    def records(self, mark: Marks = None, page: int = 1) -> Page:
        """Table and id of the records behind one mark or behind all, a page of them, with their number."""
        return queries.behind(self.figure.query, self.parameters, mark, page)

    def sources(self, mark: Marks = None, page: int = 1, order: Order | None = None, words: str = "") -> Page:
        """The sources beneath the records of one mark or of all, those alone that hold the words, the most used or another order's first, a page of them, with their number."""
        return queries.sources(self.figure.query, self.parameters, mark, page, order=order, words=words)

    def links(self) -> Iterator[pd.DataFrame]:
        """Every mark with every record behind it, some thousands of rows at a time: for files."""
        return queries.links(self.figure.query, self.parameters)
