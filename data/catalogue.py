"""What the schema says about every column, read back from the database, so that it is written down once."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import duckdb

HERE = Path(__file__).parent
# For every connection: the database looks nowhere for more of itself, least of all on the internet.
ALONE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "allow_community_extensions": "false"}

TABLES = (
    "themes",
    "countries",
    "bodies",
    "sources",
    "chairmanships",
    "meetings",
    "documents",
    "priorities",
    "events",
    "membership_steps",
    "reported_figures",
    "world_shares",
    "evidence",
    "codings",
    "conflicts",
    "gaps",
)


@dataclass(frozen=True)
class Column:
    """One column: its DuckDB type, the values of a closed list (else empty), need, keys and meaning."""

    name: str
    type: str
    allowed: tuple[str, ...]
    required: bool
    key: bool
    unique: bool
    parent: str | None
    parent_column: str | None
    comment: str
    table_comment: str


Catalogue = dict[str, tuple[Column, ...]]


def sql(name: str) -> str:
    """The text of a `.sql` file of this folder, by its path without the ending."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def read_catalogue(connection: duckdb.DuckDBPyConnection) -> Catalogue:
    """The columns of each table, tables in the order of the contract."""
    found: dict[str, list[Column]] = {}
    closed: dict[str, dict[str, tuple[str, ...]]] = {}
    for table, name, kind, *facts in connection.execute(sql("catalogue")).fetchall():
        if table not in closed:
            closed[table] = closed_lists(connection.table(table))
        found.setdefault(table, []).append(Column(name, kind, closed[table].get(name, ()), *facts))
    return {table: tuple(columns) for table, columns in found.items()}


def closed_lists(relation: duckdb.DuckDBPyRelation) -> dict[str, tuple[str, ...]]:
    """The allowed values of each enum column, in display order."""
    lists = {}
    for name, kind in zip(relation.columns, relation.types, strict=True):
        if kind.id == "enum":
            (_, values), *_ = kind.children
            lists[name] = tuple(cast(list[str], values))
    return lists
