"""Typed cells of a workbook. Text is always text: no formula, no link, nothing cut off."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import numpy as np
import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
FIRST_YEAR = 1900
DAY_0, FIRST_COUNTED = pd.Timestamp(1899, 12, 30), pd.Timestamp(1900, 3, 1)  # before it spreadsheets disagree on the number of a day
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": False}


def workbook(target: BytesIO) -> Workbook:
    """A workbook in memory that takes every text as text."""
    return xlsxwriter.Workbook(target, OPTIONS)


def unknown(value: Any) -> bool:
    """Whether a value of a frame stands for "not known": None, NaN, NaT, NA."""
    return value is None or (not isinstance(value, str | list | np.ndarray) and bool(pd.isna(value)))


def put(sheet: Worksheet, row: int, column: int, value: Any, dates: Format, plain: Format | None = None) -> None:
    """One value in a cell of its own type; what is not known leaves the cell empty."""
    if unknown(value) or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, plain)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, plain)
    elif isinstance(value, date) and value.year >= FIRST_YEAR:
        moment = value if isinstance(value, datetime) else datetime.combine(value, datetime.min.time())
        sheet.write_datetime(row, column, moment.replace(tzinfo=None), dates)
    else:
        sheet.write_string(row, column, str(value)[:10] if isinstance(value, date) else str(value), plain)


def for_paper(sheet: Worksheet) -> None:
    """Prints the sheet on A4 across, as broad as one page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading and its values, None for what is not known; are_days: whether these are days by their number."""

    name: str
    values: list[Any]
    are_days: bool = False


def put_all(sheet: Worksheet, top: int, place: int, column: Column, dates: Format) -> None:
    """The values of a column from a row downwards, each in a cell of its own type."""
    if column.are_days:
        for row, value in enumerate(column.values, top):
            if value is not None:
                sheet.write_number(row, place, value, dates)
        return
    write = {str: sheet.write_string, int: sheet.write_number, float: sheet.write_number, bool: sheet.write_boolean}
    for row, value in enumerate(column.values, top):
        if value is not None and value != "":
            if (known := write.get(type(value))) is not None:
                known(row, place, value)
            else:
                put(sheet, row, place, value, dates)


def columns_of(frame: pd.DataFrame) -> list[Column]:
    """The columns of a frame. Text too long for a cell goes on in columns named `…_2`, `…_3`."""
    made: list[Column] = []
    for name in frame.columns:
        cells = frame[name]
        if pd.api.types.is_datetime64_dtype(cells) and not (cells < FIRST_COUNTED).any():
            # All at once: as objects of Python days take most of the time of a workbook.
            made.append(Column(name, _known(cells, ((cells - DAY_0) / pd.Timedelta(days=1)).tolist()), are_days=True))
            continue
        values = [" ".join(map(str, value)) if isinstance(value, list | np.ndarray) else value for value in _known(cells, cells.tolist())]
        longest = max((len(value) for value in values if isinstance(value, str)), default=0)
        if longest <= LONGEST:
            made.append(Column(name, values))
            continue
        for part in range(-(-longest // LONGEST)):
            cut = [value[part * LONGEST : (part + 1) * LONGEST] or None if isinstance(value, str) else (value if part == 0 else None) for value in values]
            made.append(Column(name if part == 0 else f"{name}_{part + 1}", cut))
    return made


def _known(cells: pd.Series, values: list[Any]) -> list[Any]:
    return [None if gone else value for value, gone in zip(values, cells.isna().tolist(), strict=True)]
