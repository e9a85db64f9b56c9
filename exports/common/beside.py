"""A thread beside the one that makes a file, for what somebody else works out: the browser that draws and prints."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from typing import Any


@contextmanager
def beside(name: str) -> Iterator[Callable[..., Future[Any]]]:
    """Gives a function that takes another and its values, and does it on the thread, one after the other, for the release of who begins; what has not begun at the end is given up."""
    hand, release = ThreadPoolExecutor(1, name), copy_context()  # a thread does not know by itself which release it works for
    try:
        yield lambda make, *values: hand.submit(release.run, make, *values)
    finally:
        hand.shutdown(wait=False, cancel_futures=True)
