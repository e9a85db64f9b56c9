"""A unit chart: one mark a row, in lines by group, the marks of one kind side by side."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import plot
from charts.look import Look

Mark = Callable[[str, Look, int], dict[str, Any]]


def draw_units(
    frame: pd.DataFrame, look: Look, group: str, kind: str, kinds: Sequence[str], mark: Mark, hover: Sequence[str], key: dict[str, Any], key_lines: int
) -> go.Figure:
    """Lines of marks, one line (or more, where it would grow too long) a value of `group`, in the order of the rows.

    kind: the column that gives a mark its form; kinds: their order; mark: marker of a kind; hover: a text a row.
    """
    groups: dict[str, list[int]] = {}
    forms: dict[str, list[int]] = {}
    for position, name, form in zip(frame.index.tolist(), frame[group], frame[kind], strict=True):
        groups.setdefault(name, []).append(position)
        forms.setdefault(form, []).append(position)
    per_line = 26 if look.narrow else min(max(26, *map(len, groups.values())), 46)
    places: dict[int, tuple[int, float]] = {}
    labels: list[tuple[str, float, int]] = []
    at = 0.0
    for name, rows in groups.items():
        at += 0.75 if look.narrow else 0
        labels.append((name, at, len(rows)))
        for i, position in enumerate(rows):
            places[position] = (i % per_line, at + i // per_line)
        at += (len(rows) - 1) // per_line + 1.35
    traces = []
    for value in [*kinds, *sorted(set(forms) - set(kinds))]:
        if rows := forms.get(value):
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "name": value,
                    "x": [places[row][0] for row in rows],
                    "y": [places[row][1] for row in rows],
                    "customdata": rows,
                    "text": [hover[row] for row in rows],
                    "hovertemplate": "%{text}<extra></extra>",
                    "marker": mark(value, look, 10 if look.narrow else 12),
                    "cliponaxis": False,
                }
            )
    return plot(
        traces,
        look,
        int(at * (24 if look.narrow else 21)) + 24 * key_lines + 24,
        annotations=[key, *_labels(labels, look)],
        margin={"l": 6 if look.narrow else 44 + 7 * max(len(name) for name in groups), "r": 8, "t": 24 * key_lines + 12, "b": 6},
        xaxis={"visible": False, "range": [-0.6, per_line - 0.4], "fixedrange": True},
        yaxis={"visible": False, "range": [at - 0.6, -1.4 if look.narrow else -0.8], "fixedrange": True},
    )


def _labels(labels: Sequence[tuple[str, float, int]], look: Look) -> list[dict[str, Any]]:
    notes = []
    for name, at, n in labels:
        place = (
            {"x": -0.5, "y": at - 0.42, "xanchor": "left", "yanchor": "bottom"}
            if look.narrow
            else {"x": 0, "xref": "paper", "y": at, "xanchor": "right", "xshift": -8}
        )
        notes.append({**place, "text": f"{name} <b>{n}</b>", "showarrow": False, "font": {"color": look.ink, "size": 14}})
    return notes
