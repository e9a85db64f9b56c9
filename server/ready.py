"""`/ready`: can this process serve data, and which? Answered without work, so that a busy server still tells that it lives."""

import logging
import time
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

LOOK_EVERY_SECONDS = 2
log = logging.getLogger("dashboard")


@dataclass(frozen=True)
class Seen:
    """What the last look at the data gave: what `/ready` tells, its status, and the dashboard's public address or ""."""

    told: dict[str, object] = field(default_factory=lambda: {"ready": False, "faults": 0})
    status: int = 503
    address: str = ""


_seen = [Seen()]


def look() -> Seen:
    """Look at the data and keep what was seen; the dataset is built anew here when its files have changed."""
    import data  # here as in start.py: DuckDB takes a while to load, and the port opens meanwhile

    try:
        database, notice = data.current(), data.notice()
    except data.DataError as error:
        _seen[0] = Seen({"ready": False, "faults": len(error.faults)})
    else:
        told = {"ready": True, "release": database.release, "rows": database.counts, "notice": notice}
        _seen[0] = Seen(told, 200, database.about.address)
    return _seen[0]


def keep_looking() -> None:
    """Look again every two seconds, for ever: the body of a thread."""
    while True:
        time.sleep(LOOK_EVERY_SECONDS)
        try:
            look()
        except Exception:
            log.exception("The data could not be looked at")


def is_ready() -> bool:
    """True once there is data to serve."""
    return _seen[0].status == 200


def address() -> str:
    """The dashboard's public address as the dataset names it, "" when it names none or is not there yet."""
    return _seen[0].address


async def ready(request: Request) -> JSONResponse:
    """200 with release id, rows per table and the notice to readers (or null); 503 while there is no data to serve."""
    return JSONResponse(_seen[0].told, _seen[0].status, headers={"Cache-Control": "no-store"})


routes = [Route("/ready", ready)]
