"""A table on a slide, as many rows as fit."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.slide import Slide
from pptx.util import Inches, Pt

from charts.look import PRINT
from exports.table_text import MOST_COLUMNS, cells, columns_left_out, rows_left_out
from exports.view import View

PER_INCH, LINE, EDGE = 11.5, 0.19, 0.12
LONGEST, POINTS = 220, 11
PADDING, WIDEST = 4, 60
INCH = 914_400


def add(slide: Slide, view: View, place: tuple[Any, Any, Any, Any]) -> str:
    """Adds the table and gives a sentence on what had to be left out ("" when all fits)."""
    whole, rows, widths, heights = _laid_out(view, place)
    headings, shown = whole[:MOST_COLUMNS], rows[: len(heights) - 1]
    shape = slide.shapes.add_table(len(shown) + 1, len(headings), place[0], place[1], place[2], Inches(sum(heights)))
    table = shape.table
    for column, width in enumerate(widths):
        table.columns[column].width = Inches(width)
    for place_of_row, row in enumerate([headings, *shown]):
        table.rows[place_of_row].height = Inches(heights[place_of_row])
        for column, text in enumerate(row):
            _write(table.cell(place_of_row, column), text, head=place_of_row == 0)
    return " ".join(part for part in (rows_left_out(view, len(shown)), columns_left_out(whole)) if part)


def _laid_out(view: View, place: tuple[Any, Any, Any, Any]) -> tuple[list[str], list[list[str]], list[float], list[float]]:
    """All headings, the rows cut to the columns shown, the widths of these, and the heights of the heading and of the rows that fit."""
    headings, rows = cells(view)
    rows = [[_cut(text) for text in row[:MOST_COLUMNS]] for row in rows]
    breadth, room = place[2] / INCH, place[3] / INCH
    widths = _widths(headings[:MOST_COLUMNS], rows, breadth)
    heights: list[float] = [_height(headings[:MOST_COLUMNS], widths)]
    for row in rows:
        if sum(heights) + (height := _height(row, widths)) > room:
            break
        heights.append(height)
    return headings, rows, widths, heights


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _widths(headings: list[str], rows: list[list[str]], breadth: float) -> list[float]:
    """Inches a column: room for its longest word, the rest shared after the longest text."""
    columns = [(heading, *column) for heading, column in zip(headings, zip(*rows[:40], strict=True) if rows else [()] * len(headings), strict=True)]
    least = [max(len(word) for text in column for word in text.split() or [""]) + PADDING for column in columns]
    wanted = [max(min(max(len(text) for text in column), WIDEST) - room, 1) for column, room in zip(columns, least, strict=True)]
    spare = max(breadth * PER_INCH - sum(least), 0)
    shares = [room + spare * wish / sum(wanted) for room, wish in zip(least, wanted, strict=True)]
    return [breadth * share / sum(shares) for share in shares]


def _height(row: list[str], widths: list[float]) -> float:
    lines = max(-(-len(text) // max(int((width - 0.2) * PER_INCH), 1)) for text, width in zip(row, widths, strict=True))
    return lines * LINE + EDGE


def _write(cell: Any, text: str, head: bool) -> None:
    cell.text = text
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string((PRINT.band if head else PRINT.paper)[1:].upper())
    for paragraph in cell.text_frame.paragraphs:
        paragraph.font.size, paragraph.font.name, paragraph.font.bold = Pt(POINTS), "Arial", head
        paragraph.font.color.rgb = RGBColor.from_string(PRINT.ink[1:].upper())
