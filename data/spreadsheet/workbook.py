"""Read the sheets of a workbook as the files of a dataset are read, keeping the row and the column of every cell."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from data.catalogue import Catalogue, Column
from data.faults import Fault
from data.reading.plain import plain
from data.reading.sheets import Raw
from data.spreadsheet.values import text_of, wrong_with
from data.spreadsheet.written import LISTS

ENDINGS = (".xlsx", ".xlsm")
FORMULA = re.compile(rb"<f[ >/]")
UNSAVED = ("a formula whose value is not saved", "Open the workbook in a spreadsheet program and save it, or write the value.")
ERROR = ("an error of the spreadsheet", "Correct the formula, or write the value.")


class NotAWorkbook(Exception):
    """A file that cannot be read as a workbook; the message says why and what to do."""


@dataclass
class Taken:
    """The sheets of a workbook: `raws` by table, the places of their headers by sheet, sheets that belong to no table, and faults of single cells."""

    raws: dict[str, Raw] = field(default_factory=dict)
    headers: dict[str, "Header"] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Header:
    """Where the names of the columns stand: their row, and the letter of each."""

    row: int
    letters: dict[str, str]


def taken(path: Path, catalogue: Catalogue) -> Taken:
    """All sheets that have the name of a table, in any case. Raises NotAWorkbook."""
    if path.is_dir():
        raise NotAWorkbook(f"{path} is a folder. CSV and Parquet files are read as they are: name their folder in SCO_DATA.")
    if path.suffix.lower() not in ENDINGS:
        raise NotAWorkbook(f"{path.name} is no workbook that can be read. Save it as .xlsx.")
    if not path.is_file():
        raise NotAWorkbook(f"There is no file {path}. Correct the name.")
    try:
        with warnings.catch_warnings():  # of looks and rules that are not carried over: no cell is lost
            warnings.simplefilter("ignore", UserWarning)
            book = load_workbook(path, data_only=True)
            unsaved = load_workbook(path) if has_formulas(path) else None
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as error:
        raise NotAWorkbook(f"{path.name} cannot be read ({error}). Save it once more as .xlsx, without a password.") from error
    found = Taken()
    for sheet in book.worksheets:
        table = named(sheet.title)
        if table == LISTS:
            continue
        if table not in catalogue:
            found.strangers.append(sheet.title)
        elif table in found.raws:
            twice = Fault(sheet.title, None, None, None, f"holds the same table as {found.raws[table].file}", "Make one sheet of the two.")
            found.raws[table].faults.append(twice)
        else:
            read(found, sheet, unsaved and unsaved[sheet.title], table, catalogue[table])
    return found


def named(title: str) -> str:
    """A title as tables and columns are named: small letters, no blanks."""
    return re.sub(r"[\s_-]+", "_", title.strip().lower())


def has_formulas(path: Path) -> bool:
    """True where a sheet has a formula, whose value may be missing."""
    with ZipFile(path) as archive:
        return any(FORMULA.search(archive.read(name)) for name in archive.namelist() if name.startswith("xl/worksheets/"))


def read(found: Taken, sheet: Worksheet, formulas: Worksheet | None, table: str, columns: tuple[Column, ...]) -> None:
    """Put the rows of a sheet, and what is wrong with its cells, into what was found. Blank rows and columns are passed over."""
    raw = found.raws[table] = Raw(sheet.title)
    for merged in sheet.merged_cells.ranges:
        place = f"{sheet.title}!{merged.coord}"
        found.faults.append(Fault(place, None, None, None, "cells are merged, so that only the first holds a value", "Part them, and fill in each."))
    rows = filled_rows(sheet, formulas)
    if not rows:
        raw.header = [column.name for column in columns]  # an empty sheet is an empty table
        return
    header, *rows = rows
    kept = [at for at, cell in enumerate(header) if text_of(cell.value)]
    raw.header = [named(text_of(header[at].value)) for at in kept]
    letters = {name: get_column_letter(header[at].column) for name, at in zip(raw.header, kept, strict=True)}
    found.headers[sheet.title] = Header(header[0].row, letters)
    found.faults += nameless(sheet.title, header, rows, formulas)
    known = {column.name: column for column in columns}
    for row in rows:
        cells = [(row[at], known.get(name)) for name, at in zip(raw.header, kept, strict=True)]
        if not any(is_filled(cell, formulas) for cell, _ in cells):
            continue
        wrong = list(wrong_cells(sheet.title, cells, formulas))
        left_out = {fault.column for fault in wrong}
        found.faults += wrong
        raw.rows.append(["" if column and column.name in left_out else text_for(cell, column) for cell, column in cells])
        raw.lines.append(row[0].row)


def filled_rows(sheet: Worksheet, formulas: Worksheet | None) -> list[tuple[Cell, ...]]:
    """The rows that hold something, from the first column to the last one that does. Formats alone can make a sheet a million rows long."""
    held = [cell for cell in list(sheet._cells.values()) if is_filled(cell, formulas)]
    last = max((cell.column for cell in held), default=0)
    return [next(sheet.iter_rows(row, row, 1, last)) for row in sorted({cell.row for cell in held})]


def text_for(cell: Cell, column: Column | None) -> str:
    """The text of a cell as its column wants it."""
    return plain(text_of(cell.value), column.type if column else "VARCHAR")


def is_filled(cell: Cell, formulas: Worksheet | None) -> bool:
    """True where a cell holds a value, or a formula without one."""
    return bool(text_of(cell.value)) or is_unsaved(cell, formulas)


def is_unsaved(cell: Cell, formulas: Worksheet | None) -> bool:
    """True where the cell holds a formula whose value the workbook does not know."""
    return cell.value is None and formulas is not None and formulas[cell.coordinate].data_type == "f"


def nameless(title: str, header: tuple[Cell, ...], rows: list[tuple[Cell, ...]], formulas: Worksheet | None) -> Iterator[Fault]:
    """One fault for each column that has cells and no name."""
    for at, cell in enumerate(header):
        if not text_of(cell.value) and (filled := next((row[at] for row in rows if is_filled(row[at], formulas)), None)):
            rule = f"stands in a column without a name in row {header[0].row}"
            yield Fault(f"{title}!{filled.coordinate}", None, None, text_of(filled.value), rule, "Name the column, or move the cell to another sheet.")


def wrong_cells(title: str, cells: list[tuple[Cell, Column | None]], formulas: Worksheet | None) -> Iterator[Fault]:
    """One fault for each cell that holds an error, a formula without value, or a value that seems another than it is."""
    for cell, column in cells:
        if column is None:
            continue
        wrong = UNSAVED if is_unsaved(cell, formulas) else ERROR if cell.data_type == "e" else wrong_with(cell.value, cell.number_format, column)
        if wrong:
            yield Fault(title, cell.row, column.name, text_of(cell.value), *wrong)
