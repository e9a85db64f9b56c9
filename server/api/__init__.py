"""The data API under `/api/v1`: tables, figures and records of the served release, read only."""

import re
from importlib import import_module

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from server.api.answers import ALLOWED, Endpoint, first_page, guarded, missing, not_allowed

# Path, module of this package, function.
PATHS = (
    ("/", "home", "index"),
    ("/openapi.json", "home", "openapi"),
    ("/release.zip", "release", "archive"),
    ("/tables/{table}.{ending}", "tables", "table"),
    ("/oembed", "oembed", "oembed"),
    ("/figures/{figure}.png", "pictures", "picture"),
    ("/figures/{figure}.{ending}", "figures", "figure"),
    ("/figures/{figure}/records.{ending}", "figures", "records"),
    ("/records/{table}/{id:path}.json", "records", "record"),
)
EXPOSED = ["ETag", "Content-Disposition", "Content-Range", "Accept-Ranges"]
CORS = Middleware(
    CORSMiddleware, allow_origins=["*"], allow_methods=list(ALLOWED), allow_headers=["If-None-Match", "Range", "If-Range"], expose_headers=EXPOSED
)


def _at_first_use(module: str, function: str) -> Endpoint:
    """The endpoint, loaded with the first request: charts and exports bring a second of imports, which the start of the server need not wait for."""

    def endpoint(request: Request) -> Response:
        return getattr(import_module(f"server.api.{module}"), function)(request)

    return endpoint


def _mount() -> Mount:
    served = [Route(path, guarded(_at_first_use(module, function)), methods=list(ALLOWED)) for path, module, function in PATHS]
    refused = [Route(path, guarded(not_allowed)) for path, _, _ in PATHS]
    rest = Route("/{rest:path}", guarded(missing))
    for route in (*refused, rest):
        route.methods = None  # all of them, those too that a list would forget
    home = [Route(path, guarded(first_page)) for path in ("/", "/v1")]
    mount = Mount("/api", routes=[Mount("/v1", routes=[*served, *refused, rest]), *home, rest], middleware=[CORS])
    # Starlette's `path` stops at a line break; such an address, too, is to be answered by the API.
    for place in (mount, mount.routes[0], rest):
        place.path_regex = re.compile(place.path_regex.pattern, re.DOTALL)
    return mount


routes = [Route("/api", guarded(first_page)), _mount()]

__all__ = ["routes"]
