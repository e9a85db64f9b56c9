"""A dataset of hostile texts through every figure and every format: text of the data stays text."""

import csv
import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import lxml.etree
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import data
import queries
from charts.catalogue import FIGURES
from charts.harmless import harmless
from charts.look import DARK, LIGHT
from data.catalogue import read_catalogue
from exports import browser, drawing, everything_zip
from exports.formats import FORMATS
from exports.picture.drawn import Drawn
from exports.show import deck, handout, player
from exports.view import View
from queries import Filters
from server.first import box, pictures
from tests.conftest import TINY
from tests.dataset.test_dataset import SECTIONS
from tests.test_pages import visit
from ui import choice
from ui.navigation import SCREENS

pytestmark = pytest.mark.broad

# Direction marks, control signs and formulas are refused by the checks of the data already.
BAD = '<img src="//evil.example/a" onerror=x><a href="javascript:1">a</a></script><!--&lt;b%{x}$\\a$ :red[r] **b** شنغهاي |=cmd'
# Written by the drawing functions themselves.
OWN = re.compile(r"</?(?:b|i|br|sup|sub|extra)>|<span style=['\"](?:color|font-size|font-weight|text-decoration): ?[^<>'\"]*['\"]>|</span>")
needs_browser = pytest.mark.skipif(bool(browser.unavailable()), reason="no Chromium on this machine")
MADE = [name for name in FORMATS if name not in ("pdf", "png", "svg", "zip")]


@pytest.fixture(scope="module", autouse=True)
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The tiny dataset, every free text of which ends in markup."""
    folder = tmp_path_factory.mktemp("hostile")
    database = data.connect(TINY)
    catalogue = read_catalogue(database.cursor())
    for path in TINY.glob("*.csv"):
        rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
        free = {one.name for one in catalogue[path.stem] if one.type == "VARCHAR" and not (one.key or one.parent or one.allowed) and one.name not in CLOSED}
        with (folder / path.name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows({name: f"{text} {BAD}" if text and name in free else text for name, text in row.items()} for row in rows)
    patch = pytest.MonkeyPatch()
    patch.setenv("SCO_DATA", str(folder))
    patch.setenv(pictures.SETTING, "0")
    yield folder
    patch.undo()
    database.close()


CLOSED = {"language", "release_id", "url", "iso3", "unit", "record_table", "row_id", "field", "value", "table_name", "column_name", "indicator"}


def strings(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    for one in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from strings(one)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", FIGURES)
def test_plotly_reads_no_markup_out_of_the_data(name: str, look) -> None:
    figure = json.loads(View.of(name, Filters()).plot(look).to_json())
    figure["layout"].pop("template")
    marked = [text for text in strings(figure) if "<" in OWN.sub("", text)]
    assert not marked, marked[:2]


def test_texts_in_a_list_lose_their_markup_and_all_others_stay_what_they_are() -> None:
    plain = ["x", "y"]
    frame = pd.DataFrame({"listed": [["a<b", "c"], plain], "n": [1, 2]})
    made = harmless(frame)
    assert made["listed"].tolist() == [["a&lt;b", "c"], ["x", "y"]] and made["n"].tolist() == [1, 2]
    assert made["listed"].iloc[1] is plain and harmless(frame[1:]) is not made
    assert frame["listed"].iloc[0] == ["a<b", "c"], "the rows themselves are not changed"


def test_there_is_markup_to_be_read() -> None:
    reached = [name for name in FIGURES if "evil" in View.of(name, Filters()).plot(LIGHT).to_json()]
    assert len(reached) >= 12, reached
    titled = [name for name in FIGURES if "evil" in View.of(name, Filters()).title]
    assert titled


@pytest.mark.parametrize("ending", MADE)
@pytest.mark.parametrize("name", FIGURES)
def test_every_file_can_be_made(name: str, ending: str) -> None:
    assert FORMATS[ending].make(View.of(name, Filters()))


@needs_browser
@pytest.mark.parametrize("name", FIGURES)
def test_a_picture_has_no_tag_and_no_address_of_the_data(name: str) -> None:
    view = View.of(name, Filters())
    drawn = drawing.both(view)
    assert drawn.png.startswith(b"\x89PNG")
    tree = lxml.etree.fromstring(drawn.svg.encode())
    tags = {lxml.etree.QName(node).localname for node in tree.iter(lxml.etree.Element)}
    assert not tags & {"script", "img", "foreignObject", "iframe"}
    told = [value for node in tree.iter(lxml.etree.Element) for name, value in node.attrib.items() if name.rpartition("}")[2] in ("href", "src") or name.startswith("on")]
    assert all(value.startswith(("data:", "#")) for value in told), told


@needs_browser
@pytest.mark.parametrize("name", ["outcomes-by-theme", "document-register"])
def test_an_archive_holds_every_file(name: str) -> None:
    with ZipFile(BytesIO(everything_zip.to_zip(View.of(name, Filters())))) as archive:
        assert {Path(made).suffix for made in archive.namelist()} >= {".csv", ".json", ".xlsx", ".pptx", ".html", ".pdf", ".png", ".svg"}


@pytest.mark.parametrize("name", FIGURES)
def test_a_page_to_take_away_has_no_tag_of_the_data(name: str) -> None:
    page = FORMATS["html"].make(View.of(name, Filters())).decode()
    plotly = re.compile(r"<script>/\*.*?</script>", re.S)
    rest = plotly.sub("", page)
    assert "<img" not in rest and 'href="javascript' not in rest
    assert "evil" in rest or name in ("reported-decisions", "reported-states"), "of these two no free text is told"


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser would have printed; its charts are drawn elsewhere."""
    seen: list[str] = []
    monkeypatch.setattr(browser, "printed", lambda page: seen.append(page) or b"%PDF")
    monkeypatch.setattr(browser, "ahead", lambda: None)
    monkeypatch.setattr(drawing, "on_paper", lambda *_: "<svg></svg>")
    monkeypatch.setattr(drawing, "on_slide", lambda *_: Drawn("<svg></svg>", b""))
    return seen


