"""The flow of priorities from theme to kind to outcome."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, plot
from charts.look import Look
from charts.marks import each
from charts.outcome_scale import OUTCOMES, badge
from charts.words import plural, sentence_case, wrapped

HITS = (0.15, 0.35, 0.5, 0.65, 0.85)
NODE = 0.018
Span = tuple[float, float]


def _columns(frame: pd.DataFrame) -> list[dict[str, int]]:
    """The three columns of the flow: name -> n, in display order."""
    first, second = (frame[frame["step"] == step] for step in ("theme to kind", "kind to outcome"))
    return [
        _sums(first, "origin", "origin_place"),
        _sums(second, "origin", "origin_place"),
        _sums(second, "target", "target_place"),
    ]


def _sums(rows: pd.DataFrame, name: str, place: str) -> dict[str, int]:
    sums: dict[tuple[int, str], int] = {}
    for key, n in zip(zip(rows[place].tolist(), rows[name].tolist(), strict=True), rows["n"].tolist(), strict=True):
        sums[key] = sums.get(key, 0) + n
    return {name: n for (_, name), n in sorted(sums.items())}


def _placed(column: Mapping[str, int], scale: float, gap: float, height: float) -> dict[str, Span]:
    taken = sum(column.values()) * scale + gap * (len(column) - 1)
    at, spans = (height - taken) / 2, {}
    for name, n in column.items():
        spans[name] = (at, at + n * scale)
        at += n * scale + gap
    return spans


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Three columns of nodes with bands as thick as the priorities they carry; frame as of `priority_flow.sql`.

    Bands to kinds have the colour of the theme, bands to outcomes that of the outcome.
    """
    columns = _columns(frame)
    gap = 40.0 if look.narrow else 20.0
    height = 860.0 if look.narrow else 620.0
    most = max(len(column) for column in columns)
    scale = (height - gap * (most - 1)) / max(sum(columns[0].values()), 1)
    spans = [_placed(column, scale, gap, height) for column in columns]
    xs = (0.0, 0.5 - NODE / 2, 1.0 - NODE)
    theme_place = dict(zip(frame["origin"], frame["origin_place"], strict=True))
    shapes: list[dict[str, Any]] = []
    hits: dict[str, list[Any]] = {"x": [], "y": [], "rows": [], "text": []}
    for step, rows in enumerate((frame[frame["step"] == "theme to kind"], frame[frame["step"] == "kind to outcome"])):
        left = {name: span[0] for name, span in spans[step].items()}
        right = {name: span[0] for name, span in spans[step + 1].items()}
        for row in each(rows):
            thick = row.n * scale
            y0, y1 = left[row.origin], right[row.target]
            left[row.origin] += thick
            right[row.target] += thick
            colour = look.theme(int(theme_place[row.origin]) - 1) if step == 0 else look.outcomes.get(row.target, look.quiet)
            shapes.append(_band(xs[step] + NODE, xs[step + 1], y0, y1, thick, colour))
            _hit(hits, row, step, (xs[step] + NODE, xs[step + 1]), (y0 + thick / 2, y1 + thick / 2))
    shapes += [_node(xs[k], span, _ink(look, k, name, theme_place)) for k in range(3) for name, span in spans[k].items()]
    notes = [_label(look, k, name, columns[k][name], xs[k], span) for k in range(3) for name, span in spans[k].items()]
    notes += [_head(look, k, name) for k, name in enumerate(("Theme", "Kind", "Outcome"))]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": hits["x"],
        "y": hits["y"],
        "customdata": hits["rows"],
        "text": hits["text"],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 14, "opacity": 0},
    }
    side = 8 if look.narrow else 168
    return plot(
        [trace],
        look,
        int(height) + 70,
        shapes=shapes,
        annotations=notes,
        margin={"l": side, "r": side, "t": 34, "b": 8},
        xaxis={"visible": False, "range": [0, 1], "fixedrange": True},
        yaxis={"visible": False, "range": [height + 4, -24 if look.narrow else -6], "fixedrange": True},
    )


def _band(x0: float, x1: float, y0: float, y1: float, thick: float, colour: str) -> dict[str, Any]:
    mid = (x0 + x1) / 2
    low0, low1 = y0 + thick, y1 + thick
    upper = f"M {x0:.4f} {y0:.2f} C {mid:.4f} {y0:.2f} {mid:.4f} {y1:.2f} {x1:.4f} {y1:.2f}"
    lower = f"L {x1:.4f} {low1:.2f} C {mid:.4f} {low1:.2f} {mid:.4f} {low0:.2f} {x0:.4f} {low0:.2f} Z"
    return {"type": "path", "path": f"{upper} {lower}", "fillcolor": colour, "opacity": 0.34, "line": {"width": 0}, "layer": "below"}


def _node(x: float, span: Span, colour: str) -> dict[str, Any]:
    return {"type": "rect", "x0": x, "x1": x + NODE, "y0": span[0], "y1": span[1], "fillcolor": colour, "line": {"width": 0}, "layer": "below"}


