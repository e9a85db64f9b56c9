"""All formats a view can leave in. Menu, API, ZIP and tests walk this one list."""

from collections.abc import Callable
from dataclasses import dataclass

from exports import drawing
from exports.errors import CannotMake
from exports.page import html_file, pdf_file
from exports.slide import pptx_file
from exports.text import rows_csv, rows_json
from exports.view import View
from exports.workbook import xlsx_file

__all__ = ["FORMATS", "CannotMake", "Format"]


def _always() -> str:
    return ""


@dataclass(frozen=True)
class Format:
    """One format. `make(view)` gives the file's bytes or raises CannotMake; `unavailable()` says beforehand why not here, "" when it can.

    name: for readers; ending: of the file name; mime: content type; holds: what the file is, in a few words.
    """

    name: str
    ending: str
    mime: str
    holds: str
    make: Callable[[View], bytes]
    unavailable: Callable[[], str] = _always


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: dict[str, Format] = {
    made.ending: made
    for made in (
        Format("PNG", "png", "image/png", "the picture, at twice its size", drawing.to_png, drawing.unavailable),
        Format("SVG", "svg", "image/svg+xml", "the picture, sharp at any size", drawing.to_svg, drawing.unavailable),
        Format("CSV", "csv", "text/csv; charset=utf-8", "the rows", rows_csv.to_csv),
        Format(
            "Excel",
            "xlsx",
            f"{_OFFICE}.spreadsheetml.sheet",
            "rows, filters, sources, citation; charts where these say the same as the picture, else the picture",
            xlsx_file.to_xlsx,
        ),
        Format("JSON", "json", "application/json", "the rows for programs", rows_json.to_json),
        Format(
            "PowerPoint",
            "pptx",
            f"{_OFFICE}.presentationml.presentation",
            "editable charts where these say the same as the picture, else the picture; sources in the notes",
            pptx_file.to_pptx,
        ),
        Format("PDF", "pdf", "application/pdf", "A4 pages: chart, all rows, all sources, how to cite", pdf_file.to_pdf, pdf_file.unavailable),
        Format("HTML", "html", "text/html; charset=utf-8", "a page that works without internet", html_file.to_html),
    )
}
