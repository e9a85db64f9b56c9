"""`/records/{table}/{id}.json`: one record with its evidence, related records and contradictions."""

import json

from starlette.requests import Request
from starlette.responses import Response

from exports.text import record_json
from server.api.answers import Problem, send
from server.api.parameters import refuse_unknown
from server.api.pinned import of_its_release


@of_its_release
def record(request: Request) -> Response:
    """One record, whole."""
    table, row_id = request.path_params["table"], request.path_params["id"]
    refuse_unknown(request, set())
    found = record_json.record(table, row_id)
    if found is None:
        raise Problem(404, "No such record", f"There is no record “{row_id[:80]}” in “{table[:40]}”.", "See /api/v1/tables/{table}.csv for the ids there are.")
    return send(request, lambda: json.dumps(found, ensure_ascii=False).encode(), "application/json", "record", table, row_id)
