"""Typed cells of a workbook. Text is always text: no formula, no link, nothing cut off."""

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


def columns_of(frame: pd.DataFrame) -> list[tuple[str, list[Any]]]:
    """Names and values of the columns. Text too long for a cell goes on in columns named `…_2`, `…_3`."""
    made: list[tuple[str, list[Any]]] = []
    for name in frame.columns:
        values = [" ".join(map(str, value)) if isinstance(value, list | np.ndarray) else value for value in frame[name].tolist()]
        longest = max((len(value) for value in values if isinstance(value, str)), default=0)
        if longest <= LONGEST:
            made.append((name, values))
            continue
        for part in range(-(-longest // LONGEST)):
            cut = [value[part * LONGEST : (part + 1) * LONGEST] or None if isinstance(value, str) else (value if part == 0 else None) for value in values]
            made.append((name if part == 0 else f"{name}_{part + 1}", cut))
    return made
