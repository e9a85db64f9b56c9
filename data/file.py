"""The files of a dataset and the database file that is made of them."""

from pathlib import Path

import duckdb

from data.catalogue import ALONE, TABLES
from data.reading.sheets import FORMATS

OPTIONAL = "releases"
WORKBOOKS = ("xlsx", "xlsm", "xls", "ods")
LARGEST_SMALL_BYTES = 8_000_000
# Steps of DuckDB's planning that give wrong rows: with the first, DuckDB 2.0.0 loses a condition on a column that is joined under another name as well;
# with the second it takes two parts of a union for the same where they read other columns of the same rows (tests show both).
WRONG = "join_filter_pushdown,common_subplan"
# Steps that take longer than they save where a table has a few thousand rows: without them an answer comes an eighth sooner.
NEEDLESS = "join_order,statistics_propagation,build_side_probe_side,cte_inlining,compressed_materialization,column_lifetime,reorder_filter"
SETTINGS = {
    # The oldest file format: DuckDB 1.1 and later can open the file (1.0 stumbles over named keys).
    "storage_compatibility_version": "v1.0.0",
    "disabled_optimizers": WRONG,
    # The file is made anew at every start, so it need not outlive a crash of the machine.
    "fsync_mode": "NONE",
    # What does not fit is put on disk meanwhile, beside the file.
    "memory_limit": "2GB",
}
# A few thousand rows: small blocks make the file a sixth as large, and to look for a compression takes longer than to write.
SMALL = {"default_block_size": "16384", "force_compression": "uncompressed"}
# Many rows: compressed they take a third of the room.
LARGE = {"default_block_size": "262144", "force_compression": "auto"}
# What a reader's query may take: bytes, and milliseconds of which a busy machine gives it a part only.
# The thread that asks takes Python's lock a hundred times a query, once between any two of its parts, and waits for it while a page is drawn;
# two threads beside it, which need no lock, go on meanwhile. More of them only wake each other.
SMALL_LIMITS = {"memory_limit": "1GB", "max_execution_time": "5000", "threads": "3", "disabled_optimizers": f"{WRONG},{NEEDLESS}"}
LARGE_LIMITS = {"memory_limit": "2500MB", "max_execution_time": "30000", "disabled_optimizers": WRONG}


def data_files(folder: Path) -> list[Path]:
    """The files of a folder that hold its tables."""
    paths = (folder / f"{table}.{ending}" for table in (*TABLES, OPTIONAL) for ending in FORMATS)
    return [path for path in paths if path.is_file()]


def workbooks(folder: Path) -> list[Path]:
    """The workbooks that lie in a folder, in the order of their names; what a spreadsheet program leaves while one is open does not count."""
    return sorted(path for ending in WORKBOOKS for path in folder.glob(f"*.{ending}") if not path.name.startswith(("~$", ".")))


def is_large(folder: Path) -> bool:
    """True where the files of the tables are larger than a few thousand rows can be."""
    return sum(path.stat().st_size for path in data_files(folder)) > LARGEST_SMALL_BYTES


def connect(folder: Path, target: Path) -> duckdb.DuckDBPyConnection:
    """A new database file, laid out for as many rows as the folder may hold."""
    return duckdb.connect(str(target), config=ALONE | SETTINGS | (LARGE if is_large(folder) else SMALL))


def reopen(folder: Path, file: Path) -> duckdb.DuckDBPyConnection:
    """The finished file, to be asked within limits and not to be changed. It takes `lock.sql` to close all other doors."""
    return duckdb.connect(str(file), read_only=True, config=ALONE | (LARGE_LIMITS if is_large(folder) else SMALL_LIMITS))
