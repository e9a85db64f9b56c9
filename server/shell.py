"""Answers every page address with the treated index, and unknown addresses with a plain 404."""
from collections.abc import Sequence
from pathlib import Path

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.encoding import best, respond
from server.index import index
from server.place import relative

ICON = Path(__file__).with_name("favicon.svg").read_bytes()
# First parts of addresses that Streamlit answers itself.
STREAMLIT = {"_stcore", "media", "component", "static", "app", "auth", "oauth2callback"}


class Shell:
    """ASGI middleware: page addresses (`/`, `/compare`) get the index. `own` are the paths of our routes, which pass."""

    def __init__(self, app: ASGIApp, own: Sequence[str]) -> None:
        self.app = app
        self.passing = STREAMLIT | {path.strip("/").split("/")[0] for path in own}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = relative(scope) if scope["type"] == "http" else ""
        first = path.split("/", 1)[0]
        # Streamlit itself redirects /compare/ and refuses //host.
        streamlits = first in self.passing or (path.endswith("/") and path != "") or scope.get("path", "").startswith("//")
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or streamlits:
            await self.app(scope, receive, send)
            return
        await self._answer(path, scope)(scope, receive, send)

    def _answer(self, path: str, scope: Scope) -> Response:
        if path == "favicon.svg":
            return Response(ICON, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})
        if "/" in path or "." in path:
            return PlainTextResponse("There is no such page. The dashboard's first page is at the root of this address.", status_code=404)
        page = index()
        encoding = best(scope, ("br", "gzip"))
        return respond(scope, page.body[encoding], encoding, page.etag, "text/html", "no-cache")
