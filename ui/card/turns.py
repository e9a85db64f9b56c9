"""Whose turn it is to have a file made: few at once, so that pages keep the processor, and a line that ends somewhere."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import BoundedSemaphore

from exports.errors import CannotMake

BUSY = "This server is busy making files for others. Please try again in a moment."


class Line:
    """Files of a kind: so many made `at_once`, so many more `waiting`."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._made, self._places = BoundedSemaphore(at_once), BoundedSemaphore(at_once + waiting)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The body runs when its turn has come. Raises CannotMake at once when the line is full."""
        if not self._places.acquire(blocking=False):
            raise CannotMake(BUSY)
        try:
            with self._made:
                yield
        finally:
            self._places.release()

    @contextmanager
    def spare(self) -> Iterator[bool]:
        """Whether nobody has a turn or waits for one; if so, the body has the turn."""
        free = self._places.acquire(blocking=False)
        try:
            mine = free and self._made.acquire(blocking=False)
            try:
                yield mine
            finally:
                if mine:
                    self._made.release()
        finally:
            if free:
                self._places.release()


# Rows as CSV are made in a moment and wait for nobody. Whatever the browser may be needed for takes seconds; it draws one
# after the other, so two at once would only take twice as much of Python's one thread from the pages.
_QUICK, _DRAWN = Line(1, 24), Line(1, 5)
_LINES = {"xlsx": _QUICK, "html": _QUICK, "pptx": _DRAWN, "pdf": _DRAWN, "zip": _DRAWN}


def turn(ending: str) -> AbstractContextManager[None]:
    """The turn of a file with this ending."""
    return _LINES[ending].turn() if ending in _LINES else nullcontext()


def spare(ending: str) -> AbstractContextManager[bool]:
    """Whether a file with this ending can be made now without anybody waiting for it."""
    return _LINES[ending].spare()
