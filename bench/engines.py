"""`python -m bench.engines DIR`: seconds of every figure's question over the dataset in DIR (see bench.grow), and of one count in DuckDB and in SQLite."""

import argparse
import os
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

import data
from charts.catalogue import FIGURES
from exports.view import View
from queries import QUERIES, Filters
from queries.loader import Ask

ROUNDS, LOT = 3, 100_000
COLUMNS = ("document_id", "chairmanship_id", "theme_id", "document_type", "is_counted")
# The rows of a stacked bar, in words that both engines know.
COUNT = "select chairmanship_id, theme_id, count(*) as n from documents where is_counted group by chairmanship_id, theme_id order by chairmanship_id, theme_id"


def seconds(work: Callable[[], object]) -> float:
    """Median of ROUNDS times, in seconds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def figures() -> Iterator[tuple[str, str, str]]:
    """Page, figure and the seconds that DuckDB needs for its marks and the number of their records, without filters, none of it kept; or its refusal."""
    for name, figure in FIGURES.items():
        try:
            yield figure.page, name, f"{seconds(Ask.of(QUERIES[figure.query].counting, View.of(name, Filters()).parameters).answer):.3f}"
        except duckdb.Error as error:
            yield figure.page, name, str(error).partition("\n")[0]


def beside_sqlite() -> tuple[float, float]:
    """Seconds of COUNT in DuckDB and in SQLite, whose table is in memory and holds nothing but COLUMNS."""
    with data.current().cursor() as cursor, sqlite3.connect(":memory:") as other:
        other.execute(f"create table documents ({', '.join(COLUMNS)})")
        rows = cursor.execute("select document_id, chairmanship_id, theme_id, document_type::varchar, is_counted from documents order by document_id")
        while lot := rows.fetchmany(LOT):
            other.executemany(f"insert into documents values ({', '.join('?' * len(COLUMNS))})", lot)
        ours = seconds(lambda: cursor.execute(COUNT).fetchall())
        theirs = seconds(lambda: other.execute(COUNT).fetchall())
        assert set(cursor.execute(COUNT).fetchall()) == set(other.execute(COUNT).fetchall())  # each has its own order of empty values
    return ours, theirs


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.engines", description=__doc__)
    parser.add_argument("folder", type=Path)
    os.environ["SCO_DATA"] = str(parser.parse_args().folder)
    start = time.perf_counter()
    rows = data.current().counts
    print(f"{rows['documents']:,} documents, {sum(rows.values()):,} rows, built and checked in {time.perf_counter() - start:.0f} s", flush=True)
    for page, name, took in figures():
        print(f"{page:<12}{name:<30}{took}", flush=True)
    ours, theirs = beside_sqlite()
    print(f"one count: DuckDB {ours:.3f} s, SQLite {theirs:.3f} s, {theirs / ours:.0f} times")
    return 0


if __name__ == "__main__":
    sys.exit(main())
