"""Read the files of a dataset as text, keeping the line of every row and noting what is wrong with each file."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from data.catalogue import ALONE, Column
from data.faults import Fault
from data.reading.plain import plain, without_blanks

FORMATS = ("csv", "parquet")
LONGEST_CELL = 131_072  # an open quote soon reaches it as well
WIDE = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = {"\t": "tab", "|": "bar"}


@dataclass
class Sheet:
    """The file of one table as text. `cells` maps column to its values, None where empty; `lines` gives the line of each row.

    `whole` is False where columns or the file are missing, so that nothing may be concluded from what is absent.
    `torn` holds the positions of rows with a wrong number of cells, of which only the first cells are kept.
    """

    table: str
    file: str
    cells: dict[str, list[str | None]] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    whole: bool = True
    torn: set[int] = field(default_factory=set)


@dataclass
class Raw:
    """A file before its columns are looked at: header, rows, the line of each row, what parts the cells and the faults met on the way."""

    file: str
    header: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    missing: bool = False
    separator: str = ","

    def column(self, name: str) -> list[str]:
        """The cells of a column that are filled, none where there is no such column."""
        if name not in self.header:
            return []
        at = self.header.index(name)
        return [row[at] for row in self.rows if len(row) > at and row[at]]


def read_file(folder: Path, table: str) -> Raw:
    """The file of a table, be it CSV or Parquet."""
    paths = [folder / f"{table}.{ending}" for ending in FORMATS if (folder / f"{table}.{ending}").is_file()]
    if not paths:
        return not_a_file(folder, table) or Raw(f"{table}.csv", missing=True)
    try:
        raw = read_csv(paths[0]) if paths[0].suffix == ".csv" else read_parquet(paths[0])
    except OSError as error:
        raw = Raw(paths[0].name, faults=[Fault(paths[0].name, None, None, None, f"cannot be opened ({error.strerror})", "Let the dashboard read the file.")])
    if len(paths) > 1:
        raw.faults.append(Fault(raw.file, None, None, None, f"stands beside {paths[1].name}, which holds the same table", "Remove one of the two."))
    return raw


def not_a_file(folder: Path, table: str) -> Raw | None:
    """What is told where something else than a file has the name of a table."""
    found = next((path for ending in FORMATS if (path := folder / f"{table}.{ending}").exists()), None)
    return found and Raw(found.name, faults=[Fault(found.name, None, None, None, "is not a file", "Put the file of the table in its place.")])


def read_csv(path: Path) -> Raw:
    """The rows of a CSV file; blank rows and columns are passed over. Where the quotes go wrong, reading ends."""
    text, faults = decode(path)
    raw = Raw(path.name, faults=faults, separator=separator_of(text))
    csv.field_size_limit(LONGEST_CELL)  # another library may have changed it
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=raw.separator)
    line = 1
    try:
        for row in reader:
            if any(row) and not raw.header:
                raw.header = row
            elif any(row):
                raw.rows.append(row)
                raw.lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        long = "field limit" in str(error)
        rule = f"a cell has more than {LONGEST_CELL:,} characters" if long else f"not valid CSV ({error})"
        remedy = "Shorten it, or close its quotes; what follows was not read." if long else "Mend the quotes; what follows was not read."
        raw.faults.append(Fault(path.name, line, None, None, rule, remedy))
    raw.header, raw.rows = without_blanks(raw.header, raw.rows)
    return raw


def separator_of(text: str) -> str:
    """What parts the cells: a semicolon where the first row has some and no comma, as spreadsheets write it in many countries."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return ";" if ";" in first and "," not in first else ","


def decode(path: Path) -> tuple[str, list[Fault]]:
    """The text of the file, and a fault where lines are not UTF-8; a file of another encoding altogether has no text."""
    content = path.read_bytes()
    if content.startswith(WIDE):
        return "", [Fault(path.name, None, None, None, "not UTF-8 text, but UTF-16", "Save the file in the encoding UTF-8.")]
    faults = [] if content.endswith((b"\n", b"\r")) or not content else [unfinished(path.name, content.count(b"\n") + 1)]
    try:
        return content.decode("utf-8-sig"), faults
    except UnicodeDecodeError:
        pass
    bad = [number for number, line in enumerate(content.split(b"\n"), start=1) if not is_utf8(line)]
    rule = "not UTF-8 text" + (f", on {len(bad)} lines from here" if len(bad) > 1 else "")
    faults.append(Fault(path.name, bad[0], None, None, rule, "Save the file in the encoding UTF-8; in Excel, as CSV UTF-8."))
    return content.decode("utf-8-sig", errors="replace"), faults


