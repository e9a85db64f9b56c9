"""DuckDB in this process: the engine for all that one machine can hold."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

import data
from queries.files import Query

VECTOR_ROWS = 2048  # DuckDB hands rows over in vectors of so many


class DuckDB:
    """Answers from the database of a release itself."""

    def rows(self, database: data.Database, query: Query, values: Mapping[str, Any], most: int) -> pd.DataFrame:
        """The first `most` rows: what a page shows is bounded, whatever the size of the dataset. Raises duckdb.Error."""
        with database.cursor() as cursor:
            bounded = query.bounded
            bound = {"most_rows": most} if "most_rows" in bounded.named_parameters else {}
            cursor.execute(bounded, dict(values) | bound)
            frame = cursor.fetch_df_chunk(-(-most // VECTOR_ROWS))
            return frame.head(most) if len(frame) > most else frame

    def chunks(self, database: data.Database, query: Query, values: Mapping[str, Any], rows: int) -> Iterator[pd.DataFrame]:
        """All rows, about `rows` at a time; at least one frame. Raises duckdb.Error."""
        with database.cursor() as cursor:
            cursor.execute(query.statement, dict(values))
            yield (frame := cursor.fetch_df_chunk(rows // VECTOR_ROWS))
            while len(frame) and len(frame := cursor.fetch_df_chunk(rows // VECTOR_ROWS)):
                yield frame

    def columns(self, database: data.Database, query: Query, values: Mapping[str, Any]) -> tuple[str, ...]:
        """The names of the columns. Raises duckdb.Error."""
        with database.cursor() as cursor:
            return tuple(column[0] for column in cursor.execute(query.sql, dict(values)).description)
