"""One record with all that belongs to it, as plain objects."""

import json
from typing import Any

import data
import queries
from exports.text.rows_json import rows


def record(table: str, row_id: str) -> dict[str, Any] | None:
    """The record, its evidence, related records and contradictions; None when there is none of that id."""
    asked = {"table": table, "id": row_id}
    head = queries.run("common/record_head", asked)
    if head.empty:
        return None
    row = queries.run("record/row", asked)
    evidence = queries.run("record/source_uses", {"id": row_id}) if table == "sources" else queries.run("common/record_sources", {"table": table, "ids": (row_id,)})
    return {
        "table": table,
        "id": row_id,
        "title": str(head["title"].iloc[0]),
        "release": data.current().release,
        "licence": data.about().licence,
        "row": json.loads(row["cells"].iloc[0]),
        "facts_resting_on_it" if table == "sources" else "evidence": rows(evidence),
        "related": rows(queries.run("common/record_relations", asked)),
        "conflicts": rows(queries.run("record/conflicts", asked)),
    }
