"""Start of the server: the port opens at once, the data is built beside it, then everything else is made warm."""
import gc
import logging
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.util import find_spec
from threading import Thread
from typing import Any

from streamlit import cli_util, config, net_util
from streamlit.web.server import server_util

from server import ready, room, show
from server.compressed import store
from server.instead import downloads, pace

log = logging.getLogger("dashboard")
# A large dataset is not asked everything ahead: visitors would wait for the warm-up longer than for their own page.
WARM_SECONDS = 20
# Python runs one thread at a time. A page gives it away at every question to the database and waits this long for each thread that makes a file; usual are 5 ms.
SWITCH_SECONDS = 0.0005
FIRST_ROOMS = ("overview/", "common/")


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Serve, and get ready meanwhile. Whoever asks for a page or for data before they are there waits for them."""
    watched = _is_watched()
    _stay_inside()
    downloads.take_over()
    pace.take_over()
    sys.setswitchinterval(SWITCH_SECONDS)
    with room.own():
        Thread(target=_begin, args=(watched,), name="begin", daemon=True).start()
        yield
        _put_out()
    _leave()


def _leave() -> None:
    """End the process, all being closed and put away.

    Threads may still be asking the database, which nothing can stop: Python's own end would pull it from under them and abort with their traces.
    """
    if sys.platform != "win32":  # there, the end itself removes files that are open until then
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def _stay_inside() -> None:
    """Keep Streamlit from asking an outside host for this machine's address, and from writing into this folder on behalf of a page."""
    net_util.get_external_ip = net_util.get_internal_ip = lambda: None
    config.set_option("server.headless", True)
    if find_spec("httptools"):
        log.warning("The package httptools is installed: with it a request may have headers of any length. Remove it: pip uninstall httptools")


def _put_out() -> None:
    """End the browser that draws, where one was started."""
    if browser := sys.modules.get("exports.browser"):
        browser.end()


def _begin(watched: bool) -> None:
    """Build the data. Bad data: all faults on stderr, and the process ends with exit code 1."""
    import data

    try:
        release, name = data.current().release, data.about().dashboard
        ready.look()
    except data.DataError as error:
        sys.stderr.write(f"The dashboard was not started. {error}\n")
        sys.stderr.flush()
        os._exit(1)  # an exception would end this thread alone
    except Exception:
        log.exception("The dashboard was not started: its data could not be loaded")
        os._exit(1)
    _announce(name, release, watched)
    Thread(target=ready.keep_looking, name="look", daemon=True).start()
    _warm()


def _warm() -> None:
    """What the first visitor would wait for. A step that fails is logged; its page tells readers, and the other steps go on."""
    until = time.monotonic() + WARM_SECONDS
    for step in (lambda: _ask_every_query(until), lambda: _draw_every_figure(until), store().fill, _check_stories, lambda: _write_first_words(until), show.pack_ahead):
        try:
            step()
        except Exception:
            log.exception("The dashboard runs, but not all of it could be made ready ahead")
    # What is loaded by now stays: collections need not look through it again and again.
    gc.collect()
    gc.freeze()


def _ask_every_query(until: float) -> None:
    """Ask each question without filters, those of the first page first, while there is time; one that takes too long is left to its page."""
    import duckdb

    import queries

    unfiltered = queries.Filters().parameters(queries.vocabulary())
    for name in sorted(queries.QUERIES, key=lambda name: not name.startswith(FIRST_ROOMS)):
        if queries.QUERIES[name].parameters <= unfiltered.keys() and time.monotonic() < until:
            with suppress(duckdb.InterruptException, duckdb.OutOfMemoryException):
                queries.run(name, unfiltered)


def _draw_every_figure(until: float) -> None:
    """Draw the figures in the order of the pages while there is time."""
    import duckdb

    from charts.catalogue import FIGURES
    from charts.look import LIGHT
    from exports.view import View
    from queries import Filters

    for name in FIGURES:
        if time.monotonic() < until:
            with suppress(duckdb.InterruptException, duckdb.OutOfMemoryException):
                View.of(name, Filters()).plot(LIGHT)


def _check_stories() -> None:
    """Say which slides name what is not there; they are shown with the finding of their figure instead."""
    import data
    from exports.show import check

    for fault in check.faults(data.current().folder):
        log.warning("%s", fault)


def _write_first_words(until: float) -> None:
    """Write what pages answer first, while there is time; their pictures are begun by it."""
    from server import first
    from ui.navigation import SCREENS

    for screen in SCREENS:
        if not screen.hidden and time.monotonic() < until:
            first.answer(screen.name, "", narrow=False)


def _announce(name: str, release: str, watched: bool) -> None:
    """Print the address, and open it where someone watches: `streamlit run` does neither for an app with its own routes."""
    url = server_util.get_url(config.get_option("browser.serverAddress"))
    sys.stdout.write(f"\n  {name}, release {release}\n  {url}\n\n")
    sys.stdout.flush()
    if watched:
        cli_util.open_browser(url)


def _is_watched() -> bool:
    """True when someone sits at this computer: what `--server.headless` says, else started from a terminal on a machine with a screen."""
    if "command-line" in config.get_where_defined("server.headless"):
        return not config.get_option("server.headless")
    screen = sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return screen and sys.stdout.isatty()
