"""Reads the `.sql` files beside it, asks DuckDB which parameters each one needs, and runs them."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd

import data

FOLDER = Path(__file__).parent
KEPT_RESULTS = 512
KEPT_ROWS = 5_000


@dataclass(frozen=True)
class Query:
    """One question: its file name, its text, and what the two header lines say."""

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

    @cached_property
    def parameters(self) -> frozenset[str]:
        """Names of the values to bind, as DuckDB itself reads them from the text."""
        return frozenset(duckdb.extract_statements(self.sql)[0].named_parameters)


def _load() -> dict[str, Query]:
    return {path.stem: Query(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.sql"))}


QUERIES = _load()
_results: OrderedDict[tuple[Any, ...], pd.DataFrame] = OrderedDict()
_guard = Lock()


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list | tuple) else value


def run(name: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """The rows of a query for the given parameters; surplus parameters are ignored.

    Results are kept by release, query and values. The frame returned is a shallow copy: under pandas' copy-on-write
    a change to it never reaches the kept one. Raises KeyError for an unknown query or a missing parameter, and
    duckdb.Error when the database refuses.
    """
    query = QUERIES[name]
    given = parameters or {}
    values = {key: given[key] for key in sorted(query.parameters)}
    database = data.current()
    key = (database.release, name, tuple((k, _frozen(v)) for k, v in values.items()))
    with _guard:
        if key in _results:
            _results.move_to_end(key)
            return _results[key].copy(deep=False)
    with database.cursor() as cursor:
        frame = cursor.execute(query.sql, {k: list(v) if isinstance(v, tuple) else v for k, v in values.items()}).df()
    if len(frame) <= KEPT_ROWS:
        with _guard:
            _results[key] = frame
            while len(_results) > KEPT_RESULTS:
                _results.popitem(last=False)
    return frame.copy(deep=False)


def warm() -> None:
    """Runs every query once with nothing filtered, so that no visitor pays for the first run."""
    from queries.filters import Filters
    from queries.vocabulary import vocabulary

    parameters = Filters().parameters(vocabulary())
    for name, query in QUERIES.items():
        if query.parameters <= parameters.keys():
            run(name, parameters)
