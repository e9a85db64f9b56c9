"""The marks of a query and what stands behind them: records, their sources, how many there are. All from the one file of the query."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

import data
from queries.engine import engine
from queries.files import COUNTED, ORDERING, Query
from queries.loader import MOST_ROWS, QUERIES, Ask, answered, known

RECORDS_A_PAGE = 50
ROWS_A_PAGE = 200
SOURCES_A_PAGE = 1_000

RECORD = ("record_table", "record_id")
SORTED_SOURCES = ("n_records", "title", "publisher", "published_on", "kind")
CELLS = "lower(concat_ws(' ', title, publisher, published_on::varchar, kind, n_records::varchar, url))"
_names: dict[str, tuple[str, ...]] = {}
Mark = Mapping[str, Any]
Marks = Mark | Sequence[Mark] | None


@dataclass(frozen=True)
class Page:
    """Some of the rows of an answer, in its order, and how many rows there are in all."""

    rows: pd.DataFrame
    total: int


@dataclass(frozen=True)
class Order:
    """By which column rows stand, and in which direction."""

    column: str
    descending: bool = False


@dataclass(frozen=True)
class Counted:
    """How many different records stand behind the marks, and how many marks there are."""

    records: int
    marks: int


def keys(name: str, parameters: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns that tell the marks of a query apart: those that its rows share with its `behind`. Empty for a query without records."""
    query = QUERIES[name]
    if not query.has_behind:
        return ()
    records = set(_columns(query.part("columns"), parameters)) - {ORDERING}
    return tuple(column for column in _columns(query, parameters) if column in records)


def behind(name: str, parameters: Mapping[str, Any], mark: Marks = None, page: int = 1, rows: int = RECORDS_A_PAGE) -> Page:
    """Table and id of the records behind one mark, or behind all marks shown: one page of them, those of one table together, in the order of their days.

    `mark` holds the values of the key columns; others it may hold are passed over. Raises KeyError where one is missing.
    """
    return _page(name, parameters, "records", mark, page, rows)


def sources(
    name: str, parameters: Mapping[str, Any], mark: Marks = None, page: int = 1, rows: int = SOURCES_A_PAGE, order: Order | None = None, words: str = ""
) -> Page:
    """One row a source beneath the records of one mark or of all: title, publisher, day, kind, address, records resting on it, places; the most used first.

    `order` puts another column first; of `words` each stands in some cell of a row. Raises KeyError for an order by a column of which there is none.
    """
    if order and order.column not in SORTED_SOURCES:
        raise KeyError(order.column)
    first = f"{order.column} {_direction(order)} nulls last, " if order else ""
    places = [f"(contains({CELLS}, ${word}) or source_id in (select source_id from part_places where contains(lower(locator), ${word})))" for word in _bound(words)]
    return _page(name, parameters | _bound(words), "sources", mark, page, rows, first=first, search=_all_of(places))


def count(name: str, parameters: Mapping[str, Any], mark: Marks = None) -> Counted:
    """How many different records stand behind one mark or behind all, and how many marks the query has."""
    counting = QUERIES[name].counting
    if mark is None and counting is not QUERIES[name]:
        frame = answered(counting, parameters)
        if len(frame) < MOST_ROWS:
            return Counted(_told(frame), len(frame))
    query, values = _of_mark(name, parameters, "count", mark)
    row = answered(query, values).iloc[0]
    return Counted(int(row["n_records"]), int(row["n_marks"]))


def number(name: str, parameters: Mapping[str, Any]) -> int:
    """How many different records stand behind all marks of a query whose marks are not wanted: from the kept answer, else in a part of the time. 0 for a query without records."""
    query = QUERIES[name]
    if not query.has_behind:
        return 0
    frame = known(query.counting, parameters)
    if frame is not None and COUNTED in frame:
        return _told(frame)
    return int(answered(query.number, parameters)["n_records"].iloc[0])


def _told(frame: pd.DataFrame) -> int:
    return int(frame[COUNTED].iloc[0]) if len(frame) else 0


