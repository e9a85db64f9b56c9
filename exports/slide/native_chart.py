"""An editable PowerPoint chart on a slide, with its numbers in an embedded workbook that holds text as text."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide
from pptx.util import Pt
from xlsxwriter.utility import xl_col_to_name

from charts.look import PRINT
from exports.cells import workbook
from exports.native import CROWDED, DAYS_OF_YEAR, FIRST_DAY, POINTS, Chart, labelled, years
from exports.plain_text import for_xml

FORMS = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked bar": XL_CHART_TYPE.BAR_STACKED,
    "share bar": XL_CHART_TYPE.BAR_STACKED_100,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked column": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE,
    "scatter": XL_CHART_TYPE.XY_SCATTER,
    "step": XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS,
}


def add(slide: Slide, chart: Chart, place: tuple[Any, Any, Any, Any], alt: str) -> None:
    """Draws the chart at the place (left, top, width, height)."""
    numbers = _points(chart) if chart.kind in POINTS else _grid(chart)
    frame = slide.shapes.add_chart(FORMS[chart.kind], *place, numbers)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    made = frame.chart
    if chart.kind in POINTS:
        _same_length(made, chart)
    _style(made, chart)
    for drawn, one in zip(made.plots[0].series, chart.series, strict=True):
        _paint(drawn, one, chart.kind, inside=labelled(chart) and chart.kind not in ("bar", "column", "line"))


def _format(chart: Chart) -> str:
    return "0.0" if chart.decimals else "0"


def _grid(chart: Chart) -> CategoryChartData:
    numbers = _Grid(number_format=_format(chart))
    numbers.categories = [for_xml(label) for label in chart.categories]
    for one in chart.series:
        numbers.add_series(for_xml(one.name), one.values)
    return numbers


def _points(chart: Chart) -> XyChartData:
    numbers = _Points(number_format="yyyy" if chart.dated else "General")
    for one in chart.series:
        drawn = numbers.add_series(for_xml(one.name), number_format=_format(chart))
        for x, value in zip(one.x, one.values, strict=True):
            drawn.add_data_point((x - FIRST_DAY).days if isinstance(x, datetime) else x, value)
    return numbers


def _same_length(made: Any, chart: Chart) -> None:
    """Counts every series as long as the longest, the rest left blank: LibreOffice drops a series that a longer one follows."""
    longest = max(len(one.values) for one in chart.series)
    for count in made._chartSpace.xpath(".//c:numCache/c:ptCount"):
        count.set("val", str(longest))


def _style(made: Any, chart: Chart) -> None:
    made.font.size, made.font.name = Pt(9 if len(chart.categories) > CROWDED else 12), "Arial"
    made.has_title = False
    made.has_legend = len(chart.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        made.legend.font.size = Pt(12)
    places, sizes = made.category_axis, made.value_axis
    places.has_major_gridlines, places.format.line.color.rgb = False, _rgb(PRINT.quiet)
    sizes.major_gridlines.format.line.color.rgb, sizes.format.line.fill.background = _rgb(PRINT.grid), None
    sizes.tick_labels.font.size = Pt(10)
    if chart.kind in POINTS:
        _titles(made, chart)
        if chart.dated:
            first, last, step = years(chart)
            places.tick_labels.number_format, places.tick_labels.number_format_is_linked = "yyyy", False
            places.minimum_scale, places.maximum_scale, places.major_unit = (first - FIRST_DAY).days, (last - FIRST_DAY).days, step * DAYS_OF_YEAR
        return
    if chart.kind.endswith("bar"):
        places.reverse_order = True
        sizes.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    if chart.kind == "share bar":
        sizes.tick_labels.number_format, sizes.tick_labels.number_format_is_linked = "0%", False
    if chart.kind != "line":
        made.plots[0].gap_width, made.plots[0].overlap = 50, 0 if chart.kind in ("bar", "column") else 100
        if labelled(chart):
            _labels(made, chart)
    _titles(made, chart)


def _titles(made: Any, chart: Chart) -> None:
    for axis, title in ((made.category_axis, chart.category_title), (made.value_axis, chart.value_title)):
        axis.has_title = bool(title)
        if not title:
            continue
        axis.axis_title.text_frame.text = title
        axis.axis_title.text_frame.paragraphs[0].font.size, axis.axis_title.text_frame.paragraphs[0].font.bold = Pt(10), False


def _labels(made: Any, chart: Chart) -> None:
    plot = made.plots[0]
    plot.has_data_labels = True
    plot.data_labels.show_value = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = _format(chart), False
    plot.data_labels.font.size = Pt(9 if len(chart.categories) > CROWDED else 11)
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END if chart.kind in ("bar", "column") else XL_LABEL_POSITION.CENTER


def _paint(drawn: Any, one: Any, kind: str, inside: bool) -> None:
    if kind in ("line", "step"):
        drawn.smooth = False
        drawn.format.line.color.rgb, drawn.format.line.width = _rgb(one.colour), Pt(2.25)
        if one.dashed:
            drawn.format.line.dash_style = MSO_LINE.DASH
    elif kind != "scatter":
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = _rgb(one.colour)
        drawn.format.line.color.rgb = _rgb(PRINT.paper)
        if inside:
            labels = drawn.data_labels
            labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
            labels.font.size, labels.font.color.rgb = Pt(11), _rgb(PRINT.on(one.colour))
    if kind == "scatter" or (kind == "step" and len(one.values) == 1):
        drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 7
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = drawn.marker.format.line.color.rgb = _rgb(one.colour)
        if kind == "scatter":
            drawn.format.line.fill.background()


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:].upper())


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
