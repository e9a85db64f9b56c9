"""`python -m bench.paging DIR`: seconds of the first and of the last pages of the long lists of the dataset in DIR (see bench.grow)."""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import data
import queries
from exports.view import View
from queries import Filters, Order
from queries.dataset.tables import rows_of
from queries.marks import ROWS_A_PAGE, SOURCES_A_PAGE

ROUNDS, A_PAGE = 3, 50
TABLES = ("documents", "sources", "evidence", "codings")
Turn = Callable[[int], int]  # shows the page of a number, and gives how many rows there are in all


def lists() -> Iterator[tuple[str, int, Turn]]:
    """Each list, its rows a page, and how a page of it is asked for: the register, a figure's Table and Sources tabs, the tables of the Data page."""
    register, tracker = (View.of(name, Filters()) for name in ("document-register", "priority-tracker"))
    yield "register of documents", A_PAGE, lambda number: _listed(register, number)
    for view in (register, tracker):
        column = next(iter(view.figure.columns))
        yield f"{view.figure.name}, Table", ROWS_A_PAGE, lambda number, view=view, column=column: view.page(Order(column), "", number, ROWS_A_PAGE).total
    yield "document-register, Sources", SOURCES_A_PAGE, lambda number: register.sources(page=number).total
    for name in TABLES:
        rows = rows_of(name)
        yield f"{name}, in its own order", ROWS_A_PAGE, lambda number, rows=rows: rows.page(number, ROWS_A_PAGE).total
        yield f"{name}, by its first column downwards", ROWS_A_PAGE, lambda number, rows=rows: rows.page(number, ROWS_A_PAGE, Order(rows.key[0], True)).total


def _listed(view: View, number: int) -> int:
    found = queries.run("documents/listed", {**view.parameters, "page_rows": A_PAGE, "page_start": (number - 1) * A_PAGE})
    assert len(found)
    return view.n


def seconds(turn: Turn, pages: range) -> float:
    """Median of the times that some pages take, each of which nobody has asked for."""
    taken = []
    for number in pages:
        start = time.perf_counter()
        turn(number)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.paging", description=__doc__)
    parser.add_argument("folder", type=Path, help="a dataset, as bench.grow makes it")
    os.environ["SCO_DATA"] = str(parser.parse_args().folder)
    print(f"{data.current().counts['documents']:,} documents\n{'list':<42}{'rows':>12}{'first pages':>13}{'last pages':>13}")
    for name, a_page, turn in lists():
        total = turn(1)
        last = -(-total // a_page)
        print(f"{name:<42}{total:>12,}{seconds(turn, range(2, 2 + ROUNDS)):>13.3f}{seconds(turn, range(last - ROUNDS + 1, last + 1)):>13.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
