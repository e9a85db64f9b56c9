"""All formats a view can leave in. Menu, API, ZIP and tests walk this one list."""

from collections.abc import Callable
from dataclasses import dataclass

from exports import page_html, page_pdf, picture, rows_csv, rows_json, rows_xlsx, slide_pptx
from exports.errors import CannotMake
from exports.view import View

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
        Format("PNG", "png", "image/png", "the picture, at twice its size", picture.to_png, picture.unavailable),
        Format("SVG", "svg", "image/svg+xml", "the picture, sharp at any size", picture.to_svg, picture.unavailable),
        Format("CSV", "csv", "text/csv; charset=utf-8", "the rows", rows_csv.to_csv),
        Format("Excel", "xlsx", f"{_OFFICE}.spreadsheetml.sheet", "rows, filters, sources, citation, and a chart where the form allows", rows_xlsx.to_xlsx),
        Format("JSON", "json", "application/json", "the rows for programs", rows_json.to_json),
        Format("PowerPoint", "pptx", f"{_OFFICE}.presentationml.presentation", "one slide, or several for a tall picture; sources in the notes", slide_pptx.to_pptx),
        Format("PDF", "pdf", "application/pdf", "one A4 page", page_pdf.to_pdf, page_pdf.unavailable),
        Format("HTML", "html", "text/html; charset=utf-8", "a page that works without internet", page_html.to_html),
    )
}
