"""`python -m data` checks the dataset, `python -m data export DIR` writes it in the formats that others read, `python -m data keep` keeps a release."""

import argparse
import sys
import time
from pathlib import Path

from data.catalogue import TABLES
from data.database import Database
from data.export import ExportError, export
from data.faults import DataError
from data.kept import FOLDER, keep
from data.live import data_folder


def main(arguments: list[str] | None = None) -> int:
    """Check, export or keep, and say what was found. Gives the exit code: 0, or 1 when the data or the target is refused."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Check the dataset, or export it. SCO_DATA names another folder.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    writer = commands.add_parser("export", help="write DuckDB, Parquet, CSV, codebook, datapackage.json and checksums")
    writer.add_argument("folder", type=Path, help="a new or empty folder, or one that holds an earlier export")
    commands.add_parser("keep", help=f"keep the tables in {FOLDER}/, so that later releases can be compared with them; then write the id into releases.csv")
    asked = parser.parse_args(arguments)
    try:
        started = time.perf_counter()
        database = Database(data_folder())
        print(summary(database, time.perf_counter() - started))
        if asked.command == "keep":
            print(f"{FOLDER}/{keep(database).name} written")
        database.close()
        if asked.command == "export":
            files = export(data_folder(), asked.folder)
            print(f"{len(files)} files written to {asked.folder}")
    except (DataError, ExportError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def summary(database: Database, seconds: float) -> str:
    """Rows of each table, the release and the time it took."""
    rows = [f"{table:<18}{database.counts[table]:>7,}" for table in TABLES]
    total = f"{'all tables':<18}{sum(database.counts.values()):>7,}"
    return "\n".join([*rows, total, f"release {database.release}, checked in {seconds:.2f} seconds"])


if __name__ == "__main__":
    sys.exit(main())
