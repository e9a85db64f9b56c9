"""The sheet Picture: the figure as it fills a slide, where Excel has no chart that says the same; drawn while the other sheets are written."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from io import BytesIO

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from charts.form import SLIDE
from exports import drawing
from exports.common.beside import beside
from exports.errors import CannotMake
from exports.view import View

NAME = "Picture"
SMALLER = 0.5  # letters of 24 pixels of a slide are 9 points then
BREADTH = 128  # letters in a line as broad as a picture
TOP, AIR, ROW = 3, 2, 20  # rows above the first picture, rows between two, pixels of a row
MOST = 6  # parts: nobody scrolls through more, and each takes the server's browser some time

Parts = Sequence[Future[bytes]]


@contextmanager
def ahead(view: View) -> Iterator[Parts]:
    """The parts of the picture, the first ones where there are many, drawn one after the other; none where there are no rows or this server cannot draw. What is not drawn at the end is given up."""
    if view.frame.empty or drawing.unavailable():
        yield ()
        return
    with beside("pictures") as begin:
        yield [begin(_drawn, view, part) for part in range(1, min(len(view.parts(SLIDE)), MOST) + 1)]


def _drawn(view: View, part: int) -> bytes:
    return drawing.on_slide(view, part).png


def fill(sheet: Worksheet, view: View, parts: Parts, bold: Format, wrap: Format) -> None:
    """Title, filters, the parts one below the other, source and release; in place of the parts the reason, where one could not be drawn."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, BREADTH)
    _write(sheet, 0, view.title, bold)
    _write(sheet, 1, view.above, wrap)
    try:
        pictures = [part.result() for part in parts]
    except CannotMake as reason:
        pictures = []
        _write(sheet, TOP, str(reason), wrap)
    step, row = round(SLIDE.height * SMALLER / ROW) + AIR, TOP
    for drawn, part in zip(pictures, view.parts(SLIDE), strict=False):
        if part.left_out:
            _write(sheet, row - 1, f"Shown: {part.left_out}", wrap)
        sheet.insert_image(row, 0, "picture.png", {"image_data": BytesIO(drawn), "x_scale": SMALLER, "y_scale": SMALLER, "description": view.alt})
        row += step
    if (n := len(view.parts(SLIDE))) > MOST:
        _write(sheet, row, f"Here are {MOST} of {n} parts; presentation and PDF hold all.", wrap)
    _write(sheet, row + 1, " ".join(line for line in (view.caution, f"{drawing.source_line(view)} Release {view.release}.") if line), wrap)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.set_h_pagebreaks([TOP - 1 + place * step for place in range(1, len(pictures))])


def _write(sheet: Worksheet, row: int, text: str, form: Format) -> None:
    """A text over the breadth of a picture, in as many lines as it needs."""
    sheet.set_row_pixels(row, -(-len(text) // (BREADTH - 8)) * ROW)
    sheet.write_string(row, 0, text, form)
