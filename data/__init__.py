"""The dataset: files on disk, checked and served as a locked database."""

from pathlib import Path

from data.catalogue import TABLES
from data.database import Database
from data.derived import derived
from data.description import About
from data.earlier.bound import bound, bound_to, follow, pieces, pinned
from data.earlier.opened import NoRelease, Unreadable, opened
from data.faults import DataError, Fault
from data.live import data_folder, live_of

__all__ = [
    "TABLES", "About", "DataError", "Database", "Fault", "NoRelease", "Unreadable",
    "about", "bound_to", "connect", "current", "derived", "follow", "newest", "notice", "pieces", "pinned", "release",
]  # fmt: skip


def connect(folder: Path | None = None) -> Database:
    """A new database from the tables in `folder` (else SCO_DATA, else the tables that come with the dashboard).

    Raises DataError, whose `faults` name file, line, column, value, rule and remedy of all that is wrong.
    """
    return Database(Path(folder).resolve() if folder else data_folder())


def current() -> Database:
    """The database that answers here: the newest, or the release that this work is bound to (`bound_to`). Raises DataError at first use alone."""
    return bound() or newest()


def newest() -> Database:
    """The database that all readers share. It follows its files: see `data.live.Live`."""
    return live_of(data_folder()).current()


def release(release_id: str) -> Database:
    """The database of a release: the newest, or one that is kept. Raises NoRelease for an unknown one, Unreadable for one that cannot be shown any more."""
    return opened(newest(), release_id)


def notice() -> str | None:
    """One sentence for readers while newer files are refused, or when those served have lost many rows; else None."""
    return live_of(data_folder()).notice


def about() -> About:
    """Title, creators and licence of the dataset that is served."""
    return current().about
