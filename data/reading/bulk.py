"""Fill the tables by the database alone: fast, in bounded memory, and only where nothing is in doubt.

Nothing is told of what is wrong. Whoever meets a doubt reads the folder again, cell by cell, and names every fault.
"""

import csv
import os
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from pathlib import Path

import duckdb
from duckdb import ColumnExpression, ConstantExpression, FunctionExpression

from data.catalogue import Catalogue, Column, sql
from data.file import OPTIONAL
from data.reading.fill import fill_order
from data.reading.sheets import FORMATS

ROWS_AT_ONCE = 10_000
MACROS = {"VARCHAR": "text_of", "DATE": "date_of", "INTEGER": "whole_of", "DOUBLE": "number_of", "BOOLEAN": "truth_of"}


class Doubt(Exception):
    """Something in the files that the exact reading alone can judge."""


def put_all(connection: duckdb.DuckDBPyConnection, folder: Path, catalogue: Catalogue, keyed: bool) -> None:
    """Fill the empty tables from the files of a folder; `keyed` where the tables check keys and links by themselves.

    Raises Doubt for anything that is not certainly sound: a file, a cell, a key, a link or a chain of links.
    """
    files = {table: file_of(folder, table) for table in catalogue}
    connection.execute(sql("cells"))
    try:
        with ThreadPoolExecutor(1) as beside:
            counts = {table: beside.submit(rows_of_csv, path, catalogue[table]) for table, path in files.items() if path and path.suffix == ".csv"}
            for table in fill_order(catalogue):
                if path := files[table]:
                    put(connection, table, read_rows(connection, path, catalogue[table]), catalogue[table], keyed)
                elif table != OPTIONAL:
                    raise Doubt(f"{table} is missing")
            compare(connection, counts)
        if not keyed:
            check_keys(connection, catalogue)
        check_links(connection, catalogue)  # no database checks an id whose table stands beside it
    except duckdb.OutOfMemoryException:
        raise
    except (duckdb.Error, OSError, ValueError, csv.Error) as error:
        raise Doubt(str(error)) from error


def file_of(folder: Path, table: str) -> Path | None:
    """The one file of a table, None where there is none. Raises Doubt where there are two, or something else than a file."""
    found = [path for ending in FORMATS if (path := folder / f"{table}.{ending}").exists()]
    if len(found) > 1 or not all(path.is_file() for path in found):
        raise Doubt(f"{table} is not one file")
    return found[0] if found else None


def header_of(path: Path) -> list[str]:
    """The first row of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file), [])


def rows_of_csv(path: Path, columns: tuple[Column, ...]) -> int:
    """How many rows a CSV file has for the reader that knows every fault; it keeps none of them.

    Raises Doubt where rows differ in width or a cell begins with a blank: the database reads such quotes in another way; also where
    the last line has no end, as in a copy that has stopped half-way.
    """
    if not is_ended(path):
        raise Doubt(f"{path.name} does not end with a line break")
    count, wanted = 0, {0, len(columns)}
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        next(reader)
        while rows := list(islice(reader, ROWS_AT_ONCE)):
            if not wanted.issuperset(map(len, rows)) or "\x1f " in "\x1f".join(chain(("",), chain.from_iterable(rows))):
                raise Doubt(f"{path.name} has a row of another width, or a blank before a cell")
            count += sum(map(any, rows))
    return count


def is_ended(path: Path) -> bool:
    """True where the last line of a file has its end."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() in (b"\n", b"\r")


def read_rows(connection: duckdb.DuckDBPyConnection, path: Path, columns: tuple[Column, ...]) -> duckdb.DuckDBPyRelation:
    """The rows of a file, as text from a CSV file. Raises Doubt where it has other columns."""
    if path.suffix == ".parquet":
        relation = connection.read_parquet(str(path))
        header = relation.columns
    else:
        header = header_of(path)
        how = {"header": True, "auto_detect": False, "sep": ",", "quotechar": '"', "escapechar": '"', "strict_mode": True}
        relation = connection.read_csv(str(path), columns=dict.fromkeys(header, "varchar"), **how)
    if sorted(header) != sorted(column.name for column in columns):
        raise Doubt(f"{path.name} has other columns")
    return relation


