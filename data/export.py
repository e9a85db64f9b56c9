"""Write the dataset in the formats that others read: DuckDB, Parquet, CSV, with codebook, data package and checksums."""

import csv
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import file_digest
from pathlib import Path

import duckdb

from data import description, synonyms
from data.build import build
from data.catalogue import ALONE, Catalogue, read_catalogue
from data.file import OPTIONAL
from data.package import CODEBOOK, codebook, datapackage

DATABASE = "dataset.duckdb"
PACKAGE = "datapackage.json"
CHECKSUMS = "SHA256SUMS"
BESIDE = (description.FILE, synonyms.FILE, "LICENSE")
ROWS_AT_ONCE = 10_000


class ExportError(Exception):
    """A target that must not be written to; the message says why and what to do."""


def export(folder: Path, target: Path) -> list[str]:
    """Write the tables of `folder` to `target` and give the paths written, relative to it.

    `csv/` and `parquet/` each can be named in SCO_DATA. Raises DataError for faulty data and ExportError for a folder
    that holds anything but an earlier export. Nothing is touched before the whole export is made.
    """
    with tempfile.TemporaryDirectory(prefix="dashboard-export-") as room:
        made = Path(room)
        built = build(folder, made / DATABASE)
        with duckdb.connect(str(made / DATABASE), read_only=True, config=ALONE) as connection:
            catalogue = read_catalogue(connection)
            write_tables(connection, catalogue, made)
        copy_beside(folder, made)
        write_rows(made / "codebook.csv", CODEBOOK, codebook(catalogue))
        sums = checksums(made)
        package = json.dumps(datapackage(catalogue, built.about, built, sums), ensure_ascii=False, indent=2)
        (made / PACKAGE).write_text(package + "\n", encoding="utf-8")
        lines = [f"{digest}  {path}\n" for path, (_, digest) in checksums(made).items()]
        (made / CHECKSUMS).write_text("".join(lines), encoding="utf-8")
        files = [path.relative_to(made).as_posix() for path in all_files(made)]
        refuse_strangers(target, files)
        shutil.copytree(made, target, dirs_exist_ok=True)
    return files


def write_tables(connection: duckdb.DuckDBPyConnection, catalogue: Catalogue, made: Path) -> None:
    """Each table as CSV and as Parquet, rows in the order of the key; the list of releases in its own, newest first."""
    for kind in ("csv", "parquet"):
        (made / kind).mkdir()
    for table, columns in catalogue.items():
        keys = [column.name for column in columns if column.key]
        rows = connection.table(table) if table == OPTIONAL else connection.table(table).sort(*keys)
        rows.write_parquet(str(made / "parquet" / f"{table}.parquet"))
        write_rows(made / "csv" / f"{table}.csv", rows.columns, texts(connection, rows))


def texts(connection: duckdb.DuckDBPyConnection, rows: duckdb.DuckDBPyRelation) -> Iterator[Iterable[str]]:
    """The rows as text, some thousands in memory at a time. The connection is busy until the last one is taken."""
    connection.execute(rows.sql_query())
    while found := connection.fetchmany(ROWS_AT_ONCE):
        yield from (map(text_of, row) for row in found)


def write_rows(path: Path, header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A CSV file as the dataset's own are: UTF-8, comma, one header row, `\\n`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def text_of(value: str | bool | int | float | date | None) -> str:
    """The text of a cell: empty where not known, true and false, whole numbers without decimals, ISO dates."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def copy_beside(folder: Path, made: Path) -> None:
    """Take along title and licence, so that each folder of tables can stand for itself."""
    for name in BESIDE:
        if (folder / name).is_file():
            for kind in ("csv", "parquet"):
                shutil.copyfile(folder / name, made / kind / name)


def all_files(folder: Path) -> list[Path]:
    """All files under a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def checksums(folder: Path) -> dict[str, tuple[int, str]]:
    """Size in bytes and SHA-256 of every file, by its path in the folder."""
    return {path.relative_to(folder).as_posix(): (path.stat().st_size, checksum(path)) for path in all_files(folder)}


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def refuse_strangers(target: Path, files: list[str]) -> None:
    """Raise ExportError where the target is a file or holds files that the export does not write."""
    if target.exists() and not target.is_dir():
        raise ExportError(f"{target} is a file. Name a folder.")
    strangers = [path for path in all_files(target) if path.relative_to(target).as_posix() not in files] if target.is_dir() else []
    if strangers:
        raise ExportError(f"{target} holds files that are not part of an export, such as {strangers[0].name}. Name a new or an empty folder.")
