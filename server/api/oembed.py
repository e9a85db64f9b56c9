"""`/oembed?url=…`: what a site needs to show a figure from its link (oEmbed 1.0, JSON)."""

import json
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import Response

import data
import queries
from charts.catalogue import FIGURES
from exports.text import embed
from exports.view import View
from queries import FIELDS, Filters
from server.api import address
from server.api.answers import Problem, send
from server.api.pinned import KEY, gone, named

ASKED = {"url", "format", "maxwidth", "maxheight"}
NARROWEST = 240


def oembed(request: Request) -> Response:
    """Frame, title and source of the figure that `url` leads to."""
    if request.query_params.get("format", "json") != "json":
        raise Problem(501, "No such format", "Only JSON is given.", "Leave out format.")
    parts = urlsplit(request.query_params.get("url", "")[:8_000])
    link: dict[str, list[str]] = {}
    for name, value in parse_qsl(parts.query):
        link.setdefault(name, []).append(value)
    figure = link.get("figure", [""])[-1]
    if parts.path.rpartition("/")[2] != "figure" or figure not in FIGURES:
        raise Problem(404, "No figure", "The url leads to no figure of this dashboard.", "Give the link that “Copy link” in the menu of a figure gives.")
    try:
        database = named([*link.get(KEY, []), *request.query_params.getlist(KEY)])
    except data.Unreadable as error:
        raise gone(error) from error
    with data.bound_to(database):
        filters, _ = Filters.parse({name: link[name] for name in FIELDS if name in link}, queries.vocabulary())
        view = View.of(figure, filters, address.base(request))
        told = _told(view, embed.state(figure, link), *(_pixels(request, name) for name in ("maxwidth", "maxheight")))
        return send(request, lambda: json.dumps(told, ensure_ascii=False).encode(), "application/json", "oembed", json.dumps(told), vary=address.TOLD)


def _told(view: View, state: dict[str, str], most_width: int, most_height: int) -> dict[str, object]:
    width, height = min(800, most_width), min(embed.height(view), most_height)
    about = view.about
    return {
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "author_name": "; ".join(about.creators) or about.short_title,
        "provider_name": about.dashboard,
        **({"provider_url": view.base} if view.base else {}),
        "html": embed.code(view, **state).replace(f'height="{embed.height(view)}"', f'height="{height}"'),
        "width": width,
        "height": height,
        "cache_age": 3600,
    }


def _pixels(request: Request, name: str) -> int:
    text = request.query_params.get(name, "")
    if text and not (text.isascii() and text.isdigit() and len(text) <= 5):
        raise Problem(400, "No number", f"{name} is no number of pixels.", "Leave it out, or give a whole number.")
    return max(int(text), NARROWEST) if text else 99_999
