"""Answers of a cluster as files, by question, values and release: a copy of the dashboard that starts anew, or another one, need not ask again."""

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import feather

KEPT_OF = "kept_of"  # the name in `attrs` under which an answer tells that it is of an earlier release
FOLDER = "answers"
MOST_FILES = 20_000
FREED_AT_ONCE = 1_000


class Kept:
    """The answers in one folder. A folder that cannot be written to keeps nothing, and nobody is told: an answer is there all the same."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER

    def find(self, release: str, text: str, values: Mapping[str, Any]) -> pa.Table | None:
        """The answer on this release, if it is kept."""
        return _read(self._place(text, values) / release)

    def last(self, text: str, values: Mapping[str, Any]) -> tuple[str, pa.Table] | None:
        """The release of the newest kept answer to the same question with the same values, and that answer."""
        with suppress(OSError):
            found = sorted(self._place(text, values).iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in found:
                if (table := _read(path)) is not None:
                    return path.name, table
        return None

    def put(self, release: str, text: str, values: Mapping[str, Any], table: pa.Table) -> None:
        """Keep an answer. It gets its name when it is whole, so that no other copy reads half of it."""
        place = self._place(text, values)
        with suppress(OSError):
            place.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=self.folder)
            os.close(handle)
            feather.write_feather(table, made)
            Path(made).replace(place / release)
            self._free()

    def _place(self, text: str, values: Mapping[str, Any]) -> Path:
        told = json.dumps([text, sorted(values.items())], default=str)
        return self.folder / sha256(told.encode()).hexdigest()

    def _free(self) -> None:
        """Let the oldest answers go where there are too many."""
        places = list(self.folder.iterdir())
        if len(places) > MOST_FILES:
            for place in sorted(places, key=lambda path: path.stat().st_mtime)[:FREED_AT_ONCE]:
                for path in place.iterdir():
                    path.unlink(missing_ok=True)
                place.rmdir()


def _read(path: Path) -> pa.Table | None:
    with suppress(OSError, pa.ArrowInvalid):
        return feather.read_table(path)
    return None
