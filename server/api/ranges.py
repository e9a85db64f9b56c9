"""Part of an answer, for clients that read a file piece by piece or go on with a download (RFC 9110, ranges of bytes)."""

import re

from starlette.requests import Request
from starlette.responses import Response

ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def wanted(request: Request) -> bool:
    """Whether the client asks for a part. Parts are of the plain bytes, so such an answer is not packed."""
    return request.method == "GET" and "range" in request.headers


def part(request: Request, whole: Response) -> Response:
    """The part of a whole answer that was asked for: 206, or 416 where there is none such; several parts at once, or parts of an older version, get the whole."""
    whole.headers["Accept-Ranges"] = "bytes"
    found = ONE_RANGE.fullmatch(request.headers.get("range", "").replace(" ", ""))
    etag = whole.headers["etag"]
    if not wanted(request) or not found or not any(found.groups()) or request.headers.get("if-range", etag) != etag:
        return whole
    size = len(whole.body)
    first, last = (int(text) if text else None for text in found.groups())
    start = max(size - (last or 0), 0) if first is None else first
    end = size - 1 if first is None or last is None else min(last, size - 1)
    if start > end:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{size}", "Cache-Control": "no-store"})
    kept = {name: value for name, value in whole.headers.items() if name.lower() != "content-length"}
    return Response(bytes(whole.body)[start : end + 1], 206, headers={**kept, "Content-Range": f"bytes {start}-{end}/{size}"})
