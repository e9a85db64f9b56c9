"""The sizes that pictures are used at, and the grounds that they are laid on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from charts.form import COLUMN, COLUMNS, PAGE, SLIDE, SQUARE, Form
from charts.look import DARK, PRINT, Look

DPI, SCREEN = 300, 96


@dataclass(frozen=True)
class Size:
    """One use. width and tall: pixels of the whole picture, tall 0 where the rows decide; mm: its breadth on paper, 0 where it has none.

    pad: pixels left free at each side; title, lines, foot: pixels of the letters of the texts; scales: suffix of the file name -> pixels
    of the PNG a pixel of the drawing.
    """

    name: str
    words: str
    form: Form
    width: int
    tall: int
    mm: float
    pad: int
    title: float
    lines: float
    foot: float
    scales: Mapping[str, float]


def _paper(form: Form, words: str, mm: float) -> Size:
    """Of a column of print: letters of 7 points at least, in 300 pixels an inch."""
    return Size(form.name, words, form, form.width, 0, mm, 0, 12.7, 10, 9.4, {f"{mm:g}mm": DPI / SCREEN})


SIZES: Mapping[str, Size] = {
    size.name: size
    for size in (
        Size("page", "Page, as on screen", PAGE, 1000, 0, 0, 28, 22, 14, 12, {"2x": 2, "3x": 3}),
        _paper(COLUMN, "Paper, one column (85 mm)", 85),
        _paper(COLUMNS, "Paper, two columns (180 mm)", 180),
        Size("slide", "Slide (16:9)", SLIDE, 1920, 1080, 0, 60, 46, 26, 22, {"16x9": 1}),
        Size("square", "Square", SQUARE, 1080, 1080, 0, 40, 34, 22, 20, {"square": 1}),
    )
}
PAGE_SIZE = SIZES["page"]


@dataclass(frozen=True)
class Ground:
    """What a picture is laid on: its look, the suffix of file names, whether it is seen through."""

    words: str
    look: Look
    suffix: str = ""
    is_clear: bool = False


GROUNDS: Mapping[str, Ground] = {
    "light": Ground("Light", PRINT),
    "dark": Ground("Dark", replace(DARK, name="print dark", font=PRINT.font), "dark"),
    "clear": Ground("Transparent", PRINT, "transparent", is_clear=True),
}
