"""Every figure in every format a server makes without a browser: opened with other people's readers, and the same rows found in it."""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import lxml.html
import openpyxl
import pandas as pd
import plotly.graph_objects as go
import pytest
from openpyxl.utils import get_column_letter
from PIL import Image
from pptx import Presentation

import data
import queries
from charts.catalogue import FIGURES
from charts.figure import plot
from charts.form import SLIDE
from charts.look import Look
from charts.words import day
from exports import browser, citation, drawing, everything_zip, sources, table_text
from exports.formats import FORMATS, CannotMake
from exports.native.panels import Panel
from exports.native.reading import editable
from exports.slide import table as slide_table
from exports.text import rows_csv
from exports.view import View
from exports.workbook.picture import BREADTH, MOST
from queries import Filters, Page
from tests.shown import holding

pytestmark = pytest.mark.broad

BASE = "https://dashboard.example"
FILTERED = Filters(themes=("security", "economy"), years=(2004, 2024))
KINDS = {"bare": Filters(), "filtered": FILTERED}
# One of each form goes into the quick run: a share bar, a picture, a table.
QUICK = {("compared-outcomes", "filtered"), ("membership-map", "bare"), ("document-register", "bare")}
VIEWS = [
    pytest.param((name, chosen), id=f"{name}-{kind}", marks=() if (name, kind) in QUICK else pytest.mark.slow)
    for name in FIGURES
    for kind, chosen in KINDS.items()
]
HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://x.org")',
    "+1",
    "-1",
    "@sum(a1)",
    "\ttab",
    'A "quote", comma',
    "Two\nlines",
    "شنغهاي",
    "上海合作组织",
    "🕊 emoji",
    "<b>&amp;</b>",
    "</script><script>alert(1)</script>",
]


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """These files must come without a browser on the server."""
    monkeypatch.setattr(browser, "find", lambda: None)


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> View:
    return View.of(*request.param, BASE)


def texts(view: View) -> pd.DataFrame:
    """The rows of a view as CSV has them, all as text."""
    return pd.read_csv(BytesIO(rows_csv.to_csv(view)), dtype=str, keep_default_na=False)


def as_cell(value: Any) -> Any:
    """A value of the rows as a spreadsheet gives it back."""
    if hasattr(value, "tolist") and not isinstance(value, str):
        value = value.tolist()
    if isinstance(value, list):
        value = " ".join(value)
    if value is None or (not isinstance(value, str) and pd.isna(value)) or value == "":
        return None
    return value.to_pydatetime() if isinstance(value, pd.Timestamp) else value


def in_text(value: Any) -> str:
    """A value as CSV writes it."""
    return str(value).lower() if isinstance(value, bool) else value.strftime("%Y-%m-%d") if hasattr(value, "strftime") else str(value)


def sheet(book: openpyxl.Workbook, name: str) -> list[tuple]:
    return list(book[name].iter_rows(values_only=True))


def test_csv_holds_the_rows(view: View) -> None:
    content = rows_csv.to_csv(view)
    assert content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content
    read = texts(view)
    assert list(read.columns) == list(view.frame.columns)
    assert len(read) == len(view.frame)
    for name in read.columns:
        wanted = [as_cell(value) for value in view.frame[name].tolist()]
        if pd.api.types.is_numeric_dtype(view.frame[name]) and not pd.api.types.is_bool_dtype(view.frame[name]):
            assert pd.to_numeric(read[name]).tolist() == pytest.approx([float("nan") if v is None else v for v in wanted], nan_ok=True)
        else:
            assert read[name].tolist() == ["" if v is None else in_text(v) for v in wanted]


