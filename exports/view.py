"""A view: one figure under one set of filters, with the rows, words and names that screen, table and files share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

import pandas as pd

import data
import queries
from charts.catalogue import FIGURES
from charts.figure import Plotted, blank
from charts.form import Form, Part
from charts.harmless import harmless
from charts.look import Look
from charts.marks import ALL_ROWS
from charts.words import number, plural, sentence_case
from exports.common import addresses, naming
from exports.common.answer import Answer, obeyed
from exports.common.whose import whose
from queries import FIELDS, QUERIES, Filters
from queries.engine.kept import KEPT_OF
from queries.filters import with_dashes
from queries.once import once

KEPT_VIEWS = 512
MOST_DRAWN = 1_000  # marks of a figure that draws one for every row


@dataclass(frozen=True)
class View(Answer):
    """One figure of the catalogue under given filters, with its words, pictures and addresses. Everything shown or exported is read from here.

    Views are kept and shared between visitors with all they have worked out, so nothing that they give may be changed. A view stays with the
    database that it was made from, and so with its release, until its last file is saved.
    """

    @classmethod
    def of(cls, name: str, filters: Filters, base: str = "") -> "View":
        """The view of the named figure; `base` is the dashboard's address for links. Raises KeyError for an unknown name."""
        return _view(data.current(), name, filters.only(obeyed(FIGURES[name].query)), base)

    @once
    def whole(self) -> "View":
        """The view without the filters that leave rows out (choices such as grouping or day stay); itself when there are none."""
        kept = [name for name in self.names if FIELDS[name].kind in ("one", "day")]
        free = self.filters.only(kept)
        return self if free == self.filters else _view(self.database, self.figure.name, free, self.base)

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is set that leaves rows out."""
        return self.whole is not self

    @property
    def n_all(self) -> int:
        """How many records there are without the filters that leave rows out."""
        return queries.number(self.figure.query, self.whole.parameters) if self.is_narrowed else self.n

    @property
    def has_more(self) -> bool:
        """Whether there is anything without the filters that leave rows out. The number of records says so; the marks are not asked for."""
        return self.n_all > 0

    @once
    def title(self) -> str:
        """The finding computed from the rows, or the measure."""
        return self.figure.title(self.frame)

    @once
    def sentence(self) -> str:
        """The filters in words, with n: "Security; 2001–2025; 14 of 61 documents"."""
        words = self.filters.sentence(self.names, self.vocabulary)
        count = plural(self.n, self.figure.noun) if self.n == self.n_all else f"{number(self.n)} of {plural(self.n_all, self.figure.noun)}"
        return f"{words}; {count}{whose(self)}" if words else f"{count}{whose(self)}"

    @once
    def above(self) -> str:
        """What stands under the title: the measure, where the title is a finding, and the filters in words."""
        told = sentence_case(self.sentence)
        return told if self.title == self.figure.measure else f"{self.figure.measure}. {told}"

    @property
    def stamp(self) -> str:
        """The release and how many records there are: "Release 2026-11-28-7901cae · n = 125"; records of several tables are no one number."""
        return f"Release {self.release}" + ("" if self.figure.noun == "records" else f" · n = {number(self.n)}")

    @once
    def method(self) -> str:
        """How it is counted: what holds for every dataset, then what the dataset adds."""
        return " ".join([self.figure.method, *self.about.methods.get(self.figure.name, [])])

    @once
    def drawn(self) -> pd.DataFrame:
        """The rows that the picture draws: the first ones, where it has room for no more."""
        rows = self.frame.head(MOST_DRAWN) if self.figure.rowwise else self.frame.copy(deep=False)
        rows.attrs[ALL_ROWS] = self.n_marks
        return rows

    @once
    def left_out(self) -> str:
        """That the picture does not draw all marks, "" where it does or says so itself."""
        if not self.figure.rowwise or self.n_marks <= len(self.drawn):
            return ""
        return f"Drawn are the first {number(len(self.drawn))} of {number(self.n_marks)} marks; the table and the rows as files hold all."

    @once
    def caution(self) -> str:
        """What a reader should know of a comparison, or of rows that only stand in for an answer, in one line beneath the chart; "" where there is nothing to say."""
        earlier = self.frame.attrs.get(KEPT_OF)
        words = [f"The cluster does not answer: these are the kept rows of release {earlier}."] if earlier else []
        if self.figure.caution is not None and len(self.frame):
            words.append(self.figure.caution(self.frame))
        return " ".join(filter(None, words))

    @once
    def nothing(self) -> str:
        """Why there are no rows: for the filters that leave rows out, for what was chosen to be shown, or in the dataset as a whole."""
        if self.is_narrowed and self.has_more:
            return f"{self.figure.empty} for these filters"
        return f"{self.figure.empty} {'for this choice' if self.whole.filters.sentence(self.names, self.vocabulary) else 'in this dataset'}"

    @once
    def alt(self) -> str:
        """The description of the chart, from the rows that it draws."""
        if self.frame.empty:
            return f"{self.figure.measure}. {self.nothing}."
        told = self.figure.describe(self.drawn)
        if self.is_cut and not self.figure.rowwise:
            told = f"Of the first {number(len(self.frame))} of {plural(self.n_marks, 'rows')}: {told}"
        return with_dashes(" ".join(words for words in (told, self.left_out) if words))

    def plot(self, look: Look, part: int = 1) -> Plotted:
        """The chart in a look, or the part of it with this number; at the same height and with a reason when there is nothing to draw."""
        form = (look.name, look.narrow, look.form, look.scale, part)
        if form not in self._drawn:
            self._drawn[form] = self._draw(look, part)
        return self._drawn[form]

    @once
    def _drawn(self) -> dict[tuple[str, bool, Form, float, int], Plotted]:
        return {}

    @once
    def aside(self) -> dict[object, Any]:
        """What is worked out from this view for something, such as the words of a slide, and kept with it."""
        return {}

    def parts(self, form: Form) -> Sequence[Part]:
        """The rows as a form has room for them, in one part or several."""
        form = form.parted_as or form
        if form not in self.aside:
            self.aside[form] = self.figure.fit(self.drawn, form)
        return self.aside[form]

    def _draw(self, look: Look, part: int = 1) -> Plotted:
        if self.frame.empty:
            return blank(look, self.figure.height, self.nothing)
        extra = {"backdrop": harmless(self.backdrop)} if self.backdrop is not None else {}
        return self.figure.draw(harmless(self.parts(look.form)[part - 1].frame), look, **extra)

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
    """Begin with the queries of figures that will be shown soon: their rows, those behind, and how many records there are without filters."""
    asks: list[tuple[queries.Query, dict[str, Any]]] = []
    for view in (View.of(name, filters) for name in names):
        query = QUERIES[view.figure.query]
        asks.append((query.counting, view.parameters))
        if view.figure.backdrop:
            asks.append((QUERIES[view.figure.backdrop].counting, view.filters.parameters(view.vocabulary)))
        if view.is_narrowed and query.has_behind:
            asks.append((query.number, view.whole.parameters))
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
