"""To which release the work of this moment is bound: that of a request, a file or a visitor's link, else the newest."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from data.database import Database

T = TypeVar("T")
_END = object()
_bound: ContextVar[Database | None] = ContextVar("database", default=None)
_of_visitor: list[Callable[[], Database | None]] = []


def bound() -> Database | None:
    """The database that is to answer here; None where nothing binds to one, so that the newest does."""
    return _bound.get() or (_of_visitor[0]() if _of_visitor else None)


@contextmanager
def bound_to(database: Database | None) -> Iterator[None]:
    """Whatever is asked in the body is answered by this database; None changes nothing."""
    token = _bound.set(database or _bound.get())
    try:
        yield
    finally:
        _bound.reset(token)


def pinned(make: Callable[[], T], database: Database) -> Callable[[], T]:
    """`make` for another thread and a later moment, answered by `database` all the same: the file behind a button."""

    def made() -> T:
        with bound_to(database):
            return make()

    return made


def pieces(made: Iterator[T], database: Database) -> Iterator[T]:
    """What an iterator gives, each piece answered by `database`, on whatever threads they are made."""
    while True:
        with bound_to(database):
            piece = next(made, _END)
        if piece is _END:
            return
        yield piece  # type: ignore[misc]


def follow(visitor: Callable[[], Database | None]) -> None:
    """Let a function say which release the visitor of the running page has asked for; None for the newest."""
    _of_visitor[:] = [visitor]
