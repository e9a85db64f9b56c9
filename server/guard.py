"""Headers that every answer carries; no uploads, no measurements for strangers, no websockets for pages of other sites."""
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server import origin
from server.index import index

CLOSED = {"/_stcore/upload_file": "This dashboard takes no uploads.", "/_stcore/metrics": "What this server measures is not public."}


def content_security_policy() -> str:
    """The policy as one line: scripts, data and pictures come from this server alone.

    `blob:` is needed by the browser's own downloads and by components, `unsafe-inline` styles by Streamlit and Plotly.
    There is no rule on frames, on purpose: charts are meant to be embedded by any site or local file, and nothing here can be clicked away.
    """
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' 'unsafe-eval' blob: {index().script_hashes}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class Guard:
    """ASGI middleware: refuses uploads, measurements and foreign websockets, and adds the security headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": content_security_policy(),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not origin.admits(scope):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)  # a page of our own may have a narrower policy
            await send(message)

        for path, why in CLOSED.items():
            if path in scope["path"]:
                await PlainTextResponse(why, status_code=403)(scope, receive, send_guarded)
                return
        await self.app(scope, receive, send_guarded)
