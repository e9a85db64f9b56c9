"""Under which address the dashboard was reached, as far as a request tells it; for links in answers that leave the server."""

import re

from starlette.requests import Request

import data

HOST = re.compile(r"[\w.-]{1,200}(:\d{1,5})?|\[[0-9a-fA-F:]{2,45}\](:\d{1,5})?")
PREFIX = re.compile(r"(/[\w.~-]{1,60}){1,6}/?")
TOLD = "X-Forwarded-Proto, X-Forwarded-Prefix"  # what an answer with such links depends on, beside its address


def base(request: Request) -> str:
    """The address without a slash at its end: the dataset's own, else scheme, host and path prefix that the request names; "" where it names no host.

    A host is taken from `Host` alone: a copy kept for others is kept under it.
    """
    if own := data.about().address:
        return own.rstrip("/")
    host = request.headers.get("host", "")
    if not HOST.fullmatch(host):
        return ""
    scheme = request.headers.get("x-forwarded-proto", "").split(",")[0].strip().lower()
    prefix = request.headers.get("x-forwarded-prefix", "").split(",")[0].strip()
    return f"{scheme if scheme in ('http', 'https') else request.url.scheme}://{host}{prefix.rstrip('/') if PREFIX.fullmatch(prefix) else ''}"
