"""One temporary folder for all that this process keeps on disk: gone when it ends, or at the next start when it could not end in order."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows has no such locks: there, nothing is swept
    fcntl = None

PREFIX, LOCK = "chairmanships-", "in-use"
NAMES = ("TMPDIR", "TEMP", "TMP")
log = logging.getLogger("dashboard")


@contextmanager
def own() -> Iterator[None]:
    """Temporary files of the body lie in a folder of their own, removed at its end with all that is left in it."""
    parent = Path(tempfile.gettempdir())
    sweep(parent)
    try:
        room, lock = _locked(parent)
    except OSError as error:  # such as a full disk: whoever needs room will say so
        log.warning("No temporary folder could be made in %s (%s)", parent, error.strerror)
        yield
        return
    before, tempfile.tempdir = tempfile.tempdir, str(room)
    outside = {name: os.environ[name] for name in NAMES if name in os.environ}
    os.environ.update(dict.fromkeys(NAMES, str(room)))  # for the browser that draws, which makes folders of its own
    try:
        yield
    finally:
        tempfile.tempdir = before
        for name in NAMES:
            os.environ.pop(name, None)
        os.environ.update(outside)
        lock.close()
        shutil.rmtree(room, ignore_errors=True)


def _locked(parent: Path) -> tuple[Path, IO[str]]:
    """A new folder and its held lock; the name by which it may be swept is given when the lock is held."""
    made = Path(tempfile.mkdtemp(dir=parent))
    lock = (made / LOCK).open("w")
    if fcntl:
        fcntl.flock(lock, fcntl.LOCK_EX)
    return made.rename(parent / f"{PREFIX}{made.name}"), lock


def sweep(parent: Path) -> int:
    """Remove the folders of processes that have died. Gives their number.

    The lock of a process ends with it, however it ended; its number may by then belong to another one.
    """
    swept = 0
    for room in parent.glob(f"{PREFIX}*") if fcntl else ():
        with suppress(OSError), (room / LOCK).open("r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(room, ignore_errors=True)
            swept += 1
    return swept
