"""The API's work has threads of its own: few, so that pages keep the processor, and a waiting line that ends somewhere."""

import os
from collections.abc import AsyncIterator, Callable, Iterator
from functools import cache
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

MOST_WAITING = 300
SLOW = ("xlsx", "png")
T = TypeVar("T")
_END = object()


class Full(Exception):
    """Too many requests wait already."""


@cache
def _threads(kind: str = "") -> CapacityLimiter:
    return CapacityLimiter(1 if kind else max(1, (os.cpu_count() or 2) // 2))


async def worked(function: Callable[[], T], kind: str = "") -> T:
    """What a function gives that takes a while, on a thread of the API. Files of a SLOW kind have one of their own: no rows wait for workbooks, or for a browser that hangs.

    Raises Full when the waiting line is full.
    """
    threads = _threads(kind if kind in SLOW else "")
    if threads.statistics().tasks_waiting >= MOST_WAITING:
        raise Full
    return await to_thread.run_sync(function, limiter=threads)


async def pieces(made: Iterator[bytes]) -> AsyncIterator[bytes]:
    """The pieces of a long answer, each made on a thread of the API; another request may have its turn between two."""
    while (piece := await to_thread.run_sync(next, made, _END, limiter=_threads())) is not _END:
        yield piece
