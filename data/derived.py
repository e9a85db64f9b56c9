"""What is worked out from the tables: kept ready where many queries read it, else worked out when asked."""

from collections.abc import Collection

import duckdb

from data.catalogue import sql

SETTLED = (
    "membership_spells",
    "membership_reach",
    "chairmanship_terms",
    "records",
    "record_evidence",
    "occasions",
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
# Of a large dataset these would copy long texts that stand in the tables, or take longer to write than to work out.
WIDE = ("records", "record_evidence", "dated_records", "counted_records", "priority_timing")


def derived() -> dict[str, str]:
    """Name of each derived fact -> the SQL that makes it from the tables."""
    return {name: sql(f"views/{name}") for name in (*SETTLED, *ASKED, *SEARCHED)}


def settled_in(large: bool) -> tuple[str, ...]:
    """The derived facts that are kept as tables, in a large dataset or a small one."""
    return tuple(name for name in (*SETTLED, *SEARCHED) if not large or name not in WIDE)


def derive(connection: duckdb.DuckDBPyConnection, settle: Collection[str]) -> None:
    """Add the derived facts to the filled tables. One to be settled is a table by the same text: asking it takes a fifth less time than its view."""
    connection.begin()
    for name, text in derived().items():
        if name in settle:
            text = text.replace(f"create view {name} as", f"create table {name} as").replace(f"comment on view {name} ", f"comment on table {name} ")
        connection.execute(text)
    connection.commit()
