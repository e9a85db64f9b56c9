"""A view: one figure under one set of filters, with the rows, words and names that screen, table and files share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

import pandas as pd
import plotly.graph_objects as go

import data
import queries
from charts.catalogue import FIGURES
from charts.figure import Figure, blank
from charts.form import Form, Part
from charts.harmless import harmless
from charts.look import Look
from charts.words import number, plural, sentence_case
from exports.common import addresses, naming
from queries import FIELDS, MOST_ROWS, QUERIES, Counted, Filters, Order, Page, Vocabulary
from queries.marks import Marks
from queries.once import once

KEPT_VIEWS = 512
MOST_DRAWN = 1_000  # marks of a figure that draws one for every row
BOUND_BY = {"years": {"year_from", "year_to"}, "text": {"q_1"}}
RECORD = ("record_table", "record_id")


@cache
def obeyed(query: str) -> tuple[str, ...]:
    """Names of the filters a query really uses, in the order of the filter list."""
    parameters = QUERIES[query].parameters
    return tuple(name for name, field in FIELDS.items() if parameters & BOUND_BY.get(field.kind, set()) or name in parameters)


class Finished(go.Figure):
    """A drawn figure that will not be changed. Plotly copies a figure whenever it is written out, which takes longer than to write it."""

    def __init__(self, figure: go.Figure) -> None:
        super().__init__()
        object.__setattr__(self, "_whole", figure.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """The figure as dicts and lists, which stay shared."""
        return dict(object.__getattribute__(self, "_whole"))


@dataclass(frozen=True)
class View:
    """One figure of the catalogue under given filters. Everything shown or exported is read from here.

    Views are kept and shared between visitors with all they have worked out, so nothing that they give may be changed. A view stays with the
    database that it was made from, and so with its release, until its last file is saved.
    """

    figure: Figure
    filters: Filters
    vocabulary: Vocabulary
    database: data.Database
    base: str = ""

    @classmethod
    def of(cls, name: str, filters: Filters, base: str = "") -> "View":
        """The view of the named figure; `base` is the dashboard's address for links. Raises KeyError for an unknown name."""
        return _view(data.current(), name, filters.only(obeyed(FIGURES[name].query)), base)

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
        """All rows, some thousands at a time: for files."""
        return queries.all_rows(self.figure.query, self.parameters)

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
        columns = self.keys or tuple(self.figure.columns)
        return ["\x1f".join(map(str, values)) for values in zip(*(rows[column].tolist() for column in columns), strict=True)]

    @once
    def backdrop(self) -> pd.DataFrame | None:
        """The rows of the second query, where the figure has one."""
        return queries.run(self.figure.backdrop, self.filters.parameters(self.vocabulary)) if self.figure.backdrop else None

    @once
    def counted(self) -> Counted:
        """How many different records stand behind the marks, and how many marks there are."""
        if not self.keys:
            return Counted(0, len(self.frame))
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

    @once
    def whole(self) -> "View":
        """The view without the filters that leave rows out (choices such as grouping or day stay); itself when there are none."""
        kept = [name for name in self.names if FIELDS[name].kind in ("one", "day")]
        free = self.filters.only(kept)
        return self if free == self.filters else _view(self.database, self.figure.name, free, self.base)

    @property
    def n_all(self) -> int:
        """How many records there are without the filters that leave rows out."""
        return self.whole.n

    @once
    def title(self) -> str:
        """The finding computed from the rows, or the measure."""
        return self.figure.title(self.frame)

    @once
    def sentence(self) -> str:
        """The filters in words, with n: "Security; 2001–2025; 14 of 61 documents"."""
        words = self.filters.sentence(self.names, self.vocabulary)
        count = plural(self.n, self.figure.noun) if self.n == self.n_all else f"{number(self.n)} of {plural(self.n_all, self.figure.noun)}"
        return f"{words}; {count}" if words else count

    @once
    def above(self) -> str:
        """What stands under the title: the measure, where the title is a finding, and the filters in words."""
        told = sentence_case(self.sentence)
        return told if self.title == self.figure.measure else f"{self.figure.measure}. {told}"

    @once
    def drawn(self) -> pd.DataFrame:
        """The rows that the picture draws: the first ones, where it has room for no more."""
        return self.frame.head(MOST_DRAWN) if self.figure.rowwise else self.frame

    @once
    def left_out(self) -> str:
        """That the picture does not draw all marks, "" where it does or says so itself."""
        if not self.figure.rowwise or self.n_marks <= len(self.drawn):
            return ""
        return f"Drawn are the first {number(len(self.drawn))} of {number(self.n_marks)} marks; the table and the rows as files hold all."

    @once
    def caution(self) -> str:
        """What a reader should know of a comparison, in one line beneath the chart; "" where nothing is compared."""
        return self.figure.caution(self.frame) if self.figure.caution is not None and len(self.frame) else ""

    @once
    def alt(self) -> str:
        """The description of the chart, from the rows that it draws."""
        if self.frame.empty:
            return f"{self.figure.measure}. {self.figure.empty}."
        return " ".join(words for words in (self.figure.describe(self.drawn), self.left_out) if words)

    @property
    def release(self) -> str:
        """Release of the dataset."""
        return self.database.release

    @property
    def about(self) -> data.About:
        """Title, creators and licence of the dataset, as of that release."""
        return self.database.about

    def plot(self, look: Look, part: int = 1) -> "Finished":
        """The chart in a look, or the part of it with this number; at the same height and with a reason when there is nothing to draw."""
        form = (look.name, look.narrow, look.form.name, look.scale, part)
        if form not in self._drawn:
            self._drawn[form] = Finished(self._draw(look, part))
        return self._drawn[form]

    @once
    def _drawn(self) -> dict[tuple[str, bool, str, float, int], "Finished"]:
        return {}

    def parts(self, form: Form) -> Sequence[Part]:
        """The rows as a form has room for them, in one part or several."""
        return self.figure.fit(self.drawn, form)

    def _draw(self, look: Look, part: int = 1) -> go.Figure:
        if self.frame.empty:
            return blank(look, self.figure.height, self.figure.empty)
        extra = {"backdrop": harmless(self.backdrop)} if self.backdrop is not None else {}
        return self.figure.draw(harmless(self.parts(look.form)[part - 1].frame), look, **extra)

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

    def sources(self, mark: Marks = None, page: int = 1) -> Page:
        """The sources beneath the records of one mark or of all, the most used first, a page of them, with their number."""
        return queries.sources(self.figure.query, self.parameters, mark, page)

    def links(self) -> Iterator[pd.DataFrame]:
        """Every mark with every record behind it, some thousands of rows at a time: for files."""
        return queries.links(self.figure.query, self.parameters)

    @once
    def told(self) -> str:
        """The filters as file names have them: "security_2001-2025"."""
        return naming.slug(self.filters, self.names, self.vocabulary)

    def file_name(self, ending: str, form: str = "") -> str:
        """Says what and when: `documents-by-year_security_2001-2025_r2026-11-25-1a2b3c4.csv`; `form` is the size or ground of a picture."""
        parts = [self.figure.name, self.told, form, f"r{self.release}"]
        return "_".join(part for part in parts if part) + f".{ending}"

    @once
    def key(self) -> str:
        """What a citation calls the view, beside dataset and release: different for different views."""
        return naming.key(self.figure.name, self.told)

    @once
    def query(self) -> str:
        """The filters as a link has them."""
        return addresses.query(self.filters, self.names, self.vocabulary)

    def link(self, **more: str) -> str:
        """Path and query of the view's own page (relative to the dashboard's address), in the release it was made from."""
        return addresses.own(self.figure.name, self.query, self.release, **more)

    def place(self) -> str:
        """The full link to its card on the page that it shares with others."""
        return self._full(addresses.beside(self.figure.page, self.figure.name, self.query, self.release))

    def address(self, **more: str) -> str:
        """The full link to its own page: at the dataset's public address, else at the one under which the dashboard was reached."""
        return self._full(self.link(**more))

    def rows_address(self, ending: str) -> str:
        """The full address of its rows in the data API, pinned to the release."""
        return self._full(addresses.rows(self.figure.name, ending, self.query, self.release))

    def _full(self, link: str) -> str:
        base = (self.about.address or self.base).rstrip("/")
        return f"{base}/{link}" if base else link


def ahead(names: Iterable[str], filters: Filters) -> None:
    """Begin with the queries of figures that will be shown soon: their rows, those without filters, and those behind."""
    asks: list[tuple[queries.Query, dict[str, Any]]] = []
    for view in (View.of(name, filters) for name in names):
        query = QUERIES[view.figure.query]
        asks.append((query, view.parameters))
        if view.figure.backdrop:
            asks.append((QUERIES[view.figure.backdrop], view.filters.parameters(view.vocabulary)))
        if view.whole is not view:
            asks.append((query, view.whole.parameters))
    queries.ahead(asks)


_guard = Lock()


def _view(database: data.Database, name: str, filters: Filters, base: str) -> View:
    """The kept view, or a new one. They stand with their database, so that both go together."""
    shelf, key = database.shelf, (name, filters, base)
    with _guard:
        if key in shelf:
            shelf.move_to_end(key)
            return shelf[key]
    with data.bound_to(database):
        made = View(FIGURES[name], filters, queries.vocabulary(), database, base)
    with _guard:
        shelf[key] = made
        while len(shelf) > KEPT_VIEWS:
            shelf.popitem(last=False)
    return made
