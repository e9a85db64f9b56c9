"""Earlier releases: which there are, and their tables as they were (`releases/<release id>.zip` beside the tables)."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from data import description, stories, synonyms
from data.catalogue import TABLES
from data.database import Database
from data.earlier.renamed import named_today
from data.export import text_of, texts
from data.file import OPTIONAL

FOLDER = "releases"
RELEASE_ID = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{7}")

Tables = dict[str, list[dict[str, str]]]


class KeptError(Exception):
    """A kept release that cannot be read; the message names file and remedy."""


@dataclass(frozen=True)
class Release:
    """One published state of the dataset. `is_kept` says whether its tables can be compared with later ones."""

    released_on: date
    title: str
    note: str
    release_id: str | None
    is_served: bool
    is_kept: bool


def releases(database: Database) -> list[Release]:
    """The releases that the dataset lists, in the order of its list (newest first); the one without an id of its own is the one served."""
    with database.cursor() as cursor:
        rows = cursor.table("releases").fetchall()
    found = []
    for released_on, title, note, release_id in rows:
        served = release_id in (None, database.release)
        kept = not served and RELEASE_ID.fullmatch(str(release_id)) is not None and file_of(database.folder, str(release_id)).is_file()
        found.append(Release(released_on, title, note, database.release if served else release_id, served, kept))
    return found


def file_of(folder: Path, release_id: str) -> Path:
    """Where the tables of a release are kept. Raises KeptError for what is no release id."""
    if not RELEASE_ID.fullmatch(release_id):
        raise KeptError(f"releases, '{release_id[:40]}': not a release id. Write it as {FOLDER}/ names its file, such as 2026-11-25-0a1b2c3.")
    return folder / FOLDER / f"{release_id}.zip"


def kept_tables(folder: Path, release_id: str) -> Tables:
    """The rows of every table of a kept release as text, columns under the names of today. Raises KeptError when the file is missing or broken."""
    path = file_of(folder, release_id)
    tables: Tables = {}
    try:
        with ZipFile(path) as archive:
            names = set(archive.namelist())
            for table in TABLES:
                text = archive.read(f"{table}.csv").decode("utf-8-sig") if f"{table}.csv" in names else ""
                tables[table] = rows_of(table, text)
    except (OSError, BadZipFile, UnicodeDecodeError) as error:
        raise KeptError(f"{FOLDER}/{path.name}: {error}. Put the kept tables back, or leave the release out of releases.csv.") from error
    return tables


def rows_of(table: str, text: str) -> list[dict[str, str]]:
    """The rows of a kept file, columns under the names of today."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    reader.fieldnames = named_today(table, reader.fieldnames or ())
    return list(reader)


def served_tables(database: Database) -> Tables:
    """The rows of every table of the served release as text."""
    tables: Tables = {}
    with database.cursor() as cursor:
        for table in TABLES:
            relation = cursor.table(table)
            tables[table] = [dict(zip(relation.columns, map(text_of, row), strict=True)) for row in relation.fetchall()]
    return tables


def beside(folder: Path) -> list[str]:
    """What stands beside the tables of a dataset and belongs to it: description, synonyms, stories; as paths in its folder."""
    found = [folder / description.FILE, folder / synonyms.FILE, *sorted((folder / stories.FOLDER).glob("*.toml"))]
    return [path.relative_to(folder).as_posix() for path in found if path.is_file()]


def keep(database: Database) -> Path:
    """Keep the tables of this database with its description, so that it can answer again and later releases can be compared with it.

    Gives the file, the same for the same rows and words.
    """
    path = file_of(database.folder, database.release)
    path.parent.mkdir(exist_ok=True)
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in beside(database.folder):
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, (database.folder / name).read_bytes())
        for table in (*TABLES, OPTIONAL):
            entry = ZipInfo(f"{table}.csv")
            entry.compress_type = ZIP_DEFLATED
            with database.cursor() as cursor, archive.open(entry, "w") as file, io.TextIOWrapper(file, "utf-8", newline="") as text:
                writer = csv.writer(text, lineterminator="\n")
                writer.writerow(cursor.table(table).columns)
                writer.writerows(texts(cursor, cursor.table(table)))
    return path