@pytest.fixture
def sketched(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of the browser: a picture whose breadth is the number of its part."""

    def drawn(view: View, part: int) -> drawing.Drawn:
        target = BytesIO()
        Image.new("RGB", (part, 1)).save(target, "png")
        return drawing.Drawn("", target.getvalue())

    monkeypatch.setattr(drawing, "unavailable", lambda: "")
    monkeypatch.setattr(drawing, "on_slide", drawn)


def check_picture(book: openpyxl.Workbook, view: View) -> None:
    """Excel draws it itself, or has the picture in all its parts, in their order; never both."""
    is_native = editable(view) is not None
    assert ("Chart" in book.sheetnames, "Picture" in book.sheetnames) == (is_native, not is_native and not view.frame.empty)
    if "Picture" in book.sheetnames:
        parts, page = view.parts(SLIDE)[:MOST], book["Picture"]
        assert [picture.width for picture in page._images] == list(range(1, len(parts) + 1))
        assert page.column_dimensions["A"].width > BREADTH, "lines of text are as broad as the pictures"
        said = {str(cell) for row in page.iter_rows(values_only=True) for cell in row if cell}
        assert {view.title, view.above} | {f"Shown: {part.left_out}" for part in parts if part.left_out} <= said
        assert any(view.release in words and view.about.licence in words and view.caution in words for words in said)
        assert (f"Here are {MOST} of {len(view.parts(SLIDE))} parts; presentation and PDF hold all." in said) == (len(view.parts(SLIDE)) > MOST)
        tops = [picture.anchor._from.row for picture in page._images]
        assert {picture.anchor._from.col for picture in page._images} == {0}, "under the lines of text"
        assert [page["A1"].value, page["A2"].value] == [view.title, view.above]
        above = [page.cell(top, 1).value for top in tops]
        assert above == [f"Shown: {part.left_out}" if part.left_out else None for part in parts], "each part stands under the words on what it holds"
        assert min([after - before for before, after in pairwise(tops)], default=20) > 744 / 2 / 20, "no picture lies over another"
        assert page.max_row - tops[-1] == round(SLIDE.height / 2 / 20) + 4, "source and release stand two rows under the last"
        assert [line.id for line in page.row_breaks.brk] == [top - 1 for top in tops[1:]], "on paper each begins a page, with the words above it"


def test_xlsx_holds_rows_picture_filters_sources_release_and_no_formula(view: View, sketched: None) -> None:
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].make(view)))
    check_picture(book, view)
    header, *rows = sheet(book, "Data")
    assert list(header) == list(view.frame.columns)
    assert len(rows) == len(view.frame) or view.frame.empty
    for place, name in enumerate(view.frame.columns):
        wanted = [as_cell(value) for value in view.frame[name].tolist()]
        assert same([row[place] for row in rows[: len(wanted)]], wanted)
    assert all(cell.alignment.wrap_text for name in ("Filters", "Cite") for (cell,) in book[name].iter_rows(min_col=2, max_col=2)), "a long text is read whole"
    told = {row[0]: row[1] for row in sheet(book, "Filters") if row[0]}
    assert told["Filters in words"] == view.sentence
    assert told["Release"] == view.release
    assert told["Link to this view"] == view.address()
    used = sources.of_file(view).rows
    assert len(used) == sources.used(view).total
    assert [row[-1] for row in sheet(book, "Sources")[1:]][: len(used)] == used["source_id"].tolist()
    linked = pd.concat(view.links())
    heads, *records = sheet(book, "Records")
    assert list(heads) == list(linked.columns)
    assert [row[list(heads).index("record_id")] for row in records[: len(linked)]] == linked["record_id"].tolist()
    assert view.release in dict(sheet(book, "Cite")[i][:2] for i in range(4))["Text"]
    assert not [cell.coordinate for page in book.worksheets for row in page.iter_rows() for cell in row if cell.data_type == "f"]


def same(found: list, wanted: list) -> bool:
    """Equal one by one; a workbook keeps fifteen digits of a number."""
    return all(f == w or (isinstance(w, float) and f == pytest.approx(w, rel=1e-12)) for f, w in zip(found, wanted, strict=True))


def test_json_holds_the_rows(view: View) -> None:
    told = json.loads(FORMATS["json"].make(view))
    assert (told["filters"], told["release"], told["n"], told["title"]) == (view.sentence, view.release, view.n, view.title)
    assert len(told["rows"]) == len(view.frame)
    for name in view.frame.columns:
        wanted = [as_cell(value) for value in view.frame[name].tolist()]
        found = [row[name] or None if row[name] == "" else row[name] for row in told["rows"]]
        assert found == [v.strftime("%Y-%m-%d") if hasattr(v, "strftime") else v for v in wanted]


def slide_of(view: View) -> Any:
    deck = Presentation(BytesIO(FORMATS["pptx"].make(view)))
    assert len(deck.slides) == 1
    return deck.slides[0]


def test_pptx_holds_chart_or_table_filters_sources_release(view: View) -> None:
    slide = slide_of(view)
    said = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    title = slide.shapes.title.text_frame.text
    assert title.replace("\u2060", "").replace("\u00a0", " ") == view.title and not re.search(r"\d–\d", title), "years of a term stay on one line"
    assert view.above in said and f"Release {view.release}" in said
    noted = slide.notes_slide.notes_text_frame.text
    assert all(" ".join(str(title).split()) in " ".join(noted.split()) for title in sources.of_file(view).rows["Source"])
    assert view.sentence in noted and view.release in noted
    charts, tables = ([shape for shape in slide.shapes if getattr(shape, kind, False)] for kind in ("has_chart", "has_table"))
    drawn = editable(view)
    assert (len(charts), len(tables)) == ((len(drawn.panels), 0) if drawn else (0, 0) if view.frame.empty else (0, 1))
    if drawn:
        for shape, panel in zip(charts, drawn.panels, strict=True):
            check_chart(shape.chart, panel)
    elif view.frame.empty:
        assert f"{view.nothing}." in said
    else:
        check_table(tables[0].table, view, said)


def check_chart(made: Any, drawn: Panel) -> None:
    shown = list(made.plots[0].series)
    assert [one.name for one in shown] == [one.name for one in drawn.series]
    for one, wanted in zip(shown, drawn.series, strict=True):
        assert [value for value in one.values if value is not None] == pytest.approx([value for value in wanted.values if value is not None])
    if drawn.categories:
        assert tuple(made.plots[0].categories) == drawn.categories
    inside = openpyxl.load_workbook(BytesIO(made.part.chart_workbook.xlsx_part.blob))
    assert not [cell for row in inside.active.iter_rows() for cell in row if cell.data_type == "f"]


def check_table(shown: Any, view: View, said: str) -> None:
    headings, rows = table_text.cells(view)
    most = table_text.MOST_COLUMNS
    found = [[cell.text for cell in row.cells] for row in shown.rows]
    assert found[0] == headings[:most]
    assert found[1:] == [
        [text if len(text) <= slide_table.LONGEST else text[: slide_table.LONGEST - 1] + "…" for text in row[:most]] for row in rows[: len(found) - 1]
    ]
    assert len(found) - 1 == len(rows) or f"The first {len(found) - 1} of" in said
    assert all(heading in said for heading in headings[most:])
    assert "A table stands for the chart" in said


def test_html_stands_alone(view: View) -> None:
    content = FORMATS["html"].make(view)
    page = lxml.html.fromstring(content.decode())
    assert page.find(".//h1").text_content() == view.title
    text = page.text_content()
    spans = re.findall(r"\d+–\d+", f"{view.title} {view.above}")
    assert [span.text for span in page.xpath("//h1/span[@class='years'] | //h1/following-sibling::p[1]/span[@class='years']")] == spans
    assert view.sentence in text and view.release in text
    assert not page.xpath("//script[@src] | //link | //img[starts-with(@src, 'http')] | //iframe | //object")
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'")
    headings, rows = table_text.cells(view)
    assert [[cell.text_content() for cell in row] for row in page.xpath("//tbody/tr")] == rows
    assert [cell.text_content() for cell in page.xpath("//thead//th")] == headings
    assert len(page.xpath("//ol/li")) == sources.used(view).total


def test_a_file_says_how_many_sources_it_has_no_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of("compared-outcomes", FILTERED, BASE)
    total = sources.used(view).total
    monkeypatch.setattr(sources, "MOST_LISTED", 5)
    assert len(sources.listed(view)) == 5
    said = f"And {total - 5} more"
    assert sources.numbered(view)[0] == f"Sources ({total})" and sources.numbered(view)[-1].startswith(said)
    assert said in FORMATS["html"].make(view).decode()
    told = {row[0]: row[1] for row in sheet(openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].make(view))), "Filters") if row[0]}
    assert told["Left out of the sheet Sources"].startswith(f"all but the first 5 of {total}")


@pytest.mark.parametrize(("total", "most", "pages", "held"), [(0, 9, 1, 0), (1, 9, 1, 1), (2, 9, 1, 2), (3, 9, 2, 3), (5, 9, 3, 5), (5, 4, 2, 4), (5, 3, 2, 3)])
def test_a_file_asks_for_the_pages_of_sources_that_it_has_room_for(total: int, most: int, pages: int, held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def used(view: View, page: int = 1) -> Page:
        asked.append(page)
        return Page(pd.DataFrame({"Source": list(range(total))[2 * page - 2 : 2 * page]}), total)

    monkeypatch.setattr(sources, "used", used)
    monkeypatch.setattr(sources, "MOST_LISTED", most)
    found = sources.of_file(View.of("timeline", Filters()))
    assert (asked, found.total, list(found.rows["Source"])) == (list(range(1, pages + 1)), total, list(range(held)))


def test_what_needs_a_browser_says_why_and_leaves_the_others() -> None:
    view = View.of("coverage-matrix", Filters(), BASE)
    for ending in ("png", "svg", "pdf"):
        assert "Chromium" in FORMATS[ending].unavailable()
        with pytest.raises(CannotMake, match="Chromium"):
            FORMATS[ending].make(view)
    assert not any(FORMATS[ending].unavailable() for ending in ("csv", "xlsx", "json", "pptx", "html"))
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].make(view)))
    assert "Picture" not in book.sheetnames and "Chromium" in dict(row[:2] for row in sheet(book, "Filters"))["Picture"]


def test_a_picture_that_cannot_be_drawn_now_leaves_its_reason_on_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(view: View, part: int) -> drawing.Drawn:
        raise CannotMake("Busy just now.")

    monkeypatch.setattr(drawing, "unavailable", lambda: "")
    monkeypatch.setattr(drawing, "on_slide", busy)
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].make(View.of("coverage-matrix", Filters()))))
    assert ("Busy just now.",) in sheet(book, "Picture") and len(sheet(book, "Data")) > 1


def test_zip_holds_what_can_be_made_and_says_what_is_missing() -> None:
    view = View.of("compared-outcomes", FILTERED, BASE)
    with ZipFile(BytesIO(everything_zip.to_zip(view))) as archive:
        names = set(archive.namelist())
        told = archive.read("README.txt").decode()
        assert pd.read_csv(archive.open(view.file_name("csv"))).shape == view.frame.shape
    assert names == {view.file_name(e) for e in ("csv", "records.csv", "xlsx", "json", "pptx", "html")} | {
        f"citation.{f.ending}" for f in citation.FORMS.values()
    } | {"README.txt"}
    assert view.sentence in told and view.release in told and citation.words(citation.of_view(view)) in told
    assert all(f"{name}: This server has no Chromium" in told for name in ("PNG", "SVG", "PDF"))
    listed = {ending for ending in FORMATS if f"  {view.file_name(ending)}: " in told}
    assert listed == set(FORMATS) - {"png", "svg", "pdf"}, "what is missing is not among the files"


def test_a_failing_format_leaves_the_archive_whole(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(view: View) -> bytes:
        raise RuntimeError("made up")

    monkeypatch.setitem(FORMATS, "xlsx", replace(FORMATS["xlsx"], make=broken))
    view = View.of("compared-outcomes", Filters(), BASE)
    with caplog.at_level(logging.ERROR), ZipFile(BytesIO(everything_zip.to_zip(view))) as archive:
        assert view.file_name("xlsx") not in archive.namelist()
        assert view.file_name("csv") in archive.namelist()
        told = archive.read("README.txt").decode()
    assert "Excel: it could not be made" in told and "made up" not in told
    assert "made up" in caplog.text


def barred(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A bar an earlier title, each in the name of a later one."""
    names = list(frame["earlier_title"])
    traces = [
        {"type": "bar", "orientation": "h", "x": [1], "y": [row], "name": name, "marker": {"color": look.accent}}
        for row, name in enumerate(frame["later_title"])
    ]
    places = {"tickvals": list(range(len(names))), "ticktext": names, "range": [len(names) - 0.5, -0.5]}
    return plot(traces, look, 300, barmode="stack", xaxis={"range": [0, 2]}, yaxis=places)


def one_line(texts: list[str]) -> list[str]:
    """As labels have them."""
    return [" ".join(text.split()) for text in texts]


@pytest.fixture
def hostile() -> Iterator[View]:
    """A view whose texts are what a spreadsheet or a page could take for something else."""
    view = View.of("compared-pairs", Filters(), BASE)
    frame = view.frame.head(len(HOSTILE)).copy()
    for name in ("earlier_title", "later_title"):
        frame[name] = HOSTILE
    figure = replace(view.figure, draw=barred, finding=None, measure=HOSTILE[0])
    made = replace(view, figure=figure)
    yield holding(made, frame)


def test_hostile_text_survives_csv_and_json(hostile: View) -> None:
    assert texts(hostile)["earlier_title"].tolist() == HOSTILE
    assert [row["earlier_title"] for row in json.loads(FORMATS["json"].make(hostile))["rows"]] == HOSTILE


def test_hostile_text_survives_xlsx_and_is_no_formula(hostile: View) -> None:
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].make(hostile)))
    header, *rows = sheet(book, "Data")
    assert [row[header.index("earlier_title")] for row in rows] == HOSTILE
    assert [row[0] for row in sheet(book, "Chart")[1 : len(HOSTILE) + 1]] == one_line(HOSTILE)
    assert not [cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink]


