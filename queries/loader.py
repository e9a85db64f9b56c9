"""Reads the `.sql` files of the rooms beside it, asks DuckDB which parameters each one needs, and runs them."""

import os
import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd

import data
from queries.once import once

FOLDER = Path(__file__).parent
KEPT_RESULTS = 512
KEPT_ROWS = 5_000


@dataclass(frozen=True)
class Query:
    """One question: its room and file name ("compare/growth"), its text, and what the two header lines say."""

    name: str
    sql: str

    @property
    def question(self) -> str:
        """What the query answers (line 1 of the file)."""
        return self.sql.splitlines()[0].removeprefix("--").strip()

    @property
    def grain(self) -> str:
        """What one row of the result is (line 2 of the file)."""
        return self.sql.splitlines()[1].removeprefix("--").strip()

    @once
    def statement(self) -> duckdb.Statement:
        """The text as DuckDB parsed it: to parse it again takes a fifth of the time of an answer."""
        return duckdb.extract_statements(self.sql)[0]

    @once
    def parameters(self) -> frozenset[str]:
        """Names of the values to bind, as DuckDB itself reads them from the text."""
        return frozenset(self.statement.named_parameters)

    @once
    def derived(self) -> dict[str, str]:
        """Name -> SQL of the derived facts that the text reads, and of those that they read, each before what reads it."""
        return _read_by(self.sql, data.derived())


def _read_by(text: str, derived: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    own = set(re.findall(r"\b(\w+) as \(", text))
    for name in re.findall(r"\b(?:from|join) (\w+)", text):
        if name in derived and name not in own:
            found |= _read_by(derived[name], derived) | {name: derived[name]}
    return found


def _load() -> dict[str, Query]:
    paths = sorted(FOLDER.glob("*/*.sql"))
    return {name: Query(name, path.read_text(encoding="utf-8")) for path in paths for name in [f"{path.parent.name}/{path.stem}"]}


# Results are short: text kept as Python's own is drawn a quarter faster than text kept in Arrow's form.
pd.set_option("mode.string_storage", "python")
QUERIES = _load()
_results: OrderedDict[tuple[Any, ...], pd.DataFrame] = OrderedDict()
_asked: dict[tuple[Any, ...], Future[pd.DataFrame]] = {}
_guard = Lock()
# DuckDB works while Python does something else, so that one thread ahead of the page keeps a second core busy.
_ahead = ThreadPoolExecutor(max_workers=max(1, (os.cpu_count() or 2) - 1), thread_name_prefix="queries")


@dataclass(frozen=True)
class _Ask:
    """One query with its values on one release; `key` is the same for the same answer."""

    query: Query
    values: dict[str, Any]
    database: data.Database
    key: tuple[Any, ...]

    @classmethod
    def of(cls, name: str, parameters: Mapping[str, Any] | None) -> "_Ask":
        query, given, database = QUERIES[name], parameters or {}, data.current()
        values = {key: _plain(given[key]) for key in sorted(query.parameters)}
        return cls(query, values, database, (database.release, name, tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in values.items())))

    def answer(self) -> pd.DataFrame:
        with self.database.cursor() as cursor:
            return cursor.execute(self.query.statement, self.values).df()


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def run(name: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """The rows of a query for the given parameters; surplus parameters are ignored.

    Results are kept by release, query and values; who asks what another thread is just asking waits for its answer. The frame
    returned is a shallow copy: under pandas' copy-on-write a change to it never reaches the kept one. Raises KeyError for an
    unknown query or a missing parameter, and duckdb.Error when the database refuses.
    """
    ask = _Ask.of(name, parameters)
    with _guard:
        if ask.key in _results:
            _results.move_to_end(ask.key)
            return _results[ask.key].copy(deep=False)
        job = _asked.get(ask.key)
    # A job that has not begun is taken off its queue: to do it here is sooner than to wait for those before it.
    frame = _answered(ask) if job is None or job.cancel() else job.result()
    return frame.copy(deep=False)


def ahead(asks: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Begin with queries (name, parameters) whose rows will be asked for soon, in this order, beside the work of the page."""
    for name, parameters in asks:
        ask = _Ask.of(name, parameters)
        with _guard:
            if ask.key not in _results and ask.key not in _asked:
                _asked[ask.key] = _ahead.submit(_answered, ask)


def _answered(ask: _Ask) -> pd.DataFrame:
    try:
        frame = ask.answer()
        if len(frame) <= KEPT_ROWS:
            with _guard:
                _results[ask.key] = frame
                while len(_results) > KEPT_RESULTS:
                    _results.popitem(last=False)
        return frame
    finally:
        with _guard:
            _asked.pop(ask.key, None)
