"""The types of an answer, as DuckDB gives them: what Spark answers is put into the same."""

from collections.abc import Mapping
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
from duckdb import ColumnExpression

import data
from data.catalogue import ALONE
from queries.engine import layout
from queries.files import Query

_types: dict[tuple[str, str], dict[str, str]] = {}


def types(database: data.Database, query: Query, values: Mapping[str, Any]) -> dict[str, str]:
    """Name -> DuckDB type of every column of an answer. The database reads the text for it and no rows."""
    key = (layout.named(database), query.sql)
    if key not in _types:
        with database.cursor() as cursor:
            found = cursor.execute(f"describe {query.sql}", dict(values)).fetchall()
        _types[key] = {str(row[0]): str(row[1]) for row in found}
    return _types[key]


def framed(table: pa.Table, wanted: Mapping[str, str]) -> pd.DataFrame:
    """The rows of another engine as DuckDB would give them. Raises duckdb.Error where a value does not fit its type."""
    with duckdb.connect(config=ALONE) as connection:
        columns = [ColumnExpression(name).cast(connection.type(kind)).alias(name) for name, kind in wanted.items()]
        return connection.from_arrow(table).select(*columns).df()


def places(database: data.Database, kind: str) -> tuple[str, ...]:
    """The values of a closed list in their order; none where the name is not one of a closed list."""
    with database.cursor() as cursor:
        try:
            found = cursor.type(kind)
        except duckdb.Error:
            return ()
    return tuple(dict(found.children)["values"]) if found.id == "enum" else ()
