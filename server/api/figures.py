"""`/figures/{figure}.{csv,json,xlsx}`: the rows of a figure under the filters of its page; `/figures/{figure}/records.{csv,json}`: what stands behind them."""

import json
from collections.abc import Callable, Iterator

from starlette.requests import Request
from starlette.responses import Response

from charts.catalogue import FIGURES
from exports import citation
from exports.formats import FORMATS
from exports.text import rows_csv, rows_json
from exports.view import View
from exports.workbook import xlsx_file
from queries import MOST_ROWS
from server.api import address
from server.api.answers import Problem, send
from server.api.parameters import filters
from server.api.pinned import of_its_release

ENDINGS = ("csv", "json", "xlsx")
RECORD_ENDINGS = ("csv", "json")
TYPES = {"csv": "text/csv", "json": "application/json"}


@of_its_release
def figure(request: Request) -> Response:
    """The rows that the figure's card shows for the same filters."""
    view, ending = view_of(request), _ending(request, ENDINGS)
    if ending in TYPES:
        pieces = (lambda: rows_csv.pieces(view.chunks())) if ending == "csv" else (lambda: rows_json.pieces(view))
        return _answer(request, view, ending, pieces, "figure", view.file_name(ending))
    mime = FORMATS[ending].mime
    return send(request, lambda: xlsx_file.without_picture(view), mime, *_identity(view, "figure", ending), file_name=view.file_name(ending), vary=address.TOLD)


@of_its_release
def records(request: Request) -> Response:
    """Every mark of the figure with every record behind it."""
    view, ending = view_of(request), _ending(request, RECORD_ENDINGS)
    pieces = (lambda: rows_csv.pieces(view.links())) if ending == "csv" else (lambda: rows_json.record_pieces(view))
    return _answer(request, view, ending, pieces, "links", view.file_name(f"records.{ending}"))


def view_of(request: Request) -> View:
    """The figure of the address under the filters of the query string; its links begin with the address that the request came to."""
    name = request.path_params["figure"]
    if name not in FIGURES:
        raise Problem(404, "No such figure", f"“{name[:60]}” is no figure of this dashboard.", f"Choose one of {', '.join(FIGURES)}.")
    return View.of(name, filters(request), address.base(request))


def _ending(request: Request, endings: tuple[str, ...]) -> str:
    ending = request.path_params["ending"]
    if ending not in endings:
        raise Problem(406, "No such format", f"Figures do not come as “{ending[:20]}” here.", f"Choose one of {', '.join(endings)}.")
    return ending


def _answer(request: Request, view: View, ending: str, pieces: Callable[[], Iterator[bytes]], kind: str, file_name: str) -> Response:
    """Short answers whole, with their length; long ones piece by piece."""
    body = pieces if max(view.n, view.n_marks) >= MOST_ROWS else (lambda: b"".join(pieces()))
    return send(request, body, TYPES[ending], *_identity(view, kind, ending), file_name="" if ending == "json" else file_name, vary=address.TOLD)


def _identity(view: View, kind: str, ending: str) -> tuple[str, ...]:
    # All but the rows alone carry the day on which they were taken.
    day = "" if ending == "csv" or kind == "links" else citation.today().isoformat()
    base = view.base if day else ""  # and links
    return kind, view.figure.name, ending, json.dumps(view.parameters, default=str), view.query, day, base
