"""Cells as spreadsheets and pandas write them, in the form of the dataset, where only one value can be meant."""

import re
from datetime import date

DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00:00(\.0+)?")
WHOLE = re.compile(r"([0-9]{1,9})\.0+")
# Three digits after a comma may be thousands.
COMMA = re.compile(r"([0-9]+),([0-9]{1,2}|[0-9]{4,})")


def plain(text: str, kind: str, separator: str = ",") -> str:
    """The text of a cell of a column of this DuckDB type as the dataset writes it, or unchanged where it is in no known form.

    TRUE -> true, 14.0 -> 14 (whole numbers alone), 16.06.2009 and 2009-06-16 00:00:00 -> 2009-06-16. Where semicolons part the cells,
    a comma stands before decimals: 3,5 -> 3.5.
    """
    if kind == "BOOLEAN":
        return text.lower() if text.lower() in ("true", "false") else text
    if kind == "INTEGER":
        return found[1] if (found := WHOLE.fullmatch(text)) else text
    if kind == "DOUBLE" and separator == ";":
        return f"{found[1]}.{found[2]}" if (found := COMMA.fullmatch(text)) else text
    return day_of(text) if kind == "DATE" else text


def day_of(text: str) -> str:
    """A day of the calendar as year-month-day; unchanged what is none."""
    if found := MIDNIGHT.fullmatch(text):
        return found[1]
    if found := DOTTED.fullmatch(text):
        try:
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        except ValueError:
            return text
    return text


def without_blanks(header: list[str], rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Header and rows without the columns that have neither a name nor a filled cell, such as a spreadsheet leaves beside a table."""
    blank = {at for at, name in enumerate(header) if not name and not any(len(row) > at and row[at] for row in rows)}
    if not blank:
        return header, rows
    kept = [at for at in range(max(map(len, [header, *rows]))) if at not in blank]
    return [header[at] for at in kept if at < len(header)], [[row[at] for at in kept if at < len(row)] for row in rows]
