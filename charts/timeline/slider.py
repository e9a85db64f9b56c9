"""The range control under a timeline: a strip of bars with two handles."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from charts.axes import hidden_axis
from charts.look import Look

HEIGHT = 34
BARS = 120


def iso(days_since_1970: int) -> str:
    """The day as Plotly wants it."""
    return (date(1970, 1, 1) + timedelta(days=days_since_1970)).isoformat()


def slider(starts: list[int], records: list[int], first: int, last: int, height: int, look: Look) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The trace and the axes of the strip: how many records begin in each part of the span (days since 1970, with the records that begin there; height of the plot in pixels).

    The bars stand on a second axis that takes hardly any room in the plot (with less, Plotly gives it all); the time axis is anchored there, else Plotly greys the whole strip.
    The first axis is moved away in the strip, where its marks would be a blur.
    """
    step = max((last - first) // BARS, 1)
    counts: Counter[int] = Counter()
    for start, n in zip(starts, records, strict=True):
        counts[(max(start, first) - first) // step] += n
    trace = {
        "type": "bar",
        "name": "range control",
        "x": [iso(first + part * step) for part in sorted(counts)],
        "y": [counts[part] for part in sorted(counts)],
        "yaxis": "y2",
        "width": step * 86_400_000,
        "offset": 0,
        "hoverinfo": "skip",
        "marker": {"color": look.quiet, "line": {"width": 0}},
    }
    strip = {
        "visible": True,
        "thickness": HEIGHT / height,
        "bgcolor": look.band,
        "bordercolor": look.grid,
        "borderwidth": 1,
        "range": [iso(first), iso(last)],
        "yaxis": {"rangemode": "fixed", "range": [-2, -1]},
    }
    out_of_sight = hidden_axis(0, max(counts.values()), domain=[0, 0.0005], anchor="x")
    return [trace], {"xaxis": {"anchor": "y2", "rangeslider": strip}, "yaxis2": out_of_sight}