def test_hostile_text_survives_pptx_and_its_workbook(hostile: View) -> None:
    shape = next(shape for shape in slide_of(hostile).shapes if shape.has_chart)
    assert list(shape.chart.plots[0].categories) == one_line(HOSTILE)
    assert [one.name for one in shape.chart.plots[0].series] == one_line(HOSTILE)
    inside = openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active
    assert inside is not None
    assert [row[0] for row in inside.iter_rows(min_row=2, values_only=True)] == one_line(HOSTILE)
    assert not [cell for row in inside.iter_rows() for cell in row if cell.data_type == "f"]


def test_hostile_text_survives_html(hostile: View) -> None:
    page = lxml.html.fromstring(FORMATS["html"].make(hostile).decode())
    place = list(hostile.figure.columns).index("earlier_title")
    assert [row[place].text_content() for row in page.xpath("//tbody/tr")] == HOSTILE
    assert len(page.xpath("//script")) == 2


@pytest.mark.parametrize("name", FIGURES)
def test_an_empty_view_keeps_its_header_in_every_format(name: str) -> None:
    full = View.of(name, Filters(), BASE)
    empty = holding(full, full.frame.iloc[0:0])
    assert texts(empty).columns.tolist() == full.frame.columns.tolist() and texts(empty).empty
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].make(empty)))
    assert list(sheet(book, "Data")[0]) == full.frame.columns.tolist()
    assert json.loads(FORMATS["json"].make(empty))["rows"] == []
    assert slide_of(empty).shapes.title.text_frame.text == full.figure.measure
    assert b"<tbody>" in FORMATS["html"].make(empty)


