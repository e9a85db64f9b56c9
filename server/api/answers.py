"""How the API answers: bytes with an ETag, or a problem document (RFC 9457) with a remedy."""

import logging
import secrets
import zlib
from collections.abc import Awaitable, Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import brotli
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from exports.text.digest import digest
from server.api import ranges, turns
from server.encoding import best, gzip_packed, respond

ALLOWED = ("GET", "HEAD")
CACHE = "public, max-age=300"
RETRY_SECONDS = "5"
PACKED = ("application/json", "text/csv")
ROOT = Path(__file__).parent.parent.parent
LAYERS, SOURCES = ("data", "queries", "charts", "exports", "server"), (".py", ".sql", ".html", ".js", ".toml")

log = logging.getLogger("dashboard")
Endpoint = Callable[[Request], Response]


class Problem(Exception):
    """A request that cannot be met: status, short title, what is wrong, how to mend it."""

    def __init__(self, status: int, title: str, detail: str, remedy: str, **more: object) -> None:
        super().__init__(detail)
        self.status = status
        self.body = {"type": "about:blank", "title": title, "status": status, "detail": detail, "remedy": remedy, **more}

    def response(self) -> Response:
        """The problem as `application/problem+json`."""
        headers = {405: {"Allow": ", ".join(ALLOWED)}, 503: {"Retry-After": RETRY_SECONDS}}.get(self.status, {})
        return JSONResponse(self.body, self.status, headers={"Cache-Control": "no-store", **headers}, media_type="application/problem+json")


def guarded(endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint on a thread of the API, its problems turned into problem documents; an unexpected failure is logged under a reference."""

    async def answer(request: Request) -> Response:
        try:
            return await turns.worked(lambda: endpoint(request), request.url.path.rpartition(".")[2])
        except Problem as problem:
            return problem.response()
        except turns.Full:
            return Problem(503, "Busy", "Too many requests wait already.", f"Try again in {RETRY_SECONDS} s.").response()
        except Exception:
            reference = secrets.token_hex(3)
            log.exception("API request failed, reference %s", reference)
            return Problem(500, "Failed", "The request could not be met.", f"Try again; if it fails again, report the reference {reference}.").response()

    return answer


def send(request: Request, body: Callable[[], bytes | Iterator[bytes]], media_type: str, *name: str, file_name: str = "", vary: str = "") -> Response:
    """The bytes of `body`, made only when the client does not hold this version; `name` identifies the contents within a release.

    Text is packed with brotli or gzip where the client accepts it. `file_name` makes it a download of that name. An iterator is sent piece by
    piece as it is made, so that an answer of any length takes little memory; of other answers a part can be had. `vary` names the headers that the bytes
    depend on beside their packing. The tag is that of the
    bytes as they are sent: of their packing, release, program and description of the dataset.
    """
    import data  # here as in ready.py and start.py: DuckDB takes a while to load, and the port opens meanwhile

    text = media_type in PACKED
    encoding = best(request.scope, ("br", "gzip")) if text and not ranges.wanted(request) else "identity"
    served = data.current()
    tag = sha256("\0".join((served.release, digest(served.about), code(), *name)).encode()).hexdigest()[:20]
    full_type = f"{media_type}; charset=utf-8" if text else media_type
    headers = {"ETag": f'"{tag}-{encoding}"', "Vary": f"Accept-Encoding, {vary}".rstrip(", "), "Cache-Control": CACHE}
    asked = request.headers.get("if-none-match", "")
    if asked.strip() == "*" or f'"{tag}-{encoding}"' in asked:
        return Response(status_code=304, headers=headers)
    made = body()
    if isinstance(made, bytes):
        response = respond(request.scope, _packed(made, encoding), encoding, tag, full_type, CACHE)
        response = ranges.part(request, response) if encoding == "identity" else response
        response.headers["Vary"] = headers["Vary"]
        if not text:
            response.headers["Content-Encoding"] = "identity"  # else Streamlit packs these bytes, and two answers have one tag
    else:
        headers |= {} if encoding == "identity" else {"Content-Encoding": encoding}
        pieces = iter(()) if request.method == "HEAD" else _packed_pieces(data.pieces(made, served), encoding)
        response = StreamingResponse(turns.pieces(pieces), headers=headers, media_type=full_type)
    if file_name:
        response.headers["Content-Disposition"] = disposition(file_name)
    return response


def disposition(file_name: str) -> str:
    """The header that names a download, in any script."""
    plain = file_name.encode("ascii", "replace").decode().replace("?", "_")
    return f'attachment; filename="{plain}"' + ("" if plain == file_name else f"; filename*=UTF-8''{quote(file_name)}")


@cache
def code() -> str:
    """Mark of the program that makes the answers: the same release can be counted anew."""
    made = sha256()
    for path in sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*") if path.suffix in SOURCES):
        made.update(path.read_bytes())
    return made.hexdigest()


def _packed(content: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return brotli.compress(content, quality=5)
    return gzip_packed(content, 6) if encoding == "gzip" else content


def _packed_pieces(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The pieces packed one after the other into one stream."""
    if encoding == "identity":
        yield from pieces
        return
    brotli_maker, gzip_maker = brotli.Compressor(quality=4), zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    pack, finish = (brotli_maker.process, brotli_maker.finish) if encoding == "br" else (gzip_maker.compress, gzip_maker.flush)
    yield from (packed for piece in pieces if (packed := pack(piece)))
    yield finish()


def missing(request: Request) -> Response:
    """Any address that is none of ours."""
    raise Problem(404, "No such address", f"There is nothing at {request.url.path[:200]}.", "See /api/v1/ for the addresses there are.")


def first_page(request: Request) -> Response:
    """Addresses above the index lead to it, whatever path a proxy has put before them."""
    return RedirectResponse("api/v1/" if request.url.path.endswith("/api") else "v1/", status_code=308)


def not_allowed(request: Request) -> Response:
    """Any method but GET and HEAD."""
    raise Problem(405, "Read only", f"{request.method} is not possible here.", "Use GET or HEAD.")
