"""Write the tables of a dataset as a workbook to fill in: a sheet a table, meanings at the headers, lists to choose from."""

from datetime import date
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from data.beginning.guide import in_order
from data.catalogue import Catalogue, Column
from data.reading.cells import is_date, is_number, is_whole
from data.reading.plain import plain
from data.reading.sheets import Raw, read_file

LISTS = "lists"  # the sheet with the values of closed lists
LAST_ROW = 1_048_575
FIRST_DAY = date(1900, 3, 1)  # spreadsheets count a day before it that never was
WIDTHS = {"VARCHAR": 24, "DATE": 12, "INTEGER": 10, "DOUBLE": 12, "BOOLEAN": 10}
LOOKS = {"VARCHAR": "@", "DATE": "yyyy-mm-dd"}  # as text, an id such as 1-2 does not become a day


class WritingError(Exception):
    """A workbook that cannot be written; the message says why and what to do."""


def write(path: Path, folder: Path, catalogue: Catalogue) -> dict[str, int]:
    """Write the tables of `folder`, as they stand, to a new workbook. Gives the rows by table, 0 for a table without a file. Raises WritingError."""
    if path.suffix.lower() != ".xlsx" or path.exists():
        raise WritingError(f"{path} is there already. Name a new file." if path.exists() else f"{path} is no name of a workbook. End it with .xlsx.")
    raws = {table: read_file(folder, table) for table in in_order(catalogue)}
    if faults := [str(fault) for raw in raws.values() for fault in raw.faults]:
        raise WritingError("\n".join(["The tables cannot be read in whole:", *faults]))
    with xlsxwriter.Workbook(path) as book:
        looks = {kind: book.add_format({"num_format": LOOKS[kind]}) for kind in LOOKS}
        heads = {needed: book.add_format({"bold": needed, "bottom": 1, "align": "left"}) for needed in (True, False)}
        for table, raw in raws.items():
            sheet = book.add_worksheet(table)
            sheet.freeze_panes(1, 1)
            for at, column in enumerate(catalogue[table]):
                sheet.set_column(at, at, max(WIDTHS[column.type], len(column.name) + 2), looks.get(column.type))
                sheet.write_string(0, at, column.name, heads[column.required])
                told = column.comment + ("" if column.required else " May be empty.")
                sheet.write_comment(0, at, told, {"x_scale": 2.5, "y_scale": max(0.7, len(told) / 180)})  # as large as its text
            put(sheet, raw, catalogue[table])
        offer(book.add_worksheet(LISTS), {table: sheet for table in raws if (sheet := book.get_worksheet_by_name(table))}, catalogue)
    return {table: len(raw.rows) for table, raw in raws.items()}


def put(sheet: Worksheet, raw: Raw, columns: tuple[Column, ...]) -> None:
    """Write the rows of a table below its header. Raises WritingError where a row or a text is larger than a sheet can hold."""
    places = {name: at for at, name in enumerate(raw.header)}
    for row, cells in enumerate(raw.rows, 1):
        for at, column in enumerate(columns):
            text = cells[places[column.name]] if places.get(column.name, len(cells)) < len(cells) else ""
            if text and cell(sheet, row, at, plain(text, column.type, raw.separator), column.type):
                raise WritingError(f"{raw.file}, line {raw.lines[row - 1]}, {column.name}: more than a sheet can hold. Keep this table as a file.")


def cell(sheet: Worksheet, row: int, at: int, text: str, kind: str) -> int:
    """Write a cell as the value that it is, or as text where a spreadsheet would keep another one. Gives 0 where that went well."""
    if kind == "DATE" and is_date(text) and date.fromisoformat(text) >= FIRST_DAY:
        return sheet.write_datetime(row, at, date.fromisoformat(text))
    if kind == "BOOLEAN" and text in ("true", "false"):
        return sheet.write_boolean(row, at, text == "true")
    if (kind == "INTEGER" and is_whole(text)) or (kind == "DOUBLE" and is_number(text) and float(f"{float(text):.16G}") == float(text)):
        return sheet.write_number(row, at, float(text))
    return sheet.write_string(row, at, text)


def offer(lists: Worksheet, sheets: dict[str, Worksheet], catalogue: Catalogue) -> None:
    """Let cells be chosen from the values of their column, or from the ids of the table that it points to."""
    lists.hide()
    place = 0
    for table, sheet in sheets.items():
        for at, column in enumerate(catalogue[table]):
            rule = {}
            if column.allowed:
                letter = xl_col_to_name(place)
                lists.write_column(0, place, column.allowed)
                rule = {"source": f"={LISTS}!${letter}$1:${letter}${len(column.allowed)}"}
                place += 1
            elif column.parent:
                letter = xl_col_to_name([one.name for one in catalogue[column.parent]].index(str(column.parent_column)))
                rule = {"source": f"={column.parent}!${letter}$2:${letter}${LAST_ROW + 1}", "error_type": "warning"}
            elif column.type == "BOOLEAN":
                rule = {"source": ["TRUE", "FALSE"]}
            if rule:
                sheet.data_validation(1, at, LAST_ROW, at, {"validate": "list", **rule})
