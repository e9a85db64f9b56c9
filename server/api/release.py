"""`/release.zip`: the whole dataset of a release."""

from starlette.requests import Request
from starlette.responses import Response

import data
from data.kept import file_of
from exports.text import dataset
from server.api.answers import Problem, send
from server.api.parameters import refuse_unknown
from server.api.pinned import KEY, asked


def archive(request: Request) -> Response:
    """CSV, Parquet, DuckDB, codebook, data package, licence and citation in one archive; of a release that can no longer be shown, its tables as they were kept."""
    refuse_unknown(request, set())
    try:
        database = asked(request)
    except data.Unreadable:
        kept = file_of(data.newest().folder, request.query_params[KEY])
        return send(request, kept.read_bytes, "application/zip", "kept", kept.name, file_name=f"tables_r{kept.name}")
    with data.bound_to(database):
        return _whole(request)


def _whole(request: Request) -> Response:
    try:
        path = dataset.archive()
    except dataset.Unavailable as reason:
        raise Problem(503, "Not available now", str(reason), "Try again later, or take the tables one by one.") from reason
    return send(request, path.read_bytes, "application/zip", "release", file_name=f"{path.stem}_r{data.current().release}.zip")
