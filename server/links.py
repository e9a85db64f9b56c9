"""Links are led to the form the pages write: filter values by id (`?themes=security`) to labels (`?themes=Security`), `/overview` to the first page."""

from urllib.parse import parse_qsl, urlencode

from anyio import to_thread
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LONGEST = 8_000
FIRST_PAGE = "overview"  # Streamlit answers its name with "page not found": the first page lives at the root alone


def canonical(query: str) -> str:
    """The query string with known ids of closed filters replaced by their labels; everything else stays as it is."""
    import data
    import queries  # here, since it brings pandas, which the start of the server need not wait for

    pairs = parse_qsl(query, keep_blank_values=True)
    try:
        database = data.release(dict(pairs).get("rel") or data.newest().release)
    except (data.NoRelease, data.Unreadable):
        return query  # the page says so
    with data.bound_to(database):
        choices = queries.vocabulary().choices
    return urlencode([(name, choices[name].get(value, value) if name in queries.FIELDS and name in choices else value) for name, value in pairs])


class Links:
    """ASGI middleware: a page address with ids in its query is answered with a redirect to the same view."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and "/" not in scope["path"].strip("/"):
            query = scope["query_string"].decode("latin-1")
            better = await to_thread.run_sync(canonical, query) if query and len(query) <= LONGEST else query
            page = scope["path"].rstrip("/").rpartition("/")[2]
            changed = parse_qsl(better, keep_blank_values=True) != parse_qsl(query, keep_blank_values=True)
            if changed or page == FIRST_PAGE:
                place = ("../" if page and scope["path"].endswith("/") else "./") + (page if page != FIRST_PAGE else "")
                await RedirectResponse(f"{place}?{better if changed else query}".rstrip("?"), status_code=307)(scope, receive, send)
                return
        await self.app(scope, receive, send)
