"""`/show/<story>`: a story as a page that plays by itself; `/show/<story>.json` the same for a page that is open.

`/show/own?story=…` plays a story of one's own that its link carries, `/show/view?figure=…` one view.
"""

import logging
import os
import secrets
import struct
import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import sha256
from html import escape
from zlib import crc32

import brotli
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from exports.common.shelf import Shelf
from server.api import turns
from server.api.answers import code
from server.encoding import best, respond

LONGEST = 12_000
LONG = 2_000_000  # bytes: only plotly.js is as long
GZIP_HEAD, EMPTY_BLOCK = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", b"\x03\x00"
PAGE = "<!doctype html><html lang='en-GB'><meta charset='utf-8'><title>{title}</title><h1>{title}</h1><p>{text}</p><p><a href='../present'>The stories there are</a></p></html>"
log = logging.getLogger("dashboard")
_kept = Shelf[tuple[str, ...], bytes](16)


class Missing(Exception):
    """There is nothing to show; the text says why."""


async def page(request: Request) -> Response:
    """The player with its story."""
    return await _answered(request, "html")


async def anew(request: Request) -> Response:
    """The story alone, as JSON."""
    return await _answered(request, "json")


async def _answered(request: Request, kind: str) -> Response:
    try:
        return await turns.worked(lambda: _answer(request, kind))
    except Missing as missing:
        return _told("No such story", str(missing), 404)
    except turns.Full:
        return _told("Busy", "Too many requests wait already. Try again in some seconds.", 503)
    except Exception:
        reference = secrets.token_hex(3)
        log.exception("story %s failed, reference %s", request.path_params["story"][:60], reference)
        return _told("This story could not be shown", f"Reference {reference}.", 500)


def _told(title: str, text: str, status: int) -> Response:
    return HTMLResponse(PAGE.format(title=title, text=escape(text)), status, headers={"Cache-Control": "no-store"})


def _answer(request: Request, kind: str) -> Response:
    import data  # here as elsewhere in this layer: charts and exports bring a second of imports, which the start need not wait for

    try:
        database = data.release(wanted) if (wanted := request.query_params.get("rel", "")) else data.newest()
    except (data.NoRelease, data.Unreadable) as error:
        raise Missing(str(error)) from error
    with data.bound_to(database):
        return _bound(request, kind)


def _bound(request: Request, kind: str) -> Response:
    from exports.show import player

    name = request.path_params["story"]
    if len(request.url.query) > LONGEST:
        raise Missing(f"The address has more than {LONGEST} characters. A story as long as that can be loaded from its file.")
    query = sorted((key, value) for key, value in request.query_params.multi_items() if key != "slide")
    deck = _deck(name, request)
    tag = _tag(deck, kind, query)
    encoding = best(request.scope, ("br", "gzip") if (tag, "br") in _kept else ("gzip",))
    body = _made((tag, encoding), lambda: player.pieces(deck) if kind == "html" else (player.to_json(deck),))
    response = respond(request.scope, body, encoding, tag, "text/html" if kind == "html" else "application/json", "no-cache")
    if kind == "html":
        response.headers["Content-Security-Policy"] = player.policy()
    return response


def _tag(deck, kind: str, query: list[tuple[str, str]]) -> str:  # noqa: ANN001  its type is loaded with the first request
    """A mark of what a story, asked in this way, shows."""
    import data
    from exports.text.digest import digest

    slides = [(shown.view.figure.name, shown.view.filters, shown.part, shown.caption, shown.note) for shown in deck.slides]
    told = (data.current().release, digest(data.about()), code(), deck.name, kind, str(query), repr((deck.title, deck.question, deck.dropped, slides)))
    return sha256("\0".join(told).encode()).hexdigest()[:20]


def _deck(name: str, request: Request):  # noqa: ANN202  its type is loaded with the first request
    import queries
    from charts.catalogue import FIGURES
    from exports.show import deck, own
    from exports.view import View
    from queries import FIELDS, Filters

    base = str(request.base_url).rstrip("/")
    chosen = {field: request.query_params.getlist(field) for field in FIELDS}
    if name == "view":
        figure = request.query_params.get("figure", "")
        if figure not in FIGURES:
            raise Missing(f"There is no figure called “{figure[:60]}”.")
        _, dropped = Filters.parse({field: values for field, values in chosen.items() if values}, queries.vocabulary())
        filters, _ = Filters.parse(deck.fitting(figure, {field: values for field, values in chosen.items() if values}), queries.vocabulary())
        return deck.of_view(View.of(figure, filters, base), [*dropped, *deck.unpaired([figure], chosen)])
    if name == own.NAME:
        story, dropped = own.unpacked(request.query_params.get("story", ""))
        return deck.deck(story, chosen, base, dropped)
    if (story := deck.known().get(name)) is None:
        raise Missing(f"There is no story called “{name[:60]}”.")
    return deck.deck(story, chosen, base)


def _made(key: tuple[str, ...], make: Callable[[], Sequence[bytes]]) -> bytes:
    """The body, packed where the key says so; the last ones are kept."""
    return _kept.get(key) or _keep(key, make())


def _keep(key: tuple[str, ...], pieces: Sequence[bytes]) -> bytes:
    """Pack a body and keep it for a while."""
    whole = b"".join(pieces)
    body = gzipped(pieces) if key[1] == "gzip" else brotli.compress(whole, quality=9, lgwin=24) if key[1] == "br" else whole
    return _kept.put(key, body)


def gzipped(pieces: Sequence[bytes]) -> bytes:
    """The pieces as one gzip stream, each packed by itself: what is long and always the same, plotly.js, is packed once."""
    sums, size = 0, 0
    for piece in pieces:
        sums, size = crc32(piece, sums), size + len(piece)
    packed = [_packed(piece) if len(piece) > LONG else _packed.__wrapped__(piece) for piece in pieces]
    return b"".join([GZIP_HEAD, *packed, EMPTY_BLOCK, struct.pack("<LL", sums, size & 0xFFFFFFFF)])


def pack_ahead() -> None:
    """Draw the first slide of every story of the dataset, and pack what they hold in the way that takes longer and is a tenth shorter, so that the first visitor need not wait for it."""
    from exports import browser
    from exports.errors import CannotMake
    from exports.show import deck, first, player
    from server.first.pictures import SETTING

    _packed(player.plotly())
    for story in deck.known().values():
        shown = deck.deck(story)
        if shown.slides and os.environ.get(SETTING) != "0" and not browser.unavailable():
            try:
                first.draw(shown.slides[0])
            except CannotMake as error:
                log.info("No picture of the first slide of %s: %s", story.name, error)
        _keep((_tag(shown, "html", []), "br"), player.pieces(shown))


@lru_cache(maxsize=2)
def _packed(piece: bytes) -> bytes:
    """A piece as deflate blocks that lean on nothing before them and are not the last."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)


routes = [Route("/show/{story}.json", anew), Route("/show/{story}", page)]
