"""Answers from bytes that are already compressed, and the packing that they share."""

import gzip
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope


def best(scope: Scope, available: Iterable[str]) -> str:
    """The first of `available` encodings that the client accepts, else `identity`."""
    accepted = {}
    for part in Headers(scope=scope).get("accept-encoding", "").lower().split(","):
        name, _, weight = part.partition(";")
        accepted[name.strip()] = weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return next((encoding for encoding in available if accepted.get(encoding, accepted.get("*", False))), "identity")


def gzip_packed(content: bytes, level: int = 9) -> bytes:
    """The bytes packed by gzip at a level (9 is the densest), without the time at which this was done: the same content has the same bytes."""
    return gzip.compress(content, level, mtime=0)


def respond(scope: Scope, body: bytes, encoding: str, tag: str, media_type: str, cache: str) -> Response:
    """A 200 with `body`, or a 304 where the client holds the version `tag` already."""
    etag = f'"{tag}-{encoding}"'
    headers = {"ETag": etag, "Vary": "Accept-Encoding", "Cache-Control": cache}
    if etag in Headers(scope=scope).get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    response = Response(body, headers=headers, media_type=media_type)
    if scope["method"] == "HEAD":
        response.body = b""  # the length in the header stays that of the body
    return response
