"""`/tables/{table}.{csv,json,parquet}`: a table of the dataset, whole."""

import json

from starlette.requests import Request
from starlette.responses import Response

import data
from exports.text import dataset
from server.api.answers import Problem, send
from server.api.parameters import refuse_unknown
from server.api.pinned import of_its_release

ENDINGS = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}


@of_its_release
def table(request: Request) -> Response:
    """All rows of one table in the order of its key."""
    name, ending = request.path_params["table"], request.path_params["ending"]
    if name not in data.TABLES:
        raise Problem(404, "No such table", f"“{name[:60]}” is no table of this dataset.", f"Choose one of {', '.join(data.TABLES)}.")
    if ending not in ENDINGS:
        raise Problem(406, "No such format", f"Tables do not come as “{ending[:20]}”.", f"Choose one of {', '.join(ENDINGS)}.")
    refuse_unknown(request, set())
    made = {"csv": dataset.table_csv, "parquet": dataset.table_parquet, "json": _json}[ending]
    file_name = f"{name}_r{data.current().release}.{ending}"
    return send(request, lambda: made(name), ENDINGS[ending], "table", name, ending, file_name="" if ending == "json" else file_name)


def _json(name: str) -> bytes:
    about, release = data.about(), data.current().release
    head = {"table": name, "release": release, "title": about.title, "licence": about.licence, "rows": dataset.table_rows(name)}
    return json.dumps(head, ensure_ascii=False).encode()
