"""The range control under a timeline: a strip of bars with two handles."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from charts.look import Look

HEIGHT = 34
BARS = 120
ABOVE = 2  # the bars stand this many heights above the plot, where only the strip shows them


def iso(days_since_1970: int) -> str:
    """The day as Plotly wants it."""
    return (date(1970, 1, 1) + timedelta(days=days_since_1970)).isoformat()


def slider(starts: list[int], first: int, last: int, whole: int, look: Look) -> tuple[dict[str, Any], dict[str, Any]]:
    """A trace and the axis option of the strip: how many records begin in each part of the span (days since 1970; plot height `whole`)."""
    step = max((last - first) // BARS, 1)
    counts = Counter((max(start, first) - first) // step for start in starts)
    most, floor = max(counts.values()), whole * ABOVE
    trace = {
        "type": "bar",
        "name": "range control",
        "x": [iso(first + part * step) for part in sorted(counts)],
        "y": [round(whole * counts[part] / most, 2) for part in sorted(counts)],
        "base": floor,
        "width": step * 86_400_000,
        "offset": 0,
        "hoverinfo": "skip",
        "marker": {"color": look.quiet, "line": {"width": 0}},
    }
    strip = {
        "visible": True,
        "thickness": HEIGHT / (whole * 3),
        "bgcolor": look.band,
        "bordercolor": look.grid,
        "borderwidth": 1,
        "range": [iso(first), iso(last)],
        "yaxis": {"rangemode": "fixed", "range": [floor, floor + whole * 1.1]},
    }
    return trace, strip
