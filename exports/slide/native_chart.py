"""Editable PowerPoint charts on a slide, side by side, each as its drawn panel is."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide
from pptx.util import Pt

from charts.look import PRINT
from exports.native.panels import Panel, day_number, years
from exports.native.reading import Editable
from exports.slide.numbers import numbers_of
from exports.slide.series import paint

FORMS = {
    "stacked bar": XL_CHART_TYPE.BAR_STACKED,
    "share bar": XL_CHART_TYPE.BAR_STACKED_100,
    "stacked column": XL_CHART_TYPE.COLUMN_STACKED,
    "step": XL_CHART_TYPE.XY_SCATTER_LINES,
}
FONT, BODY, SMALL = "Arial", 14, 12
CROWDED = 16  # bars beside each other that leave room for larger letters
AT_THE_END = 0.8  # share of the breadth that is left to lines whose names stand at their ends


def add(slide: Slide, made: Editable, place: tuple[Any, Any, Any, Any], alt: str) -> None:
    """Draws the charts at the place (left, top, width, height)."""
    left, top, width, height = place
    breadth = width // len(made.panels)
    for n, panel in enumerate(made.panels):
        frame = slide.shapes.add_chart(FORMS[panel.kind], left + n * breadth, top, breadth, height, numbers_of(panel))
        frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
        _style(frame.chart, panel)
        for drawn, one in zip(frame.chart.plots[0].series, panel.series, strict=True):
            paint(drawn, one, panel)


def rgb(colour: str) -> RGBColor:
    """A colour as python-pptx takes it."""
    return RGBColor.from_string(colour[1:].upper())


def _style(chart: Any, panel: Panel) -> None:
    chart.font.size, chart.font.name, chart.font.color.rgb = Pt(SMALL if len(panel.categories) > CROWDED else BODY), FONT, rgb(PRINT.ink)
    chart.has_title = bool(panel.title)
    if panel.title:
        chart.chart_title.text_frame.text = panel.title
        chart.chart_title.text_frame.paragraphs[0].font.size, chart.chart_title.text_frame.paragraphs[0].font.bold = Pt(BODY), True
    chart.has_legend = len(panel.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        chart.legend.font.size = Pt(BODY)
    places, sizes = chart.category_axis, chart.value_axis
    places.has_major_gridlines, places.format.line.color.rgb = False, rgb(PRINT.quiet)
    sizes.has_major_gridlines = panel.sizes.has_grid
    if panel.sizes.has_grid:
        sizes.major_gridlines.format.line.color.rgb = rgb(PRINT.grid)
    sizes.tick_labels.font.size = Pt(SMALL)
    sizes.minimum_scale, sizes.maximum_scale = panel.sizes.low, panel.sizes.high
    _titles(chart, panel)
    if panel.kind == "step":
        _same_length(chart, panel)
        _places(places, panel)
        if panel.is_named_at_its_end:
            _leave_room(chart)
        return
    sizes.format.line.fill.background()
    sizes.major_tick_mark = XL_TICK_MARK.NONE
    if not panel.sizes.is_shown:
        sizes.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    elif panel.is_flat:
        sizes.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    places.reverse_order = panel.is_flat
    places._element.append(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))
    _in_order(places._element)
    if panel.kind == "share bar":
        sizes.tick_labels.number_format, sizes.tick_labels.number_format_is_linked = "0%", False
        sizes.major_unit = 0.25
    chart.plots[0].gap_width, chart.plots[0].overlap = 50, 100


def _in_order(axis: Any) -> None:
    """Puts the step of the labels before `noMultiLvlLbl`, where the schema wants it."""
    last = axis.find(".//{*}noMultiLvlLbl")
    if last is not None:
        axis.append(last)


def _places(axis: Any, panel: Panel) -> None:
    if panel.is_dated:
        axis.minimum_scale, axis.maximum_scale, axis.major_unit = years(panel.places)
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "yyyy", False
    else:
        axis.minimum_scale, axis.maximum_scale = (day_number(end) for end in (panel.places.low or 0, panel.places.high or 0))
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False


def _same_length(chart: Any, panel: Panel) -> None:
    """Counts every series as long as the longest, the rest left blank: LibreOffice drops a series that a longer one follows."""
    longest = max(len(one.values) for one in panel.series)
    for count in chart._chartSpace.xpath(".//c:numCache/c:ptCount"):
        count.set("val", str(longest))


def _leave_room(chart: Any) -> None:
    """Keeps room at the right for names at the ends of lines."""
    area = chart._chartSpace.chart.plotArea
    for layout in area.findall("{*}layout"):
        area.remove(layout)
    edges = "".join(f'<c:{name} val="{value}"/>' for name, value in (("x", 0.07), ("y", 0.12), ("w", AT_THE_END), ("h", 0.76)))
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    area.insert(0, parse_xml(f"<c:layout {nsdecls('c')}><c:manualLayout>{modes}{edges}</c:manualLayout></c:layout>"))


def _titles(chart: Any, panel: Panel) -> None:
    for axis, title in ((chart.category_axis, panel.places.title), (chart.value_axis, panel.sizes.title)):
        axis.has_title = bool(title)
        if title:
            axis.axis_title.text_frame.text = title
            axis.axis_title.text_frame.paragraphs[0].font.size, axis.axis_title.text_frame.paragraphs[0].font.bold = Pt(SMALL), False
