"""PPTX of a view: one slide with an editable chart or table where the form allows, else a picture, on several slides if it is tall; sources in the notes."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.slide import Slide
from pptx.util import Inches, Pt

import data
from charts.look import PRINT
from exports import citation, drawing, sources
from exports.native import chart
from exports.plain_text import one_line
from exports.slide import native_chart, table
from exports.slide.parts import parts
from exports.view import View

WIDTH, HEIGHT = 13.333, 7.5
LEFT, BREADTH = 0.5, 12.333
TOP, ROOM = 1.95, 4.75
PLACE = (Inches(LEFT), Inches(TOP), Inches(BREADTH), Inches(ROOM))
# Pixels of a chart that go whole on a slide, and pixels an inch where a taller one is parted: letters of 13 pixels are then 8.5 points.
TALLEST, DENSITY = 1000, 110
FONT = "Arial"
LONGEST_PROPERTY = 255  # letters that a property of the file may have


def to_pptx(view: View) -> bytes:
    """A presentation of one slide, or of several for a tall picture: title, filters, chart, caption; method, citation and all sources in the notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    deck.core_properties.title, deck.core_properties.author = view.title[:LONGEST_PROPERTY], data.about().short_title[:LONGEST_PROPERTY]
    add(deck, view)
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def add(deck: Any, view: View) -> None:
    """Adds the slide of a view to a presentation of 13.33 by 7.5 inches; a tall picture goes on over several."""
    drawn = chart(view)
    pictured, why = (False, "") if drawn else _pictured(view)
    pieces = _pieces(view) if pictured else [None]
    for place, piece in enumerate(pieces, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        _title(slide, view.title)
        above = view.above + (f"; part {place} of {len(pieces)}" if len(pieces) > 1 else "")
        write(slide, above, 1.28, 0.62, _size(above, ((150, 14), (330, 11.5), (10_000, 9))), PRINT.quiet)
        said = ""
        if piece is not None:
            _hang(slide, piece, view.alt)
        elif drawn is not None:
            native_chart.add(slide, drawn, PLACE, view.alt)
        else:
            said = _tabulate(slide, view)
        caption = " ".join(part for part in (why, said, f"{drawing.source_line(view)} Release {view.release}.", view.address()) if part)
        write(slide, caption, 6.8, 0.5, _size(caption, ((340, 10), (10_000, 8))), PRINT.quiet)
        slide.notes_slide.notes_text_frame.text = notes(view)


def notes(view: View) -> str:
    """What the speaker finds under the slide: description, method, citation, every source."""
    parts = [
        view.alt,
        f"Filters: {view.sentence}",
        view.figure.method,
        f"Cite as: {citation.words(citation.of_view(view))}",
        *sources.numbered(view),
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


@dataclass(frozen=True)
class Piece:
    """A part of a picture: the file, the shares of its height at which the part begins and ends, and the share of the highest part."""

    png: bytes
    top: float = 0
    foot: float = 1
    highest: float = 1


def _pictured(view: View) -> tuple[bool, str]:
    """Is a view without an editable chart best shown as a picture, and why does a table stand for it if none can be drawn?

    A figure that is best edited as a table comes as one where all its rows fit; else its picture says more than its first rows.
    """
    if view.frame.empty or (view.figure.native is not None and table.fits(view, PLACE)):
        return False, ""
    why = drawing.unavailable()
    return not why, why and f"A table stands for the chart: {why}"


def _pieces(view: View) -> list[Piece]:
    """The picture whole, as wide as the slide allows, or in parts where its text would be too small to read."""
    height = drawing.height(view)
    if height <= TALLEST:
        return [Piece(drawing.bare(view, BREADTH / ROOM).png)]
    png = drawing.bare(view, BREADTH * DENSITY / height).png
    parted = parts(png, ROOM * DENSITY / height)
    highest = max(foot - top for top, foot in parted)
    return [Piece(png, top, foot, highest) for top, foot in parted]


def _hang(slide: Slide, piece: Piece, alt: str) -> None:
    """Puts a part of a picture into the middle of its place, as large as the highest part can be."""
    left, top, breadth, room = PLACE
    shape = slide.shapes.add_picture(BytesIO(piece.png), left, top)
    shape.crop_top, shape.crop_bottom = piece.top, 1 - piece.foot
    scale = min(breadth / shape.width, room / (shape.height * piece.highest))
    shape.width, shape.height = int(shape.width * scale), int(shape.height * (piece.foot - piece.top) * scale)
    shape.left = left + (breadth - shape.width) // 2
    shape._element._nvXxPr.cNvPr.set("descr", alt)


def _tabulate(slide: Slide, view: View) -> str:
    """Puts the table, or the word that there are no rows, on the slide; says what the table leaves out."""
    if view.frame.empty:
        write(slide, f"{view.figure.empty}.", TOP + ROOM / 2, 0.5, 14, PRINT.ink)
        return ""
    return table.add(slide, view, PLACE)
