"""A view as editable charts: read from the drawn figure, so that they say the same, or not made."""

from dataclasses import dataclass

from charts.look import PRINT
from charts.words import precision_beside
from exports.native import bars, steps
from exports.native.drawn import Unlike, need
from exports.native.panels import Panel
from exports.view import View


@dataclass(frozen=True)
class Editable:
    """The editable charts of a view, side by side, and in words what they leave out of the picture ("" for nothing)."""

    panels: tuple[Panel, ...]
    left_out: str = ""


def editable(view: View) -> Editable | None:
    """The editable charts of a view; None where there are no rows, or where such charts would not say the same as the picture."""
    if view.frame.empty:
        return None
    told = view.plot(PRINT).to_dict()
    traces, layout = told["data"], told["layout"]
    try:
        need(traces and not layout.get("images"), "nothing that has a form")
        if all(trace["type"] == "bar" for trace in traces):
            need(not layout.get("shapes"), "shapes beside the bars")
            return Editable((bars.read(traces, layout, view.frame),), view.parts(PRINT.form)[0].left_out)
        need(all(trace["type"] == "scatter" and (trace.get("line") or {}).get("shape") == "hv" for trace in traces), "neither bars nor steps")
        need(all(shape.get("layer") == "below" for shape in layout.get("shapes") or ()), "shapes over the lines")
        shaded = steps.bands(layout)
        need(not _is_vague(view), "dates known to the month or year, which such a chart would put on a day")
        words = f"The shaded terms of the picture ({', '.join(shaded)}) are not in this chart." if shaded else ""
        return Editable(steps.read(traces, layout), words)
    except Unlike:
        return None


def _is_vague(view: View) -> bool:
    """Whether a date of the rows is known to its month or year alone."""
    beside = {precision_beside(str(column), view.frame.columns) for column in view.frame.columns} - {"", None}
    return any(view.frame[column].isin(["month", "year"]).any() for column in beside)
