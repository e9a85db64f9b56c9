"""Turn a folder of files into a checked database file."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from data import stories, synonyms
from data.catalogue import ALONE, TABLES, Catalogue
from data.derived import derive, settled_in
from data.description import About, read
from data.faults import DataError, Fault
from data.file import OPTIONAL, connect, data_files, is_large, workbooks
from data.organisation.lists import Lists, lists_of
from data.reading.bulk import Doubt, put_all, size
from data.reading.cells import check_cells, check_keys
from data.reading.digest import digest_of_sheets, digest_of_tables
from data.reading.fill import fill_drafts, fill_tables
from data.reading.plain import plain
from data.reading.references import check_references
from data.reading.shape import create_tables
from data.reading.sheets import Raw, Sheet, read_file, sheet_of
from data.rules import breaks_a_rule, check_rules

# Columns whose values a dataset brings itself, by their table.
LISTED = {"membership_steps": ("status", "step"), "reported_figures": ("measure",), "world_shares": ("indicator",)}
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Built:
    """What a reading of a folder gave: release id and date, the rows of each of the 16 tables, title and licence, its own lists."""

    release: str
    released_on: date
    counts: dict[str, int]
    about: About
    lists: Lists


def build(folder: Path, target: Path, settled: bool = False) -> Built:
    """Read the tables in `folder`, check them, write them to a new database file. Raises DataError with every fault.

    `settled` keeps derived facts as tables, for a database that answers and never changes; else they are views. A large dataset is read by
    the database alone where all is sound; where that is in doubt, as a small one: every cell is looked at, and every fault is named.
    """
    if not folder.is_dir():
        raise DataError(folder, [Fault(str(folder), None, None, None, "there is no such folder", "Point SCO_DATA at a folder with the tables, or begin one: python -m data new FOLDER.")])
    about, misnamed = read(folder)
    for path in workbooks(folder):
        log.warning("%s is not read: tables are CSV or Parquet files. `python -m data from %s %s` makes them of a workbook.", path.name, path, folder)
    misnamed += synonyms.read(folder)[1] + stories.read(folder)[1]
    if is_large(folder) and not misnamed:
        try:
            return load(folder, target, about, settled)
        except Doubt as doubt:
            log.warning("The tables are read again, cell by cell, which takes longer: %s", doubt)
            target.unlink(missing_ok=True)
    return examine(folder, target, about, misnamed, settled)


def load(folder: Path, target: Path, about: About, settled: bool) -> Built:
    """The database of a sound folder. Raises Doubt where it may have a fault."""
    with connect(folder, target) as connection:
        connection.begin()
        lists = sound_lists(folder, about)
        catalogue = create_tables(connection, lists, keyed=is_keyed(folder, settled))
        put_all(connection, folder, catalogue, keyed=is_keyed(folder, settled))
        if breaks_a_rule(connection):
            raise Doubt("a rule is broken")
        connection.commit()
        # The sum is Python's work and the facts are the database's: side by side they keep two cores busy.
        with ThreadPoolExecutor(1) as beside, connection.cursor() as cursor:
            digest = beside.submit(digest_of_tables, cursor, catalogue)
            derive(connection, settled_in(large=True) if settled else ())
            counts = {table: size(connection.table(table)) for table in TABLES}
            return built(release_date(connection, folder), digest.result(), counts, about, lists)


def sound_lists(folder: Path, about: About) -> Lists:
    """The lists that the dataset brings itself. Raises Doubt where the few rows of the themes have a fault by themselves."""
    try:
        raws = {table: read_file(folder, table) for table in ("themes", *LISTED)}
    except OSError as error:
        raise Doubt(str(error)) from error
    with duckdb.connect(config=ALONE) as connection:
        columns = create_tables(connection, brought(raws, about))["themes"]
    sheet, faults = sheet_of(raws["themes"], "themes", columns)
    if faults or check_cells(sheet, columns):
        raise Doubt("the themes have a fault")
    return brought(raws, about)


def examine(folder: Path, target: Path, about: About, misnamed: list[Fault], settled: bool, raws: dict[str, Raw] | None = None) -> Built:
    """The same with every cell looked at. Raises DataError with every fault. `raws` are the tables where they were read already."""
    try:
        raws = raws or {table: read_file(folder, table) for table in (*TABLES, OPTIONAL)}
    except OSError as error:
        fault = Fault(str(folder), None, None, None, f"the folder cannot be opened ({error.strerror})", "Let the dashboard read it.")
        raise DataError(folder, [fault]) from error
    lists = brought(raws, about)
    with connect(folder, target) as connection:
        connection.begin()
        catalogue = create_tables(connection, lists, keyed=is_keyed(folder, settled))
        sheets, faults = check_sheets(raws, catalogue)
        faults += misnamed
        refusals = [] if faults else fill_tables(connection, sheets, catalogue)
        if faults or refusals:
            connection.rollback()
            create_tables(connection, lists)
            fill_drafts(connection, sheets)
            raise DataError(folder, faults + check_rules(connection, sheets) or refusals)
        connection.commit()
        # Only rows that are committed have the row numbers by which a rule finds their lines.
        if faults := check_rules(connection, sheets):
            raise DataError(folder, faults)
        derive(connection, settled_in(is_large(folder)) if settled else ())
        counts = {table: len(sheets[table].lines) for table in TABLES}
        return built(release_date(connection, folder), digest_of_sheets(sheets, catalogue), counts, about, lists)


def is_keyed(folder: Path, settled: bool) -> bool:
    """Whether the database checks keys and links itself. One that never changes, with many rows, does without the room and time that this takes."""
    return not (settled and is_large(folder))


def built(released_on: date, digest: str, counts: dict[str, int], about: About, lists: Lists) -> Built:
    """What was built, with the id of the release: its day and the first seven digits of the digest."""
    return Built(f"{released_on}-{digest[:7]}", released_on, counts, about, lists)


def check_sheets(raws: dict[str, Raw], catalogue: Catalogue) -> tuple[dict[str, Sheet], list[Fault]]:
    """The sheets, and all that is wrong with files, cells, keys and ids."""
    sheets: dict[str, Sheet] = {}
    faults: list[Fault] = []
    for table, columns in catalogue.items():
        sheets[table], found = sheet_of(raws[table], table, columns, optional=table == OPTIONAL)
        faults += found + check_cells(sheets[table], columns) + check_keys(sheets[table], columns)
    return sheets, faults + check_references(sheets, catalogue)


def brought(raws: dict[str, Raw], about: About) -> Lists:
    """The lists that the dataset brings itself: themes from their table, the others from the description, else from the rows that use them."""
    used = {column: [text for text in raws[table].column(column) if text] for table, columns in LISTED.items() for column in columns}
    return lists_of(theme_order(raws), about, used)


def theme_order(raws: dict[str, Raw]) -> list[str]:
    """The ids of the themes in display order. Where themes cannot be read, those in use, so that each is not a fault."""
    themes = raws["themes"]
    order = [plain(text, "INTEGER") for text in themes.column("sort_order")]
    ids = themes.column("theme_id")
    if len(order) == len(ids) and all(text.isdecimal() for text in order):
        ids = [theme for _, theme in sorted(zip(map(int, order), ids, strict=True))]
    used = [theme for raw in raws.values() for theme in raw.column("theme_id")]
    return list(dict.fromkeys(ids or used or ["none"]))


def release_date(connection: duckdb.DuckDBPyConnection, folder: Path) -> date:
    """The newest date in the list of releases, else the day on which a file was last changed."""
    newest = connection.table(OPTIONAL).max("released_on").fetchall()[0][0]
    return newest or datetime.fromtimestamp(max(path.stat().st_mtime for path in data_files(folder)), tz=UTC).date()
