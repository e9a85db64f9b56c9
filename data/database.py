"""A checked dataset as a database that can be asked and not changed."""

import tempfile
import weakref
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from data.build import Built, build
from data.catalogue import sql
from data.description import About
from data.file import reopen
from data.organisation.lists import Lists


class Database:
    """The tables of one folder, locked. Use a new `cursor()` for every query: one shared by threads gives wrong rows.

    `release` is the id of the contents, `released_on` the date of the newest change, `folder` where they were read,
    `counts` the rows of each of the 16 tables in the order of the contract, `about` title, creators and licence, `lists` its own statuses, steps and measures.
    `reading` is the same where release and lists are: the same questions have the same answers. `shelf` is for what
    others work out of it and let go with it.
    """

    release: str
    released_on: date
    folder: Path
    counts: dict[str, int]
    about: About
    lists: Lists
    reading: tuple[str, str]
    shelf: OrderedDict[Any, Any]

    def __init__(self, folder: Path, make: Callable[[Path, Path, bool], Built] = build) -> None:
        """Read, check and lock the tables in `folder`, which `make` builds from. Raises DataError with every fault found."""
        self.folder, self.shelf = folder, OrderedDict()
        room = tempfile.TemporaryDirectory(prefix="dashboard-data-", ignore_cleanup_errors=True)
        try:
            file = Path(room.name) / "data.duckdb"
            built = make(folder, file, True)
            self._connection = reopen(folder, file)
            self._connection.execute(sql("lock"))
        except BaseException:
            room.cleanup()
            raise
        self.release, self.released_on, self.counts, self.about, self.lists = built.release, built.released_on, built.counts, built.about, built.lists
        self.reading = (self.release, repr(self.lists))
        # An open file needs no name on Linux and macOS; on Windows it stays until the database is closed.
        room.cleanup()
        self._finish = weakref.finalize(self, put_away, self._connection, room)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A new connection to the same locked database, for one query."""
        return self._connection.cursor()

    def close(self) -> None:
        """Close the database and all its cursors, and remove what it kept on disk."""
        self._finish()


def put_away(connection: duckdb.DuckDBPyConnection, room: tempfile.TemporaryDirectory) -> None:
    """Close a connection, then remove the folder of its file."""
    connection.close()
    room.cleanup()
