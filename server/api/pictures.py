"""`/figures/{figure}.png`: the picture of a figure under its filters, for previews of a link; drawn once a view and release where a browser is there."""

from starlette.requests import Request
from starlette.responses import Response

from exports import drawing
from exports.common.shelf import Shelf
from exports.errors import CannotMake
from exports.text.digest import digest
from exports.view import View
from server.api.answers import Problem, send
from server.api.figures import view_of
from server.api.pinned import of_its_release
from ui.card import turns

_kept = Shelf[tuple[object, ...], bytes](48)


@of_its_release
def picture(request: Request) -> Response:
    """The picture with title, filters and source inside, as a card's menu gives it."""
    asked = view_of(request)
    view = View.of(asked.figure.name, asked.filters)  # one picture for all hosts: it names the dataset's own address, where it has one
    if why := drawing.unavailable():
        raise Problem(404, "No pictures here", why, "Take the rows, or the picture from the menu of the figure.")
    return send(request, lambda: _drawn(view), "image/png", "picture", view.figure.name, view.query, file_name=view.file_name("png"))


def _drawn(view: View) -> bytes:
    key = (view.database.reading, digest(view.about), view.figure.name, view.query)  # the licence is in the picture
    if kept := _kept.get(key):
        return kept
    try:
        with turns.turn("pdf"):
            return _kept.put(key, drawing.to_png(view))
    except CannotMake as error:
        raise Problem(503, "Busy", str(error), "Try again in a moment.") from error
