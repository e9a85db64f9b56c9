"""What a request may ask for in its query string, and what is said about the rest."""

from collections.abc import Iterable

from starlette.requests import Request

import queries
from queries import FIELDS, Filters
from server.api.answers import Problem

ALWAYS = {"rel"}
LONGEST = 8_000


def refuse_unknown(request: Request, allowed: Iterable[str]) -> None:
    """Raises a Problem when the query string is too long or names what is not allowed: a misspelt filter must not pass as no filter."""
    if len(request.url.query) > LONGEST:
        raise Problem(400, "Query too long", f"The query string has more than {LONGEST} characters.", "Leave out filters; no filter means all rows.")
    allowed = set(allowed) | ALWAYS
    unknown = [name[:40] for name in request.query_params if name not in allowed]
    if unknown:
        raise Problem(400, "Unknown parameter", f"No parameter is called {', '.join(dict.fromkeys(unknown))}.", f"Choose from {', '.join(sorted(allowed))}.")


def filters(request: Request) -> Filters:
    """The filters of the query string, as a page reads them; raises a Problem that lists every value that cannot be used."""
    refuse_unknown(request, FIELDS)
    raw = {name: request.query_params.getlist(name) for name in FIELDS if name in request.query_params}
    chosen, dropped = Filters.parse(raw, queries.vocabulary())
    if dropped:
        choices = queries.vocabulary().choices
        allowed = {bad.name: list(choices[bad.name].values()) for bad in dropped if bad.name in choices}
        raise Problem(400, "Unusable filter value", "; ".join(map(str, dropped)), "Correct or leave out the value; no value means all.", allowed=allowed)
    return chosen
