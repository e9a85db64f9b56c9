"""The sheet Chart: the chart's numbers as a grid, and beside it an Excel chart drawn from them."""

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from charts.look import PRINT
from exports.cells import for_paper, put
from exports.native import DAYS_OF_YEAR, FIRST_DAY, POINTS, Chart, labelled, years

FORMS = {
    "bar": {"type": "bar"},
    "stacked bar": {"type": "bar", "subtype": "stacked"},
    "share bar": {"type": "bar", "subtype": "percent_stacked"},
    "column": {"type": "column"},
    "stacked column": {"type": "column", "subtype": "stacked"},
    "line": {"type": "line"},
    "scatter": {"type": "scatter"},
    "step": {"type": "scatter", "subtype": "straight"},
}
NAME = "Chart"
KNOWN = "Date known to the"
NARROWEST, WIDEST = 9, 30


def add(book: Workbook, chart: Chart, title: str, bold: Format, dates: Format) -> None:
    """Adds the sheet to the workbook."""
    sheet = book.add_worksheet(NAME)
    ranges = _points(sheet, chart, bold, dates) if chart.kind in POINTS else _grid(sheet, chart, bold, dates)
    sheet.set_column(1, len(chart.series), max(NARROWEST, *(min(len(one.name) + 2, WIDEST) for one in chart.series)))
    made = book.add_chart(FORMS[chart.kind])
    assert made is not None
    for one, (name, categories, values) in zip(chart.series, ranges, strict=True):
        line = {"color": one.colour, "width": 2, "dash_type": "dash" if one.dashed else "solid"}
        drawn = {"line": line} if chart.kind in ("line", "step") else {"fill": {"color": one.colour}, "border": {"color": "#FFFFFF", "width": 0.75}}
        if chart.kind == "scatter" or len(one.values) == 1:
            drawn = {"marker": {"type": "circle", "size": 6, "fill": {"color": one.colour}, "border": {"color": one.colour}}}
        labels = {"data_labels": {"value": True, "num_format": _format(chart), **_ink(chart, one.colour)}} if labelled(chart) else {}
        gap = {} if chart.kind in ("line", *POINTS) else {"gap": 60}
        made.add_series({"name": [NAME, *name], "categories": [NAME, *categories], "values": [NAME, *values], **drawn, **gap, **labels})
    made.set_title({"name": title, "overlay": False, "name_font": {"size": 12, "bold": True}})
    made.set_legend({"position": "bottom"} if len(chart.series) > 1 else {"none": True})
    flat = chart.kind.endswith("bar")
    places = {
        "name": chart.category_title,
        "major_gridlines": {"visible": False},
        **({"reverse": True} if flat else {}),
        **(_years(chart) if chart.dated else {}),
    }
    sizes = {
        "name": chart.value_title,
        "num_format": "0%" if chart.kind == "share bar" else _format(chart),
        "major_gridlines": {"visible": True, "line": {"color": PRINT.grid}},
    }
    made.set_x_axis({**sizes, "label_position": "high"} if flat else places)
    made.set_y_axis(places if flat else sizes)
    made.set_size({"width": 860, "height": max(420, 130 + _bars(chart) * 18) if flat else 420})
    for_paper(sheet)
    sheet.insert_chart(1, (2 if chart.kind in POINTS else 1) + len(chart.series) + 1, made, {"description": title})


def _years(chart: Chart) -> dict:
    first, last, step = years(chart)
    return {"num_format": "yyyy", "min": (first - FIRST_DAY).days, "max": (last - FIRST_DAY).days, "major_unit": step * DAYS_OF_YEAR}


def _bars(chart: Chart) -> int:
    return len(chart.categories) * (len(chart.series) if chart.kind == "bar" else 1)


def _ink(chart: Chart, colour: str) -> dict:
    """Labels inside stacked bars in the ink that reads on them."""
    return {"font": {"color": PRINT.on(colour)}} if "stacked" in chart.kind or chart.kind == "share bar" else {}


def _format(chart: Chart) -> str:
    return "0.0" if chart.decimals else "0"


Place = tuple[int, int]
Range = tuple[int, int, int, int]


def _grid(sheet, chart: Chart, bold: Format, dates: Format) -> list[tuple[Place, Range, Range]]:
    """Labels in the first column, one column a series."""
    sheet.write_string(0, 0, chart.category_title, bold)
    sheet.set_column(0, 0, 40)
    last = len(chart.categories)
    for row, label in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, label)
    for column, one in enumerate(chart.series, 1):
        sheet.write_string(0, column, one.name, bold)
        for row, value in enumerate(one.values, 1):
            put(sheet, row, column, value, dates)
    return [((0, column), (1, 0, last, 0), (1, column, last, column)) for column in range(1, len(chart.series) + 1)]


def _points(sheet, chart: Chart, bold: Format, dates: Format) -> list[tuple[Place, Range, Range]]:
    """Places in the first column, values in the column of their series, one series below the other; last, how precisely dates are known."""
    sheet.write_string(0, 0, chart.category_title, bold)
    sheet.set_column(0, 0, 14)
    ranges: list[tuple[Place, Range, Range]] = []
    row, is_vague = 1, any({"month", "year"} & set(one.known) for one in chart.series)
    if is_vague:
        sheet.write_string(0, len(chart.series) + 1, KNOWN, bold)
    for column, one in enumerate(chart.series, 1):
        sheet.write_string(0, column, one.name, bold)
        first = row
        for place, (x, value) in enumerate(zip(one.x, one.values, strict=True)):
            put(sheet, row, 0, x, dates)
            put(sheet, row, column, value, dates)
            if is_vague:
                sheet.write_string(row, len(chart.series) + 1, one.known[place])
            row += 1
        ranges.append(((0, column), (first, 0, row - 1, 0), (first, column, row - 1, column)))
    return ranges
