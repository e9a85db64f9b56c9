"""What a figure is: the entry of the catalogue that ties a query to its drawing, its words and its table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.form import Fit, stout, whole
from charts.look import EDGE, Look


class Plotted(go.Figure):
    """A drawn figure, made of plain dicts and lists, which will not be changed. Plotly copies a figure when it is begun and whenever it is written out,
    which takes longer than to draw and to write it.

    It is a figure to those who write figures out, and has nothing else of one.
    """

    def __init__(self, told: dict[str, Any]) -> None:
        object.__setattr__(self, "_told", told)

    def to_dict(self) -> dict[str, Any]:
        """The figure as dicts and lists, which stay shared."""
        return dict(object.__getattribute__(self, "_told"))

    def laid(self, **layout: Any) -> "Plotted":
        """The same figure with these parts of its layout."""
        told = self.to_dict()
        return Plotted({**told, "layout": {**told["layout"], **layout}})

    def between(self, first: str, last: str) -> "Plotted":
        """The same figure between two days of its first axis."""
        return self.laid(xaxis={**self.to_dict()["layout"]["xaxis"], "range": [first, last]})


Draw = Callable[..., Plotted]
Words = Callable[..., str]


@dataclass(frozen=True)
class Figure:
    """One figure of the catalogue.

    name: id in links and file names; page: the page that shows it; measure: the title when no finding can be stated;
    query: name of the `.sql` file; draw(frame, look): Plotly figure; describe(frame): alt text;
    finding(frame): a title computed from the rows, or "" when none is safe; noun: what is counted ("documents");
    method: how it is counted, for the Method tab; columns: column -> heading of the table;
    backdrop: a second query whose rows (shaded terms, for instance) are passed to draw as `backdrop`;
    height: pixels, kept when the chart is empty; empty: what an empty chart says, before "for these filters" or "in this dataset";
    clickable: whether marks carry the position of their row as customdata;
    fit(frame, form): the rows in parts that the form has room for, with words for what is left out;
    caution(frame): one line beneath the chart that says how far its rows carry, computed from them;
    rowwise: whether it draws a mark for every row, so that of very many the first alone are drawn;
    decimals: column -> how many decimals its marks are said with, so that a caption beside them says the same.
    """

    name: str
    page: str
    measure: str
    query: str
    draw: Draw
    describe: Words
    noun: str
    method: str
    columns: Mapping[str, str]
    finding: Words | None = None
    backdrop: str | None = None
    height: int = 360
    empty: str = "No rows"
    rowwise: bool = False
    clickable: bool = True
    formats: Mapping[str, str] = field(default_factory=dict)
    fit: Fit = whole
    caution: Words | None = None
    decimals: Mapping[str, int] = field(default_factory=dict)

    def title(self, frame: pd.DataFrame) -> str:
        """The finding when the rows allow one, else the measure."""
        return (self.finding(frame) if self.finding is not None and len(frame) else "") or self.measure


def plot(traces: list[dict[str, Any]], look: Look, height: float, margin: Mapping[str, float] | None = None, **layout: Any) -> Plotted:
    """A Plotly figure from plain dicts and lists, on the template of the look.

    height and margin (l, r, t, b; what is not given is the usual edge) are pixels at scale 1; here alone they are brought to the scale of the look.
    A form of a size of its own has the last word on height and width, and draws marks and lines in its weight.
    Plotly's check of every property takes nine tenths of the time of a page; it is left to the tests, which run it on every figure.
    """
    if margin is not None:
        layout["margin"] = {side: look.px(margin.get(side, EDGE)) for side in "lrtb"}
    form = look.form
    if form.weight != 1:
        traces, layout = stout(traces, form.weight), {**layout, "shapes": stout(layout.get("shapes") or [], form.weight)}
    size = {"height": form.height or look.px(height), **({"width": form.width} if form.width else {})}
    return Plotted({"data": traces, "layout": {"template": look.template(), **size, **layout}})


def blank(look: Look, height: float, words: str) -> Plotted:
    """A figure of the usual size that says in its middle why it is empty."""
    note = {
        "text": words,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "showarrow": False,
        "font": {"color": look.quiet, "size": look.size("heading")},
    }
    hidden = {"visible": False}
    return plot([], look, height, xaxis=hidden, yaxis=hidden, annotations=[note])
