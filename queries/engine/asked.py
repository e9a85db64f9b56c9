"""What every engine can be asked."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

import pandas as pd

import data
from queries.files import Query


class Unanswered(Exception):
    """An engine that cannot answer; the message says why and what to do, in words for readers."""


class Engine(Protocol):
    """Answers one question with its values from one release. The same rows, columns and types whatever the engine."""

    def rows(self, database: data.Database, query: Query, values: Mapping[str, Any], most: int) -> pd.DataFrame:
        """The first `most` rows. Raises Unanswered."""
        ...

    def chunks(self, database: data.Database, query: Query, values: Mapping[str, Any], rows: int) -> Iterator[pd.DataFrame]:
        """All rows, about `rows` at a time; at least one frame, with no rows where there are none. Raises Unanswered."""
        ...

    def columns(self, database: data.Database, query: Query, values: Mapping[str, Any]) -> tuple[str, ...]:
        """The names of the columns."""
        ...