def test_all_rows_leave_the_filters_but_keep_the_choices() -> None:
    view = View.of("compared-themes", Filters(themes=("security",), first="kz-2016", measure="share"), BASE)
    assert len(view.whole.frame) > len(view.frame) and view.whole.n == view.n_all > view.n
    assert view.whole.filters.measure == "share" and view.whole.base == BASE
    assert View.of("compared-themes", Filters(), BASE).whole.filters == Filters()


def test_links_carry_the_release() -> None:
    view = View.of("compared-outcomes", Filters(themes=("security",)), BASE)
    assert view.address() == f"{BASE}/figure?figure=compared-outcomes&themes=Security&rel={view.release}"
    assert view.place() == f"{BASE}/compare?themes=Security&rel={view.release}#compared-outcomes"
    assert (
        view.address(embed="true") == f"{BASE}/figure?figure=compared-outcomes&themes=Security&embed=true&rel={view.release}"
    )


def test_words_above_begin_with_a_capital_after_the_measure() -> None:
    last = queries.vocabulary().days[1]
    assert (
        View.of("membership-map", Filters()).above == f"Status of each state on one day. As of {day(last)}; {data.current().counts['membership_steps']} steps"
    )
    found = View.of("document-register", Filters(q="border"))
    assert found.title == found.figure.measure and found.above == found.sentence[0].upper() + found.sentence[1:]


