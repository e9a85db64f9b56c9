"""Take a workbook into the folder of a dataset, where the rules of the dataset allow it."""

import difflib
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from data.beginning.folder import begin
from data.build import examine
from data.catalogue import Catalogue
from data.description import About, read
from data.export import write_rows
from data.faults import DataError, Fault
from data.reading.shape import columns_of_schema
from data.reading.sheets import Raw, read_file
from data.spreadsheet.workbook import Taken, taken


class TakingError(Exception):
    """A workbook that is not taken; the message tells every fault by sheet and cell."""


@dataclass(frozen=True)
class Report:
    """What was written: rows by table, sheets that belong to no table, and what is wrong with the rows all the same."""

    rows: dict[str, int]
    strangers: list[str]
    faults: list[str] = field(default_factory=list)


def take(path: Path, folder: Path, replacing: bool = False, anyway: bool = False) -> Report:
    """Write the sheets of a workbook as CSV files of their tables into `folder`, which is begun where there is none.

    Tables without a sheet stay as they are. Raises TakingError with all faults, and where rows would be lost that `replacing` does not
    give up; `anyway` writes tables with faults, and the report tells them. Nothing is written before all is checked.
    """
    catalogue = columns_of_schema()
    found = taken(path, catalogue)
    if not found.raws:
        raise TakingError(f"{path.name} has no sheet with the name of a table. Name its sheets as the tables are named: {', '.join(catalogue)}.")
    refuse_loss(folder, found, replacing)
    raws = {table: found.raws.get(table) or beside(folder, table, catalogue) for table in catalogue}
    with tempfile.TemporaryDirectory(prefix="dashboard-data-") as room:
        made = Path(room)
        for table, raw in found.raws.items():
            write_rows(made / f"{table}.csv", raw.header, raw.rows)
        faults = [told(fault, found) for fault in (*misnamed(found), *with_cells(found.faults, faults_of(made, raws, read(folder)[0])))]
        if faults and not anyway:
            raise TakingError("\n".join([f"{path.name} has {len(faults)} {'fault' if len(faults) == 1 else 'faults'}:", *faults]))
        put(made, folder)
    return Report({table: len(raw.rows) for table, raw in found.raws.items()}, found.strangers, faults)


def beside(folder: Path, table: str, catalogue: Catalogue) -> Raw:
    """The file of a table that has no sheet; where there is none, a table without rows."""
    raw = read_file(folder, table)
    return Raw(f"{table}.csv", [column.name for column in catalogue[table]]) if raw.missing else raw


def refuse_loss(folder: Path, found: Taken, replacing: bool) -> None:
    """Raise TakingError where there is no room for the tables: a table would stand in two files, or rows be written over that nobody has given up."""
    if folder.exists() and not folder.is_dir():
        raise TakingError(f"{folder} is a file. Name a folder.")
    for table in found.raws:
        if (folder / f"{table}.parquet").exists():
            raise TakingError(f"{folder / table}.parquet holds the table {table}. Remove the file, or leave the sheet out.")
    filled = [f"{table}.csv" for table in found.raws if read_file(folder, table).rows]
    if filled and not replacing:
        where = filled[0] if len(filled) == 1 else f"{len(filled)} tables, such as {filled[0]}"
        raise TakingError(f"{folder} has rows already, in {where}. Add --replace to put those of the workbook in their place.")


def misnamed(found: Taken) -> Iterable[Fault]:
    """One fault for each sheet whose name is nearly that of a table without a sheet: its rows would be left out."""
    free = [table for table in columns_of_schema() if table not in found.raws]
    for title in found.strangers:
        for table in difflib.get_close_matches(title.lower(), free, n=1, cutoff=0.8):
            yield Fault(title, None, None, None, "is not the name of a table", f"Name the sheet {table}, or in another way.")


def faults_of(made: Path, raws: dict[str, Raw], about: About) -> list[Fault]:
    """All faults of the tables, by the same checks as those of files, with what the description says of the dataset."""
    try:
        examine(made, made / "check.duckdb", about, [], False, raws)
    except DataError as error:
        return error.faults
    return []


def with_cells(cells: list[Fault], faults: list[Fault]) -> list[Fault]:
    """All faults in the order of sheets and rows; a cell that is left out for its own fault is not told once more as an empty one."""
    met = {(fault.file, fault.line, fault.column) for fault in cells}
    others = [fault for fault in faults if (fault.file, fault.line, fault.column) not in met]
    return sorted([*cells, *others], key=lambda fault: (fault.file.partition("!")[0], fault.line or 0))


def told(fault: Fault, found: Taken) -> str:
    """A fault in words, by sheet and cell where it stands in a sheet."""
    header = found.headers.get(fault.file)
    if header is None or fault.line is None:
        return str(fault)
    row = header.row if fault.line == 1 else fault.line
    letter = header.letters.get((fault.column or "").partition(", ")[0])
    place = f"{fault.file}!{letter}{row}" if letter else f"{fault.file}, row {row}"
    return str(replace(fault, file=place, line=None, rule=fault.rule.replace(" on line ", " on row ")))


def put(made: Path, folder: Path) -> None:
    """Begin the folder where there is none, and move the tables into it, each whole or not at all."""
    if not folder.exists() or not any(folder.iterdir()):
        begin(folder)
    for path in sorted(made.glob("*.csv")):
        part = folder / f"{path.name}.{os.getpid()}"
        shutil.copyfile(path, part)
        part.replace(folder / path.name)
