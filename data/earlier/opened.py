"""Kept releases as databases that answer: opened when first asked for, the last few stay open."""

import csv
import re
import shutil
import tempfile
import weakref
from collections import OrderedDict
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from zipfile import BadZipFile, ZipFile

from data import description, stories, synonyms
from data.catalogue import TABLES
from data.database import Database
from data.earlier.older import build_older
from data.faults import DataError
from data.file import OPTIONAL
from data.kept import KeptError, beside, file_of, releases

MOST_OPEN = 2  # each holds its rows in memory
STORY = re.compile(rf"{stories.FOLDER}/[\w-]+\.toml")
NAMES = {*(f"{table}.csv" for table in (*TABLES, OPTIONAL)), description.FILE, synonyms.FILE}
_open: OrderedDict[Path, Database] = OrderedDict()
_refused: dict[tuple[Path, int], str] = {}
_guard = Lock()


class NoRelease(Exception):
    """A release that this dashboard has never kept; the message says so."""


class Unreadable(Exception):
    """A kept release that this program can no longer serve; the message says why. Its tables can still be had as they were."""


def opened(served: Database, release_id: str) -> Database:
    """The database of a release: the served one, or one kept beside it. Raises NoRelease and Unreadable."""
    if release_id == served.release:
        return served
    try:
        path = file_of(served.folder, release_id)
    except KeptError:
        path = Path()
    if not path.is_file():
        raise NoRelease(f"No release {release_id[:40]} is kept here. Release {served.release} is served.")
    with _guard:
        if path not in _open:
            _open[path] = _read(path, served)
            while len(_open) > MOST_OPEN:
                _open.popitem(last=False)[1].shelf.clear()
        _open.move_to_end(path)
        return _open[path]


def _read(path: Path, served: Database) -> Database:
    """A kept release read and checked as a folder of tables is. What was refused once is not read again while its file stays the same."""
    age = (path, path.stat().st_mtime_ns)
    if age in _refused:
        raise Unreadable(_refused[age])
    room = tempfile.TemporaryDirectory(prefix="dashboard-kept-", ignore_cleanup_errors=True)
    folder = Path(room.name) / served.folder.name  # by which a dataset without a description is called
    try:
        _unpack(path, folder, served)
        database = Database(folder, partial(build_older, today=served.about))
        if database.release != path.stem:
            raise Unreadable(f"The tables kept as release {path.stem} are not those of that release.")
    except (DataError, BadZipFile, OSError, Unreadable) as error:
        room.cleanup()
        fault = error.faults[0] if isinstance(error, DataError) else None
        words = f"this program can no longer read them ({fault.file}, {fault.column or 'all of it'}: {fault.rule})." if fault else str(error)
        _refused[age] = f"Release {path.stem} is kept, but its tables cannot be shown as they were: {words}"
        raise Unreadable(_refused[age]) from error
    weakref.finalize(database, room.cleanup)
    return database


def _unpack(path: Path, folder: Path, served: Database) -> None:
    """The files of a kept release. One kept without its description or its list of releases gets those of today, as far as they are of its day."""
    (folder / stories.FOLDER).mkdir(parents=True)
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if name in NAMES or STORY.fullmatch(name):
                (folder / name).write_bytes(archive.read(name))
    if not (folder / description.FILE).exists():
        for name in beside(served.folder):
            shutil.copyfile(served.folder / name, folder / name)
    if not (folder / f"{OPTIONAL}.csv").exists():
        _list(path.stem, folder, served)


def _list(release_id: str, folder: Path, served: Database) -> None:
    """The list of releases as it was: the release itself, which has no id of its own in it, and those before."""
    listed = releases(served)
    own = next((place for place, release in enumerate(listed) if release.release_id == release_id), len(listed))
    rows = [(r.released_on, r.title, r.note, "" if place == 0 else r.release_id) for place, r in enumerate(listed[own:])]
    rows = rows or [(date.fromisoformat(release_id[:10]), f"Release {release_id}", "Kept, and not listed any more.", "")]
    with (folder / f"{OPTIONAL}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("released_on", "title", "note", "release_id"))
        writer.writerows(rows)
