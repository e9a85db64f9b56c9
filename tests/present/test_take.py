"""A story taken along: a presentation with its notes, a handout with a page a slide."""

import time
import unicodedata
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches, Pt
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

import data
from data.stories import Slide, Story
from exports import browser, chromium, drawing, story_pptx
from exports.errors import CannotMake
from exports.show import deck, handout, own
from exports.show import pictures as show_pictures
from exports.show.deck import Deck
from exports.show.lines import whole
from exports.slide import pptx_file

pytestmark = pytest.mark.broad

needs_browser = pytest.mark.skipif(bool(browser.unavailable()), reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def shown() -> Deck:
    return deck.deck(deck.known()["how-a-programme-lives-on"], base="https://dashboard.example")


def apart(text: str) -> str:
    """A text on one line, ligatures taken apart: a printer may set one sign for two letters."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def read(content: bytes):
    return Presentation(BytesIO(content))


@needs_browser
def test_a_presentation_has_title_agenda_slides_and_sources(shown: Deck) -> None:
    made = read(story_pptx.to_pptx(shown))
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert titles == [shown.title, "Agenda", *(whole(slide.caption) for slide in shown.slides), "Sources", "Sources"]
    listed = [paragraph.text for shape in made.slides[1].shapes for paragraph in shape.text_frame.paragraphs][1:]
    assert listed == [f"{place}. {whole(slide.caption)}" for place, slide in enumerate(shown.slides, 1)] and "\u00a0" in "".join(listed)
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, abs=0.01)
    for slide, told in zip(list(made.slides)[2:], shown.slides, strict=False):
        assert told.note in slide.notes_slide.notes_text_frame.text and "Sources (" in slide.notes_slide.notes_text_frame.text
        assert any(shape.shape_type is not None and (shape.has_chart or shape.shape_type == 13) for shape in slide.shapes), told.caption


def test_pictures_of_a_story_are_those_of_the_release_that_it_is_taken_from(shown: Deck, tiny: data.Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show_pictures, "on_slide", lambda view, part: data.current())
    with data.bound_to(tiny), show_pictures.ahead(dict(enumerate(shown.slides[:2]))) as found:
        assert [found[place].result() for place in found] == [tiny, tiny]


@needs_browser
def test_letters_on_slides_are_12_points_or_more_and_lead_to_the_figure(shown: Deck) -> None:
    made = read(story_pptx.to_pptx(shown))
    for slide in made.slides:
        runs = [run for shape in slide.shapes if shape.has_text_frame for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
        sizes = [(run.font.size or paragraph.font.size) for shape in slide.shapes if shape.has_text_frame for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
        assert runs and min(size.pt for size in sizes if size) >= 12, [run.text for run in runs]
    links = [run.hyperlink.address for shape in made.slides[2].shapes if shape.has_text_frame for run in shape.text_frame.paragraphs[0].runs if run.hyperlink.address]
    assert links == [shown.slides[0].view.address()] and links[0] in made.slides[2].notes_slide.notes_text_frame.text


@needs_browser
def test_what_draws_is_started_before_it_is_needed(shown: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr(chromium, "new", lambda path, new=chromium.new: started.append(path) or new(path))
    browser.end()
    take = AppTest.from_function(opened)
    take.run(timeout=30)
    until = time.monotonic() + 30
    while not browser._studio().is_set_up and time.monotonic() < until:
        time.sleep(0.05)
    assert len(started) == 1, "the page that offers files starts it"
    assert drawing.on_slide(shown.slides[1].view).png[:4] == b"\x89PNG" and len(started) == 1, "and the file takes it over"
    browser.ahead()
    assert not browser._setting_up.locked(), "what runs is not started again"


def opened() -> None:
    from exports.show import deck
    from ui.present import take

    take.files(deck.Deck("own", "Mine", "", ()), "mine")


def test_a_long_agenda_goes_on_overleaf(shown: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "find", lambda: None)
    long = replace(shown, slides=tuple(replace(shown.slides[0], caption=f"{place}: " + "a caption of many words " * 8) for place in range(1, 13)))
    pages = [slide for slide in read(story_pptx.to_pptx(long)).slides if slide.shapes.title.text_frame.text == "Agenda"]
    lines = [paragraph.text for page in pages for paragraph in page.shapes[1].text_frame.paragraphs]
    assert len(pages) == 2 and [line.partition(".")[0] for line in lines] == [str(place) for place in range(1, 13)]
    assert {paragraph.font.size.pt for page in pages for paragraph in page.shapes[1].text_frame.paragraphs} == {story_pptx.AGENDA_SIZES[-1]}


def test_without_a_browser_a_table_stands_on_the_slide(shown: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "find", lambda: None)
    drawing.SLIDES.forget()  # what was drawn for another file would serve this one
    made = read(story_pptx.to_pptx(shown))
    slide = made.slides[2]
    assert any(shape.has_table for shape in slide.shapes)
    assert any("A table stands for the chart" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_a_slide_without_rows_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "find", lambda: None)
    shown = deck.deck(Story(own.NAME, "Ours", "", (Slide("document-register", "None", filters={"q": ("xyzzyplugh",)}),)), None, "https://dashboard.example")
    nothing = f"{shown.slides[0].view.nothing}."
    slide = next(slide for slide in read(story_pptx.to_pptx(shown)).slides if slide.shapes.title.text_frame.text == "None")
    places = [shape.top for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text == nothing]
    assert len(places) == 1 and Inches(3) < places[0] < Inches(5)
    assert not [shape for shape in slide.shapes if not shape.has_text_frame], "no chart, table or picture"


def test_only_what_no_chart_of_the_file_says_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    @contextmanager
    def ahead(slides: dict[int, Any]) -> Iterator[dict[int, Future[Any]]]:
        asked.extend(slides)
        pictures: dict[int, Future[Any]] = {place: Future() for place in slides}
        for picture in pictures.values():
            picture.set_exception(CannotMake("Busy just now."))
        yield pictures

    monkeypatch.setattr(story_pptx.pictures, "ahead", ahead)
    slides = (Slide("outcomes-by-theme", "Bars"), Slide("coverage-matrix", "A picture"), Slide("document-register", "None", filters={"q": ("xyzzyplugh",)}))
    read(story_pptx.to_pptx(deck.deck(Story(own.NAME, "Ours", "", slides), None, "https://dashboard.example")))
    assert asked == [1]


@needs_browser
def test_the_longest_caption_and_note_of_ones_own_have_room_or_are_said_to_be_cut() -> None:
    caption, note = ("A caption of the longest kind that somebody may write " * 6)[:300], " ".join(f"word{k}" for k in range(500))
    made = deck.deck(Story(own.NAME, "Mine", "", (Slide("outcomes-by-theme", caption, note), Slide("outcomes-by-theme", "Short", "x" * 4_000), Slide("outcomes-by-theme", "Short", "A short note."))))
    pages = [apart(page.extract_text()) for page in PdfReader(BytesIO(handout.to_pdf(made))).pages]
    assert ["shortened" in page for page in pages] == [True, True, False] and "word100 " in pages[0]
    size = read(story_pptx.to_pptx(made)).slides[2].shapes.title.text_frame.paragraphs[0].font.size.pt
    lines = -(-len(caption) * 0.55 * size // (story_pptx.BREADTH * 72))
    assert lines * 1.2 * size <= 0.95 * 72, "a title stays above what stands under it"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("on 9 June 2017 India", ["on", "9 June 2017", "India"]),
        ("10 of 47 security priorities", ["10 of 47 security", "priorities"]),
        ("treaties: 1 of those of the second", ["treaties:", "1 of those", "of", "the", "second"]),
        ("19 of the 24 texts around", ["19 of the", "24 texts", "around"]),
        ("run from 40 to 50 per cent", ["run", "from", "40 to 50 per cent"]),
        ("in 2007 Kazakhstan 2016–2017", ["in", "2007", "Kazakhstan", "2016–2017"]),
        ("lines 1 to 5 of 10; part 1 of 2.", ["lines", "1 to 5 of 10;", "part 1 of 2."]),
    ],
)
def test_what_belongs_on_one_line_stays_there(text: str, lines: list[str]) -> None:
    assert [part.replace("\u00a0", " ").replace("\u2060", "") for part in whole(text).split(" ")] == lines
    assert whole(whole(text)).count("\u2060") == whole(text).count("\u2060"), "nothing grows when it is asked twice"


def test_a_handout_keeps_words_and_numbers_of_its_slides_together(shown: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    monkeypatch.setattr(browser, "printed", lambda page: printed.append(page) or b"")
    dated = replace(shown.slides[0], caption="On 9 June 2017", note="Kazakhstan 2016–2017, 10 of 47.")
    handout.to_pdf(replace(shown, slides=[dated]))
    assert f"<h1>{whole(dated.caption)}</h1>" in printed[0] and f">{whole(dated.note)}</p>" in printed[0] and whole(dated.note) != dated.note


@needs_browser
def test_a_handout_has_a_page_a_slide(shown: Deck) -> None:
    pages = PdfReader(BytesIO(handout.to_pdf(shown))).pages
    assert len(pages) == len(shown.slides)
    for page, told in zip(pages, shown.slides, strict=True):
        text = apart(page.extract_text())
        assert apart(told.caption)[:40] in text and apart(told.note).split(".")[0] in text and "sources" in text


@pytest.mark.parametrize(("letters", "points"), [(62, 28), (63, 24), (130, 24), (131, 18), (190, 18), (191, 14)])
def test_a_long_title_has_smaller_letters(letters: int, points: int) -> None:
    slide = story_pptx._new(Presentation(), "x" * letters)
    assert slide.shapes.title is not None
    assert {paragraph.font.size for paragraph in slide.shapes.title.text_frame.paragraphs} == {Pt(points)}


@pytest.mark.parametrize(("letters", "points"), [(62, 28), (63, 22), (140, 22), (141, 16)])
def test_a_long_title_of_a_view_has_smaller_letters(letters: int, points: int) -> None:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    pptx_file._title(slide, "x" * letters)
    assert {paragraph.font.size for paragraph in slide.shapes.title.text_frame.paragraphs} == {Pt(points)}


def test_lines_of_an_agenda_take_the_height_of_their_letters_and_numbers() -> None:
    letters = int(pptx_file.BREADTH * 72 / (20 * 0.5)) - 4  # of one line, less the four that number and point take
    heights = [story_pptx._points(["x" * (letters + more)], 20) for more in (0, 1)]
    assert heights == [20 * 1.2 + story_pptx.AFTER, 2 * 20 * 1.2 + story_pptx.AFTER]
    assert story_pptx._points(["x", "x"], 20) == 2 * heights[0]


def test_an_agenda_goes_on_overleaf_where_it_no_longer_fits(shown: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[list[str]] = []
    monkeypatch.setattr(story_pptx, "AGENDA_SIZES", (14,))
    monkeypatch.setattr(story_pptx, "TEXT_ROOM", story_pptx._points(["one", "two"], 14))
    monkeypatch.setattr(story_pptx, "_texts", lambda made, title, lines, size, before: pages.append(lines))
    story_pptx._agenda(None, ["one", "two", "three"])
    assert pages == [["one", "two"], ["three"]]


@pytest.mark.parametrize(("less", "size"), [(0, story_pptx.AGENDA_SIZES[0]), (1, story_pptx.AGENDA_SIZES[1])])
def test_an_agenda_has_the_largest_letters_that_just_fit(shown: Deck, monkeypatch: pytest.MonkeyPatch, less: int, size: float) -> None:
    captions, sizes = ["one", "two"], []
    monkeypatch.setattr(story_pptx, "TEXT_ROOM", story_pptx._points(captions, story_pptx.AGENDA_SIZES[0]) - less)
    monkeypatch.setattr(story_pptx, "_texts", lambda made, title, lines, size, before: sizes.append(size))
    story_pptx._agenda(None, captions)
    assert sizes == [size]
