"""Pictures of the charts on a first screen, drawn beside the requests that will show them: once for a release, a view and a width."""

import json
import logging
import os
from dataclasses import replace
from queue import Empty, Full, Queue
from threading import Lock, Thread
from typing import NamedTuple

import data
from charts.look import DARK, LIGHT, Look
from exports import browser
from exports.common.shelf import Shelf
from exports.errors import CannotMake
from exports.picture.colours import joined
from exports.view import View
from server.fair import Buckets

SETTING = "SCO_PICTURES"  # 0: none are drawn, for a server whose browser shall serve downloads alone
KEPT, MOST_WAITING, IDLE_SECONDS = 128, 16, 30
PACE = {"rate": 0.5, "burst": 40}  # pictures of views that nobody may ask for again do not keep a processor busy
log = logging.getLogger("dashboard")


class Key(NamedTuple):
    """What a picture is of."""

    reading: tuple[str, str]
    figure: str
    parameters: str
    narrow: bool
    width: int


_kept = Shelf[Key, str](KEPT)
_wanted: Queue[tuple[Key, View]] = Queue(MOST_WAITING)
_waiting: set[Key] = set()
_pace = Buckets(**PACE)
_guard = Lock()
_drawing: list[Thread] = []
_made = [0]


def made() -> int:
    """How many pictures have been made so far: what was written without one is worth writing anew when it has grown."""
    return _made[0]


def of(view: View, narrow: bool, width: int) -> tuple[str, int]:
    """The picture of a chart as SVG, and its height in pixels. The SVG is "" where there is none; it is then made meanwhile, where that is possible."""
    height = int(view.plot(_look(LIGHT, narrow)).to_dict()["layout"]["height"])
    key = Key(view.database.reading, view.figure.name, json.dumps(view.parameters, default=str), narrow, width)
    if (svg := _kept.get(key)) is None:
        _want(key, view)
    return svg or "", height


def _look(look: Look, narrow: bool) -> Look:
    return replace(look, narrow=True) if narrow else look


def _want(key: Key, view: View) -> None:
    with _guard:
        if key in _waiting or os.environ.get(SETTING) == "0" or browser.unavailable() or _pace.take(""):
            return
        try:
            _wanted.put_nowait((key, view))
        except Full:
            return
        _waiting.add(key)
        if not _drawing:
            _drawing.append(Thread(target=_draw_all, name="pictures", daemon=True))
            _drawing[0].start()


def _draw_all() -> None:
    """Draw what is wanted until nothing has been for a while: the body of the thread."""
    while True:
        try:
            key, view = _wanted.get(timeout=IDLE_SECONDS)
        except Empty:
            with _guard:
                if _wanted.empty():
                    _drawing.clear()
                    return
            continue
        _draw(key, view)


def _draw(key: Key, view: View) -> None:
    svg = ""
    try:
        with data.bound_to(view.database):
            forms = [json.loads(view.plot(_look(look, key.narrow)).to_json()) for look in (LIGHT, DARK)]
        svg = joined(*(browser.sketched(form, key.width) for form in forms))
    except CannotMake as error:
        log.info("No picture of %s for the first screen: %s", key.figure, error)
    except Exception:
        log.exception("No picture of %s for the first screen", key.figure)
    with _guard:
        _waiting.discard(key)
        if svg:
            _kept.put(key, svg)
            _made[0] += 1

