"""Claims as marks above the bar of our count, a block for each meeting or chairmanship."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import plot
from charts.look import Look
from charts.reported.claims import Subject, claim_key, marker, subjects
from charts.words import number, plural, sentence_case, wrapped

LANE, BAR, GAP, LINE = 21.0, 17.0, 13.0, 17.0

Name = Callable[[Any], tuple[str, str]]
Point = tuple[float, float, Any]


def _lanes(values: Sequence[float], widths: Sequence[float]) -> list[int]:
    """A lane for each of the rising values, so that a mark and its label never meet the next."""
    ends: list[float] = []
    lanes = []
    for value, width in zip(values, widths, strict=True):
        lane = next((i for i, end in enumerate(ends) if value >= end), len(ends))
        ends[lane : lane + 1] = [value + width]
        lanes.append(lane)
    return lanes


def draw_claims(frame: pd.DataFrame, look: Look, name: Name, counted: str, unit: str) -> go.Figure:
    """A block a subject: the claimed numbers as marks with their value, beneath them the bar of our count.

    name: what stands beside a block, as (bold, plain) words from its first row; counted: what the key calls the bar;
    unit: the noun of the numbers.
    """
    top = float(frame["value"].max()) or 1.0
    reach = top * (1.34 if look.narrow else 1.15)
    pixel = reach / (310 if look.narrow else 830)
    marks: dict[str, list[Point]] = {}
    bars: list[Point] = []
    notes: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    at = 0.0
    for subject in subjects(frame):
        at += 22 if look.narrow else 0
        widths = [pixel * (26 + 7.5 * len(_value(row))) for row in subject.claimed]
        lanes = _lanes([row.value for row in subject.claimed], widths)
        height = (max(lanes, default=0) + 1) * LANE
        words = name(subject.first)
        spare = max(0.0, LINE * _lines(words, look) - height - BAR) / 2  # a name of three lines needs more than a mark and a bar
        at += spare
        for row, lane in zip(subject.claimed, lanes, strict=True):
            y = at + lane * LANE + LANE / 2
            marks.setdefault(str(row.qualifier), []).append((float(row.value), y, row))
            notes.append(_value_words(row, y, look))
        bar = at + height + BAR / 2
        notes += [_name(words, at, bar, look), _count_words(subject, bar, look, counted)]
        if (count := subject.count) is not None:
            bars.append((count, bar, subject.counted))
            shapes.append(_line(look.accent, x0=count, x1=count, y0=at + 2, y1=bar, dash="dot"))
        at += height + BAR + GAP + spare
        shapes.append({**_line(look.grid, x0=0, x1=1, y0=at - GAP / 2, y1=at - GAP / 2), "xref": "paper"})
    legend, lines = claim_key(frame, look, counted)
    return plot(
        [*_bars(bars, look, unit, counted), *_marks(marks, look, unit)],
        look,
        int(at) + 24 * lines + 40,
        annotations=[legend, *notes],
        shapes=shapes,
        barmode="overlay",
        margin={"l": 4 if look.narrow else 206, "r": 6, "t": 24 * lines + 10, "b": 8},
        xaxis={"range": [-top * 0.012, reach], "fixedrange": True, "side": "bottom", "nticks": 6 if look.narrow else 10},
        yaxis={"visible": False, "range": [at - GAP / 2, -2], "fixedrange": True},
    )


def _value(row: Any) -> str:
    return f"{number(row.value)} ×{row.n_claims}" if row.n_claims > 1 else number(row.value)


def _value_words(row: Any, y: float, look: Look) -> dict[str, Any]:
    place = {"x": row.value, "y": y, "xanchor": "left", "xshift": 8, "bgcolor": look.paper, "borderpad": 0}
    return {**place, "text": _value(row), "showarrow": False, "font": {"size": 13, "color": look.ink}}


def _line(colour: str, dash: str = "solid", **ends: float) -> dict[str, Any]:
    return {"type": "line", **ends, "line": {"color": colour, "width": 1, "dash": dash}, "layer": "below"}


def _name(words: tuple[str, str], top: float, bar: float, look: Look) -> dict[str, Any]:
    bold, plain = words
    if look.narrow:
        return {
            "xref": "paper",
            "x": 0,
            "y": top - 2,
            "xanchor": "left",
            "yanchor": "bottom",
            "text": f"<b>{bold}</b> {plain}",
            "showarrow": False,
            "font": {"size": 13},
        }
    text = _beside(words)
    return {
        "xref": "paper",
        "x": 0,
        "y": (top + bar) / 2,
        "xanchor": "right",
        "xshift": -10,
        "align": "right",
        "text": text,
        "showarrow": False,
        "font": {"size": 13},
    }


def _beside(words: tuple[str, str]) -> str:
    bold, plain = words
    return f"<b>{wrapped(bold, 28)}</b><br>{wrapped(plain, 30)}"


def _lines(words: tuple[str, str], look: Look) -> int:
    return 0 if look.narrow else _beside(words).count("<br>") + 1


def _count_words(subject: Subject, bar: float, look: Look, counted: str) -> dict[str, Any]:
    count = subject.count
    if count is None:
        plans = "events planned" in subject.names
        text, colour, x = ("plans are not counted" if plans else "not recorded, so not counted"), look.quiet, 0.0
    else:
        text, colour, x = f"<b>{number(count)}</b> {counted.split()[0]}", look.accent, count
    return {"x": x, "y": bar, "xanchor": "left", "xshift": 5, "text": text, "showarrow": False, "font": {"size": 12, "color": colour}}


def _bars(bars: list[Point], look: Look, unit: str, counted: str) -> list[dict[str, Any]]:
    if not bars:
        return []
    return [
        {
            "type": "bar",
            "orientation": "h",
            "x": [count for count, _, _ in bars],
            "y": [y for _, y, _ in bars],
            "width": 10,
            "customdata": [row.Index for _, _, row in bars],
            "hovertext": [f"<b>{row.subject}</b><br>{row.scope}<br>{plural(int(count), unit)} {counted}" for count, _, row in bars],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "marker": {"color": look.accent},
        }
    ]


def _marks(marks: dict[str, list[Point]], look: Look, unit: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": qualifier,
            "x": [x for x, _, _ in points],
            "y": [y for _, y, _ in points],
            "customdata": [row.Index for _, _, row in points],
            "text": [_hover(row, unit) for _, _, row in points],
            "hovertemplate": "%{text}<extra></extra>",
            "marker": marker(qualifier, look),
            "cliponaxis": False,
        }
        for qualifier, points in sorted(marks.items())
    ]


def _hover(row: Any, unit: str) -> str:
    """What is said when a claim is pointed at: subject, number, claimants."""
    claim = f"{sentence_case(row.qualifier)} {number(row.value)} {unit}, claimed by"
    return f"<b>{row.subject}</b><br>{row.scope}<br>{claim}<br>{wrapped(row.claimed_by, 60)}"
