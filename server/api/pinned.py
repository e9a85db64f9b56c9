"""Which release a request asks for: with `rel` that one and no other, else the newest."""

from collections.abc import Callable, Sequence
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

import data
from server.api.answers import Problem

KEY, LONGEST = "rel", 100


def asked(request: Request) -> data.Database:
    """The database that is to answer. Raises a Problem for what is no release id or unknown, and data.Unreadable."""
    return named(request.query_params.getlist(KEY))


def named(ids: Sequence[str]) -> data.Database:
    """The database of the one release that is named, the newest where none is."""
    one = list(dict.fromkeys(ids))
    if not one:
        return data.newest()
    if len(one) > 1 or len(one[0]) > LONGEST:
        raise Problem(400, "No release id", f"{KEY} names more than one release, or has more than {LONGEST} characters.", "Leave it out, or give one id such as that in /api/v1/.")
    try:
        return data.release(one[0])
    except data.NoRelease as error:
        raise Problem(404, "No such release", str(error), f"Leave out {KEY} for the newest; /api/v1/ names it, and table `releases` those before it.") from error


def of_its_release(endpoint: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """The endpoint, answered by the release that the request asks for; a release that can no longer be shown is gone, never replaced by another."""

    @wraps(endpoint)
    def answer(request: Request) -> Response:
        try:
            database = asked(request)
        except data.Unreadable as error:
            raise gone(error) from error
        with data.bound_to(database):
            return endpoint(request)

    return answer


def gone(error: data.Unreadable) -> Problem:
    """What is said of a release that is kept and cannot be shown."""
    return Problem(410, "Release no longer shown", str(error), f"Its tables as they were come from release.zip?{KEY}=…; leave out {KEY} for the newest.")
