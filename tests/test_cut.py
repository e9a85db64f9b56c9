"""Where there are more marks than a picture has room for: it draws the first, and picture, description and files say so."""

from dataclasses import replace

import pytest

import exports.common.answer
import exports.view
from charts.look import LIGHT
from charts.words import number
from exports import drawing, table_text
from exports.page import html_file, pdf_file
from exports.view import View
from queries import Counted, Filters
from queries.filters import with_dashes
from tests.shown import holding

ROOM = 40
ROWWISE = ("priority-continuity", "priority-survival")


@pytest.fixture(params=ROWWISE)
def cut(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> View:
    """A view of a picture with room for few marks, worked out afresh."""
    monkeypatch.setattr(exports.view, "MOST_DRAWN", ROOM)
    return replace(View.of(request.param, Filters()))


def rows(view: View) -> set[int]:
    """The rows that the marks of the drawing stand for."""
    return {row for trace in view.plot(LIGHT).to_dict()["data"] for row in trace.get("customdata", [])}


def test_the_first_marks_are_drawn_and_the_others_told(cut: View) -> None:
    assert len(cut.frame) > ROOM and rows(cut) == set(range(ROOM))
    told = f"Drawn are the first {ROOM} of {len(cut.frame)} marks; the table and the rows as files hold all."
    assert cut.alt == f"{with_dashes(cut.figure.describe(cut.frame.head(ROOM)))} {told}"
    assert drawing.source_line(cut).endswith(f" {told}")


def test_the_title_speaks_of_all(cut: View) -> None:
    assert cut.title == View.of(cut.figure.name, Filters()).title


def test_nothing_is_told_where_all_is_drawn(cut: View) -> None:
    few = holding(cut, cut.frame.head(ROOM))
    assert rows(few) == set(range(ROOM)) and few.alt == with_dashes(few.figure.describe(few.frame))
    assert drawing.source_line(few).endswith("behind this figure.")


def test_a_page_tells_of_rows_that_its_table_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows at hand are bounded; the number of marks is that of all."""
    view = View.of("priorities-by-actor", Filters())
    assert table_text.rows_left_out(view, len(view.frame)) == "" and "rows are shown" not in html_file.to_html(view).decode()
    monkeypatch.setattr(exports.common.answer, "MOST_ROWS", len(view.frame))
    many = holding(view, view.frame)
    many.__dict__["counted"] = Counted(70_000, 60_000)
    told = f"The first {len(view.frame)} of {number(60_000)} rows are shown; the rows as files hold all."
    assert told in html_file.to_html(many).decode()
    monkeypatch.setattr(pdf_file, "_figures", lambda view: [])
    monkeypatch.setattr(pdf_file.browser, "printed", lambda page: page.encode())
    printed = pdf_file.to_pdf(many).decode()
    assert told in printed and f"Rows ({number(60_000)})" in printed
