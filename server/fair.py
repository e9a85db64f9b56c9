"""A fair share for everyone: how often one address may ask, how often one page may have itself drawn anew.

A page that asks too often waits; an address that asks too often is refused with the time after which it may ask again.
"""

import asyncio
import json
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.place import relative

MOST_KEPT = 10_000
# Enough for a class behind one address, each pupil clicking as fast as pages come.
REQUESTS = {"rate": 20, "burst": 240}  # data API and stories
VISITS = {"rate": 10, "burst": 200}  # new websockets
REDRAWS = {"rate": 40, "burst": 400}  # messages of all pages of an address
PAGE = {"rate": 5, "burst": 40}  # messages of one page: clicks, moved sliders, files wanted
LONGEST_WAIT = 5  # seconds, so that a page whose neighbours are rude is slow and not dead
SOCKETS = ("_stcore/stream", "connection")  # the second tells a page why it did not get the first


class Buckets:
    """Token buckets by key: `burst` at once, then `rate` a second. Those not used for longest are forgotten first."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate, self.burst, self.clock = rate, burst, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str, owing: bool = False) -> float:
        """Seconds to wait, 0 when there was a token. None is taken from an empty bucket, unless `owing`: then later ones wait longer."""
        now = self.clock()
        left, at = self._left.pop(key, (self.burst, now))
        left = min(self.burst, left + (now - at) * self.rate)
        wait = max(0.0, (1 - left) / self.rate)
        if not wait or owing:
            left -= 1
        self._left[key] = (left, now)
        while len(self._left) > MOST_KEPT:
            self._left.popitem(last=False)
        return wait


def visitor(scope: Scope) -> str:
    """Whom a request comes from: an address, or for IPv6 the network of a household; "" for this computer, which may stand for anyone behind a proxy."""
    try:
        address = ip_address((scope.get("client") or ("",))[0])
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is None:
            return "" if address.is_loopback else str(int(address) >> 64)
        address = address.ipv4_mapped
    return "" if address.is_loopback else str(address)


class Fair:
    """ASGI middleware: counts requests to the data API and for stories, websockets and their messages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.requests, self.visits, self.redraws = Buckets(**REQUESTS), Buckets(**VISITS), Buckets(**REDRAWS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = relative(scope) if scope["type"] in ("http", "websocket") else ""
        buckets = self.visits if path in SOCKETS else self.requests if path.startswith(("api", "show/")) else None
        who = visitor(scope) if buckets else ""
        wait = buckets.take(who) if buckets and who else 0.0
        if wait:
            await _refuse(scope, receive, send, wait)
        elif scope["type"] == "websocket":
            await self.app(scope, self._slowed(receive, who), send)
        else:
            await self.app(scope, receive, send)

    def _slowed(self, receive: Receive, who: str) -> Receive:
        """`receive` that hands a page's messages on no faster than its share; what has not been read waits on the reader's side."""
        own = Buckets(**PAGE)

        async def receive_in_turn() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                waits = own.take("", owing=True), self.redraws.take(who, owing=True) if who else 0.0
                if wait := min(LONGEST_WAIT, max(waits)):
                    await asyncio.sleep(wait)
            return message

        return receive_in_turn


async def _refuse(scope: Scope, receive: Receive, send: Send, wait: float) -> None:
    """429 as a problem document; a websocket that has not been opened is closed."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1013})
        return
    await too_many(wait)(scope, receive, send)


def too_many(wait: float) -> Response:
    """The answer to an address that has used up its share; it may ask again in `wait` seconds, rounded up."""
    seconds = math.ceil(wait)
    body = {
        "type": "about:blank",
        "title": "Too many requests",
        "status": 429,
        "detail": "Your address asks for more than its share.",
        "remedy": f"Ask again in {seconds} s; take whole tables or the whole dataset (/api/v1/release.zip) rather than many views.",
    }
    headers = {"Retry-After": str(seconds), "Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"}
    return Response(json.dumps(body), 429, headers, "application/problem+json")
