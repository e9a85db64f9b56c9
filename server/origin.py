"""Which pages may open the dashboard's websocket, and what a page that may not is to tell its readers.

Streamlit asks an outside host for its own address before it refuses a foreign page, and the whole server waits meanwhile; so it is not left to it.
"""

import os
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Scope

from server import ready

SETTING = "SCO_PROXY"
USUAL_PORTS = {"http": ":80", "https": ":443"}
NO_STORE = {"Cache-Control": "no-store"}


def admits(scope: Scope) -> bool:
    """True when a websocket may be opened: no browser asks, or a page of this dashboard does.

    The `Host` that Streamlit sees becomes the one that the reader's browser named, whatever a proxy has made of it.
    """
    headers = Headers(scope=scope)
    origins = headers.getlist("origin")
    if not origins:
        return True
    if len(origins) > 1 or not _is_own(origins[0], headers):
        return False
    MutableHeaders(scope=scope)["host"] = urlsplit(origins[0]).netloc
    return True


def _is_own(origin: str, headers: Headers) -> bool:
    """True when `origin` is an address under which readers reach this server."""
    try:
        parts = urlsplit(origin)
        _ = parts.port
    except ValueError:
        return False
    own = {_plain(host, parts.scheme) for host in (*_told(headers), *_set())}
    return parts.scheme in USUAL_PORTS and parts.username is None and bool(parts.netloc) and _plain(parts.netloc, parts.scheme) in own


def _told(headers: Headers) -> Iterator[str]:
    """Hosts that the request names. A page of another site can set none of these headers, so they need no proof."""
    yield from headers.getlist("host")
    for line in headers.getlist("x-forwarded-host"):
        yield from line.split(",")
    for line in headers.getlist("forwarded"):
        for pair in line.replace(",", ";").split(";"):
            name, _, value = pair.strip().partition("=")
            if name.lower() == "host":
                yield value.strip('"')


def _set() -> Iterable[str]:
    """Hosts of the addresses in SCO_PROXY and of the address in `dataset.toml`."""
    addresses = [*os.environ.get(SETTING, "").split(","), ready.address()]
    return [_host(address.strip()) for address in addresses if address.strip()]


def _host(address: str) -> str:
    try:
        return urlsplit(address if "//" in address else f"//{address}").netloc
    except ValueError:
        return ""


def _plain(host: str, scheme: str) -> str:
    return host.strip().lower().removesuffix(USUAL_PORTS.get(scheme, ""))


def remedy(request: Request) -> PlainTextResponse:
    """Why the page at `?origin=` gets no websocket, in words for its readers; an empty text when it would get one."""
    origin = request.query_params.get("origin", "")[:200]
    if _is_own(origin, request.headers):
        return PlainTextResponse("", headers=NO_STORE)
    # Told to the page itself as text, never as markup.
    host = request.headers.get("host", "")[:200]
    text = (
        f"The server does not know that it is reached as {origin}: the proxy in front of it names it {host}. "
        f"Let the proxy pass the Host header on, or start the server with {SETTING}={origin}"
    )
    return PlainTextResponse(text, headers=NO_STORE)


routes = [Route("/connection", remedy)]
