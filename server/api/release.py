"""`/release.zip`: the whole dataset of the served release."""

from starlette.requests import Request
from starlette.responses import Response

import data
from exports.text import dataset
from server.api.answers import Problem, send
from server.api.parameters import refuse_unknown


def archive(request: Request) -> Response:
    """CSV, Parquet, DuckDB, codebook, data package, licence and citation in one archive."""
    refuse_unknown(request, set())
    try:
        path = dataset.archive()
    except dataset.Unavailable as reason:
        raise Problem(503, "Not available now", str(reason), "Try again later, or take the tables one by one.") from reason
    return send(request, path.read_bytes, "application/zip", "release", file_name=f"{path.stem}_r{data.current().release}.zip")
