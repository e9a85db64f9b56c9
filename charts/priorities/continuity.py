"""Which later priorities continue an earlier one: the linked pairs."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, plot
from charts.look import Look
from charts.marks import each
from charts.outcome_scale import OUTCOMES, badge, marker, sign_key
from charts.words import wrapped
from queries.filters import with_dashes

LEFT, RIGHT = 0.455, 0.545


def _groups(frame: pd.DataFrame) -> list[tuple[str, str, list[list[Any]]]]:
    """(earlier chairmanship, later chairmanship, its links by earlier priority), in the order of the rows."""
    found: dict[tuple[str, str], dict[str, list[Any]]] = {}
    for row in each(frame):
        found.setdefault((row.earlier_chairmanship, row.later_chairmanship), {}).setdefault(row.earlier_id, []).append(row)
    return [(earlier, later, list(links.values())) for (earlier, later), links in found.items()]


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Earlier priorities on the left, later ones on the right, a line for each link; frame as of `priority_continuity.sql`."""
    if look.narrow:
        return _draw_list(frame, look)
    sides: dict[str, list[tuple[float, str, Any]]] = {"earlier": [], "later": []}
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    at = 0.0
    for earlier, later, rows in _groups(frame):
        for x, anchor, label in ((LEFT, "right", earlier), (RIGHT, "left", later)):
            notes.append({"x": x, "y": at, "xanchor": anchor, "text": f"<b>{with_dashes(label)}</b>", "showarrow": False, "font": {"size": 15, "color": look.ink}})
        at += 1
        for same in rows:
            heights = [at + i for i in range(len(same))]
            middle = sum(heights) / len(heights)
            first = same[0]
            sides["earlier"].append((middle, first.earlier_outcome, first))
            notes.append(_title(first.earlier_title, LEFT, middle, look))
            for height, row in zip(heights, same, strict=True):
                sides["later"].append((height, row.later_outcome, row))
                notes.append(_title(row.later_title, RIGHT, height, look))
                shapes.append({"type": "line", "x0": LEFT, "x1": RIGHT, "y0": middle, "y1": height, "line": {"color": look.grid, "width": 3}, "layer": "below"})
            at += len(same)
        at += 0.5
    traces = [trace for side, x in (("earlier", LEFT), ("later", RIGHT)) for trace in _ends(sides[side], side, x, look)]
    return plot(
        traces,
        look,
        int(at * 40) + 44,
        shapes=shapes,
        annotations=[*notes, _pair_key(frame, look)],
        margin={"l": 4, "r": 4, "t": 34, "b": 4},
        xaxis={"visible": False, "range": [0, 1], "fixedrange": True},
        yaxis={"visible": False, "range": [at - 0.6, -0.7], "fixedrange": True},
    )


def _title(text: str, x: float, y: float, look: Look) -> dict[str, Any]:
    anchor, shift = ("right", -12) if x == LEFT else ("left", 12)
    return {
        "x": x,
        "y": y,
        "xanchor": anchor,
        "xshift": shift,
        "align": anchor,
        "text": wrapped(text, 54),
        "showarrow": False,
        "font": {"size": 13, "color": look.ink},
    }


def _ends(points: list[tuple[float, str, Any]], side: str, x: float, look: Look) -> list[dict[str, Any]]:
    traces = []
    for outcome in OUTCOMES:
        here = [(y, row) for y, found, row in points if found == outcome]
        if here:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [x] * len(here),
                    "y": [y for y, _ in here],
                    "customdata": [row.Index for _, row in here],
                    "text": [_hover(row, side) for _, row in here],
                    "hovertemplate": "%{text}<extra></extra>",
                    "marker": marker(outcome, look, 12),
                }
            )
    return traces


def _hover(row: Any, side: str) -> str:
    title, chair, outcome = (getattr(row, f"{side}_{part}") for part in ("title", "chairmanship", "outcome"))
    return f"<b>{wrapped(title, 60)}</b><br>{with_dashes(chair)}<br>{badge(outcome)}"


