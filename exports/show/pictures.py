"""A slide as a picture, in print colours and at the size of the form, drawn by the server's browser."""

import json
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from charts.form import SLIDE
from charts.look import PRINT
from exports import browser
from exports.drawing import Drawn
from exports.show.deck import Shown

PAD = 28  # pixels that the drawing code leaves at each side


def picture(shown: Shown) -> Drawn:
    """The chart of a slide as SVG and PNG. Raises CannotMake without a browser."""
    figure = json.loads(shown.view.plot(PRINT.shaped(SLIDE), shown.part).to_json())
    figure["layout"] |= {"width": SLIDE.width, "height": SLIDE.height}
    told = {"figure": figure, "width": SLIDE.width + 2 * PAD, "height": SLIDE.height, "title": [], "lines": [], "foot": [], "alt": shown.view.alt}
    return Drawn(*browser.drawn(told, 1))


@contextmanager
def ahead(slides: Mapping[int, Shown]) -> Iterator[dict[int, Future[Drawn]]]:
    """The pictures of slides by their places, drawn one after the other while the file around them is written; what is not drawn at the end is given up."""
    hand = ThreadPoolExecutor(1, "pictures")
    try:
        yield {place: hand.submit(picture, shown) for place, shown in slides.items()}
    finally:
        hand.shutdown(wait=False, cancel_futures=True)
