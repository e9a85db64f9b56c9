"""PPTX of a story: title, agenda, a slide a view with its caption as title and the speaker's note below, sources at the end."""

import sys
from concurrent.futures import Future
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.slide import Slide
from pptx.util import Inches, Pt

import data
from charts.form import SLIDE
from charts.look import PRINT
from charts.words import unbroken
from exports import browser, citation, drawing
from exports.drawing import Drawn
from exports.errors import CannotMake
from exports.native.reading import Editable, editable
from exports.plain_text import for_xml, one_line
from exports.show import pictures
from exports.show.deck import Deck, Shown, in_short
from exports.show.lines import whole
from exports.slide import native_chart, table
from exports.slide.pptx_file import BREADTH, HEIGHT, LEFT, WIDTH, hang, notes, style, write

TOP, ROOM = 1.72, 5.17
PLACE = (Inches(LEFT), Inches(TOP), Inches(BREADTH), Inches(ROOM))
SOURCES_A_SLIDE, SOURCE_SLIDES = 10, 2
TITLE_SIZES = ((62, 28), (130, 24), (190, 18), (sys.maxsize, 14))  # letters of a title, and points at which three lines hold them
AGENDA_SIZES, TEXT_ROOM, AFTER = (20, 16, 14), 380, 6  # points: letters, the room of a slide of text, between its lines


def to_pptx(deck: Deck) -> bytes:
    """The presentation, 16:9. Where no browser can draw and no editable chart says the same, a table stands on the slide and says so."""
    browser.ahead()
    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    made.core_properties.title, made.core_properties.author = for_xml(deck.title), data.about().short_title
    charts = [_editable(shown) for shown in deck.slides]
    drawn = {place: shown for place, shown in enumerate(deck.slides) if charts[place] is None and not shown.view.frame.empty}
    with pictures.ahead(drawn) as found:
        # All words first: the browser draws meanwhile.
        _title(made, deck)
        _agenda(made, [whole(one_line(shown.caption)) for shown in deck.slides])
        slides = [_worded(made, shown) for shown in deck.slides]
        _sources(made, deck)
        for place, (slide, shown) in enumerate(zip(slides, deck.slides, strict=True)):
            _foot(slide, shown, _content(slide, shown, charts[place], found.get(place)))
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def _new(made: Any, title: str) -> Slide:
    slide = made.slides.add_slide(made.slide_layouts[5])
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = Inches(LEFT), Inches(0.3), Inches(BREADTH), Inches(0.95)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = unbroken(one_line(title))
    style(frame, next(size for most, size in TITLE_SIZES if len(title) <= most), PRINT.ink, bold=True)
    for paragraph in frame.paragraphs:
        paragraph.alignment = 1
    return slide


def _title(made: Any, deck: Deck) -> None:
    slide = _new(made, deck.title)
    title = slide.shapes.title
    assert title is not None
    title.top = Inches(2.5)
    style(title.text_frame, 40, PRINT.ink, bold=True)
    write(slide, deck.question or data.about().title, 3.6, 0.8, 22, PRINT.quiet)
    write(slide, citation.words(citation.of_release()), 6.5, 0.7, 12, PRINT.quiet)


def _editable(shown: Shown) -> Editable | None:
    """The editable chart of a slide, where it says the same as the picture."""
    return editable(shown.view) if len(shown.view.parts(SLIDE)) == 1 else None


def _worded(made: Any, shown: Shown) -> Slide:
    """A slide with its title, what stands under it, and its notes."""
    slide = _new(made, whole(one_line(shown.caption)))
    write(slide, shown.under, 1.28, 0.5, 14 if len(shown.under) <= 130 else 12, PRINT.quiet)
    slide.notes_slide.notes_text_frame.text = for_xml("\n\n".join(part for part in (shown.note, notes(shown.view)) if part))
    return slide


def _foot(slide: Slide, shown: Shown, said: str) -> None:
    view = shown.view
    foot = " ".join(part for part in (said, f"{drawing.source_line(view)} Release {view.release}.") if part)
    write(slide, foot, TOP + ROOM + 0.04, 0.5, 12 if len(foot) <= 300 else 9, PRINT.quiet, link=view.address() if view.base else "")  # the address itself stands in the notes


def _content(slide: Slide, shown: Shown, chart: Editable | None, drawn: Future[Drawn] | None) -> str:
    """Puts chart, picture or table on the slide; gives what must be said about it."""
    view = shown.view
    if view.frame.empty:
        write(slide, f"{view.nothing}.", TOP + ROOM / 2, 0.5, 16, PRINT.ink)
        return ""
    if chart is not None:
        native_chart.add(slide, chart, PLACE, view.alt)
        return chart.left_out
    assert drawn is not None
    try:
        png = drawn.result().png
    except CannotMake as reason:
        return f"A table stands for the chart: {reason} {table.add(slide, view, PLACE)}"
    hang(slide, png, PLACE, for_xml(view.alt))
    return ""


def _agenda(made: Any, captions: list[str]) -> None:
    """All captions in the largest letters that hold them on one slide, else on as many slides as they need."""
    size = next((size for size in AGENDA_SIZES if _points(captions, size) <= TEXT_ROOM), AGENDA_SIZES[-1])
    pages: list[list[str]] = [[]]
    for caption in captions:
        if pages[-1] and _points([*pages[-1], caption], size) > TEXT_ROOM:
            pages.append([])
        pages[-1].append(caption)
    for place, page in enumerate(pages):
        _texts(made, "Agenda", page, size, sum(map(len, pages[:place])))


def _points(lines: list[str], size: float) -> float:
    """The height that lines of text take, in points; a letter is half as broad as it is high."""
    return sum(-(-(len(line) + 4) * size * 0.5 // (BREADTH * 72)) * size * 1.2 + AFTER for line in lines)


def _sources(made: Any, deck: Deck) -> None:
    listed = [in_short(row) for row in deck.sources]
    shown = listed[: SOURCES_A_SLIDE * SOURCE_SLIDES]
    for start in range(0, len(shown), SOURCES_A_SLIDE):
        _texts(made, "Sources", shown[start : start + SOURCES_A_SLIDE], 12, start)
    if made.slides and (more := len(listed) - len(shown)) > 0:
        write(made.slides[len(made.slides) - 1], f"And {more} more: the notes of each slide list all of its sources.", 6.9, 0.4, 12, PRINT.quiet)


def _texts(made: Any, title: str, lines: list[str], size: float, before: int = 0) -> None:
    """A slide of numbered lines."""
    slide = _new(made, title)
    frame = slide.shapes.add_textbox(Inches(LEFT), Inches(1.3), Inches(BREADTH), Inches(5.4)).text_frame
    frame.word_wrap = True
    for place, line in enumerate(lines, before + 1):
        paragraph = frame.paragraphs[0] if place == before + 1 else frame.add_paragraph()
        paragraph.text = f"{place}. {one_line(line)}"
        paragraph.space_after = Pt(AFTER)
    style(frame, size, PRINT.ink)