def _ink(look: Look, column: int, name: str, places: Mapping[str, Any]) -> str:
    if column == 0:
        return look.theme(int(places[name]) - 1)
    return look.outcomes.get(name, look.quiet) if column == 2 else look.quiet


def _hit(hits: dict[str, list[Any]], row: Any, step: int, across: Span, centres: Span) -> None:
    """Invisible marks along the middle of a band, so that it can be pointed at and chosen."""
    target = sentence_case(row.target) if step == 0 else badge(row.target)
    for t in HITS:
        hits["x"].append(round(across[0] + (across[1] - across[0]) * _along(t), 4))
        hits["y"].append(round(centres[0] + (centres[1] - centres[0]) * t * t * (3 - 2 * t), 2))
        hits["rows"].append(row.Index)
        hits["text"].append(f"<b>{plural(row.n, 'priorities')}</b><br>{sentence_case(row.origin)} → {target}")


def _along(t: float) -> float:
    """Where a curve with both handles in the middle stands across, at parameter t."""
    return 1.5 * t * (1 - t) ** 2 + 1.5 * t * t * (1 - t) + t**3


def _label(look: Look, column: int, name: str, n: int, x: float, span: Span) -> dict[str, Any]:
    words = sentence_case(name)
    if look.narrow:
        text = wrapped(words, 12) if column == 0 else wrapped(words, 13)
        place = {
            "x": (0, 0.5, 1)[column],
            "xanchor": ("left", "center", "right")[column],
            "align": ("left", "center", "right")[column],
            "y": span[0],
            "yanchor": "bottom",
            "yshift": 1,
        }
        return {**place, "text": f"{text} <b>{n}</b>", "showarrow": False, "font": {"size": 12, "color": look.ink}}
    middle = {"y": (span[0] + span[1]) / 2, "showarrow": False, "font": {"size": 14, "color": look.ink}}
    if column == 1:
        return {**middle, "x": x + NODE, "xanchor": "left", "xshift": 4, "text": f"{words} <b>{n}</b>", "bgcolor": look.paper, "borderpad": 1, "opacity": 0.92}
    anchor, shift = ("right", -8) if column == 0 else ("left", 8)
    return {**middle, "x": x if column == 0 else x + NODE, "xanchor": anchor, "xshift": shift, "text": f"{words} <b>{n}</b>"}


def _head(look: Look, column: int, text: str) -> dict[str, Any]:
    anchor = ("left", "center", "right")[column] if look.narrow else ("right", "center", "left")[column]
    shift = 0 if look.narrow else (-8, 0, 8)[column]
    return {
        "x": (0, 0.5, 1)[column],
        "y": 1,
        "yref": "paper",
        "xanchor": anchor,
        "xshift": shift,
        "yanchor": "bottom",
        "yshift": 8,
        "text": text,
        "showarrow": False,
        "font": {"color": look.quiet, "size": 13},
    }


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the sums of the three columns and the thickest band of each step."""
    parts = [
        f"{name}: " + ", ".join(f"{key} {n}" for key, n in column.items())
        for name, column in zip(("Themes", "Kinds", "Outcomes"), _columns(frame), strict=True)
    ]
    best = [rows.loc[rows["n"].idxmax()] for _, rows in frame.groupby("step", sort=False)]
    return (
        "Flow of priorities from theme to kind to outcome. "
        + "; ".join(parts)
        + ". Thickest bands: "
        + ", ".join(f"{row['origin']} to {row['target']} {row['n']}" for row in best)
        + "."
    )


def finding(frame: pd.DataFrame) -> str:
    """The most frequent kind and its most frequent outcome; none when either is shared."""
    rows = frame[frame["step"] == "kind to outcome"]
    kinds: Sequence[tuple[str, int]] = sorted(_sums(rows, "origin", "origin_place").items(), key=lambda item: -item[1])
    if len(kinds) < 2 or kinds[0][1] == kinds[1][1]:
        return ""
    name, n = kinds[0]
    ends = rows[rows["origin"] == name].sort_values("n", ascending=False, kind="stable")
    if len(ends) > 1 and ends["n"].iloc[0] == ends["n"].iloc[1]:
        return ""
    total = sum(count for _, count in kinds)
    return f"{n} of {plural(total, 'priorities')} are {name}s; for {ends['n'].iloc[0]} of these {n} the outcome is “{ends['target'].iloc[0]}”"


FIGURE = Figure(
    name="priority-flow",
    page="priorities",
    measure="From theme to kind to outcome",
    query="priorities/flow",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="Every priority passes once from its theme to its kind and once from its kind to its outcome, so the numbers of each column add up to the same n. "
    "A row of the table is one band; a band leads to the priorities in it. The outcome is the state at the close of the chairmanship. "
    f"Order of the outcomes: {', '.join(OUTCOMES)}. Years are those of the statement; a priority without a date stays in.",
    columns={"step": "Step", "origin": "From", "target": "To", "n": "Priorities"},
    native=Native("table"),
    height=690,
    empty="No priorities in the dataset for these filters",
)
