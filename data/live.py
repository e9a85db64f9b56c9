"""The dataset that a running dashboard shows: built once, looked at again when its files change."""

import logging
import os
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock

import duckdb

from data.database import Database
from data.description import FILE
from data.faults import DataError
from data.file import data_files

LOOK_EVERY_SECONDS = 2
LEAST_KEPT = 0.9
log = logging.getLogger(__name__)

Fingerprint = tuple[tuple[str, int, int, int], ...]


class Live:
    """One folder and the newest good database made of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notice: str | None = None
        self._database: Database | None = None
        self._retired: Database | None = None
        self._fingerprint: Fingerprint = ()
        self._arriving: Fingerprint = ()
        self._looked_at = 0.0
        self._lock = Lock()

    def current(self) -> Database:
        """The database, rebuilt when files have changed; while the new ones are faulty, the last good one.

        While one thread rebuilds, the others go on with the last one. Raises DataError where there never was a good one.
        """
        database = self._database
        if database is None:
            with self._lock:
                return self._database or self._first()
        if time.monotonic() - self._looked_at >= LOOK_EVERY_SECONDS and self._lock.acquire(blocking=False):
            try:
                self._look_again(database)
            finally:
                self._lock.release()
        return self._database or database

    def _first(self) -> Database:
        self._fingerprint = fingerprint(self.folder)
        self._database = Database(self.folder)
        self._looked_at = time.monotonic()
        return self._database

    def _look_again(self, database: Database) -> None:
        seen = fingerprint(self.folder)
        still, self._arriving = seen == self._arriving, seen
        # Files that are still being written differ at the next look; half of a file must not be taken for all of it.
        if still and seen != self._fingerprint:
            self._fingerprint = seen
            try:
                self._replace(database, Database(self.folder))
            except DataError as error:
                # Readers are told how many, the keeper finds in the log which.
                log.error("The changed data files are refused. %s", error)
                faults = "1 fault was" if len(error.faults) == 1 else f"{len(error.faults)} faults were"
                self.notice = f"The data files have changed, but {faults} found in them; release {database.release} is still shown."
            except (duckdb.Error, OSError):
                # Such as a full disk: readers keep what they have, the keeper finds the trace in the log.
                log.exception("The changed data files could not be loaded.")
                self.notice = f"The data files have changed, but could not be loaded; release {database.release} is still shown."
        self._looked_at = time.monotonic()

    def _replace(self, old: Database, new: Database) -> None:
        """Show the new one. The old one stays open until the next change, for queries that are still running, and after it for whoever holds it."""
        old.shelf.clear()
        self._retired = old
        self._database = new
        self.notice = shrunk(old.counts, new.counts, new.release)
        if self.notice:
            log.warning("%s", self.notice)


def shrunk(before: dict[str, int], now: dict[str, int], release: str) -> str | None:
    """What readers are told when a table has lost more than a tenth of its rows, else None. It may be meant, so the rows are shown all the same."""
    lost = [f"{table} from {rows:,} to {now.get(table, 0):,}" for table, rows in before.items() if now.get(table, 0) < rows * LEAST_KEPT]
    return f"Release {release} holds far fewer rows than the one before: {', '.join(lost)}." if lost else None


def fingerprint(folder: Path) -> Fingerprint:
    """Name, times of change and size of every file of the dataset; one that goes away meanwhile, or cannot be reached, is not there.

    The second time also tells of a file that became readable, or was replaced by another one of the same age.
    """
    stats = []
    with suppress(OSError):
        for path in (*data_files(folder), folder / FILE):
            with suppress(OSError):
                stat = path.stat()
                stats.append((path.name, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size))
    return tuple(stats)


def data_folder() -> Path:
    """The folder named by SCO_DATA, else the one that comes with the dashboard."""
    return _resolved(os.environ.get("SCO_DATA") or str(Path(__file__).parent))


@cache
def _resolved(path: str) -> Path:
    """A page asks for the folder a hundred times, and the disk is asked for every part of a path."""
    return Path(path).expanduser().resolve()


@cache
def live_of(folder: Path) -> Live:
    """The one Live of a folder in this process."""
    return Live(folder)
