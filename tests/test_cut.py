"""Where there are more marks than a picture has room for: it draws the first, and picture, description and files say so."""

from dataclasses import replace

import pytest

import exports.common.answer
import exports.view
from charts.look import LIGHT
from charts.marks import n_rows
from charts.words import number
from exports import drawing, table_text
from exports.page import html_file, pdf_file
from exports.view import View
from queries import Counted, Filters
from queries.filters import with_dashes
from tests.shown import holding

ROOM = 7
ROWWISE = ("priority-continuity", "priority-survival", "compared-pairs")
# Figures of a mark a record, of which there may be more than a page takes.
A_MARK_A_RECORD = (*ROWWISE, "priority-tracker", "document-register", "reported-measures")


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


@pytest.mark.parametrize("name", A_MARK_A_RECORD)
def test_a_view_with_more_rows_than_a_page_takes_speaks_of_all(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = View.of(name, Filters())
    n, title = whole.n_marks, whole.title
    monkeypatch.setattr(exports.common.answer, "MOST_ROWS", ROOM)
    few = holding(whole, whole.frame.head(ROOM))
    few.__dict__["counted"] = Counted(whole.n, n)
    assert few.is_cut and few.title == title, "of all, though only the first rows are at hand"
    first = f"Of the first {ROOM} of {number(n)} rows: "
    assert few.alt.startswith(first) != few.figure.rowwise and number(n) in few.alt
    assert n_rows(few.drawn) == n


def test_the_list_of_priorities_says_of_how_many_it_draws_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = View.of("priority-tracker", Filters())
    most = len(whole.frame) - 1
    monkeypatch.setattr(exports.common.answer, "MOST_ROWS", most)
    few = holding(whole, whole.frame.head(most))
    few.__dict__["counted"] = Counted(whole.n, whole.n_marks)
    told = f"the first 40 of {number(whole.n_marks)} priorities"
    assert told in str(few.plot(LIGHT).to_dict()["layout"]["annotations"]) and few.parts(LIGHT.form)[0].left_out == told
