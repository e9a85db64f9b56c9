"""The sheet Chart: the numbers of the editable charts as grids, and beside them the Excel charts drawn from them."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from charts.look import PRINT
from charts.words import unbroken
from exports.cells import for_paper, put
from exports.native.panels import Panel, Series, day_number, years
from exports.native.reading import Editable

FORMS = {
    "stacked bar": {"type": "bar", "subtype": "stacked"},
    "share bar": {"type": "bar", "subtype": "percent_stacked"},
    "stacked column": {"type": "column", "subtype": "stacked"},
    "step": {"type": "scatter", "subtype": "straight_with_markers"},
}
DASHES = {"solid": "solid", "dash": "dash", "dot": "round_dot"}
HATCHES = {"/": "wide_upward_diagonal", "\\": "wide_downward_diagonal"}
MARKS = {"circle": "circle", "square": "square", "diamond": "diamond", "triangle-up": "triangle", "x": "x"}
NAME = "Chart"
NARROWEST, WIDEST, LABELS = 9, 30, 40
BREADTH, LOWEST, A_BAR = 860, 420, 24
QUARTER = 0.25  # of the whole, from mark to mark as in the drawing
LINES = 22  # rows of the sheet that a chart of least height covers
NAMES_AT_THE_END = {"x": 0.07, "y": 0.15, "width": 0.72, "height": 0.65}

Place = tuple[int, int]
Range = tuple[int, int, int, int]


def add(book: Workbook, made: Editable, title: str, bold: Format, dates: Format) -> None:
    """Adds the sheet to the workbook: a grid and a chart for each panel, one below the other."""
    sheet = book.add_worksheet(NAME)
    widest = max(len(panel.series) for panel in made.panels)
    row, beside = 0, (2 * widest if made.panels[0].kind == "step" else widest + 1) + 1
    if made.left_out:
        sheet.write_string(0, beside, made.left_out)
    for panel in made.panels:
        ranges = _points(sheet, panel, row, bold, dates) if panel.kind == "step" else _grid(sheet, panel, row, bold, dates)
        drawn = _drawn(book, panel, ranges, f"{panel.title}. {title}" if panel.title else title)
        sheet.insert_chart(row + 1, beside, drawn, {"description": title})
        row += max(LINES, len(panel.categories) or max(len(one.values) for one in panel.series)) + 3
    for_paper(sheet)


def _drawn(book: Workbook, panel: Panel, ranges: Sequence[tuple[Place, Range, Range]], title: str) -> Any:
    made = book.add_chart(FORMS[panel.kind])
    for one, (name, categories, values) in zip(panel.series, ranges, strict=True):
        look = _line(one) if panel.kind == "step" else {**_fill(one), "gap": 50, "overlap": 100}
        made.add_series({"name": [NAME, *name], "categories": [NAME, *categories], "values": [NAME, *values], **look, **_labels(one, panel)})  # type: ignore[union-attr]
    assert made is not None
    made.set_title({"name": unbroken(title), "overlay": False, "name_font": {"size": 12, "bold": True}})
    made.set_legend({"position": "bottom"} if len(panel.series) > 1 else {"none": True})
    sizes = {
        "name": panel.sizes.title,
        "min": panel.sizes.low,
        "max": panel.sizes.high,
        "num_format": "0%" if panel.kind == "share bar" else "0",
        **({"major_unit": QUARTER} if panel.kind == "share bar" else {}),
        "major_gridlines": {"visible": panel.sizes.has_grid, "line": {"color": PRINT.grid}},
        **({"line": {"none": True}, "major_tick_mark": "none"} if panel.is_flat else {}),
        **({"label_position": "high" if panel.is_flat else "next_to"} if panel.sizes.is_shown else {"label_position": "none"}),
    }
    places = {"name": panel.places.title, "major_gridlines": {"visible": False}, **({"reverse": True} if panel.is_flat else {}), **_places(panel)}
    made.set_x_axis(sizes if panel.is_flat else places)
    made.set_y_axis(places if panel.is_flat else sizes)
    made.set_size({"width": BREADTH, "height": max(LOWEST, 130 + len(panel.categories) * A_BAR)})
    if panel.is_named_at_its_end:
        made.set_plotarea({"layout": NAMES_AT_THE_END})
    return made


def _places(panel: Panel) -> dict[str, Any]:
    if panel.kind != "step":
        return {"interval_unit": 1, "num_font": {"rotation": 0}}  # without a rotation LibreOffice leaves out every second name
    if panel.is_dated:
        first, last, step = years(panel.places)
        return {"num_format": "yyyy", "min": first, "max": last, "major_unit": step}
    return {"num_format": "0", "min": day_number(panel.places.low or 0), "max": day_number(panel.places.high or 0)}


def _fill(one: Series) -> dict[str, Any]:
    border = {"border": {"color": PRINT.paper, "width": 0.75}}
    if one.hatch:
        return {"pattern": {"pattern": HATCHES[one.hatch], "fg_color": one.stripes, "bg_color": one.colour}, **border}
    return {"fill": {"color": one.colour}, **border}


def _line(one: Series) -> dict[str, Any]:
    """The line with its dash, and a mark where the drawing has one: those of corners are taken away."""
    bare = {"fill": {"none": True}, "border": {"none": True}}
    mark = {"type": MARKS[one.symbol], "size": one.points, "fill": {"color": one.colour}, "border": {"color": one.colour}}
    points = {} if all(one.marked) else {"points": [None if is_marked else bare for is_marked in one.marked]}
    return {"line": {"color": one.colour, "width": 2.25, "dash_type": DASHES[one.dash]}, "marker": mark, **points}


def _labels(one: Series, panel: Panel) -> dict[str, Any]:
    """The labels as the drawing has them; where it has none, none."""
    if not any(one.labels):
        return {}
    if panel.kind != "step":
        custom = [{} if label else {"delete": True} for label in one.labels]
        font = {"color": PRINT.on(one.colour), "bold": bool(one.hatch)}
        return {"data_labels": {"value": True, "position": "center", "num_format": "#,##0", "font": font, **({} if all(one.labels) else {"custom": custom})}}
    side = "right" if one.labels[-1] else "above"
    custom = [{"value": label} if label else {"delete": True} for label in one.labels]
    return {"data_labels": {"value": True, "position": side, "custom": custom, "font": {"color": PRINT.readable(one.colour), "bold": bool(one.labels[-1])}}}


def _grid(sheet: Any, panel: Panel, top: int, bold: Format, dates: Format) -> list[tuple[Place, Range, Range]]:
    """Labels in the first column, one column a series."""
    sheet.set_column(0, 0, LABELS)
    sheet.set_column(1, len(panel.series), max(NARROWEST, *(min(len(one.name) + 2, WIDEST) for one in panel.series)))
    sheet.write_string(top, 0, panel.places.title, bold)
    last = top + len(panel.categories)
    for row, label in enumerate(panel.categories, top + 1):
        sheet.write_string(row, 0, label)
    for column, one in enumerate(panel.series, 1):
        sheet.write_string(top, column, one.name, bold)
        for row, value in enumerate(one.values, top + 1):
            put(sheet, row, column, value, dates)
    return [((top, column), (top + 1, 0, last, 0), (top + 1, column, last, column)) for column in range(1, len(panel.series) + 1)]


def _points(sheet: Any, panel: Panel, top: int, bold: Format, dates: Format) -> list[tuple[Place, Range, Range]]:
    """Two columns a series: its places and its values."""
    sheet.set_column(0, 2 * len(panel.series) - 1, max(NARROWEST + 3, *(min(len(one.name) + 2, WIDEST) for one in panel.series)))
    ranges: list[tuple[Place, Range, Range]] = []
    for n, one in enumerate(panel.series):
        sheet.write_string(top, 2 * n, panel.places.title or ("Date" if panel.is_dated else ""), bold)
        sheet.write_string(top, 2 * n + 1, one.name, bold)
        for row, (x, value) in enumerate(zip(one.x, one.values, strict=True), top + 1):
            put(sheet, row, 2 * n, x, dates)
            put(sheet, row, 2 * n + 1, value, dates)
        last = top + len(one.values)
        ranges.append(((top, 2 * n + 1), (top + 1, 2 * n, last, 2 * n), (top + 1, 2 * n + 1, last, 2 * n + 1)))
    return ranges
