"""Types in every door: whole numbers are whole beside empty cells, days are days, truth is truth, nothing else where nothing is known."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
import queries
from charts.catalogue import FIGURES
from exports.formats import FORMATS
from exports.text import rows_csv
from exports.view import View
from queries import Filters
from queries.dataset.lists import Rows
from server.api import routes
from ui.dataset import listing

pytestmark = pytest.mark.broad

TABLES = (*data.TABLES, "releases")
SERVED = data.TABLES
# How a cell of each type is written in text, and what it is.
CELLS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "VARCHAR": (r"(?s).+", str),
    "INTEGER": (r"-?\d+", int),
    "DOUBLE": (r"-?\d+(\.\d+)?(e[+-]?\d+)?", float),
    "DATE": (r"\d{4}-\d\d-\d\d", date.fromisoformat),
    "BOOLEAN": (r"true|false", "true".__eq__),
}
ARROW = {"VARCHAR": pa.string(), "INTEGER": pa.int32(), "DOUBLE": pa.float64(), "DATE": pa.date32(), "BOOLEAN": pa.bool_()}
PLAIN = {"VARCHAR": str, "INTEGER": int, "DOUBLE": (int, float), "DATE": str, "BOOLEAN": bool}
Table = list[dict[str, Any]]
# The figures of whose rows some whole numbers, days or measures are not known, and one with truth in it.
BOOKS = ("documents-by-year", "document-validity", "headline-figures", "priority-tracker", "reported-events", "country-ladder", "priority-survival")
client = TestClient(Starlette(routes=list(routes)))


@pytest.fixture(scope="module")
def types(real: data.Database) -> dict[str, dict[str, str]]:
    """Table -> column -> type, as the schema says."""
    found: dict[str, dict[str, str]] = {}
    for table, column, kind in real.cursor().execute("select table_name, column_name, data_type from codebook order by all").fetchall():
        found.setdefault(table, {})[column] = kind
    return found


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked release.zip."""
    folder = tmp_path_factory.mktemp("release")
    zipfile.ZipFile(io.BytesIO(client.get("/api/v1/release.zip").content)).extractall(folder)
    (inside,) = folder.iterdir()
    return inside


def read(text: str, kinds: dict[str, str]) -> Table:
    """The rows of a CSV text, every cell held against the way in which its type is written."""
    rows = list(csv.DictReader(io.StringIO(text)))
    for row in rows:
        assert not [(name, cell) for name, cell in row.items() if cell and not re.fullmatch(CELLS[kinds[name]][0], cell)]
    return [{name: CELLS[kinds[name]][1](cell) if cell else None for name, cell in row.items()} for row in rows]


def ordered(rows: Table) -> Table:
    """The rows without regard to their order."""
    return sorted(rows, key=lambda row: json.dumps(row, default=str, sort_keys=True))


def wanted(table: str, kinds: dict[str, str]) -> Table:
    """The rows as the files of the dataset have them."""
    return ordered(read((Path(data.__file__).parent / f"{table}.csv").read_text(encoding="utf-8"), kinds))


@pytest.mark.parametrize("table", TABLES)
def test_the_release_keeps_types_in_csv_parquet_and_database(table: str, release: Path, types: dict[str, dict[str, str]]) -> None:
    kinds = types[table]
    rows = wanted(table, kinds)
    assert ordered(read((release / "csv" / f"{table}.csv").read_text(encoding="utf-8"), kinds)) == rows
    held = pq.read_table(release / "parquet" / f"{table}.parquet")
    assert {field.name: field.type.value_type if pa.types.is_dictionary(field.type) else field.type for field in held.schema} == {n: ARROW[k] for n, k in kinds.items()}
    assert ordered(held.to_pylist()) == rows
    with duckdb.connect(str(release / "dataset.duckdb"), read_only=True) as connection:
        found = connection.table(table)
        assert {name: "VARCHAR" if kind.id == "enum" else str(kind) for name, kind in zip(found.columns, found.types, strict=True)} == kinds
        assert ordered([dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]) == rows


