"""`/ready`: can this process serve data, and which?"""
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


def ready(request: Request) -> JSONResponse:
    """200 with release id, rows per table and the notice to readers (or null); 503 with the reason while there is no data to serve."""
    import data

    try:
        database = data.current()
    except data.DataError as error:
        return JSONResponse({"ready": False, "faults": len(error.faults)}, status_code=503)
    return JSONResponse({"ready": True, "release": database.release, "rows": database.counts, "notice": data.notice()}, headers={"Cache-Control": "no-store"})


routes = [Route("/ready", ready)]
