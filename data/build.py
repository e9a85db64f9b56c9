"""Turn a folder of files into a checked database file."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import duckdb

from data import synonyms
from data.catalogue import TABLES, Catalogue, read_catalogue, sql
from data.cells import check_cells, check_keys
from data.description import About, read
from data.faults import DataError, Fault
from data.fill import bind, fill_drafts, fill_tables
from data.references import check_references
from data.rules import check_rules
from data.sheets import FORMATS, Raw, Sheet, read_file, sheet_of

# What is worked out from the tables: kept ready where many queries read it, else worked out when asked.
SETTLED = (
    "membership_spells",
    "chairmanship_terms",
    "records",
    "record_evidence",
    "dated_records",
    "claims",
    "claim_reasons",
    "counted_records",
    "document_texts",
    "document_chains",
    "priority_descent",
    "priority_timing",
    "outcome_by_coder",
)
ASKED = ("evidence_counts", "related_records", "searched_fields")
# What is searched: made last, of the views above, and kept ready.
SEARCHED = ("searched_texts", "searched_words")
OPTIONAL = "releases"
FILE_SETTINGS = {
    # The oldest file format: DuckDB 1.1 and later can open the file (1.0 stumbles over named keys).
    "storage_compatibility_version": "v1.0.0",
    # A few thousand rows: small blocks make the file a sixth as large, and to look for a compression takes longer than to write.
    "default_block_size": "16384",
    # Wrong rows otherwise; lock.sql says which.
    "disabled_optimizers": "join_filter_pushdown",
    "force_compression": "uncompressed",
    # The file is made anew at every start, so it need not outlive a crash of the machine.
    "fsync_mode": "NONE",
}


@dataclass(frozen=True)
class Built:
    """What a reading of a folder gave: release id and date, the rows of each of the 16 tables, title and licence."""

    release: str
    released_on: date
    counts: dict[str, int]
    about: About


def build(folder: Path, target: Path, settled: bool = False) -> Built:
    """Read the tables in `folder`, check them, write them to a new database file. Raises DataError with every fault.

    `settled` keeps derived facts as tables, for a database that answers and never changes; else they are views.
    """
    if not folder.is_dir():
        raise DataError(folder, [Fault(str(folder), None, None, None, "there is no such folder", "Point SCO_DATA at a folder with the tables.")])
    about, misnamed = read(folder)
    misnamed += synonyms.read(folder)[1]
    try:
        raws = {table: read_file(folder, table) for table in (*TABLES, OPTIONAL)}
    except OSError as error:
        fault = Fault(str(folder), None, None, None, f"the folder cannot be opened ({error.strerror})", "Let the dashboard read it.")
        raise DataError(folder, [fault]) from error
    with duckdb.connect(str(target), config=FILE_SETTINGS) as connection:
        connection.begin()
        catalogue = create_tables(connection, raws)
        sheets, faults = check_sheets(raws, catalogue)
        faults += misnamed
        refusals = [] if faults else fill_tables(connection, sheets, catalogue)
        if faults or refusals:
            connection.rollback()
            create_tables(connection, raws)
            fill_drafts(connection, sheets)
            raise DataError(folder, faults + check_rules(connection, sheets) or refusals)
        connection.commit()
        # Only rows that are committed have the row numbers by which a rule finds their lines.
        if faults := check_rules(connection, sheets):
            raise DataError(folder, faults)
        derive(connection, settled)
    released_on = release_date(folder, sheets[OPTIONAL])
    release = f"{released_on}-{content_hash(sheets, catalogue)[:7]}"
    return Built(release, released_on, {table: len(sheets[table].lines) for table in TABLES}, about)


def create_tables(connection: duckdb.DuckDBPyConnection, raws: dict[str, Raw]) -> Catalogue:
    """Make the empty tables, with the themes of the files, and say what the columns are."""
    bind(connection, {"theme_id": theme_order(raws)})
    connection.execute(sql("schema"))
    connection.execute(sql("views/codebook"))
    return read_catalogue(connection)


def derive(connection: duckdb.DuckDBPyConnection, settled: bool) -> None:
    """Add the derived facts to the filled tables. A settled one is a table by the same text: asking it takes a fifth less time than its view."""
    connection.begin()
    for name, text in derived().items():
        if settled and name in (*SETTLED, *SEARCHED):
            text = text.replace(f"create view {name} as", f"create table {name} as").replace(f"comment on view {name} ", f"comment on table {name} ")
        connection.execute(text)
    connection.commit()


def derived() -> dict[str, str]:
    """Name of each derived fact -> the SQL that makes it from the tables."""
    return {name: sql(f"views/{name}") for name in (*SETTLED, *ASKED, *SEARCHED)}


def check_sheets(raws: dict[str, Raw], catalogue: Catalogue) -> tuple[dict[str, Sheet], list[Fault]]:
    """The sheets, and all that is wrong with files, cells, keys and ids."""
    sheets: dict[str, Sheet] = {}
    faults: list[Fault] = []
    for table, columns in catalogue.items():
        sheets[table], found = sheet_of(raws[table], table, columns, optional=table == OPTIONAL)
        faults += found + check_cells(sheets[table], columns) + check_keys(sheets[table], columns)
    return sheets, faults + check_references(sheets, catalogue)


def theme_order(raws: dict[str, Raw]) -> list[str]:
    """The ids of the themes in display order. Where themes cannot be read, those in use, so that each is not a fault."""
    themes = raws["themes"]
    order = themes.column("sort_order")
    ids = themes.column("theme_id")
    if len(order) == len(ids) and all(text.isdecimal() for text in order):
        ids = [theme for _, theme in sorted(zip(map(int, order), ids, strict=True))]
    used = [theme for raw in raws.values() for theme in raw.column("theme_id")]
    return list(dict.fromkeys(ids or used or ["none"]))


def release_date(folder: Path, releases: Sheet) -> date:
    """The newest date in the list of releases, else the day on which a file was last changed."""
    dates = [text for text in releases.cells["released_on"] if text]
    if dates:
        return date.fromisoformat(max(dates))
    return datetime.fromtimestamp(max(path.stat().st_mtime for path in data_files(folder)), tz=UTC).date()


def data_files(folder: Path) -> list[Path]:
    """The files of a folder that hold its tables."""
    paths = (folder / f"{table}.{ending}" for table in (*TABLES, OPTIONAL) for ending in FORMATS)
    return [path for path in paths if path.is_file()]


def content_hash(sheets: dict[str, Sheet], catalogue: Catalogue) -> str:
    """A digest of all cells of the 16 tables, whatever the file format, the order of rows or the way a number is written."""
    digest = sha256()
    for table in TABLES:
        columns = [[canonical(text, column.type) for text in sheets[table].cells[column.name]] for column in catalogue[table]]
        rows = sorted("\x1f".join(row) for row in zip(*columns, strict=True))
        digest.update("\x1e".join([table, *rows, ""]).encode())
    return digest.hexdigest()


def canonical(text: str | None, kind: str) -> str:
    """The same text for the same value."""
    if text is None:
        return ""
    return repr(float(text)) if kind in ("DOUBLE", "INTEGER") else text
