"""PPTX of a view: a slide with editable charts where these say the same, else its picture in slide form, in parts if need be; sources in the notes."""

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.slide import Slide
from pptx.util import Inches, Pt

import data
from charts.form import SLIDE
from charts.look import PRINT
from charts.words import unbroken
from exports import citation, drawing, sources
from exports.native.reading import editable
from exports.plain_text import one_line, readable
from exports.slide import native_chart, table
from exports.view import View

WIDTH, HEIGHT = 13.333, 7.5
LEFT, BREADTH = 0.5, 12.333
TOP, ROOM = 1.72, 5.17  # letters of 24 pixels of a slide are 12 points then
PLACE = (Inches(LEFT), Inches(TOP), Inches(BREADTH), Inches(ROOM))
FONT = "Arial"
TO_FIGURE = "Open the figure"
LONGEST_PROPERTY = 255  # letters that a property of the file may have


def to_pptx(view: View) -> bytes:
    """A presentation of one slide, or of several for a picture in parts: title, filters, chart, caption; method, citation and all sources in the notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    deck.core_properties.title, deck.core_properties.author = view.title[:LONGEST_PROPERTY], data.about().short_title[:LONGEST_PROPERTY]
    add(deck, view)
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def add(deck: Any, view: View) -> None:
    """Adds the slides of a view to a presentation of 13.33 by 7.5 inches: one with editable charts where these say the same, else its picture in as many parts as it has."""
    drawn = editable(view)
    why = "" if drawn or view.frame.empty else drawing.unavailable()
    parts = view.parts(SLIDE) if not (drawn or why or view.frame.empty) else view.parts(PRINT.form)[:1]
    for place, part in enumerate(parts, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        _title(slide, view.title)
        above = view.above + (f"; {part.left_out}" if part.left_out and not (drawn or why) else "")
        write(slide, above, 1.24, 0.45, _size(above, ((150, 14), (300, 11.5), (10_000, 9))), PRINT.quiet)
        said = ""
        if drawn is not None:
            native_chart.add(slide, drawn, PLACE, view.alt)
            said = drawn.left_out
        elif why or view.frame.empty:
            said = _tabulate(slide, view)
        else:
            hang(slide, drawing.on_slide(view, place).png, PLACE, view.alt)
        instead = why and f"A table stands for the chart: {why}"
        caption = " ".join(part for part in (instead, said, f"{drawing.source_line(view)} Release {view.release}.", readable(view.address())) if part)
        write(slide, caption, TOP + ROOM + 0.06, 0.5, _size(caption, ((340, 10), (10_000, 8))), PRINT.quiet)
        slide.notes_slide.notes_text_frame.text = notes(view)


def notes(view: View) -> str:
    """What the speaker finds under the slide: description, method, citation, every source."""
    parts = [
        view.alt,
        f"Filters: {view.sentence}",
        view.method,
        f"Cite as: {citation.words(citation.of_view(view))}",
        *sources.numbered(view),
    ]
    return "\n".join(parts)


def write(slide: Slide, text: str, top: float, height: float, size: float, colour: str, link: str = "") -> None:
    """A line or two of text over the whole breadth of the slide, at `top` inches; `link`: the address of words at its end that lead to the figure."""
    frame = slide.shapes.add_textbox(Inches(LEFT), Inches(top), Inches(BREADTH), Inches(height)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = one_line(text) + " " * bool(link)
    style(frame, size, colour)
    if link:
        run = frame.paragraphs[0].add_run()
        run.text, run.hyperlink.address = TO_FIGURE, link


def style(frame: Any, size: float, colour: str, bold: bool = False) -> None:
    """Font, size and colour of all text of a frame."""
    for paragraph in frame.paragraphs:
        paragraph.font.name, paragraph.font.size, paragraph.font.bold = FONT, Pt(size), bold
        paragraph.font.color.rgb = RGBColor.from_string(colour[1:].upper())


def _title(slide: Slide, text: str) -> None:
    shape = slide.shapes.title
    assert shape is not None
    shape.left, shape.top, shape.width, shape.height = Inches(LEFT), Inches(0.3), Inches(BREADTH), Inches(0.95)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = unbroken(one_line(text))
    style(frame, _size(text, ((62, 28), (140, 22), (10_000, 16))), PRINT.ink, bold=True)
    for paragraph in frame.paragraphs:
        paragraph.alignment = 1


def _size(text: str, steps: tuple[tuple[int, float], ...]) -> float:
    """The size of type, in points, for a text of this length."""
    return next(size for most, size in steps if len(text) <= most)


def hang(slide: Slide, png: bytes, place: tuple[Any, Any, Any, Any], alt: str) -> None:
    """Puts a picture into the middle of its place (left, top, width, height), as large as it can be."""
    left, top, breadth, room = place
    shape = slide.shapes.add_picture(BytesIO(png), left, top)
    scale = min(breadth / shape.width, room / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    shape.left = left + (breadth - shape.width) // 2
    shape._element._nvXxPr.cNvPr.set("descr", alt)


def _tabulate(slide: Slide, view: View) -> str:
    """Puts the table, or the word that there are no rows, on the slide; says what the table leaves out."""
    if view.frame.empty:
        write(slide, f"{view.nothing}.", TOP + ROOM / 2, 0.5, 14, PRINT.ink)
        return ""
    return table.add(slide, view, PLACE)
