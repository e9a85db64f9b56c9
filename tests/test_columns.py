"""Every column of every figure is told with unit and meaning, in the README of the archive and in the workbook."""

from io import BytesIO

import openpyxl
import pytest

from charts.catalogue import FIGURES
from exports import everything_zip
from exports.common import columns
from exports.view import View
from exports.workbook import xlsx_file
from queries import Filters

pytestmark = pytest.mark.broad


@pytest.mark.parametrize("name", FIGURES)
def test_every_column_has_unit_and_meaning(name: str) -> None:
    view = View.of(name, Filters())
    told = columns.explained(view)
    assert [column for column, _ in told] == list(view.frame.columns)
    for column, words in told:
        head, meaning = words.split(". ", 1)
        assert head and len(meaning.split()) >= 2 and meaning.endswith("."), column
        assert meaning.rstrip(".").lower() != column.replace("_", " ")
        assert view.figure.columns.get(column, "") in head
    readme = everything_zip.readme(view, [])
    assert all(f"  {column}: {words}" in readme for column, words in told)


def test_no_meaning_is_left_of_a_column_that_is_gone() -> None:
    used = {column for name in FIGURES for column in View.of(name, Filters()).frame.columns}
    listed = columns.listed()
    assert set(listed["meanings"]) <= used and set(listed["units"]) <= set(listed["meanings"])


def test_units_are_those_of_the_cells() -> None:
    told = dict(columns.explained(View.of("outcomes-by-theme", Filters())))
    assert "(per cent)" in told["share_least"] and "(number)" in told["n"] and "(text)" in told["outcome"]
    assert columns.explained(View.of("membership-growth", Filters()))[1][1].startswith("Date (date). ")


def test_the_workbook_tells_them_too() -> None:
    view = View.of("compared-outcomes", Filters())
    rows = dict(openpyxl.load_workbook(BytesIO(xlsx_file.to_xlsx(view)))["Filters"].iter_rows(max_col=2, values_only=True))
    assert all(rows[column] == words for column, words in columns.explained(view))