TAGS = re.compile(r"<img|<a href=\"javascript|</script><!--")


@pytest.mark.parametrize("name", FIGURES)
def test_pages_to_print_have_no_tag_of_the_data(name: str, paper: list[str]) -> None:
    view = View.of(name, Filters())
    FORMATS["pdf"].make(view)
    handout.to_pdf(deck.of_view(view))
    marked = [page[max(0, found.start() - 200) : found.end() + 60] for page in paper for found in TAGS.finditer(page)]
    assert len(paper) == 2 and not marked, marked[0]


@pytest.mark.parametrize("name", FIGURES)
def test_a_player_has_no_tag_of_the_data(name: str) -> None:
    begin, _, end = player.pieces(deck.of_view(View.of(name, Filters())))
    page = begin + end
    assert b"evil" in page and b"<img" not in re.sub(rb"<script[^>]*>.*?</script>", b"", page, flags=re.S)
    assert page.count(b"</script>") == page.count(b"<script"), "no text ends the script that holds it"


@pytest.mark.parametrize("screen", [screen.name for screen in SCREENS])
def test_the_first_answer_has_no_tag_of_the_data(screen: str) -> None:
    made = box.of(screen, "figure=outcomes-by-theme&table=themes&id=security", narrow=False)
    assert not re.search(r"<(?:img|a href=\"javascript|script)", made.html + made.title + made.description)


# Fields that Streamlit shows letter by letter, or that hold no text for readers.
LETTERS = {
    "Selectbox.options", "MultiSelect.options", "MultiSelect.default", "TextInput.value", "TextInput.default", "TextArea.value", "TextArea.default", "Code.code_text", "PlotlyChart.spec", "PlotlyChart.alt",
    "BidiComponent.json", "MultiSelect.raw_values", "Text.body", "Json.body", "Arrow.columns", "Iframe.srcdoc", "Html.body",
}  # fmt: skip
ESCAPED, SIGNS = re.compile(r"\\."), ("<img", "<a", ":red", "**b**", "$a", "[r]")


def shown(message: Any) -> Iterator[tuple[str, str]]:
    """Every text of a message of Streamlit's, with the field it stands in."""
    for field, value in message.ListFields():
        for one in value if field.is_repeated else [value]:
            if field.message_type and not field.message_type.GetOptions().map_entry:
                yield from shown(one)
            elif isinstance(one, str):
                yield f"{message.DESCRIPTOR.name}.{field.name}", one


def texts(at: AppTest) -> list[tuple[str, str]]:
    """Every text of a page, with the field it stands in."""
    assert not at.exception
    return [told for element in at._tree if (proto := getattr(element, "proto", None)) is not None for told in shown(proto)]


def read_as_markdown(at: AppTest) -> list[tuple[str, str]]:
    """Texts of a page in which Markdown would read what stands in the data."""
    return [(field, text) for field, text in texts(at) if field not in LETTERS and any(sign in ESCAPED.sub("", text) for sign in SIGNS)]


@pytest.mark.slow
@pytest.mark.parametrize("screen", [screen.name for screen in SCREENS])
def test_pages_read_no_markdown_out_of_the_data(screen: str) -> None:
    read = read_as_markdown(visit(screen, q="evil", figure="outcomes-by-theme", table="themes", id="security"))
    assert not read, read[:5]


@pytest.mark.slow
@pytest.mark.parametrize("section", SECTIONS)
def test_sections_on_the_data_read_no_markdown_out_of_them(section: str) -> None:
    assert not read_as_markdown(visit("data", section=section))


@pytest.mark.slow
@pytest.mark.parametrize("table", ["bodies", "chairmanships", "countries", "documents", "events", "meetings", "membership_steps", "priorities", "reported_figures", "sources", "themes"])
def test_records_read_no_markdown_out_of_the_data(table: str) -> None:
    rows = [row.partition(",")[0] for row in (TINY / f"{table}.csv").read_text(encoding="utf-8").splitlines()[1:]]
    for row_id in rows:
        at = visit("record", table=table, id=row_id)
        assert any("evil" in text for _, text in texts(at))
        read = read_as_markdown(at)
        assert not read, (row_id, read[:5])


def test_a_record_beneath_its_list_reads_no_markdown_out_of_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in range(data.current().counts["documents"]):
        monkeypatch.setattr(choice, "chosen", lambda *_, place=place, **__: place)
        at = visit("documents")
        assert any(element.value == "#### Evidence" for element in at.markdown)
        assert not read_as_markdown(at)


@pytest.mark.slow
@pytest.mark.parametrize("tab", ["Table", "Sources", "Method"])
@pytest.mark.parametrize("name", ["outcomes-by-theme", "document-register", "priority-tracker"])
def test_tabs_and_menus_read_no_markdown_out_of_the_data(name: str, tab: str) -> None:
    at = visit("figure", figure=name, **{f"tab-{name}": tab})
    read = read_as_markdown(at) + read_as_markdown(at.button(key=f"share-{name}").click().run())
    assert not read, read[:5]


@pytest.mark.slow
def test_an_empty_page_reads_no_markdown_out_of_its_filters() -> None:
    at = visit("priorities", chairmanships=[queries.vocabulary().choices["chairmanships"]["cn-2017"]])
    assert at.info and not read_as_markdown(at)
