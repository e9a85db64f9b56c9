"""`/figures/{figure}.{csv,json,xlsx}`: the rows of a figure under the filters of its page."""

import json

from starlette.requests import Request
from starlette.responses import Response

from charts.catalogue import FIGURES
from exports import citation
from exports.formats import FORMATS
from exports.text import rows_json
from exports.view import View
from server.api.answers import Problem, send
from server.api.parameters import filters

ENDINGS = ("csv", "json", "xlsx")


def figure(request: Request) -> Response:
    """The rows that the figure's card shows for the same filters."""
    name, ending = request.path_params["figure"], request.path_params["ending"]
    if name not in FIGURES:
        raise Problem(404, "No such figure", f"“{name[:60]}” is no figure of this dashboard.", f"Choose one of {', '.join(FIGURES)}.")
    if ending not in ENDINGS:
        raise Problem(406, "No such format", f"Figures do not come as “{ending[:20]}” here.", f"Choose one of {', '.join(ENDINGS)}.")
    view = View.of(name, filters(request))
    # All but the rows alone carry the day on which they were taken.
    day = "" if ending == "csv" else citation.today().isoformat()
    identity = ("figure", name, ending, json.dumps(view.parameters, default=str), day)
    if ending == "json":
        return send(request, lambda: rows_json.to_json(view), "application/json", *identity)
    chosen = FORMATS[ending]
    return send(request, lambda: chosen.make(view), chosen.mime.partition(";")[0], *identity, file_name=view.file_name(ending))
