"""Claims on a time axis, one panel below the other, with our counts as short bars."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.axes import date_axis, number_axis, panel, parts
from charts.figure import Plotted, plot
from charts.hover import card, long
from charts.look import Look
from charts.marks import each, grouped, iso
from charts.notes import at_left
from charts.points import middle, points, ranges
from charts.reported.claims import KEY_LINE, claim_key, marker
from charts.reported.panel_numbers import numbers_beside
from charts.words import day, number

GAP = 62.0  # pixels between two panels
DAYS, MONTHS = (7, 14), (1, 2, 3, 6, 12, 24, 60, 120)  # from one tick to the next
AXIS, DATE = 1000, 78  # pixels: the axis on a page, a date under it
HEIGHT = 190  # pixels of a panel
DAYS_OF_MONTH, MILLISECONDS = 30.4, 86_400_000


def draw_in_time(frame: pd.DataFrame, look: Look, titles: Mapping[str, str]) -> Plotted:
    """A panel for each scope that occurs, in the order of `titles` (scope -> heading).

    The rows need subject, scope, side, as_of, date_precision, value, qualifier, n_claims and claimed_by.
    """
    found = grouped(each(frame), lambda row: row.scope)
    panels = [name for name in titles if name in found]
    total = HEIGHT * len(panels)
    span = _span(frame)
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    for k, (name, (start, end)) in enumerate(zip(panels, parts(len(panels), GAP / total), strict=True)):
        x, y, suffix = panel(k)
        traces += [trace | {"xaxis": x, "yaxis": y} for trace in _traces(found[name], look)]
        notes.append(at_left(look, f"<b>{titles[name]}</b>", 1 - start, "heading", yref="paper", yanchor="bottom", yshift=4))
        notes += numbers_beside(found[name], (x, y), span, look)
        top = max(row.value for row in found[name]) or 1
        up = {"domain": [max(1 - end, 0), 1 - start], "nticks": 4, "anchor": x}
        axes[f"xaxis{suffix}"] = date_axis(look, 14, range=[iso(one) for one in span], showgrid=False, anchor=y, **_ticks(span, look))
        axes[f"yaxis{suffix}"] = number_axis(-0.04 * top, 1.25 * top, **up)
    legend = claim_key(frame, look, "counted on that day")
    return plot(
        traces,
        look,
        total + KEY_LINE * legend.lines + 52,
        annotations=[legend.note(look, yshift=36), *notes],
        margin={"r": 12, "t": KEY_LINE * legend.lines + 44},
        **axes,
    )


def _span(frame: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days of all panels, with some room at both ends."""
    first, last = pd.Timestamp(frame["as_of"].min()), pd.Timestamp(frame["as_of"].max())
    room = max((last - first) * 0.03, pd.Timedelta(days=30))
    return (first - room).normalize(), (last + room).normalize()


def _ticks(span: tuple[pd.Timestamp, pd.Timestamp], look: Look) -> dict[str, Any]:
    """Days, months or years on one line: the second line that Plotly begins below a month would lie on the heading of the next panel."""
    days, most = (span[1] - span[0]).days, 4 if look.narrow else min(10, int(look.room(AXIS, 0) / DATE))
    if fine := next((step for step in DAYS if days <= step * most), 0):
        return {"tick0": iso(span[0]), "dtick": fine * MILLISECONDS, "tickformat": "%-d %b %Y"}
    step = next((step for step in MONTHS if days <= step * DAYS_OF_MONTH * most), MONTHS[-1])
    return {"tick0": f"{span[0].year}-01-01", "dtick": f"M{step}", "tickformat": "%Y" if step % 12 == 0 else "%b %Y"}


def _traces(rows: list[Any], look: Look) -> list[dict[str, Any]]:
    """Claims by qualifier and our counts; a line through the claims whose day is not known."""
    over = ranges(((row.as_of, row.date_precision, row.value) for row in rows if row.side == "claimed"), [(look.quiet, 2)])
    bar = {"symbol": "line-ew", "size": 12 if look.narrow else 20, "line": {"color": look.accent, "width": 5}}
    forms = grouped(rows, lambda row: "" if row.side == "counted" else row.qualifier)
    marks = [_points(same, {**marker(form, look, 10), "opacity": 0.85} if form else bar, form or "counted") for form, same in sorted(forms.items())]
    return [*over, *marks]


def _points(rows: list[Any], form: dict[str, Any], name: str) -> dict[str, Any]:
    x = [iso(middle(row.as_of, row.date_precision)) for row in rows]
    return points(x, (row.value for row in rows), (row.Index for row in rows), map(_hover, rows), form, name=name)


def _hover(row: Any) -> str:
    when = day(row.as_of, row.date_precision)
    said = [f"{number(row.value)} counted in the dataset"] if row.side == "counted" else [f"{number(row.value)} claimed", long(row.claimed_by)]
    return card(row.subject, "" if when == row.subject else when, *said, after=f", {row.scope}")
