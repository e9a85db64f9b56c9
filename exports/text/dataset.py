"""The whole dataset of the served release: single tables, and everything in one archive."""

import codecs
import csv
import io
import json
import shutil
import tempfile
import zipfile
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import data
from data.export import PACKAGE, export, text_of
from data.kept import file_of
from exports.text.digest import digest

_guard = Lock()
_room = tempfile.TemporaryDirectory(prefix="dashboard-release-", ignore_cleanup_errors=True)


class Unavailable(Exception):
    """The archive cannot be made now; the message says why."""


def _relation(cursor: Any, table: str) -> Any:
    key = cursor.table(table).columns[: 4 if table in ("evidence", "codings") else 2 if table == "world_shares" else 1]
    return cursor.table(table).sort(*key)


@lru_cache(maxsize=64)
def _table(release: str, table: str) -> pa.Table:
    with data.current().cursor() as cursor:
        read = _relation(cursor, table).to_arrow_table()
    plain = pa.schema([pa.field(f.name, pa.string() if pa.types.is_dictionary(f.type) else f.type) for f in read.schema])
    return read.cast(plain)


def table_csv(table: str) -> bytes:
    """A table in the CSV of all doors: UTF-8 with a byte order mark, comma, header row, lines ended as RFC 4180 has them."""
    held = _table(data.current().release, table)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(held.column_names)
    writer.writerows(map(text_of, row) for row in zip(*(column.to_pylist() for column in held.columns), strict=True))
    return codecs.BOM_UTF8 + text.getvalue().encode()


def table_parquet(table: str) -> bytes:
    """A table as Parquet."""
    sink = pa.BufferOutputStream()
    pq.write_table(_table(data.current().release, table), sink)
    return sink.getvalue().to_pybytes()


def table_rows(table: str) -> list[dict[str, Any]]:
    """A table as plain objects: whole numbers stay whole beside empty cells, days are ISO text, what is not known is null."""
    held = _table(data.current().release, table).to_pylist()
    return [{name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()} for row in held]


def archive() -> Path:
    """The archive of the served release, made once a release and description. Raises Unavailable while the files on disk are not those that are served.

    A kept release that lacks later columns leaves as it was kept: with these columns it would be another release.
    """
    served = data.current()
    release = served.release
    path = Path(_room.name) / f"{release}-{digest(served.about)}" / "dataset.zip"
    with _guard:
        if not path.exists():
            _pack(release, path)
    return path


def _pack(release: str, path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="dashboard-pack-") as made:
        try:
            files = export(data.current().folder, Path(made) / "dataset")
        except data.DataError as error:
            kept = file_of(data.newest().folder, release)
            if kept.is_file():
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(kept, path)
                return
            raise Unavailable(
                f"Release {release} is served from memory; the files on disk have been changed since and have faults ({len(error.faults)})."
            ) from error
        # The files may have changed after they were last looked at, so the archive itself is asked.
        if json.loads((Path(made) / "dataset" / PACKAGE).read_text(encoding="utf-8"))["version"] != release:
            raise Unavailable("The dataset has just been renewed.")
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
            for name in files:
                packed.write(Path(made) / "dataset" / name, f"dataset_r{release}/{name}")
        part.rename(path)