def value_of(column: Column) -> duckdb.Expression:
    """What the cell of a column stands for. The values of closed lists and links are sound where those that they name are."""
    cell = FunctionExpression("nullif", ColumnExpression(column.name).cast(duckdb.sqltype("VARCHAR")), ConstantExpression(""))
    named = column.parent or column.allowed
    return (cell if named else FunctionExpression(MACROS[column.type], cell)).alias(column.name)


def put(connection: duckdb.DuckDBPyConnection, table: str, rows: duckdb.DuckDBPyRelation, columns: tuple[Column, ...], keyed: bool) -> None:
    """Insert the rows of a file into their table; where the table itself checks that links lead to its rows, those that others link to go first."""
    rows = rows.select(*map(value_of, columns)).set_alias("rows")
    own = next((column for column in columns if column.parent == table), None)
    if own is None or not keyed:
        rows.insert_into(table)
        return
    rows.filter(ColumnExpression(own.name).isnull()).insert_into(table)
    placed, before = size(connection.table(table)), 0
    while placed > before:
        known = connection.table(table).select(ColumnExpression(str(own.parent_column)).alias("known_id"))
        waiting = rows.join(known.set_alias("placed"), f"{own.parent_column} = placed.known_id", how="anti")
        waiting.join(known.set_alias("earlier"), f"{own.name} = earlier.known_id", how="semi").insert_into(table)
        placed, before = size(connection.table(table)), placed
    if placed < size(rows):
        raise Doubt(f"{table} has links that lead nowhere")


def size(rows: duckdb.DuckDBPyRelation) -> int:
    """How many rows there are."""
    return rows.count("*").fetchall()[0][0]


def compare(connection: duckdb.DuckDBPyConnection, counts: dict[str, "Future[int]"]) -> None:
    """Raise Doubt where the database found another number of rows in a file than the reader that knows every fault."""
    for table, count in counts.items():
        if size(connection.table(table)) != count.result():
            raise Doubt(f"{table} is read in two ways")


def check_keys(connection: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Raise Doubt where two rows may have one key, or one value that must be unique: by a short sum of the values, which is enough for a doubt."""
    for table, columns in catalogue.items():
        for names in ([column.name for column in columns if column.key], *([column.name] for column in columns if column.unique)):
            filled = connection.table(table)
            for name in names:
                filled = filled.filter(ColumnExpression(name).isnotnull())
            sums = filled.select(FunctionExpression("hash", *map(ColumnExpression, names)).alias("key"))
            if size(sums) != size(sums.distinct()):
                raise Doubt(f"{table} has a key twice")


def check_links(connection: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Raise Doubt where an id has no row, or where a chain of links leads back to itself."""
    for table, columns in catalogue.items():
        links = [(column.name, str(column.parent), str(column.parent_column), None) for column in columns if column.parent]
        if {"table_name", "row_id"} <= {column.name for column in columns}:
            named = next(column.allowed for column in columns if column.name == "table_name")
            links += [("row_id", parent, key_of(catalogue[parent]), parent) for parent in named]
        for name, parent, key, only in links:
            rows = connection.table(table).filter(ColumnExpression(name).isnotnull())
            if only:
                rows = rows.filter(ColumnExpression("table_name") == ConstantExpression(only))
            known = connection.table(parent).select(ColumnExpression(key).alias("known_id")).set_alias("known")
            if size(rows.join(known, f"{name} = known_id", how="anti").limit(1)):
                raise Doubt(f"{table} has an id without a row")
    if any(unreached for _, unreached in connection.execute(sql("circles")).fetchall()):
        raise Doubt("a chain leads back to itself")


def key_of(columns: Iterable[Column]) -> str:
    """The first column of the key of a table."""
    return next(column.name for column in columns if column.key)
