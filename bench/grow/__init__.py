"""Datasets of any size with the distributions of the real one, to measure the dashboard with."""

import re
import shutil
import tempfile
from pathlib import Path

import duckdb

from data import synonyms
from data.build import build
from data.catalogue import TABLES
from data.description import FILE
from data.file import OPTIONAL, WRONG

HERE = Path(__file__).parent
GROWING = ("sources", "meetings", "documents", "events", "priorities", "evidence", "codings")
FORMATS = ("csv", "parquet")
COPIED = re.compile(r"-x[0-9]+$")
MEMORY = "1GB"  # what does not fit is put on disk meanwhile


def grow(source: Path, target: Path, documents: int, seed: int = 1, form: str = "csv") -> dict[str, int]:
    """Write the dataset of `source` to `target`, with as many documents as asked and the other tables that grow in proportion.

    Rows are copied with ids, numbers in titles and days of their own, links within the copy; the last copy may be
    partial. What is told of terms, steps of membership and reported figures stays, and so do its sources.
    The same seed gives the same rows. Gives the rows of every table. Raises ValueError for a target that holds
    files, an unknown form, a source that was grown itself, or fewer documents than it has; DataError where it is faulty.
    """
    if form not in FORMATS:
        raise ValueError(f"{form} is not one of {', '.join(FORMATS)}.")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ValueError(f"{target} is not empty: name a new folder.")
    with tempfile.TemporaryDirectory(prefix="dashboard-grow-") as room:
        build(source, Path(room) / "data.duckdb")
        with duckdb.connect(str(Path(room) / "data.duckdb"), read_only=True, config=settings(Path(room))) as connection:
            prepare(connection, documents, seed)
            target.mkdir(parents=True, exist_ok=True)
            counts = {table: write(rows_of(connection, table), target / f"{table}.{form}") for table in (*TABLES, OPTIONAL)}
    for beside in (FILE, synonyms.FILE):
        if (source / beside).is_file():
            shutil.copyfile(source / beside, target / beside)
    return counts


def settings(room: Path) -> dict[str, str | bool]:
    """Bounded memory, and a planning as right as that of the dashboard's own database."""
    return {"memory_limit": MEMORY, "temp_directory": str(room / "overflow"), "disabled_optimizers": WRONG}


def prepare(connection: duckdb.DuckDBPyConnection, documents: int, seed: int) -> None:
    """Work out which copies there are, which rows stand in the last one and how far days may move."""
    real = connection.table("documents")
    if documents < size(real):
        raise ValueError(f"The dataset has {size(real):,} documents already, {documents:,} were asked for.")
    if any(COPIED.search(name) for (name,) in real.select("document_id").fetchall()):
        raise ValueError("The dataset was grown already, so that ids would stand twice: begin with the one that it was grown from.")
    asked = {"documents": documents, "seed": str(seed)}
    connection.execute(sql("quiet"))
    connection.execute(sql("names"))
    connection.execute(sql("copies"), asked)
    connection.execute(sql("places"), asked)
    connection.execute(sql("calendar"))


def rows_of(connection: duckdb.DuckDBPyConnection, table: str) -> duckdb.DuckDBPyRelation:
    """The rows of a table of the grown dataset, in their order."""
    return connection.sql(sql(table)) if table in GROWING else connection.table(table)


def write(rows: duckdb.DuckDBPyRelation, path: Path) -> int:
    """Write the rows as a CSV or Parquet file, by the ending of its name, and count them."""
    if path.suffix == ".csv":
        rows.write_csv(str(path), header=True)
    else:
        rows.write_parquet(str(path))
    return size(rows)


def size(rows: duckdb.DuckDBPyRelation) -> int:
    """How many rows there are."""
    return rows.count("*").fetchall()[0][0]


def sql(name: str) -> str:
    """The text of a `.sql` file of this folder."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")
