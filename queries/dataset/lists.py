"""Lists of any length: counted, searched, chosen from, sorted and cut into pages by the database, so that a page holds what it shows and no more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
from duckdb import CaseExpression, ColumnExpression, ConstantExpression, FunctionExpression

import data
from queries.loader import CHUNK_ROWS, QUERIES
from queries.marks import Order, Page
from queries.words import APOSTROPHES, FIELDS_APART, patterns

# Pandas' own whole numbers and truth have no empty cells, and turn into something else beside one.
WITH_GAPS = {pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}

@dataclass(frozen=True)
class Rows:
    """The rows of a table, or of a query with its values, that hold every one of the words, as the search of everything finds them, and whose cells have one of the values asked for.

    `key` are the columns that tell the rows apart; `only` holds columns with the values that may stand in them, as text; `table` is the
    table to whose rows those of a query answer one by one, where there is one.
    """

    name: str
    key: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    table: str = ""

    def narrowed(self, words: str, only: Mapping[str, tuple[str, ...]] | None = None) -> "Rows":
        """The same rows, those alone that hold the words, in any form, and the values."""
        return replace(self, words=words, only=only or {})

    @property
    def identity(self) -> object:
        """What these rows have and other ones, be they as many, do not."""
        return _Asked.of(self).told

    @property
    def total(self) -> int:
        """How many rows there are."""
        counts, table = data.current().counts, self.table or self.name
        return counts[table] if table in counts and not self.words and not self.only else _total(_Asked.of(self))

    def page(self, number: int, rows: int, order: Order | None = None) -> Page:
        """One page of the rows in the order of a column, or in their own. Raises KeyError for a column that they do not have."""
        return Page(_some(_Asked.of(self), order, (number - 1) * rows, rows).copy(deep=False), self.total)

    def counts(self, column: str) -> dict[str, int]:
        """How many rows have each value of a column, as text; empty cells left out."""
        return dict(_counts(_Asked.of(self), column))

    def chunks(self) -> Iterator[pd.DataFrame]:
        """All rows, some thousands at a time; at least one frame, with no rows where there are none."""
        with data.current().cursor() as cursor:
            found = _found(cursor, _Asked.of(self))
            some = False
            for batch in found.to_arrow_reader(CHUNK_ROWS):
                some = True
                yield _plain(batch.to_pandas(date_as_object=False, types_mapper=WITH_GAPS.get))
            if not some:
                yield _plain(found.limit(0).df())


@dataclass(frozen=True)
class _Asked:
    """Rows as something that answers can be kept by: on one release, with values that do not change."""

    release: str
    rows: Rows = field(compare=False)
    told: tuple[Any, ...]

    @classmethod
    def of(cls, rows: Rows) -> "_Asked":
        values = tuple((name, tuple(value) if isinstance(value, list | tuple) else value) for name, value in sorted(rows.values.items()))
        return cls(data.current().release, rows, (rows.name, values, rows.words, tuple(sorted(rows.only.items()))))


@lru_cache(maxsize=256)
def _total(asked: _Asked) -> int:
    with data.current().cursor() as cursor:
        return int(_found(cursor, asked).aggregate([FunctionExpression("count")]).fetchall()[0][0])


@lru_cache(maxsize=32)
def _some(asked: _Asked, order: Order | None, start: int, rows: int) -> pd.DataFrame:
    with data.current().cursor() as cursor:
        found = _found(cursor, asked)
        if order is not None:
            found = _sorted(found, order, asked.rows.key)
        return _plain(found.limit(rows, offset=start).df())


@lru_cache(maxsize=128)
def _counts(asked: _Asked, column: str) -> tuple[tuple[str, int], ...]:
    with data.current().cursor() as cursor:
        found = _found(cursor, asked)
        texts = found.filter(ColumnExpression(column).isnotnull()).select(as_text(found)[column].alias("cell"))
        return tuple(texts.aggregate([ColumnExpression("cell"), FunctionExpression("count")], "cell").sort(ColumnExpression("cell")).fetchall())


def _found(cursor: duckdb.DuckDBPyConnection, asked: _Asked) -> duckdb.DuckDBPyRelation:
    rows = asked.rows
    found = relation(cursor, rows.name, rows.values)
    texts = as_text(found)
    for column, values in rows.only.items():
        found = found.filter(texts[column].isin(*map(ConstantExpression, values)))
    for pattern in patterns(rows.words):
        found = found.filter(FunctionExpression("regexp_matches", _searched(texts.values()), ConstantExpression(pattern)))
    return found


def _searched(texts: Iterable[duckdb.Expression]) -> duckdb.Expression:
    """All cells of a row in the form in which words are searched; the parts of a name such as is_counted are words."""
    line = FunctionExpression("concat_ws", ConstantExpression(FIELDS_APART), *texts)
    folded = FunctionExpression("lower", FunctionExpression("strip_accents", line))
    return FunctionExpression("translate", folded, ConstantExpression(f"_{APOSTROPHES}"), ConstantExpression(" "))


def relation(cursor: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any]) -> duckdb.DuckDBPyRelation:
    """A table as it stands in its files, or a query ("dataset/sources") with the values that it binds. Raises KeyError for an unknown name."""
    if name in data.TABLES:
        return cursor.table(name)
    query = QUERIES[name]
    bound = {key: values[key] for key in query.parameters}
    return cursor.sql(query.sql, params={key: list(value) if isinstance(value, tuple) else value for key, value in bound.items()} or None)


def as_text(rows: duckdb.DuckDBPyRelation) -> dict[str, duckdb.Expression]:
    """Each column as the text that readers see: days as ISO dates, truth as yes and no, whole numbers without decimals."""
    return {column: _text(ColumnExpression(column), str(kind)) for column, kind in zip(rows.columns, rows.types, strict=True)}


def _text(column: duckdb.Expression, kind: str) -> duckdb.Expression:
    if kind == "BOOLEAN":
        return CaseExpression(column, ConstantExpression("yes")).when(~column, ConstantExpression("no"))
    if kind.startswith("TIMESTAMP"):
        return column.cast("DATE").cast("VARCHAR")
    text = column.cast("VARCHAR")
    return FunctionExpression("regexp_replace", text, ConstantExpression(r"\.0$"), ConstantExpression("")) if kind in ("DOUBLE", "FLOAT") else text


def _sorted(found: duckdb.DuckDBPyRelation, order: Order, key: tuple[str, ...]) -> duckdb.DuckDBPyRelation:
    if order.column not in found.columns:
        raise KeyError(order.column)
    column = ColumnExpression(order.column)
    first = column.desc() if order.descending else column.asc()
    return found.sort(first.nulls_last(), *(ColumnExpression(name) for name in key if name != order.column))


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with coded values as plain text."""
    coded = frame.columns[[isinstance(kind, pd.CategoricalDtype) for kind in frame.dtypes]]
    return frame.astype(dict.fromkeys(coded, object))
