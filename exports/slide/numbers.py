"""The workbook inside an editable chart of a slide: it holds text as text."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from xlsxwriter.utility import xl_col_to_name

from exports.cells import workbook
from exports.native.panels import Panel, day_number
from exports.plain_text import for_xml


def numbers_of(panel: Panel) -> CategoryChartData | XyChartData:
    """Labels, places and values of a chart as python-pptx takes them."""
    return _points(panel) if panel.kind == "step" else _grid(panel)


def _grid(panel: Panel) -> CategoryChartData:
    made = _Grid(number_format="0")
    made.categories = [for_xml(label) for label in panel.categories]
    for one in panel.series:
        made.add_series(for_xml(one.name), one.values)
    return made


def _points(panel: Panel) -> XyChartData:
    made = _Points(number_format="yyyy-mm-dd" if panel.is_dated else "General")
    for one in panel.series:
        series = made.add_series(for_xml(one.name), number_format="0")
        for x, value in zip(one.x, one.values, strict=True):
            series.add_data_point(day_number(x), value)
    return made


class _TextAsText:
    """python-pptx's own workbook would make a label that begins with "=" a live formula."""

    @contextmanager
    def _open_worksheet(self, target: BytesIO) -> Iterator[tuple[Any, Any]]:
        with workbook(target) as book:
            yield book, book.add_worksheet()


class _GridWriter(_TextAsText, CategoryWorkbookWriter):
    """Labels in the first column, one column a series."""


class _PointsWriter(_TextAsText, XyWorkbookWriter):
    """Two columns a series, side by side, so that all ranges can have one length."""

    def series_name_ref(self, series: Any) -> str:
        """Cell of the name."""
        return f"Sheet1!${xl_col_to_name(2 * series.index + 1)}$1"

    def x_values_ref(self, series: Any) -> str:
        """Cells of the places."""
        return self._range(2 * series.index)

    def y_values_ref(self, series: Any) -> str:
        """Cells of the values."""
        return self._range(2 * series.index + 1)

    def _range(self, column: int) -> str:
        name = xl_col_to_name(column)
        return f"Sheet1!${name}$2:${name}${max(len(series) for series in self._chart_data) + 1}"

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        places = workbook.add_format({"num_format": self._chart_data.number_format})
        for series in self._chart_data:
            sizes = workbook.add_format({"num_format": series.number_format})
            worksheet.write_string(0, 2 * series.index + 1, series.name)
            worksheet.write_column(1, 2 * series.index, series.x_values, places)
            worksheet.write_column(1, 2 * series.index + 1, series.y_values, sizes)


class _Grid(CategoryChartData):
    @property
    def _workbook_writer(self) -> Any:
        return _GridWriter(self)


class _Points(XyChartData):
    @property
    def _workbook_writer(self) -> Any:
        return _PointsWriter(self)
