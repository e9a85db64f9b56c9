"""The first slide of a story as a picture that stands in its page: it is seen while plotly.js, 5 MB, is still on its way and read."""

import json
from typing import Any

from charts.form import SLIDE, SLIDE_TALL, Form
from charts.look import DARK, LIGHT, Look
from exports import browser
from exports.common.shelf import Shelf
from exports.picture.colours import joined
from exports.show.deck import Shown

_kept = Shelf[tuple[object, ...], str](64)


def draw(shown: Shown) -> None:
    """Draw a slide for both shapes of screens and keep it. Raises CannotMake with the reason."""
    for form in (SLIDE, SLIDE_TALL):
        svg = joined(*(browser.sketched(drawn(shown, look, form), form.width) for look in (LIGHT, DARK)))
        _kept.put(_key(shown, form), svg)


def kept(shown: Shown, form: Form) -> str:
    """The picture of a slide as SVG in a form, "" where none was drawn."""
    return _kept.get(_key(shown, form)) or ""


def _key(shown: Shown, form: Form) -> tuple[object, ...]:
    view = shown.view
    return view.database.reading, view.figure.name, json.dumps(view.parameters, default=str), shown.part, form


def drawn(shown: Shown, look: Look, form: Form) -> dict[str, Any]:
    """The drawing of a slide as JSON has it; an empty view keeps the height of its card, here the form decides."""
    told = json.loads(shown.view.plot(look.shaped(form), shown.part).to_json())
    told["layout"] |= {"width": form.width, "height": form.height}
    return told
