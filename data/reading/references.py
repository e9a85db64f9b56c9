"""Check that every id leads to a row that exists."""

from data.catalogue import Catalogue, Column
from data.faults import Fault
from data.reading.sheets import Sheet


def check_references(sheets: dict[str, Sheet], catalogue: Catalogue) -> list[Fault]:
    """One fault for each id without a row, and for each chain of rows that leads back to itself.

    Nothing is concluded from a table that could not be read in whole.
    """
    faults = []
    for table, sheet in sheets.items():
        for column in catalogue[table]:
            if column.parent and column.parent != "themes" and sheets[column.parent].whole:
                faults += orphans(sheet, column, sheets[column.parent])
            if column.parent == table:
                faults += circles(sheet, column)
        if {"table_name", "row_id"} <= set(sheet.cells):
            faults += strays(sheet, sheets, catalogue)
    return faults


def orphans(sheet: Sheet, column: Column, parent: Sheet) -> list[Fault]:
    """The cells of a column whose value no row of the parent table has."""
    known = set(parent.cells[str(column.parent_column)])
    cells = zip(sheet.lines, sheet.cells[column.name], strict=True)
    return [no_row(sheet, line, column.name, text, parent) for line, text in cells if text is not None and text not in known]


def strays(sheet: Sheet, sheets: dict[str, Sheet], catalogue: Catalogue) -> list[Fault]:
    """The rows of a table whose row_id does not exist in the table that they name."""
    known = {name: set(other.cells[key_of(catalogue[name])]) for name, other in sheets.items() if other.whole}
    cells = zip(sheet.lines, sheet.cells["table_name"], sheet.cells["row_id"], strict=True)
    return [
        no_row(sheet, line, "row_id", row_id, sheets[name])
        for line, name, row_id in cells
        if name in known and row_id is not None and row_id not in known[name]
    ]


def circles(sheet: Sheet, column: Column) -> list[Fault]:
    """The rows from which the chain of a column that points into its own table leads back to the row."""
    ids = sheet.cells[str(column.parent_column)]
    before = dict(zip(ids, sheet.cells[column.name], strict=True))
    faults = []
    for line, row_id in zip(sheet.lines, ids, strict=True):
        seen = {None, row_id}
        earlier = before.get(row_id)
        while earlier not in seen:
            seen.add(earlier)
            earlier = before.get(earlier)
        if row_id is not None and earlier == row_id:
            faults.append(Fault(sheet.file, line, column.name, before[row_id], "the chain leads back to this row", "Break it at one of its rows."))
    return faults


def key_of(columns: tuple[Column, ...]) -> str:
    """The first column of the key of a table."""
    return next(column.name for column in columns if column.key)


def no_row(sheet: Sheet, line: int, column: str, text: str, parent: Sheet) -> Fault:
    """The fault of an id that leads nowhere."""
    return Fault(sheet.file, line, column, text, f"no such row in {parent.file}", "Correct it, or add the row there.")
