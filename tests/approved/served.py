"""What the data API and the first answers of pages say of the dataset that is served."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import product

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
import server
from charts.catalogue import FIGURES
from server import ready
from server.api import routes
from server.first import box
from tests.approved.marking import parts_of

SAFE = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy", "cross-origin-opener-policy", "x-frame-options")
HEADS = ("content-type", "content-disposition", "content-range", "accept-ranges", "cache-control", "vary", "allow", "location", "link", "retry-after")


def answers(base: str) -> Iterator[str]:
    """A line a request and a line a page. Raises AssertionError where the server fails."""
    api = TestClient(Starlette(routes=routes), raise_server_exceptions=False)
    for method, address, told in [*_asked(base), *((method, path, {}) for path in ("/api/v1/", "/api/v1/figures/timeline.csv", "/api/v1/nothing") for method in ("HEAD", "POST", "OPTIONS"))]:
        answer = api.request(method, address, headers=told, follow_redirects=False)
        assert answer.status_code < 500 or answer.status_code == 501, address
        heads = {name: answer.headers.get(name) for name in HEADS}
        yield f"api {method} {address.replace('=', ':').replace(' ', '_')} {'-'.join(told.values()).replace('=', ':')} {parts_of({'status': answer.status_code, 'heads': heads, 'body': answer.text})}"
    yield from _site(base)
    for page, query in _pages():
        for narrow in (False, True):
            made = box.of(page, query, narrow, base)
            parts = {f"part-{place}": part for place, part in enumerate(made.html.split("<section>"))}
            yield f"first {page} {query.replace('=', ':')} {'narrow' if narrow else 'wide'} {parts_of({key: value for key, value in asdict(made).items() if key != 'html'} | parts)}"


def _site(base: str) -> Iterator[str]:
    """A line for each way to ask the whole server for pages, stories and what is none of its own."""
    with pytest.MonkeyPatch.context() as seen:
        seen.setattr(ready, "_seen", [ready.Seen()])
        site = TestClient(Starlette(routes=server.routes, middleware=server.middleware), base, raise_server_exceptions=False)
        for looked in (False, True):
            yield _line(site, "GET", "/ready", {}) + f" {looked}"
            ready.look()
        for path, query in product(("", "overview", "compare", "compare/", "figure", "record", "present", "nothing", "api", "favicon.svg", "connection"), ("", "?years=2017&embed=true")):
            for method in ("GET", "HEAD", "POST"):
                yield _line(site, method, f"/{path}{query}", {})
        for path in ("half-years", "nothing", "own", "own?story=nothing", "view", "view?figure=timeline&years=2017", "view?figure=nothing", "half-years?rel=nothing", "half-years?x=" + "x" * 12_001):
            name, _, query = path.partition("?")
            for told in ({}, {"Accept-Encoding": "identity"}, {"If-None-Match": '"nothing"'}):
                yield from (_line(site, "GET", f"/show/{name}{ending}?{query}", told) for ending in ("", ".json"))


def _line(site: TestClient, method: str, address: str, told: dict[str, str]) -> str:
    answer = site.request(method, address, headers=told, follow_redirects=False)
    assert answer.status_code not in (500, 502), address
    heads = {name: sorted((answer.headers.get(name) or "").split(", ")) for name in (*HEADS, *SAFE, "content-encoding")}  # Starlette lists methods in any order
    # How much stands in the first answer of a page depends on what is ready by then; what it can hold, the lines of `box` say.
    body = {} if "PROGRAMS" in answer.text else {"body": answer.text}
    return f"site {method} {address[:60].replace('=', ':')} {'-'.join(told.values())} {parts_of({'status': answer.status_code, 'heads': heads} | body)}"


def _asked(base: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Method, address and headers of requests, good ones and others."""
    v1 = "/api/v1"
    for path in ("/api", "/api/", v1, f"{v1}/", f"{v1}/openapi.json", f"{v1}/nothing", f"{v1}/?x=1", f"{v1}/?rel=nothing", f"{v1}/figures/nothing.csv", f"{v1}/tables/nothing.csv"):
        yield "GET", path, {}
    for table in data.TABLES:
        yield from (("GET", f"{v1}/tables/{table}.{ending}", {}) for ending in ("csv", "json", "xml"))
        with data.current().cursor() as cursor:
            ids = [str(row[0]) for row in cursor.table(table).order("all").fetchall()]
        yield from (("GET", f"{v1}/records/{table}/{row_id}.json", {}) for row_id in dict.fromkeys([*ids[:1], *ids[len(ids) // 2 : len(ids) // 2 + 1], *ids[-1:], "nothing"]))
    for name in FIGURES:
        for query in ("", "?themes=nothing&years=1990&years=1991", "?measure=share&q=the&sort=title"):
            yield from (("GET", f"{v1}/figures/{name}{ending}{query}", {}) for ending in (".csv", ".json", "/records.csv", "/records.json"))
        yield "GET", f"{v1}/figures/{name}.pdf", {}
        yield from (("GET", f"{v1}/oembed?url={base}/figure%3Ffigure={name}{more}", {}) for more in ("", "&maxwidth=300", "&maxheight=100", "&maxwidth=9&format=json", "&maxwidth=x"))
    yield from (("GET", f"{v1}/oembed{query}", {}) for query in ("", "?url=x", "?format=xml", f"?url={base}/compare"))
    for part in ("bytes=0-0", "bytes=0-", "bytes=-1", "bytes=-9999999", "bytes=5-3", "bytes=9999999-", "bytes=1-99999999", "bytes=0-1,3-4", "bytes=-", "lines=0-1"):
        yield "GET", f"{v1}/tables/documents.csv", {"Range": part}


def _pages() -> Iterator[tuple[str, str]]:
    """Pages and query strings."""
    yield from product(("overview", "search", "record", "figure", "data", "present"), ("", "q=the", "figure=nothing", "table=documents&id=nothing", "section=sources"))
    for table in ("documents", "priorities", "membership_steps", "countries", "sources"):
        with data.current().cursor() as cursor:
            yield "record", f"table={table}&id={cursor.table(table).order('all').fetchall()[0][0]}"
    for name in FIGURES:
        yield from (("figure", f"figure={name}{more}") for more in ("", "&embed=true", "&themes=nothing&embed=true&height=500"))
