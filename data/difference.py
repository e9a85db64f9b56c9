"""What changed between two releases, row by row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from data.catalogue import Catalogue, Column, read_catalogue
from data.database import Database
from data.digest import canonical
from data.kept import Tables, kept_tables, served_tables

Key = tuple[str, ...]
Row = Mapping[str, str]


@dataclass(frozen=True)
class Change:
    """One row added or removed, or one cell of a row changed (`column`, `before`, `after`; "" where empty).

    `record_table` and `record_id` name the record that the row is about: the row itself, or the one that evidence or a coding is for.
    """

    table: str
    row: str
    kind: Literal["added", "changed", "removed"]
    column: str
    before: str
    after: str
    record_table: str
    record_id: str


def since(database: Database, release_id: str) -> list[Change]:
    """The changes from a kept release to the served one. Raises KeptError when the kept tables cannot be read."""
    with database.cursor() as cursor:
        catalogue = read_catalogue(cursor)
    return difference(kept_tables(database.folder, release_id), served_tables(database), catalogue)


def difference(old: Tables, new: Tables, catalogue: Catalogue) -> list[Change]:
    """All changes, in the order of the tables; in each the added rows, then the changed cells, then the removed rows.

    A row is the same when its key is. Where a key has several columns and the last is free text, a row that lost only the last one's
    value and a new row that matches it in all others are taken for one changed row, if each is alone in this: a place in a source can be
    reworded, while another value of a closed list, such as the coder, makes another row. A column that a release lacks is empty there.
    """
    changes: list[Change] = []
    for table, columns in catalogue.items():
        if table in old and table in new:
            changes += table_changes(table, columns, old[table], new[table])
    return changes


def table_changes(table: str, columns: tuple[Column, ...], old: Iterable[Row], new: Iterable[Row]) -> list[Change]:
    """The changes of one table."""
    names = [column.name for column in columns if column.key]
    before, after = keyed(old, names), keyed(new, names)
    gone = [key for key in before if key not in after]
    come = [key for key in after if key not in before]
    closed = any(column.allowed for column in columns if column.name == names[-1])
    pairs = [(key, key) for key in after if key in before] + ([] if closed else renamed(gone, come))
    left, right = {one for one, _ in pairs}, {other for _, other in pairs}
    changes = [change(table, key, after[key], "added") for key in come if key not in right]
    for one, other in pairs:
        changes += cell_changes(table, columns, other, before[one], after[other])
    return changes + [change(table, key, before[key], "removed") for key in gone if key not in left]


def keyed(rows: Iterable[Row], names: list[str]) -> dict[Key, Row]:
    """The rows by the values of the key columns."""
    return {tuple(row.get(name) or "" for name in names): row for row in rows}


def renamed(gone: list[Key], come: list[Key]) -> list[tuple[Key, Key]]:
    """Pairs of a lost and a new key that differ in the last of several columns alone, where there is one of each."""
    lost: dict[Key, list[Key]] = {}
    found: dict[Key, list[Key]] = {}
    for keys, groups in ((gone, lost), (come, found)):
        for key in keys:
            groups.setdefault(key[:-1], []).append(key)
    return [(one[0], other[0]) for stem, one in lost.items() if stem and len(one) == 1 and len(other := found.get(stem, [])) == 1]


def cell_changes(table: str, columns: tuple[Column, ...], key: Key, before: Row, after: Row) -> Iterator[Change]:
    """The cells of one row whose values differ."""
    for column in columns:
        one, other = (row.get(column.name) or "" for row in (before, after))
        if canonical(one or None, column.type) != canonical(other or None, column.type):
            yield change(table, key, after, "changed", column.name, one, other)


def change(table: str, key: Key, row: Row, kind: Literal["added", "changed", "removed"], column: str = "", before: str = "", after: str = "") -> Change:
    """A change with the record that it is about."""
    record = ("world_shares", f"{row['indicator']}-{row['year']}") if table == "world_shares" else (table, key[0])
    if len(key) > 1 and {"table_name", "row_id"} <= row.keys():
        record = (row["table_name"], row["row_id"])
    return Change(table, " / ".join(key), kind, column, before, after, *record)