def is_utf8(line: bytes) -> bool:
    """True for bytes that are UTF-8 text."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def unfinished(file: str, line: int) -> Fault:
    """The fault of a file whose last line has no end: as it looks when a copy has stopped half-way."""
    return Fault(file, line, None, None, "the last line has no line break at its end", "If the file is whole, end it with a line break; else copy it again.")


def read_parquet(path: Path) -> Raw:
    """The rows of a Parquet file, turned to text; the first is row 2, as it would be in a CSV."""
    try:
        with duckdb.connect(config=ALONE) as connection:
            relation = connection.read_parquet(str(path))
            header = list(relation.columns)
            texts = relation.select(*[duckdb.ColumnExpression(name).cast(duckdb.sqltype("VARCHAR")) for name in header]).fetchall()
    except duckdb.Error:
        return Raw(path.name, faults=[Fault(path.name, None, None, None, "not a Parquet file that can be read", "Write it again.")])
    rows = [["" if text is None else text for text in row] for row in texts]
    return Raw(path.name, header, rows, list(range(2, len(rows) + 2)))


def sheet_of(raw: Raw, table: str, columns: tuple[Column, ...], optional: bool = False) -> tuple[Sheet, list[Fault]]:
    """The cells of a file column by column, and all faults of the file, its header and the width of its rows.

    An optional file may be missing and is then empty.
    """
    names = [column.name for column in columns]
    if raw.missing:
        sheet = Sheet(table, raw.file, {name: [] for name in names}, whole=optional)
        return sheet, [] if optional else [Fault(raw.file, None, None, None, "the file is missing", f"Add it, with the columns {', '.join(names)}.")]
    faults = raw.faults + header_faults(raw, names)
    sheet = Sheet(table, raw.file, lines=raw.lines, whole=not faults)
    width = len(raw.header)
    for position, row in enumerate(raw.rows):
        if len(row) != width:
            sheet.torn.add(position)
            rule = f"has {len(row)} {'cell' if len(row) == 1 else 'cells'} where the header has {width}"
            faults.append(Fault(raw.file, raw.lines[position], None, None, rule, "Put text that holds a comma in quotes, or fill in what is missing."))
    for column in columns:
        at = raw.header.index(column.name) if column.name in raw.header else width
        sheet.cells[column.name] = [cell(row, at, column, raw) for row in raw.rows]
    return sheet, faults


def cell(row: list[str], at: int, column: Column, raw: Raw) -> str | None:
    """The text of one cell, None where empty. Of a row with a wrong number of cells only the key is trusted."""
    if at >= len(row) or (len(row) != len(raw.header) and not column.key):
        return None
    return plain(row[at], column.type, raw.separator) or None


def header_faults(raw: Raw, expected: list[str]) -> list[Fault]:
    """One fault for each column that is missing, unknown or there twice."""
    file, header = raw.file, raw.header
    if not header:
        return [] if raw.faults else [Fault(file, 1, None, None, "the file is empty", f"Begin with the columns {', '.join(expected)}.")]
    if len(header) == 1 and (used := next((sign for sign in SEPARATORS if sign in header[0]), None)):
        return [Fault(file, 1, None, header[0], f"the columns are parted by a {SEPARATORS[used]}", "Save the file with commas between the columns.")]
    faults = [Fault(file, 1, name, None, "the column is missing", "Add it to the header and to every row.") for name in expected if name not in header]
    for name in dict.fromkeys(header):
        if name not in expected:
            faults.append(Fault(file, 1, name, None, "no such column is known", f"Remove it, or name it one of {', '.join(expected)}."))
        elif header.count(name) > 1:
            faults.append(Fault(file, 1, name, None, "the column is there twice", "Remove one of the two."))
    return faults