def page(name: str, parameters: Mapping[str, Any], order: Order, words: str = "", number: int = 1, rows: int = ROWS_A_PAGE) -> Page:
    """One page of the rows of a query in the order of one of its columns, those alone that hold every one of the words in some cell.

    Sorted and searched over all rows: in SQL, or in the kept answer where it holds them all and there is nothing to search for.
    Raises KeyError for a column that the query does not have.
    """
    columns = _columns(QUERIES[name], parameters)
    if order.column not in columns:
        raise KeyError(order.column)
    ties = [key for key in keys(name, parameters) if key != order.column]
    whole = None if words.split() else known(QUERIES[name].counting, parameters)
    if whole is not None and len(whole) < MOST_ROWS:
        ordered = whole.sort_values([order.column, *ties], ascending=[not order.descending, *(True for _ in ties)], kind="stable", na_position="last")
        return Page(ordered[list(columns)].iloc[(number - 1) * rows : number * rows].reset_index(drop=True), len(whole))
    tail = ", ".join((f"{order.column} {_direction(order)} nulls last", *ties))
    line = "lower(concat_ws(' ', " + ", ".join(f"{column}::varchar" for column in columns) + "))"
    query = QUERIES[name].part("page", search=_all_of([f"contains({line}, ${word})" for word in _bound(words)]), columns=tail)
    frame = answered(query, {**parameters, **_bound(words), "page_rows": rows, "page_start": (number - 1) * rows})
    return Page(frame.drop(columns=["total"]), int(frame["total"].iloc[0]) if len(frame) else 0)


def links(name: str, parameters: Mapping[str, Any]) -> Iterator[pd.DataFrame]:
    """Every pair of mark and record, with the title of the record, in frames of some thousands: for files."""
    columns = ", ".join(f"part_held.{key}" for key in dict.fromkeys((*keys(name, parameters), "record_table", "record_id")))
    return Ask.of(QUERIES[name].part("links", columns=columns), parameters).chunks()


def _direction(order: Order) -> str:
    return "desc" if order.descending else "asc"


def _bound(words: str) -> dict[str, str]:
    """The words searched for as values to bind."""
    return {f"word_{place}": word for place, word in enumerate(words.lower().split())}


def _all_of(conditions: Sequence[str]) -> str:
    return "\n        and ".join(conditions) or "true"


def _page(name: str, parameters: Mapping[str, Any], part: str, mark: Marks, page: int, rows: int, **places: str) -> Page:
    query, values = _of_mark(name, parameters, part, mark, **places)
    frame = answered(query, values | {"page_rows": rows, "page_start": (page - 1) * rows})
    total = int(frame["total"].iloc[0]) if len(frame) else 0
    return Page(frame.drop(columns=["total"]), total)


def _of_mark(name: str, parameters: Mapping[str, Any], part: str, mark: Marks, **places: str) -> tuple[Query, dict[str, Any]]:
    """The query of a part, narrowed to one mark or several where some are named."""
    if mark is None:
        return QUERIES[name].part(part, **places), dict(parameters)
    marks = [mark] if isinstance(mark, Mapping) else list(mark)
    named = keys(name, parameters)
    one_of = [" and ".join(f"{key} = $mark_{place}_{key}" for key in named) for place in range(len(marks))]
    bound = {f"mark_{place}_{key}": _plain(one[key]) for place, one in enumerate(marks) for key in named}
    return QUERIES[name].part(part, mark="(" + "\n        or ".join(one_of) + ")", **places), dict(parameters) | bound


def _plain(value: Any) -> Any:
    """A cell of a frame as a value to bind."""
    return value.item() if hasattr(value, "item") else value.to_pydatetime() if hasattr(value, "to_pydatetime") else value


def _columns(query: Query, parameters: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns of the rows of a query: the same whatever its values are, so the database is asked once."""
    if query.sql not in _names:
        _names[query.sql] = engine().columns(data.current(), query, {key: _plain(parameters[key]) for key in query.parameters})
    return _names[query.sql]
