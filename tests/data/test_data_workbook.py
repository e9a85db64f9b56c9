"""`python -m data from`: a workbook gives the release of its tables, and every fault of it is told by sheet and cell, at once."""

import csv
import re
from datetime import datetime
from pathlib import Path
from unittest.mock import Mock
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

import data
from data.__main__ import main
from data.faults import Fault
from data.reading.shape import columns_of_schema
from data.spreadsheet.take import TakingError, take, with_cells
from data.spreadsheet.take import told as in_words
from data.spreadsheet.workbook import Header, NotAWorkbook, Taken, filled_rows
from data.spreadsheet.written import WritingError, cell, write
from tests.conftest import TINY

pytestmark = pytest.mark.broad


def value_of(cell: str, kind: str) -> object:
    """What stands in a cell of Excel for the text of a CSV file: days as days or, where they are the first of a month, as text with dots."""
    if not cell or kind == "VARCHAR":
        return cell or None
    if kind == "DATE":
        return ".".join(reversed(cell.split("-"))) if cell.endswith("-01") else datetime.fromisoformat(cell)
    return cell == "true" if kind == "BOOLEAN" else float(cell)


@pytest.fixture
def book() -> openpyxl.Workbook:
    """The tables of `tests/tiny`, each on a sheet of its name in other letters, with blank rows and columns before and between."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for table, columns in columns_of_schema().items():
        sheet = made.create_sheet(table.replace("_", " ").title())
        header, *rows = csv.reader((TINY / f"{table}.csv").open(encoding="utf-8"))
        kinds = {column.name: column.type for column in columns}
        sheet.append([])
        sheet.append([None, header[0], None, *header[1:]])
        for row in rows:
            first, *others = [value_of(cell, kinds[name]) for cell, name in zip(row, header, strict=True)]
            sheet.append([None, first, None, *others])
            sheet.append([])
    return made


def saved(book: openpyxl.Workbook, folder: Path) -> Path:
    """The workbook as a file."""
    book.save(folder / "league.xlsx")
    return folder / "league.xlsx"


def place(sheet: Worksheet, name: str, row: int) -> str:
    """The address of a cell of a column in the n-th row with values, from 1."""
    letter = next(cell.column_letter for cell in sheet[2] if cell.value == name)
    return f"{letter}{row * 2 + 1}"


def told(book: openpyxl.Workbook, folder: Path) -> list[str]:
    """The faults of a workbook that must have some."""
    with pytest.raises(TakingError) as caught:
        take(saved(book, folder), folder / "taken")
    assert not (folder / "taken").exists()
    return str(caught.value).splitlines()[1:]


def test_a_workbook_gives_the_release_of_its_tables(book: openpyxl.Workbook, tmp_path: Path, tiny: data.Database, capsys: pytest.CaptureFixture[str]) -> None:
    book.create_sheet("Remarks")
    assert main(["from", str(saved(book, tmp_path)), str(tmp_path / "taken")]) == 0
    printed = capsys.readouterr().out
    assert "documents               6" in printed and "Not taken, for no table has their name: Remarks" in printed and "make run" in printed
    database = data.connect(tmp_path / "taken")
    assert (database.release, database.counts) == (tiny.release, tiny.counts)
    database.close()
    assert {"dataset.toml", "README.md"} < {path.name for path in (tmp_path / "taken").iterdir()}


@pytest.mark.parametrize("which", ["tiny", pytest.param("real", marks=pytest.mark.deep)])
def test_tables_written_as_a_workbook_come_back_as_the_same_release(which: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    database: data.Database = request.getfixturevalue(which)
    monkeypatch.setenv("SCO_DATA", str(database.folder))
    assert main(["workbook", str(tmp_path / "out.xlsx")]) == 0
    report = take(tmp_path / "out.xlsx", tmp_path / "back")
    assert {table: report.rows[table] for table in data.TABLES} == database.counts and not report.strangers
    back = data.connect(tmp_path / "back")
    assert back.release == database.release
    back.close()


def test_a_written_workbook_offers_what_a_cell_may_hold(tmp_path: Path, tiny: data.Database) -> None:
    catalogue = columns_of_schema()
    write(tmp_path / "out.xlsx", tiny.folder, catalogue)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    with ZipFile(tmp_path / "out.xlsx") as parts:
        drawings = [parts.read(name).decode() for name in parts.namelist() if "vmlDrawing" in name]
    heights = {float(height) for drawing in drawings for height in re.findall(r"[^-]height:([\d.]+)pt", drawing)}
    told = [len(column.comment + ("" if column.required else " May be empty.")) for columns in catalogue.values() for column in columns]
    assert min(heights) == 39 and max(heights) == pytest.approx(max(told) / 180 * 55.5, abs=1), "a comment is as high as its text, and three lines at least"
    for table, columns in catalogue.items():
        sheet = book[table]
        offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
        assert sheet.freeze_panes == "B2", "the names of columns and the ids of rows stay in view"
        for column, head in zip(columns, sheet[1], strict=True):
            assert (head.value, bool(head.font.b), column.comment in head.comment.text) == (column.name, column.required, True)
            source = offered.get(f"{head.column_letter}2", "")
            if column.allowed:
                place, area = source.split("!")
                assert [one.value for (one,) in book[place][area.replace("$", "")]] == list(column.allowed)
            elif column.parent:
                place, area = source.split("!")
                assert book[place][f"{area[1:].split('$')[0]}1"].value == column.parent_column
            else:
                assert bool(source) == (column.type == "BOOLEAN")


@pytest.mark.parametrize(
    ("kind", "text", "written"),
    [
        ("VARCHAR", "2017", "write_string"),
        ("VARCHAR", "2017-06-09", "write_string"),
        ("VARCHAR", "true", "write_string"),
        ("INTEGER", "2017", "write_number"),
        ("INTEGER", "20l7", "write_string"),
        ("DOUBLE", "2.5", "write_number"),
        ("DOUBLE", "2,5", "write_string"),
        ("DOUBLE", "0.12345678901234567", "write_string"),
        ("BOOLEAN", "true", "write_boolean"),
        ("BOOLEAN", "yes", "write_string"),
        ("DATE", "2017-06-09", "write_datetime"),
        ("DATE", "1900-03-01", "write_datetime"),
        ("DATE", "1900-02-28", "write_string"),
        ("DATE", "9 June 2017", "write_string"),
    ],
)
def test_a_cell_holds_the_value_that_it_is_or_its_text(kind: str, text: str, written: str) -> None:
    sheet = Mock()
    cell(sheet, 1, 0, text, kind)
    ((name, _, _),) = sheet.method_calls
    assert name == written


def test_a_value_that_a_sheet_would_change_is_written_as_text(tmp_path: Path, tiny_folder: Path) -> None:
    path = tiny_folder / "world_shares.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("7500", "7500.123456789012345"), encoding="utf-8")
    path = tiny_folder / "chairmanships.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2016-06-24", "1816-06-24"), encoding="utf-8")
    write(tmp_path / "out.xlsx", tiny_folder, columns_of_schema())
    take(tmp_path / "out.xlsx", tmp_path / "back")
    before, after = data.connect(tiny_folder), data.connect(tmp_path / "back")
    assert before.release == after.release
    before.close()
    after.close()


@pytest.mark.parametrize(("day", "kept"), [("1900-03-01", datetime(1900, 3, 1)), ("1900-02-28", "1900-02-28")])
def test_a_day_before_the_first_that_sheets_count_rightly_is_text(tmp_path: Path, tiny_folder: Path, day: str, kept: object) -> None:
    path = tiny_folder / "chairmanships.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2016-06-24", day), encoding="utf-8")
    write(tmp_path / "out.xlsx", tiny_folder, columns_of_schema())
    assert kept in [cell.value for cell in openpyxl.load_workbook(tmp_path / "out.xlsx")["chairmanships"][2]]


def test_a_workbook_is_not_written_over_nor_from_what_cannot_be_read(tmp_path: Path, tiny_folder: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"mine")
    for name, words in (("a.xlsx", "is there already"), ("a.csv", "End it with .xlsx")):
        with pytest.raises(WritingError, match=words):
            write(tmp_path / name, tiny_folder, columns_of_schema())
    (tiny_folder / "gaps.csv").write_bytes(b"\xff\xfegaps")
    with pytest.raises(WritingError, match="gaps.csv: not UTF-8 text, but UTF-16"):
        write(tmp_path / "b.xlsx", tiny_folder, columns_of_schema())
    assert (tmp_path / "a.xlsx").read_bytes() == b"mine" and not (tmp_path / "b.xlsx").exists()


FAULTY = [
    ("Documents", "adopted_on", 1, "31.02.2016", "'31.02.2016': not a date"),
    ("Documents", "is_counted", 2, "yes", "'yes': not true or false"),
    ("Documents", "theme_id", 2, "sport", "'sport': not one of security, economy, culture"),
    ("Documents", "body_id", 3, "court", "'court': no such row in Bodies"),
    ("Documents", "title", 4, "=A1&B1", "'': a formula whose value is not saved"),
    ("Documents", "title", 5, datetime(2024, 2, 1), "'2024-02-01': a day or a time where the column holds none"),
    ("Documents", "valid_from_year", 6, 2024.5, "'2024.5': not a whole number"),
    ("Meetings", "start_on", 1, datetime(2016, 11, 2, 12, 30), "'2016-11-02T12:30:00': not a date"),
    ("World Shares", "world_value", 1, -5, "'-5': begins like a formula"),
    ("Countries", "name", 1, None, "'': must not be empty"),
    ("Gaps", "gap_id", 2, "#N/A", "'#N/A': an error of the spreadsheet"),
]


def test_every_fault_is_told_at_once_by_sheet_and_cell(book: openpyxl.Workbook, tmp_path: Path) -> None:
    wanted = []
    for sheet, name, row, value, words in FAULTY:
        at = place(book[sheet], name, row)
        book[sheet][at] = value
        wanted.append(f"{sheet}!{at}, {name} {words}")
    found = told(book, tmp_path)
    assert [line for line in wanted if not any(one.startswith(line) for one in found)] == []
    assert len(found) == len(wanted), found
    assert all(line.endswith(".") for line in found)


def test_a_rule_over_several_tables_names_the_cell_too(book: openpyxl.Workbook, tmp_path: Path) -> None:
    sheet = book["Evidence"]
    at = place(sheet, "role", 1)
    sheet[at] = "corroboration"
    (line,) = told(book, tmp_path)
    assert line.startswith(f"Chairmanships!{place(book['Chairmanships'], 'chairmanship_id', 1)}, chairmanship_id 'kz-2016': no evidence row")


def test_a_key_that_stands_twice_is_told_by_rows(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book["Gaps"][place(book["Gaps"], "gap_id", 2)] = book["Gaps"][place(book["Gaps"], "gap_id", 1)].value
    assert "already stands on row 3" in told(book, tmp_path)[0]


def test_what_stands_beside_a_table_or_is_merged_is_told(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book["Gaps"]["Z4"] = "remember"
    book["Bodies"].merge_cells("B3:B4")
    percent = book["World Shares"][place(book["World Shares"], "world_value", 1)]
    percent.number_format = "0.0%"
    lines = told(book, tmp_path)
    found = "\n".join(lines)
    assert len(lines) == 3, found
    assert "Gaps!Z4 'remember': stands in a column without a name in row 2" in found
    assert "Bodies!B3:B4: cells are merged" in found
    assert f"World Shares!{percent.coordinate}, world_value '7500': shown as a percentage" in found


def test_a_format_far_below_makes_no_rows() -> None:
    sheet = openpyxl.Workbook().worksheets[0]
    sheet["B2"], sheet["C4"] = "gap_id", "late"
    sheet["XFD1048576"].number_format = "0.0"
    assert [[cell.value for cell in row] for row in filled_rows(sheet, None)] == [[None, "gap_id", None], [None, None, "late"]]


def test_columns_and_sheets_of_another_name_are_told(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book["Bodies"]["E2"] = "rank"
    book["Gaps"].title = "Gap"
    found = told(book, tmp_path)
    assert found[0] == "Gap: is not the name of a table. Name the sheet gaps, or in another way."
    assert "Bodies, row 2, level: the column is missing. Add it to the header and to every row." in found
    assert any(line.startswith("Bodies!E2, rank: no such column is known") for line in found)


def test_a_sheet_of_one_column_lacks_the_others(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.remove(book["Gaps"])
    sheet = book.create_sheet("Gaps")
    for text in ("gap_id", "early-years"):
        sheet.append([text])
    lacking = ("chairmanship_id", "description", "meeting_id", "table_name")
    assert told(book, tmp_path) == [f"Gaps, row 1, {name}: the column is missing. Add it to the header and to every row." for name in lacking]


def test_a_formula_with_a_value_is_its_value(tmp_path: Path, tiny_folder: Path, tiny: data.Database) -> None:
    (header, first, second) = csv.reader((TINY / "gaps.csv").open(encoding="utf-8"))
    with xlsxwriter.Workbook(tmp_path / "gaps.xlsx") as made:
        sheet = made.add_worksheet("GAPS")
        for at, row in enumerate((header, first, second)):
            sheet.write_row(at, 0, [cell or None for cell in row])
        sheet.write_formula(1, 0, '="any"', None, first[0])
    take(tmp_path / "gaps.xlsx", tiny_folder, replacing=True)
    database = data.connect(tiny_folder)
    assert database.release == tiny.release
    database.close()


def test_a_sheet_goes_into_a_dataset_that_is_there_and_takes_no_rows_unasked(tmp_path: Path, tiny_folder: Path) -> None:
    made = openpyxl.Workbook()
    made.worksheets[0].title = "gaps"
    for row in (["gap_id", "table_name", "description", "chairmanship_id", "meeting_id"], ["late", "events", "Found later."]):
        made.worksheets[0].append(row)
    path, before = saved(made, tmp_path), (tiny_folder / "gaps.csv").read_text(encoding="utf-8")
    with pytest.raises(TakingError, match="has rows already, in gaps.csv. Add --replace"):
        take(path, tiny_folder)
    assert (tiny_folder / "gaps.csv").read_text(encoding="utf-8") == before
    take(path, tiny_folder, replacing=True)
    database = data.connect(tiny_folder)
    assert (database.counts["gaps"], database.counts["documents"]) == (1, 6)
    database.close()


def test_faulty_tables_are_written_when_asked_for_and_said(book: openpyxl.Workbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book["Countries"][place(book["Countries"], "name", 1)] = None
    assert main(["from", str(saved(book, tmp_path)), str(tmp_path / "taken"), "--anyway"]) == 1
    printed = capsys.readouterr()
    assert "written all the same" in printed.err and "Countries!D3, name '': must not be empty" in printed.err
    with pytest.raises(data.DataError, match="countries.csv, line 2, name '': must not be empty"):
        data.connect(tmp_path / "taken")


def test_what_is_no_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"none")
    (tmp_path / "a.ods").write_bytes(b"none")
    for name, words in (("a.xlsx", "cannot be read"), ("a.ods", "Save it as .xlsx"), ("b.xlsx", "There is no file"), (".", "is a folder. CSV")):
        with pytest.raises(NotAWorkbook, match=words):
            take(tmp_path / name, tmp_path / "taken")
    made = openpyxl.Workbook()
    with pytest.raises(TakingError, match="has no sheet with the name of a table"):
        take(saved(made, tmp_path), tmp_path / "taken")


def test_a_folder_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tiny_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def closed(source: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    made = openpyxl.Workbook()
    made.worksheets[0].title = "gaps"
    monkeypatch.setattr("shutil.copyfile", closed)
    assert main(["from", str(saved(made, tmp_path)), str(tiny_folder), "--replace"]) == 1
    assert "gaps.csv" in (told := capsys.readouterr().err) and "cannot be used (Permission denied)" in told and "Traceback" not in told
    assert main(["from", str(tmp_path / "league.xlsx"), str(tmp_path / "league.xlsx")]) == 1
    assert "is a file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "line", "column", "place"),
    [
        ("Documents", 7, "title", "Documents!C7"),
        ("Documents", 1, "title", "Documents!C4"),
        ("Documents", 7, "title, note", "Documents!C7"),
        ("Documents", 7, None, "Documents, row 7"),
        ("Documents", None, "title", "Documents, title"),
        ("documents.csv", 7, "title", "documents.csv, line 7, title"),
    ],
)
def test_a_fault_is_told_by_the_cell_or_the_row_or_the_file(file: str, line: int | None, column: str | None, place: str) -> None:
    found = Taken(headers={"Documents": Header(4, {"title": "C"})})
    assert in_words(Fault(file, line, column, None, "is empty", "Fill it."), found).startswith(place)


def test_faults_of_a_sheet_as_a_whole_come_before_those_of_its_cells() -> None:
    cell, sheet, other = (Fault(file, line, None, None, "a rule", "A remedy.") for file, line in (("A", 1), ("A", None), ("B", None)))
    assert with_cells([cell], [other, sheet, cell]) == [sheet, cell, other]
