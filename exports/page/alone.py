"""PDF of a picture alone: lines and letters, at its true size on paper, for a journal or a printer."""

from string import Template

from exports import browser, drawing
from exports.picture.sizes import GROUNDS, PAGE_SIZE, SCREEN, Ground, Size
from exports.view import View

INCH = 25.4
PAGE = Template("""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><style>
$faces
@page { size: ${width}mm ${height}mm; margin: 0; }
body { margin: 0; }
svg { display: block; width: ${width}mm; height: ${height}mm; }
</style></head><body>$picture<script>document.fonts.ready.then(() => { window.ready = true })</script></body></html>
""")


def to_pdf(view: View, size: Size = PAGE_SIZE, ground: Ground = GROUNDS["light"], part: int = 1) -> bytes:
    """One page of the size of the picture, its letters as text. Raises CannotMake without a browser."""
    svg = browser.drawn({**drawing.picture(view, size, ground, part), "keepsText": True}, 0)[0]
    wide, tall = map(float, svg.partition('viewBox="0 0 ')[2].partition('"')[0].split())
    width = size.mm or wide * INCH / SCREEN
    return browser.printed(PAGE.substitute(faces=browser.faces_css(), picture=svg, width=f"{width:.2f}", height=f"{tall * width / wide:.2f}"))
