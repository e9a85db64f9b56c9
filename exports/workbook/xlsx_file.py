"""XLSX of a view: the rows in typed columns, an editable chart where the figure has such a form, else its picture, filters, sources, citation."""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import datetime, time
from io import BytesIO

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from exports import about, citation, drawing, sources
from exports.cells import Column, columns_of, for_paper, put_all, workbook
from exports.common import columns
from exports.common.kept import Kept
from exports.native.reading import Editable, editable
from exports.view import View
from exports.workbook import native_chart, picture
from queries import Page
from queries.engine.kept import KEPT_OF

WIDEST, NARROWEST = 60, 9
MOST_ROWS = 100_000  # of a sheet; CSV and the data API hold all
LABELS, TEXTS, LINE, HIGHEST = 28, 100, 15, 409
MOST_SHORT = 5_000  # records
BOOKS = Kept[bytes](16_000_000, len)


def to_xlsx(view: View) -> bytes:
    """The sheets Data, Chart (or Picture, where Excel has no chart that says the same), Records (every record with the mark that it stands behind), Filters, Sources, Cite."""
    # A book tells what the dataset says about itself and the day on which it was taken.
    key = (view.database.reading, repr(view.about), citation.today(), view.figure.name, view.filters, view.address(), drawing.unavailable())
    try:
        # Rows that stand in for an answer, while a cluster cannot be reached, are soon others.
        return _made(view) if KEPT_OF in view.frame.attrs else BOOKS.get(key, lambda: _made(view))
    except _Unfinished as unfinished:
        return unfinished.book


class _Unfinished(Exception):
    """A workbook with the reason in place of a picture that could not be drawn just now: to be given, and not to be kept."""

    def __init__(self, book: bytes) -> None:
        self.book = book


def is_short(view: View) -> bool:
    """Whether the workbook is made in a moment, so that it may be begun before it is asked for."""
    return not view.is_cut and view.n <= MOST_SHORT


def _made(view: View) -> bytes:
    drawn = editable(view)
    with nullcontext(()) if drawn else picture.ahead(view) as parts:
        why = "" if drawn or parts or view.frame.empty else drawing.unavailable()
        book = _book(view, drawn, parts, why)
        if any(part.done() and part.exception() is not None for part in parts):
            raise _Unfinished(book)
    return book


def without_picture(view: View) -> bytes:
    """The same for a program, which has an address of its own for the picture."""
    drawn = editable(view)
    return _book(view, drawn, (), "" if drawn or view.frame.empty else f"In the workbook that the dashboard gives, and at {view.rows_address('png')}")


def _book(view: View, drawn: Editable | None, parts: picture.Parts, why: str) -> bytes:
    """The workbook, with a chart or the parts of a picture, or the reason why there is neither."""
    target = BytesIO()
    with workbook(target) as book:
        told = {"title": view.title, "subject": view.sentence, "comments": f"Release {view.release}", "company": view.about.short_title}
        # The day of the release, not the moment: the same view gives the same bytes.
        book.set_properties({**told, "created": datetime.combine(view.database.released_on, time())})
        bold, dates, wrap = (
            book.add_format({"bold": True, "bottom": 1}),
            book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            book.add_format({"text_wrap": True, "valign": "top"}),
        )
        _table(book, "Data", columns_of(_whole(view.chunks())), bold, dates)
        if drawn is not None:
            native_chart.add(book, drawn, view.title, bold, dates)
        shown = book.add_worksheet(picture.NAME) if parts else None
        _table(book, "Records", columns_of(_whole(view.links())), bold, dates)
        used = sources.of_file(view)
        pictureless = [("Picture", why)] if why else []
        told = [*about.facts(view), *_left_out(view, used), *pictureless, ("", ""), ("Columns of the sheet Data", ""), *columns.explained(view)]
        _pairs(book, "Filters", told, bold, wrap)
        _table(book, "Sources", columns_of(used.rows), bold, dates)
        work = citation.of_view(view)
        _pairs(book, "Cite", [(name, form.write(work).replace("\r\n", "\n")) for name, form in citation.FORMS.items()], bold, wrap)
        if shown is not None:  # last, for the browser draws meanwhile
            picture.fill(shown, view, parts, bold, wrap)
    return target.getvalue()


def _whole(frames: Iterator[pd.DataFrame]) -> pd.DataFrame:
    """The rows of the frames, as many as a sheet is given."""
    kept: list[pd.DataFrame] = []
    for frame in frames:
        kept.append(frame)
        if sum(map(len, kept)) >= MOST_ROWS:
            break
    return pd.concat(kept, ignore_index=True).head(MOST_ROWS)


def _left_out(view: View, used: Page) -> list[tuple[str, str]]:
    """What this workbook has no room for, as lines of the sheet Filters."""
    cut = {"Data": (view.n_marks, MOST_ROWS), "Records": (view.n, MOST_ROWS), "Sources": (used.total, len(used.rows))}
    return [(f"Left out of the sheet {name}", f"all but the first {most} of {n}; CSV and the data API hold all") for name, (n, most) in cut.items() if n > most]


def _table(book: Workbook, name: str, columns: list[Column], bold: Format, dates: Format) -> None:
    """A sheet with one header row, frozen, with a filter on it."""
    sheet = book.add_worksheet(name)
    rows, last = len(columns[0].values), len(columns) - 1
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.name, bold)
        put_all(sheet, 1, place, column, dates)
        longest = max([len(column.name) + 3, *(len(value) for value in column.values[:200] if isinstance(value, str))])
        sheet.set_column(place, place, min(max(longest, NARROWEST), WIDEST))
    for_paper(sheet)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, rows, last)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), last)


def _pairs(book: Workbook, name: str, pairs: list[tuple[str, str]], bold: Format, wrap: Format) -> None:
    """A sheet of labels and texts."""
    sheet = book.add_worksheet(name)
    for_paper(sheet)
    sheet.set_column(0, 0, LABELS)
    sheet.set_column(1, 1, TEXTS)
    top = book.add_format({"bold": True, "valign": "top"})
    for row, (label, text) in enumerate(pairs):
        lines = sum(max(-(-len(line) // TEXTS), 1) for line in text.split("\n"))
        sheet.set_row(row, min(lines * LINE, HIGHEST))  # not every reader finds the height of wrapped text by itself
        sheet.write_string(row, 0, label, top)
        sheet.write_string(row, 1, text, wrap)
