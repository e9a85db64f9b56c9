"""A story taken along: a presentation with its notes, a handout with a page a slide."""

from io import BytesIO

import pytest
from pptx import Presentation
from pypdf import PdfReader

from exports import browser, story_pptx
from exports.show import deck, handout
from exports.show.deck import Deck

pytestmark = pytest.mark.slow

needs_browser = pytest.mark.skipif(bool(browser.unavailable()), reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def shown() -> Deck:
    return deck.deck(deck.known()["how-a-programme-lives-on"])


def read(content: bytes):
    return Presentation(BytesIO(content))


@needs_browser
def test_a_presentation_has_title_agenda_slides_and_sources(shown: Deck) -> None:
    made = read(story_pptx.to_pptx(shown))
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert titles == [shown.title, "Agenda", *(slide.caption for slide in shown.slides), "Sources", "Sources"]
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, abs=0.01)
    for slide, told in zip(list(made.slides)[2:], shown.slides, strict=False):
        assert told.note in slide.notes_slide.notes_text_frame.text and "Sources (" in slide.notes_slide.notes_text_frame.text
        assert any(shape.shape_type is not None and (shape.has_chart or shape.shape_type == 13) for shape in slide.shapes), told.caption


def test_without_a_browser_a_table_stands_on_the_slide(shown: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "find", lambda: None)
    made = read(story_pptx.to_pptx(shown))
    slide = made.slides[2]
    assert any(shape.has_table for shape in slide.shapes)
    assert any("A table stands for the chart" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@needs_browser
def test_a_handout_has_a_page_a_slide(shown: Deck) -> None:
    pages = PdfReader(BytesIO(handout.to_pdf(shown))).pages
    assert len(pages) == len(shown.slides)
    for page, told in zip(pages, shown.slides, strict=True):
        text = " ".join(page.extract_text().split())
        assert told.caption[:40] in text and told.note.split(".")[0] in text and "sources" in text
