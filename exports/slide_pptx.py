"""PPTX of a view: one slide with an editable chart or table where the form allows, else a picture; sources in the notes."""

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.slide import Slide
from pptx.util import Inches, Pt

import data
from charts.look import PRINT
from exports import citation, picture, slide_chart, slide_table, sources
from exports.native import chart
from exports.text import one_line
from exports.view import View

WIDTH, HEIGHT = 13.333, 7.5
LEFT, BREADTH = 0.5, 12.333
TOP, ROOM = 1.95, 4.75
FONT = "Arial"


def to_pptx(view: View) -> bytes:
    """A presentation of one slide: title, filters, chart, caption; method, citation and all sources in the notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    deck.core_properties.title, deck.core_properties.author = view.title, data.about().short_title
    add(deck, view)
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def add(deck: Any, view: View) -> None:
    """Adds the slide of a view to a presentation of 13.33 by 7.5 inches."""
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    _title(slide, view.title)
    write(slide, view.above, 1.28, 0.62, _size(view.above, ((150, 14), (330, 11.5), (10_000, 9))), PRINT.quiet)
    why = _draw(slide, view)
    caption = " ".join(part for part in (why, f"{picture.source_line(view)} Release {view.release}.", view.address()) if part)
    write(slide, caption, 6.8, 0.5, _size(caption, ((340, 10), (10_000, 8))), PRINT.quiet)
    slide.notes_slide.notes_text_frame.text = notes(view)


def notes(view: View) -> str:
    """What the speaker finds under the slide: description, method, citation, every source."""
    listed = [f"{place}. {sources.in_words(row)}" for place, row in enumerate(sources.listed(view), 1)]
    parts = [
        view.alt,
        f"Filters: {view.sentence}",
        view.figure.method,
        f"Cite as: {citation.words(citation.of_view(view))}",
        f"Sources ({len(listed)})",
        *listed,
    ]
    return "\n".join(parts)


def write(slide: Slide, text: str, top: float, height: float, size: float, colour: str) -> None:
    """A line or two of text over the whole breadth of the slide, at `top` inches."""
    frame = slide.shapes.add_textbox(Inches(LEFT), Inches(top), Inches(BREADTH), Inches(height)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = one_line(text)
    style(frame, size, colour)


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
    frame.text = one_line(text)
    style(frame, _size(text, ((62, 28), (140, 22), (10_000, 16))), PRINT.ink, bold=True)
    for paragraph in frame.paragraphs:
        paragraph.alignment = 1


def _size(text: str, steps: tuple[tuple[int, float], ...]) -> float:
    """The size of type, in points, for a text of this length."""
    return next(size for most, size in steps if len(text) <= most)


def _draw(slide: Slide, view: View) -> str:
    """Puts chart, table or picture on the slide; gives the reason when a table had to stand in for a picture.

    A figure that is best edited as a table comes as one where all its rows fit; else its picture says more than its first rows.
    """
    place = (Inches(LEFT), Inches(TOP), Inches(BREADTH), Inches(ROOM))
    if (drawn := chart(view)) is not None:
        slide_chart.add(slide, drawn, place, view.alt)
        return ""
    if view.frame.empty:
        write(slide, f"{view.figure.empty}.", TOP + ROOM / 2, 0.5, 14, PRINT.ink)
        return ""
    wants_table = view.figure.native is not None and slide_table.fits(view, place)
    why = "" if wants_table else picture.unavailable()
    if wants_table or why:
        left_out = slide_table.add(slide, view, place)
        return " ".join(part for part in (why and f"A table stands for the chart: {why}", left_out) if part)
    bare = picture.bare(view, BREADTH / ROOM)
    shape = slide.shapes.add_picture(BytesIO(bare.png), *place[:2])
    scale = min(place[2] / shape.width, place[3] / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    shape.left = Inches(LEFT) + (place[2] - shape.width) // 2
    shape._element._nvXxPr.cNvPr.set("descr", view.alt)
    return ""
