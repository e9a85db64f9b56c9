"""One series of an editable chart on a slide: its colour, hatching, dash, marks and labels."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from charts.look import PRINT
from exports.native.panels import Panel, Series
from exports.plain_text import for_xml

DASHES = {"solid": MSO_LINE.SOLID, "dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT}
MARKS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "x": XL_MARKER_STYLE.X,
}
HATCHES = {"/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, "\\": MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL}
BODY = 12


def paint(drawn: Any, one: Series, panel: Panel) -> None:
    """Gives a series of python-pptx the look of the drawn one."""
    if panel.kind == "step":
        _line(drawn, one)
    else:
        _bars(drawn, one)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:].upper())


def _bars(drawn: Any, one: Series) -> None:
    fill = drawn.format.fill
    if one.hatch:
        fill.patterned()
        fill.pattern = HATCHES[one.hatch]
        fill.fore_color.rgb, fill.back_color.rgb = _rgb(one.stripes), _rgb(one.colour)
    else:
        fill.solid()
        fill.fore_color.rgb = _rgb(one.colour)
    drawn.format.line.color.rgb = _rgb(PRINT.paper)
    if not any(one.labels):
        return
    labels = drawn.data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
    labels.number_format, labels.number_format_is_linked = "#,##0", False
    labels.font.size, labels.font.bold, labels.font.color.rgb = Pt(BODY), bool(one.hatch), _rgb(PRINT.on(one.colour))
    for place, label in enumerate(one.labels):
        if not label:
            labels._element.insert(place - sum(map(bool, one.labels[:place])), _none(place))


def _none(place: int) -> Any:
    """The label of a bar taken away: there is no room for it, or it says nothing."""
    return parse_xml(f'<c:dLbl {nsdecls("c")}><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>')


def _line(drawn: Any, one: Series) -> None:
    drawn.smooth = False
    drawn.format.line.color.rgb, drawn.format.line.width, drawn.format.line.dash_style = _rgb(one.colour), Pt(2.25), DASHES[one.dash]
    _mark(drawn.marker, one)
    for place, (is_marked, label) in enumerate(zip(one.marked, one.labels, strict=True)):
        if not is_marked:
            drawn.points[place].marker.style = XL_MARKER_STYLE.NONE
        if label:
            _name(drawn.points[place].data_label, label, one.colour, is_last=place == len(one.values) - 1)


def _mark(marker: Any, one: Series) -> None:
    marker.style, marker.size = MARKS[one.symbol], one.points
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = marker.format.line.color.rgb = _rgb(one.colour)


def _name(label: Any, text: str, colour: str, is_last: bool) -> None:
    """Writes a name beside a place: after the last, else over it."""
    label.has_text_frame = True
    label.text_frame.text = for_xml(text)
    font = label.text_frame.paragraphs[0].font
    font.size, font.bold, font.color.rgb = Pt(BODY), is_last, _rgb(PRINT.readable(colour))
    label.position = XL_LABEL_POSITION.RIGHT if is_last else XL_LABEL_POSITION.ABOVE
