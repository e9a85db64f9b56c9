"""The data API under `/api/v1`: tables, figures and records of the served release, read only."""

import re

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Mount, Route

from server.api import figures, home, records, release, tables
from server.api.answers import ALLOWED, guarded, missing, not_allowed

PATHS = (
    ("/", home.index),
    ("/openapi.json", home.openapi),
    ("/release.zip", release.archive),
    ("/tables/{table}.{ending}", tables.table),
    ("/figures/{figure}.{ending}", figures.figure),
    ("/records/{table}/{id:path}.json", records.record),
)
REFUSED = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
CORS = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=list(ALLOWED), expose_headers=["ETag", "Content-Disposition"])


def _mount() -> Mount:
    served = [Route(path, guarded(endpoint), methods=list(ALLOWED)) for path, endpoint in PATHS]
    refused = [Route(path, guarded(not_allowed), methods=REFUSED) for path, _ in PATHS]
    rest = Route("/{rest:path}", guarded(missing), methods=[*ALLOWED, *REFUSED])
    mount = Mount("/api/v1", routes=[*served, *refused, rest], middleware=[CORS])
    # Starlette's `path` stops at a line break; such an address, too, is to be answered by the API.
    for route in (mount, rest):
        route.path_regex = re.compile(route.path_regex.pattern, re.DOTALL)
    return mount


routes = [_mount()]

__all__ = ["routes"]
