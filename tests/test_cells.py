"""Cells of a workbook, written a column at a time, are read back as what they were."""

from datetime import datetime
from io import BytesIO
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest

from exports.cells import LONGEST, columns_of, put_all, workbook

DAYS = [datetime(1900, 3, 1), datetime(2001, 6, 15), datetime(2024, 2, 29, 12)]


def again(cells: pd.Series) -> dict[str, list[Any]]:
    """The columns that a column becomes, written and read, by their headings."""
    target = BytesIO()
    made = columns_of(cells.to_frame("told"))
    with workbook(target) as book:
        sheet, dates = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        for place, column in enumerate(made):
            put_all(sheet, 0, place, column, dates)
        sheet.write_string(len(cells), 0, "end")
    rows = openpyxl.load_workbook(BytesIO(target.getvalue())).worksheets[0].iter_rows(values_only=True, max_row=len(cells))
    return dict(zip((column.name for column in made), map(list, zip(*rows, strict=True)), strict=True))


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (pd.Series([*DAYS, pd.NaT]), [*DAYS, None]),
        (pd.Series(pd.to_datetime(["1850-01-01", "1900-01-05", "2001-06-15"])), ["1850-01-01", datetime(1900, 1, 5), DAYS[1]]),
        (pd.Series([1, None, 3], dtype="Int64"), [1, None, 3]),
        (pd.Series([0.5, float("nan"), 2.5]), [0.5, None, 2.5]),
        (pd.Series([True, None, False], dtype="boolean"), [True, None, False]),
        (pd.Series(["=1+1", "", None, "http://x.org", "12"]), ["=1+1", None, None, "http://x.org", "12"]),
        (pd.Series([["a", "b"], np.array(["c"]), []]), ["a b", "c", None]),
    ],
    ids=["days", "early days", "whole", "parts", "truth", "text", "lists"],
)
def test_a_cell_keeps_its_type(cells: pd.Series, wanted: list) -> None:
    (found,) = again(cells).values()
    assert found == wanted and list(map(type, found)) == list(map(type, wanted))


def test_a_long_text_goes_on_in_the_next_column() -> None:
    long = "a" * LONGEST + "b" * LONGEST + "c"
    assert again(pd.Series([long, "short"])) == {"told": ["a" * LONGEST, "short"], "told_2": ["b" * LONGEST, None], "told_3": ["c", None]}
    assert [column.values[0] for column in columns_of(pd.DataFrame({"told": [long]}))] == ["a" * LONGEST, "b" * LONGEST, "c"]
    assert again(pd.Series(["a" * (LONGEST + 1), 7], dtype=object)) == {"told": ["a" * LONGEST, 7], "told_2": ["a", None]}, "a number stands in the first"
