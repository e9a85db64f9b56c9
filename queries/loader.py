"""Runs the questions: results are kept by release and lists, query and values, and a page's next questions begin ahead of it."""

import os
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Any

import pandas as pd

import data
from queries.engine import engine
from queries.engine.kept import KEPT_OF
from queries.files import COUNTED, Query, load

KEPT_RESULTS = 512
MOST_ROWS = 5_000
CHUNK_ROWS = 20_000

# Results are short: text kept as Python's own is drawn a quarter faster than text kept in Arrow's form.
pd.set_option("mode.string_storage", "python")
QUERIES = load()


@dataclass(frozen=True)
class Held:
    """An answer as the database gave it, and its rows alone: without the count of the records behind them, which comes along in a column."""

    whole: pd.DataFrame
    rows: pd.DataFrame

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Held":
        """An answer to be kept. To leave the column out copies every row, so that it is done once."""
        return cls(frame, frame.drop(columns=COUNTED) if COUNTED in frame else frame)


_results: OrderedDict[tuple[Any, ...], Held] = OrderedDict()
_asked: dict[tuple[Any, ...], Future[Held]] = {}
_guard = Lock()
# DuckDB works while Python does something else: a page mostly waits for its queries, so that each core has a thread ahead of it.
_ahead = ThreadPoolExecutor(max_workers=os.cpu_count() or 2, thread_name_prefix="queries")


@dataclass(frozen=True)
class Ask:
    """One query with its values on one release; `key` is the same for the same answer."""

    query: Query
    values: dict[str, Any]
    database: data.Database
    key: tuple[Any, ...]

    @classmethod
    def of(cls, query: Query, parameters: Mapping[str, Any] | None) -> "Ask":
        """The query with those of the values that it binds. Raises KeyError for a missing one."""
        given, database = parameters or {}, data.current()
        values = {key: _plain(given[key]) for key in sorted(query.parameters)}
        return cls(query, values, database, (*database.reading, query.sql, tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in values.items())))

    def answer(self) -> pd.DataFrame:
        """The first MOST_ROWS rows: what a page shows is bounded, whatever the size of the dataset."""
        return engine().rows(self.database, self.query, self.values, MOST_ROWS)

    def chunks(self) -> Iterator[pd.DataFrame]:
        """All rows, some thousands at a time; at least one frame, with no rows where there are none."""
        return engine().chunks(self.database, self.query, self.values, CHUNK_ROWS)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def run(name: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """The rows of a query for the given parameters, at most MOST_ROWS; surplus parameters are ignored.

    Results are kept by release and lists, query and values; who asks what another thread is just asking waits for its answer. The frame
    returned is a shallow copy: under pandas' copy-on-write a change to it never reaches the kept one. Raises KeyError for an
    unknown query or a missing parameter, and duckdb.Error when the database refuses.
    """
    return _kept(QUERIES[name].counting, parameters).rows.copy(deep=False)


def known(query: Query, parameters: Mapping[str, Any] | None) -> pd.DataFrame | None:
    """The kept answer to a query, None where there is none yet."""
    with _guard:
        kept = _results.get(Ask.of(query, parameters).key)
    return kept.whole if kept else None


def all_rows(name: str, parameters: Mapping[str, Any] | None = None) -> Iterator[pd.DataFrame]:
    """Every row of a query, in frames of some thousands, not kept: for files."""
    return Ask.of(QUERIES[name], parameters).chunks()


def answered(query: Query, parameters: Mapping[str, Any] | None) -> pd.DataFrame:
    """As `run`, for a query that is no file by itself but made from one."""
    return _kept(query, parameters).whole.copy(deep=False)


def _kept(query: Query, parameters: Mapping[str, Any] | None) -> Held:
    ask = Ask.of(query, parameters)
    with _guard:
        if ask.key in _results:
            _results.move_to_end(ask.key)
            return _results[ask.key]
        job = _asked.get(ask.key)
    # A job that has not begun is taken off its queue: to do it here is sooner than to wait for those before it.
    return _answered(ask) if job is None or job.cancel() else job.result()


def ahead(asks: Iterable[tuple[Query, Mapping[str, Any]]]) -> None:
    """Begin with queries whose rows will be asked for soon, in this order, beside the work of the page."""
    for query, parameters in asks:
        ask = Ask.of(query, parameters)
        with _guard:
            if ask.key not in _results and ask.key not in _asked:
                _asked[ask.key] = _ahead.submit(_answered, ask)


def _answered(ask: Ask) -> Held:
    try:
        kept = Held.of(ask.answer())
        with _guard:
            # What only stands in for an answer is not kept as one.
            if KEPT_OF not in kept.whole.attrs:
                _results[ask.key] = kept
            while len(_results) > KEPT_RESULTS:
                _results.popitem(last=False)
        return kept
    finally:
        with _guard:
            _asked.pop(ask.key, None)
