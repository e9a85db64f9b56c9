"""Tables as Excel and pandas save them give the same release as those written by hand, and what could mean two things is still a fault."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

import data
from data.catalogue import Catalogue, Column, read_catalogue
from data.reading.plain import plain, without_blanks
from data.reading.sheets import Raw, cell, separator_of

pytestmark = pytest.mark.broad


@pytest.fixture(scope="module")
def catalogue(tiny: data.Database) -> Catalogue:
    """The columns of every table."""
    with tiny.cursor() as cursor:
        return read_catalogue(cursor)


def excel(text: str, columns: dict[str, str]) -> str:
    """A CSV file as a European Excel saves it: semicolons, days with dots, truth in capitals, decimal commas, blank rows and columns beyond the table."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    writer.writerow([*header, "", ""])
    for row in rows:
        cells = [saved(cell, columns[name]) for cell, name in zip(row, header, strict=True)]
        writer.writerow([*cells, "", ""])
    writer.writerow([""] * (len(header) + 2))
    return "\ufeff" + made.getvalue()


def saved(cell: str, kind: str) -> str:
    """The text of a cell as Excel saves it."""
    if kind == "DATE" and cell:
        return ".".join(reversed(cell.split("-")))
    return cell.upper() if kind == "BOOLEAN" else cell.replace(".", ",") if kind == "DOUBLE" else cell


def test_tables_saved_by_excel_are_the_same_release(tiny_folder: Path, tiny: data.Database, catalogue: Catalogue) -> None:
    for table, columns in catalogue.items():
        path = tiny_folder / f"{table}.csv"
        kinds = {column.name: column.type for column in columns}
        path.write_text(excel(path.read_text(encoding="utf-8"), kinds), encoding="utf-8", newline="")
    database = data.connect(tiny_folder)
    assert (database.release, database.counts) == (tiny.release, tiny.counts)
    database.close()


@pytest.mark.parametrize("size", ["small", "large"])
def test_tables_saved_by_pandas_are_the_same_release(
    size: str, tiny_folder: Path, tiny: data.Database, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    widened = []
    for table, columns in catalogue.items():
        path = tiny_folder / f"{table}.csv"
        days = [column.name for column in columns if column.type == "DATE"]
        frame = pd.read_csv(path, parse_dates=days)
        widened += [column.name for column in columns if column.type == "INTEGER" and frame[column.name].dtype == float]
        frame.to_parquet(path.with_suffix(".parquet"), index=False)
        path.unlink()
    if size == "large":
        monkeypatch.setattr("data.file.LARGEST_SMALL_BYTES", 0)
    assert widened  # whole numbers with gaps, which pandas makes floats of
    database = data.connect(tiny_folder)
    assert (database.release, database.counts) == (tiny.release, tiny.counts)
    assert not caplog.records  # a large dataset is not read a second time, cell by cell
    database.close()


@pytest.mark.parametrize(
    ("text", "kind", "separator", "wanted"),
    [
        ("16.06.2009", "DATE", ",", "2009-06-16"),
        ("6.7.2009", "DATE", ",", "2009-07-06"),
        ("2009-06-16 00:00:00", "DATE", ",", "2009-06-16"),
        ("2009-06-16T00:00:00.000", "DATE", ",", "2009-06-16"),
        ("31.02.2009", "DATE", ",", "31.02.2009"),
        ("06/07/2009", "DATE", ",", "06/07/2009"),
        ("2009-06-16 12:30:00", "DATE", ",", "2009-06-16 12:30:00"),
        ("39980", "DATE", ",", "39980"),
        ("16.06.2009", "VARCHAR", ",", "16.06.2009"),
        ("TRUE", "BOOLEAN", ",", "true"),
        ("False", "BOOLEAN", ",", "false"),
        ("1", "BOOLEAN", ",", "1"),
        ("TRUE", "VARCHAR", ",", "TRUE"),
        ("14.0", "INTEGER", ",", "14"),
        ("14.5", "INTEGER", ",", "14.5"),
        ("14.0", "VARCHAR", ",", "14.0"),
        ("3,5", "DOUBLE", ";", "3.5"),
        ("3,5", "DOUBLE", ",", "3,5"),
        ("3,500", "DOUBLE", ";", "3,500"),
    ],
)
def test_a_cell_is_changed_where_it_can_mean_one_value_only(text: str, kind: str, separator: str, wanted: str) -> None:
    assert plain(text, kind, separator) == wanted


def test_a_column_with_neither_name_nor_cell_goes_and_one_with_a_cell_stays() -> None:
    rows = [["1", "", "2", ""], ["3", "", "4", "x"], ["5"]]
    assert without_blanks(["a", "", "b", ""], rows) == (["a", "b", ""], [["1", "2", ""], ["3", "4", "x"], ["5"]])
    assert without_blanks(["a", ""], [["1", "", "2"], ["3", ""]]) == (["a"], [["1", "2"], ["3"]]), "rows longer and shorter than the header"


def test_a_column_is_its_filled_cells() -> None:
    raw = Raw("a.csv", ["one", "two"], [["a"], ["b", ""], ["c", "d"], ["", "e", "f"]])
    assert [raw.column(name) for name in ("one", "two", "three")] == [["a", "b", "c"], ["d", "e"], []]


def test_a_workbook_beside_the_tables_is_said(tiny_folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("documents.xlsx", "~$documents.xlsx"):
        (tiny_folder / name).write_bytes(b"")
    data.connect(tiny_folder).close()
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == ["documents.xlsx is not read"]


@pytest.mark.parametrize(
    ("text", "separator"),
    [("a,b\n1;2;3", ","), ("a;b\n1,2,3", ";"), ("a;b,c\n", ","), ("a\n1;2", ","), ("", ","), ("\r\n\na;b\n1,2", ";")],
    ids=["commas", "semicolons", "both", "one column", "nothing", "blank lines"],
)
def test_the_first_row_says_what_parts_the_cells(text: str, separator: str) -> None:
    assert separator_of(text) == separator


@pytest.mark.parametrize(
    ("row", "at", "is_key", "wanted"),
    [
        (["a", "b"], 0, False, "a"),
        (["a", "b"], 0, True, "a"),
        (["a", ""], 1, False, None),
        (["a"], 0, False, None),
        (["a"], 0, True, "a"),
        (["a"], 1, True, None),
        (["a", "b", "c"], 0, False, None),
        (["a", "b", "c"], 1, True, "b"),
        (["a", "b"], 2, True, None),
    ],
)
def test_of_a_torn_row_the_key_alone_is_trusted(row: list[str], at: int, is_key: bool, wanted: str | None) -> None:
    column = Column("name", "VARCHAR", (), False, is_key, False, None, None, "", "")
    assert cell(row, at, column, Raw("a.csv", ["one", "two"])) == wanted
