"""What the value of a cell is in the dataset, as text."""

import re
from datetime import date, datetime, time, timedelta

from data.catalogue import Column

MIDNIGHT = time()
SAFE = 1e15  # a spreadsheet keeps fifteen digits
PERCENT = re.compile(r"%(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")

Value = str | bool | int | float | date | datetime | time | timedelta | None
Wrong = tuple[str, str]


def text_of(value: Value) -> str:
    """The text of a value: "" where empty, true and false, whole numbers without decimals, days as year-month-day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < SAFE:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == MIDNIGHT:
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def wrong_with(value: Value, look: str, column: Column) -> Wrong | None:
    """Rule and remedy where the value, shown in a number format, may mean something else in this column than it seems to; else None."""
    if isinstance(value, date | time | timedelta) and column.type != "DATE":
        return "a day or a time where the column holds none", "Format the cell as text and write it again: the program may have made a day of a number or a name."
    if isinstance(value, int | float) and not isinstance(value, bool) and PERCENT.search(look):
        return "shown as a percentage, though the value of the cell is another", "Format the cell as a number, and write it in the unit of the row."
    return None