def test_a_mark_is_known_by_all_its_keys() -> None:
    view = View.of("outcomes-by-theme", Filters())
    marks = [view.mark(row) for row in range(len(view.frame))]
    assert len(view.keys) > 1 and all(map(view.has, marks))
    for key in view.keys:
        assert not view.has(marks[0] | {key: "no such"})


def test_locators_stand_once_where_several_facts_share_them() -> None:
    for row in sources.listed(View.of("outcomes-by-theme", FILTERED)):
        places = row["Where"].split("; ")
        assert len(places) == len(set(places))


def test_a_sheet_of_texts_has_room_for_them() -> None:
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].make(View.of("documents-by-year", FILTERED))))
    rooms = []
    for sheet in book.worksheets[1:]:
        width = sheet.column_dimensions["B"].width or 0
        for row in sheet.iter_rows(max_col=2):
            if sheet.freeze_panes is None and isinstance(row[1].value, str) and width > 90:
                needed = sum(max(-(-len(line) // 100), 1) for line in row[1].value.split("\n"))
                rooms.append((sheet.row_dimensions[row[1].row].height or 15) >= min(15 * needed, 408) and needed)
    assert all(rooms) and max(rooms) > 1, "every text has its lines, and one has several"


def test_a_column_is_as_wide_as_its_longest_text_within_limits() -> None:
    view = View.of("documents-by-year", FILTERED)
    sheet = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].make(view))).worksheets[0]
    for column in sheet.iter_cols(max_row=201):
        texts = [str(cell.value) for cell in column if isinstance(cell.value, str)]
        wanted = min(max(9, len(texts[0]) + 3, *(len(text) for text in texts)), 60)
        width = next(each.width for each in sheet.column_dimensions.values() if each.min <= column[0].column <= each.max)
        assert width == pytest.approx(wanted, abs=1), texts[0]


def test_a_table_in_a_workbook_is_printed_whole_and_filtered_under_its_heading() -> None:
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].make(View.of("documents-by-year", FILTERED))))
    for name in ("Data", "Records", "Sources"):
        sheet = book[name]
        whole = f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}"
        assert sheet.max_column > 1 and sheet.max_row > 2
        assert (sheet.print_area.replace("$", "").rpartition("!")[2], sheet.auto_filter.ref) == (whole, whole)
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")


def test_the_same_view_gives_the_same_workbook() -> None:
    view = View.of("compared-outcomes", Filters())
    first = FORMATS["xlsx"].make(view)
    with ZipFile(BytesIO(first)) as book:
        assert f"{data.current().released_on}T00:00:00Z" in book.read("docProps/core.xml").decode()
    assert FORMATS["xlsx"].make(view) == first


def test_a_source_says_how_many_places_of_it_are_named() -> None:
    with data.current().cursor() as cursor:
        named = cursor.execute("select source_id, locator from evidence where table_name = 'documents'").df().groupby("source_id")["locator"].nunique()
    told = View.of("document-register", Filters()).sources().rows.set_index("source_id")["n_locators"]
    assert told.to_dict() == named.to_dict() and told.max() > 1
