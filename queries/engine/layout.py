"""The tables of a release as Parquet files that all machines of a cluster can read."""

import tempfile
from hashlib import sha256
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

import data
from data.organisation.lists import Lists
from data.organisation.meanings import TABLES as MEANINGS
from queries.engine.asked import Unanswered

FOLDER = "cluster"
DONE = "_SUCCESS"
ROWS_A_FILE = 1_000_000
ROWS_AT_ONCE = 100_000
TABLES = (*data.TABLES, "releases", "codebook", *MEANINGS, *data.derived())


def folder_of(folder: Path, release: str, lists: Lists) -> Path:
    """Where the files of a release belong: beside its tables, in a folder of its own."""
    return folder / FOLDER / _name(release, lists)


def named(database: data.Database) -> str:
    """The name of what a cluster knows of a release, the same as that of its folder."""
    return _name(database.release, database.lists)


def _name(release: str, lists: Lists) -> str:
    """The release and what else its files hold: a newer dashboard may work facts out in another way, and a dataset may list other statuses."""
    told = repr((lists, data.derived()))
    return f"{release}-{sha256(told.encode()).hexdigest()[:7]}"


def lay_out(connection: duckdb.DuckDBPyConnection, target: Path) -> Path:
    """Write the tables and derived facts of a release, where they are not there yet, and give their folder. Raises Unanswered where that cannot be done.

    The folder gets its name when it is whole, so that no cluster reads half of a release.
    """
    if (target / DONE).is_file():
        return target
    try:
        target.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=target.parent, ignore_cleanup_errors=True) as room:
            made = Path(room) / target.name
            for table in TABLES:
                write(connection, table, made / table)
            (made / DONE).touch()
            # Where another process was sooner, its files are as good.
            if not (target / DONE).is_file():
                made.replace(target)
    except OSError as error:
        raise Unanswered(f"The tables cannot be written for the cluster to {target}: {error.strerror}.") from error
    return target


def write(connection: duckdb.DuckDBPyConnection, table: str, folder: Path) -> None:
    """One table as files of ROWS_A_FILE rows, closed lists as text."""
    folder.mkdir(parents=True)
    found = connection.table(table).to_arrow_reader(ROWS_AT_ONCE)
    schema = pa.schema([pa.field(field.name, pa.string() if pa.types.is_dictionary(field.type) else field.type) for field in found.schema])
    part, held = 0, 0
    writer = pq.ParquetWriter(folder / f"part-{part:05}.parquet", schema)
    for batch in found:
        if held >= ROWS_A_FILE:
            writer.close()
            part, held = part + 1, 0
            writer = pq.ParquetWriter(folder / f"part-{part:05}.parquet", schema)
        writer.write_table(pa.Table.from_batches([batch]).cast(schema))
        held += len(batch)
    writer.close()
