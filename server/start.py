"""Start of the server: the data is built before the port opens, everything else is made warm right after."""
import asyncio
import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

from anyio import to_thread
from streamlit import cli_util, config
from streamlit.web.server import server_util

import data
from server.compressed import store

log = logging.getLogger("dashboard")


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Build the data, then serve. Bad data: all faults on stderr, exit code not 0, the port stays closed."""
    try:
        release = (await to_thread.run_sync(data.current)).release
    except data.DataError as error:
        sys.stderr.write(f"The dashboard was not started. {error}\n")
        logging.getLogger("uvicorn.error").disabled = True  # it would add a traceback below the faults
        raise SystemExit(1) from error
    Thread(target=_warm, name="warm", daemon=True).start()
    _announce(release)
    yield


def _warm() -> None:
    """What the first visitor would wait for. A step that fails is logged; its page tells readers, and the other steps go on."""
    for step in (_ask_every_query, _draw_every_figure, store().fill):
        try:
            step()
        except Exception:
            log.exception("The dashboard runs, but not all of it could be made ready ahead")
    # What is loaded by now stays: collections need not look through it again and again.
    gc.collect()
    gc.freeze()


def _ask_every_query() -> None:
    import queries

    queries.warm()


def _draw_every_figure() -> None:
    from charts.catalogue import FIGURES
    from charts.look import LIGHT
    from exports.view import View
    from queries import Filters

    for name in FIGURES:
        View.of(name, Filters()).plot(LIGHT)


def _announce(release: str) -> None:
    """Print the address, and open it where there is a screen: `streamlit run` does neither for an app with its own routes."""
    url = server_util.get_url(config.get_option("browser.serverAddress"))
    sys.stdout.write(f"\n  SCO Chairmanship Dashboard, release {release}\n  {url}\n\n")
    sys.stdout.flush()
    if not config.get_option("server.headless"):
        asyncio.get_running_loop().call_later(0.5, cli_util.open_browser, url)  # by then the port is open
