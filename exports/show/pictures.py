"""Slides as pictures, drawn by the server's browser while the file around them is written."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager

from exports.common.beside import beside
from exports.drawing import Drawn, on_slide
from exports.show.deck import Shown


@contextmanager
def ahead(slides: Mapping[int, Shown]) -> Iterator[dict[int, Future[Drawn]]]:
    """The pictures of slides by their places, drawn one after the other while the file around them is written; what is not drawn at the end is given up."""
    with beside("pictures") as begin:
        yield {place: begin(on_slide, shown.view, shown.part) for place, shown in slides.items()}
