"""`python -m data` checks the dataset; `new` begins another one, `workbook` writes a workbook and `from` takes one, `export` writes the tables for others, `keep` keeps a release."""

import argparse
import shlex
import sys
import time
from pathlib import Path

from data import stories
from data.beginning.folder import BeginningError, begin
from data.catalogue import TABLES
from data.database import Database
from data.export import ExportError, export
from data.faults import DataError
from data.file import data_files
from data.kept import FOLDER, keep
from data.live import data_folder
from data.reading.shape import columns_of_schema
from data.spreadsheet.take import TakingError, take
from data.spreadsheet.workbook import NotAWorkbook
from data.spreadsheet.written import WritingError, write

NEXT = "Fill the tables, then check them: {command}\nREADME.md in the folder is a guide."
LOOK = "Look at it: {command}"
BEGIN = "A folder with all of them, still empty, is made by python -m data new FOLDER."
STORIES = "Stories: texts and braces of {n} are sound; figures, filters and values are checked by {python} -m exports.show"
BACK = "{python} -m data from {file} FOLDER --replace"
FAULTY = "{n} written all the same, as asked; the dashboard refuses the tables until they are mended:"


def main(arguments: list[str] | None = None) -> int:
    """Do what was asked for, and say what was found. Gives the exit code: 0, or 1 when data, workbook or target is refused."""
    asked = parser().parse_args(arguments)
    try:
        return COMMANDS[asked.command](asked)
    except (DataError, ExportError, BeginningError, TakingError, NotAWorkbook, WritingError) as error:
        print(error, file=sys.stderr)
        if isinstance(error, DataError) and error.folder.is_dir() and not data_files(error.folder):
            print(BEGIN, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename} cannot be used ({error.strerror}). Name another one, or allow it.", file=sys.stderr)
    return 1


def parser() -> argparse.ArgumentParser:
    """The commands and what they need."""
    whole = argparse.ArgumentParser(prog="python -m data", description="Check the dataset. SCO_DATA names another folder.")
    commands = whole.add_subparsers(dest="command", metavar="command")
    new = commands.add_parser("new", help="begin a dataset: empty tables, a description to fill in, an example story and a guide")
    new.add_argument("folder", type=Path, help="a new or empty folder")
    written = commands.add_parser("workbook", help="write the tables as a workbook to fill in: a sheet a table, meanings at the headers, lists to choose from")
    written.add_argument("file", type=Path, help="a new .xlsx file")
    workbook = commands.add_parser("from", help="make tables of a workbook that has a sheet a table")
    workbook.add_argument("file", type=Path, help="an .xlsx file")
    workbook.add_argument("folder", type=Path, help="the folder of the dataset; begun where there is none")
    workbook.add_argument("--replace", action="store_true", help="put the rows of the workbook in the place of those that the tables have")
    workbook.add_argument("--anyway", action="store_true", help="write the tables though they have faults, to mend them there")
    writer = commands.add_parser("export", help="write DuckDB, Parquet, CSV, codebook, datapackage.json and checksums")
    writer.add_argument("folder", type=Path, help="a new or empty folder, or one that holds an earlier export")
    commands.add_parser("keep", help=f"keep the tables in {FOLDER}/, so that later releases can be compared with them; then write the id into releases.csv")
    return whole


def check(asked: argparse.Namespace) -> int:
    """Check the tables; then keep or export them, where that was asked for."""
    started = time.perf_counter()
    database = Database(data_folder())
    print(summary(database, time.perf_counter() - started))
    if n := len(stories.read(database.folder)[0]):
        print(STORIES.format(n=n, python=sys.orig_argv[0]))
    if asked.command == "keep":
        print(f"{FOLDER}/{keep(database).name} written")
    database.close()
    if asked.command == "export":
        files = export(data_folder(), asked.folder)
        print(f"{len(files)} files written to {asked.folder}")
    return 0


def new(asked: argparse.Namespace) -> int:
    """Begin a dataset."""
    files = begin(asked.folder)
    print(f"{len(files)} files written to {asked.folder}. {NEXT.format(command=command_for(asked.folder, f'{sys.orig_argv[0]} -m data'))}")
    return 0


def from_workbook(asked: argparse.Namespace) -> int:
    """Take a workbook. Tables with faults that were written all the same are no success."""
    report = take(asked.file, asked.folder, asked.replace, asked.anyway)
    print("\n".join(f"{table:<18}{rows:>7,}" for table, rows in report.rows.items()))
    if report.strangers:
        print(f"Not taken, for no table has their name: {', '.join(report.strangers)}")
    if report.faults:
        print("\n".join([FAULTY.format(n=f"{len(report.rows)} tables"), *report.faults]), file=sys.stderr)
        return 1
    print(f"{len(report.rows)} tables written to {asked.folder}. {LOOK.format(command=command_for(asked.folder, 'make run'))}")
    return 0


def workbook(asked: argparse.Namespace) -> int:
    """Write the tables as a workbook."""
    rows = write(asked.file, data_folder(), columns_of_schema())
    print(f"{len(rows)} sheets with {sum(rows.values()):,} rows written to {asked.file}. When it is filled in: {BACK.format(python=sys.orig_argv[0], file=asked.file)}")
    return 0


def command_for(folder: Path, command: str) -> str:
    """A command that is to work on the dataset in a folder, as the shell of this computer wants it."""
    return f'set "SCO_DATA={folder}" && {command}' if sys.platform == "win32" else f"SCO_DATA={shlex.quote(str(folder))} {command}"


def summary(database: Database, seconds: float) -> str:
    """Rows of each table, the release and the time it took."""
    rows = [f"{table:<18}{database.counts[table]:>7,}" for table in TABLES]
    total = f"{'all tables':<18}{sum(database.counts.values()):>7,}"
    return "\n".join([*rows, total, f"release {database.release}, checked in {seconds:.2f} seconds"])


COMMANDS = {None: check, "keep": check, "export": check, "new": new, "from": from_workbook, "workbook": workbook}

if __name__ == "__main__":
    sys.exit(main())
