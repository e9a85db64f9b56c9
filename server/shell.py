"""Answers every page address with the treated index, and unknown addresses with a plain 404."""
import logging
import re
from collections.abc import Sequence
from pathlib import Path

from anyio import CapacityLimiter, move_on_after, to_thread
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server import ready
from server.encoding import best, respond
from server.index import Index, index
from server.links import FIRST_PAGE, LONGEST
from server.place import relative

PAGES = Path(__file__).parent.parent / "pages"
FIRST_WORDS_SECONDS = 0.5  # a page of many rows not asked before is sent without its words rather than late
EMBEDDED_SECONDS = 5  # a frame may be sandboxed, and then shows nothing but them
log = logging.getLogger("dashboard")
ICON = Path(__file__).with_name("favicon.svg").read_bytes()
# First parts of addresses that Streamlit answers itself.
STREAMLIT = {"_stcore", "media", "component", "static", "app", "auth", "oauth2callback"}


class Shell:
    """ASGI middleware: page addresses (`/`, `/compare`) get the index. `own` are the paths of our routes, which pass."""

    def __init__(self, app: ASGIApp, own: Sequence[str]) -> None:
        self.app = app
        self.pages = {path.stem for path in PAGES.glob("*.py")}
        self.limit = CapacityLimiter(4)
        self.passing = STREAMLIT | {path.strip("/").split("/")[0] for path in own}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = relative(scope) if scope["type"] == "http" else ""
        first = path.partition("/")[0]
        # Streamlit itself redirects /compare/ and refuses //host.
        streamlits = first in self.passing or (path.endswith("/") and path != "") or scope.get("path", "").startswith("//")
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or streamlits:
            await self.app(scope, receive, send)
            return
        await (await self._answer(path, scope))(scope, receive, send)

    async def _answer(self, path: str, scope: Scope) -> Response:
        if path == "favicon.svg":
            return Response(ICON, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})
        if "/" in path or "." in path:
            return PlainTextResponse("There is no such page. The dashboard's first page is at the root of this address.", status_code=404)
        page = await self._page(path or FIRST_PAGE, scope)
        encoding = best(scope, ("br", "gzip"))
        if page.status != 200:  # never as an unchanged version of something
            return Response(page.body["identity"], page.status, media_type="text/html", headers={"Cache-Control": "no-store"})
        return respond(scope, page.body[encoding], encoding, page.etag, "text/html", "no-cache")

    async def _page(self, name: str, scope: Scope) -> Index:
        """The index with the words of a page in it; without, where they are not to be had at once."""
        if name not in self.pages or not ready.is_ready():
            return index()
        found = None
        try:
            query = scope["query_string"].decode("latin-1")[:LONGEST]
            with move_on_after(EMBEDDED_SECONDS if "embed=true" in query else FIRST_WORDS_SECONDS):
                found = await to_thread.run_sync(_first, name, query, Request(scope), abandon_on_cancel=True, limiter=self.limit)
        except Exception:
            log.exception("The page %s was sent without its first words", name)
        return found or index()


def _first(name: str, query: str, request: Request) -> Index:
    from server import first  # here, as it brings pandas and Plotly, which the start of the server need not wait for
    from server.api import address

    return first.answer(name, query, is_narrow(request.headers), address.base(request))


def is_narrow(headers: Headers) -> bool:
    """Whether the reader's window is that of a phone: as its browser told last time, else as its name suggests."""
    told = re.search(r"(?:^|;\s*)narrow=([01])(?:;|$)", headers.get("cookie", ""))
    return told[1] == "1" if told else "Mobi" in headers.get("user-agent", "")
