"""Serves Streamlit's browser files compressed; what is not compressed yet goes out as Streamlit sends it."""
import mimetypes

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.compressed import SUFFIX, store
from server.encoding import best, respond
from server.place import relative

FOREVER = "public, immutable, max-age=31536000"  # the names carry a hash of the content
PREFIX = "static/"


class Static:
    """ASGI middleware in front of Streamlit's `/static/`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.store = store()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = relative(scope) if scope["type"] == "http" else ""
        if not path.startswith(PREFIX) or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        name = path.removeprefix(PREFIX)
        encoding = best(scope, SUFFIX)
        packed = self.store.get(name, encoding) if encoding in SUFFIX else None
        if packed is None:
            await self.app(scope, receive, _with_vary(send))
            return
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        await respond(scope, packed, encoding, name.rpartition("/")[2], media_type, FOREVER)(scope, receive, send)


def _with_vary(send: Send) -> Send:
    """`send` that tells caches on the way that the answer depends on the accepted encodings."""

    async def send_with_vary(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
        await send(message)

    return send_with_vary
