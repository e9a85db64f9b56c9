"""`/` and `/openapi.json`: what the API offers, for people and for programs."""

import json

from starlette.requests import Request
from starlette.responses import Response

import data
from charts.catalogue import FIGURES
from exports.common.answer import obeyed
from queries import QUERIES
from server.api import description
from server.api.answers import send
from server.api.parameters import refuse_unknown
from server.api.pinned import of_its_release


@of_its_release
def index(request: Request) -> Response:
    """Tables, figures with the filters they obey, and the addresses of the rest."""
    refuse_unknown(request, set())
    about = data.about()
    body = {
        "title": about.title,
        "release": data.current().release,
        "licence": about.licence,
        "description": "openapi.json",
        "whole_dataset": "release.zip",
        "tables": {
            table: {"rows": rows, "csv": f"tables/{table}.csv", "json": f"tables/{table}.json", "parquet": f"tables/{table}.parquet"}
            for table, rows in data.current().counts.items()
        },
        "figures": {
            name: {
                "measure": figure.measure,
                "filters": list(obeyed(figure.query)),
                "csv": f"figures/{name}.csv",
                "json": f"figures/{name}.json",
                "xlsx": f"figures/{name}.xlsx",
                "records": {"csv": f"figures/{name}/records.csv", "json": f"figures/{name}/records.json"} if QUERIES[figure.query].has_behind else None,
            }
            for name, figure in FIGURES.items()
        },
        "records": "records/{table}/{id}.json",
    }
    return send(request, lambda: json.dumps(body, ensure_ascii=False, indent=1).encode(), "application/json", "index")


@of_its_release
def openapi(request: Request) -> Response:
    """The API described as OpenAPI 3.1."""
    refuse_unknown(request, set())
    return send(request, lambda: json.dumps(description.openapi(), ensure_ascii=False).encode(), "application/json", "openapi")
