"""Check every cell by itself against its column: text, need, type, closed list; and every key for doubles."""

import math
import re
from collections.abc import Callable
from datetime import date

from data.catalogue import Column
from data.faults import Fault
from data.reading.sheets import Sheet

# A cell that a spreadsheet would take for a formula, that hides characters, or that turns the order of the text around.
UNSAFE = re.compile(r"^[=+\-@]|[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]|^[\r\n]")
# Closed lists that a dataset brings itself.
BROUGHT = {name: f"Correct the row, or add the {name} to dataset.toml under {names}." for name, names in (("status", "statuses"), ("step", "steps"), ("measure", "measures"))}
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WHOLE = re.compile(r"[0-9]{1,9}")
DECIMAL = re.compile(r"[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")


def check_cells(sheet: Sheet, columns: tuple[Column, ...]) -> list[Fault]:
    """The faults of all cells of a sheet. A cell with a fault is emptied, so that later checks can go on."""
    faults = []
    for column in columns:
        cells = sheet.cells[column.name]
        bad = {text: wrong for text in set(cells) if text is not None and (wrong := fault_of(text, column))}
        for position, text in enumerate(cells):
            if text in bad:
                faults.append(Fault(sheet.file, sheet.lines[position], column.name, text, *bad[text]))
                cells[position] = None
            elif text is None and column.required and position not in sheet.torn and sheet.whole:
                faults.append(Fault(sheet.file, sheet.lines[position], column.name, "", "must not be empty", "Fill it in, or remove the row."))
    return faults


def fault_of(text: str, column: Column) -> tuple[str, str] | None:
    """Rule and remedy where the text does not suit the column, else None."""
    if UNSAFE.search(text):
        return "begins like a formula (= + - @), or holds a tab, control character or text direction mark", "Remove that character."
    if text != text.strip():
        return "begins or ends with a blank", "Remove the blank."
    if column.allowed:
        remedy = "Correct the row or add the theme." if column.parent == "themes" else BROUGHT.get(column.name, "Correct the row.")
        return None if text in column.allowed else (f"not one of {', '.join(column.allowed)}", remedy)
    rule = TYPES.get(column.type)
    return None if rule is None or rule[0](text) else rule[1:]


def is_date(text: str) -> bool:
    """True for a day of the calendar written as year-month-day."""
    if not DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_whole(text: str) -> bool:
    """True for a whole number from 0 that fits the database's integers."""
    return WHOLE.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """True for a finite decimal number from 0."""
    return DECIMAL.fullmatch(text) is not None and math.isfinite(float(text))


TYPES: dict[str, tuple[Callable[[str], bool], str, str]] = {
    "DATE": (is_date, "not a date", "Write it as 2024-07-04; a month or year alone is its first day, with the precision beside it."),
    "INTEGER": (is_whole, "not a whole number", "Write digits alone."),
    "DOUBLE": (is_number, "not a number", "Write digits, with a point before decimals."),
    "BOOLEAN": (lambda text: text in ("true", "false"), "not true or false", "Write true or false."),
}


def check_keys(sheet: Sheet, columns: tuple[Column, ...]) -> list[Fault]:
    """One fault for each row whose key, or value that must be unique, an earlier row has."""
    keys = [tuple(column.name for column in columns if column.key)]
    keys += [(column.name,) for column in columns if column.unique]
    faults = []
    for names in keys:
        first: dict[tuple[str | None, ...], int] = {}
        for line, values in zip(sheet.lines, zip(*(sheet.cells[name] for name in names), strict=True), strict=True):
            if None in values:
                continue
            if values in first:
                value = " / ".join(str(value) for value in values)
                rule = f"already stands on line {first[values]}"
                faults.append(Fault(sheet.file, line, ", ".join(names), value, rule, "Remove one of the two rows, or give each its own."))
            first.setdefault(values, line)
    return faults
