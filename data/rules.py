"""Run the rules of the contract that concern more than one cell: the queries in `checks/`."""

from pathlib import Path

import duckdb

from data.catalogue import HERE
from data.faults import Fault
from data.reading.sheets import Sheet


def check_rules(connection: duckdb.DuckDBPyConnection, sheets: dict[str, Sheet]) -> list[Fault]:
    """The faults that the queries in `checks/` find in the tables, whose rows stand in the order of the sheets."""
    return [fault for path in sorted((HERE / "checks").glob("*.sql")) for fault in faults_of(connection, path, sheets)]


def breaks_a_rule(connection: duckdb.DuckDBPyConnection) -> bool:
    """True where a query in `checks/` finds a fault in the tables, whichever it is."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((HERE / "checks").glob("*.sql")))
    return any(connection.execute(statement).fetchone() for text in texts for statement in connection.extract_statements(text))


def faults_of(connection: duckdb.DuckDBPyConnection, path: Path, sheets: dict[str, Sheet]) -> list[Fault]:
    """The faults found by the queries of one file. A query is left out while a table it reads is not whole.

    The first line of the file is the rule that is broken, the third the remedy.
    """
    text = path.read_text(encoding="utf-8")
    rule, _, remedy = (line.removeprefix("-- ") for line in text.splitlines()[:3])
    broken = {table for table, sheet in sheets.items() if not sheet.whole}
    faults = []
    for statement in connection.extract_statements(text):
        if broken and not broken.isdisjoint(connection.get_table_names(statement.query)):
            continue
        for table, position, column, value in connection.execute(statement).fetchall():
            sheet = sheets[table]
            faults.append(Fault(sheet.file, sheet.lines[position], column, value, rule, remedy.removeprefix("Remedy: ")))
    return faults