def _pair_key(frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    both = pd.DataFrame({"outcome": [*frame["earlier_outcome"], *frame["later_outcome"]]})
    return sign_key(both, look)


def _draw_list(frame: pd.DataFrame, look: Look) -> go.Figure:
    """The same pairs one below the other, the later one set in, for a narrow page."""
    points: dict[str, list[tuple[float, str, Any]]] = {"earlier": [], "later": []}
    notes: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    at = 0.0
    for earlier, later, rows in _groups(frame):
        notes.append(
            {
                "x": 0,
                "y": at,
                "xanchor": "left",
                "align": "left",
                "text": f"<b>{with_dashes(earlier)}<br>→ {with_dashes(later)}</b>",
                "showarrow": False,
                "font": {"size": 14},
            }
        )
        at += 2.2
        for same in rows:
            top, first = at, same[0]
            at += _line(notes, points["earlier"], first.earlier_title, first.earlier_outcome, first, 0.03, at)
            for row in same:
                shapes.append({"type": "line", "x0": 0.03, "x1": 0.03, "y0": top + 0.6, "y1": at, "line": {"color": look.grid, "width": 2}, "layer": "below"})
                shapes.append({"type": "line", "x0": 0.03, "x1": 0.11, "y0": at, "y1": at, "line": {"color": look.grid, "width": 2}, "layer": "below"})
                at += _line(notes, points["later"], row.later_title, row.later_outcome, row, 0.11, at)
            at += 0.55
        at += 0.9
    traces = [trace for side, x in (("earlier", 0.03), ("later", 0.11)) for trace in _ends(points[side], side, x, look)]
    return plot(
        traces,
        look,
        int(at * 17) + 100,
        shapes=shapes,
        annotations=[*notes, _pair_key(frame, look)],
        margin={"l": 2, "r": 2, "t": 86, "b": 4},
        xaxis={"visible": False, "range": [0, 1], "fixedrange": True},
        yaxis={"visible": False, "range": [at, -1.2], "fixedrange": True},
    )


def _line(notes: list[dict[str, Any]], points: list[tuple[float, str, Any]], title: str, outcome: str, row: Any, x: float, at: float) -> float:
    """Adds one title with its mark; gives the height it takes in lines."""
    text = wrapped(title, 44 if x < 0.1 else 41)
    notes.append(
        {
            "x": x,
            "y": at,
            "xanchor": "left",
            "xshift": 10,
            "yanchor": "top",
            "yshift": 10,
            "align": "left",
            "text": text,
            "showarrow": False,
            "font": {"size": 13},
        }
    )
    points.append((at, outcome, row))
    return 1.15 * (text.count("<br>") + 1) + 0.15


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many links, and the first of them in words."""
    parts = [f"{with_dashes(later)} to {with_dashes(earlier)}: {sum(map(len, rows))}" for earlier, later, rows in _groups(frame)]
    shown = "; ".join(
        f"“{row.later_title}” ({row.later_outcome}) continues “{row.earlier_title}” ({row.earlier_outcome})" for row in frame.head(5).itertuples()
    )
    return f"Linked pairs of priorities. {'; '.join(parts)}. The first: {shown}."


def finding(frame: pd.DataFrame) -> str:
    """How many later priorities continue earlier ones that had not been achieved, among all pairs."""
    return f"{frame['n_open'].iloc[0]} of {frame['n_pairs'].iloc[0]} later priorities continue one that had been neither adopted nor realised"


LINKS = (
    "A priority continues an earlier one when the dataset links the two (continues_priority_id); "
    "each link is an interpretation that rests on the wording of both. "
)

FIGURE = Figure(
    name="priority-continuity",
    page="priorities",
    measure="Later priorities that continue an earlier one",
    query="priorities/continuity",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method=LINKS + "An earlier priority can be continued by several later ones. The sign is the outcome at the close of the chairmanship that stated it. "
    "A pair is shown when either chairmanship is chosen and when either statement falls into the chosen years; the theme is that of the earlier priority.",
    columns={
        "earlier_title": "Earlier priority",
        "earlier_chairmanship": "Of",
        "earlier_outcome": "Outcome",
        "later_title": "Later priority",
        "later_chairmanship": "Of (later)",
        "later_outcome": "Outcome (later)",
        "theme": "Theme",
    },
    native=Native("table"),
    height=700,
    empty="No linked priorities for these filters",
)
