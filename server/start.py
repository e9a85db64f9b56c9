"""Start of the server: the data is built and every query run once before the port opens."""
import asyncio
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
import queries
from server.compressed import store


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Build and warm the data, then serve. Bad data: all faults on stderr, exit code not 0, the port stays closed."""
    try:
        release = await to_thread.run_sync(_warm)
    except data.DataError as error:
        sys.stderr.write(f"The dashboard was not started. {error}\n")
        logging.getLogger("uvicorn.error").disabled = True  # it would add a traceback below the faults
        raise SystemExit(1) from error
    Thread(target=store().fill, name="compress", daemon=True).start()
    _announce(release)
    yield


def _warm() -> str:
    database = data.current()
    queries.warm()
    return database.release


def _announce(release: str) -> None:
    """Print the address, and open it where there is a screen: `streamlit run` does neither for an app with its own routes."""
    url = server_util.get_url(config.get_option("browser.serverAddress"))
    sys.stdout.write(f"\n  SCO Chairmanship Dashboard, release {release}\n  {url}\n\n")
    sys.stdout.flush()
    if not config.get_option("server.headless"):
        asyncio.get_running_loop().call_later(0.5, cli_util.open_browser, url)  # by then the port is open