@pytest.mark.parametrize("table", SERVED)
def test_the_data_api_keeps_types_in_csv_json_and_parquet(table: str, types: dict[str, dict[str, str]]) -> None:
    kinds = types[table]
    rows = wanted(table, kinds)
    assert ordered(read(client.get(f"/api/v1/tables/{table}.csv").content.decode("utf-8-sig"), kinds)) == rows
    held = pq.read_table(io.BytesIO(client.get(f"/api/v1/tables/{table}.parquet").content))
    assert {field.name: field.type for field in held.schema} == {name: ARROW[kind] for name, kind in kinds.items()}
    assert ordered(held.to_pylist()) == rows
    told = client.get(f"/api/v1/tables/{table}.json").json()["rows"]
    assert not [(name, cell) for row in told for name, cell in row.items() if not is_of(cell, kinds[name])]
    assert ordered([{name: day(cell) if kinds[name] == "DATE" else cell for name, cell in row.items()} for row in told]) == rows


@pytest.mark.parametrize("table", SERVED)
def test_the_page_data_writes_every_table_with_its_types(table: str, types: dict[str, dict[str, str]]) -> None:
    text = listing.csv(Rows(table, (next(iter(types[table])),))).decode("utf-8-sig")
    assert ordered(read(text, types[table])) == wanted(table, types[table])


def is_of(cell: Any, kind: str) -> bool:
    """Whether a value of JSON is nothing, or of a type and no other."""
    return cell is None or (isinstance(cell, PLAIN[kind]) and isinstance(cell, bool) == (kind == "BOOLEAN"))  # type: ignore[arg-type]


def day(cell: str | None) -> date | None:
    return None if cell is None else date.fromisoformat(cell)


def test_a_record_keeps_its_types(types: dict[str, dict[str, str]]) -> None:
    for table, row_id in (("documents", "2019-emergency-plan-2020-2021"), ("documents", "2003-trade-programme"), ("meetings", "chg-2003-beijing")):
        told = client.get(f"/api/v1/records/{table}/{row_id}.json").json()["row"]
        assert set(told) == set(types[table])
        assert not [(name, cell) for name, cell in told.items() if not is_of(cell, types[table][name])]


def asked(view: View) -> tuple[dict[str, str], list[tuple[Any, ...]]]:
    """Column -> type, and the rows of a figure's question, from the database itself."""
    query = queries.QUERIES[view.figure.query]
    bound = {name: list(value) if isinstance(value, tuple) else value for name, value in view.parameters.items()}
    with data.current().cursor() as cursor:
        cursor.execute(query.statement, bound)
        return {name: str(kind).replace("TIMESTAMP", "DATE") for name, kind, *_ in cursor.description}, cursor.fetchall()


def same(cell: Any, value: Any) -> bool:
    if isinstance(value, float):
        return cell == pytest.approx(value, rel=1e-12)
    return cell == (value.date() if isinstance(value, datetime) else None if value == "" else value)


def hold(cells: Iterator[list[Any]], rows: list[tuple[Any, ...]]) -> None:
    """Every cell of a file against that of the database."""
    found = list(cells)
    assert len(found) == len(rows)
    assert not [(cell, value) for line, row in zip(found, rows, strict=True) for cell, value in zip(line, row, strict=True) if not same(cell, value)]


@pytest.mark.parametrize("name", FIGURES)
def test_a_card_keeps_types_in_csv_and_json(name: str) -> None:
    view = View.of(name, Filters())
    kinds, rows = asked(view)
    assert set(kinds.values()) <= set(CELLS)
    hold((list(row.values()) for row in read(rows_csv.to_csv(view).decode("utf-8-sig"), kinds)), rows)
    told = json.loads(FORMATS["json"].make(view))["rows"]
    assert not [(column, cell) for row in told for column, cell in row.items() if not is_of(cell, kinds[column])]


@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_keeps_types(name: str) -> None:
    view = View.of(name, Filters())
    kinds, rows = asked(view)
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].make(view)), read_only=True)
    heads, *lines = book["Data"].iter_rows(values_only=True)
    assert list(heads) == list(kinds)
    days = [place for place, kind in enumerate(kinds.values()) if kind == "DATE"]
    assert all(isinstance(line[place], datetime | None) for line in lines for place in days)
    assert all(isinstance(line[place], bool) for line in lines for place, kind in enumerate(kinds.values()) if kind == "BOOLEAN")
    assert all(isinstance(line[place], int | None) for line in lines for place, kind in enumerate(kinds.values()) if kind == "INTEGER")
    hold(([cell.date() if isinstance(cell, datetime) else cell for cell in line] for line in lines), rows)
