"""Stacked bars of a drawn figure as an editable chart."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import pandas as pd

from charts.words import number
from exports.native.drawn import Trace, axes, colour, each, need, plain, title
from exports.native.panels import Axis, Panel, Series

WHOLE, LEEWAY = 100, 1e-6
HATCHES = {"", "/", "\\"}


def read(traces: Sequence[Trace], layout: Mapping[str, Any], frame: pd.DataFrame) -> Panel:
    """The bars as one chart, in the order of the drawing. Raises Unlike where an editable chart cannot say the same."""
    first = traces[0]
    need(all(axes(trace) == axes(first) and trace.get("orientation") == first.get("orientation") for trace in traces), "bars on several axes")
    need(layout.get("barmode") == "stack" and not any("base" in trace or "offset" in trace for trace in traces), "bars that are not stacked")
    along, across = ("y", "x") if first.get("orientation") == "h" else ("x", "y")
    at, size = (layout[name] for name in (axes(first) if along == "x" else axes(first)[::-1]))
    places = _places(traces, at, along)
    names = [labels[place] for labels in [_labels(at)] for place in places] if at.get("ticktext") is not None else [plain(place) for place in places]
    series = [_series(list(group), places, along, across) for _, group in groupby(traces, key=_sort)]
    notes = _notes(layout.get("annotations") or (), along, across, [one.name for one in series])
    categories = tuple(f"{name} ({notes[place]})" if place in notes else name for name, place in zip(names, places, strict=True))
    need(len(set(categories)) == len(categories), "two bars of one name")
    counted = _counted(traces, places, along, across, frame)
    low, high = size.get("range") or (None, None)
    shown = size.get("showticklabels") is not False, size.get("showgrid") is not False
    if counted is not None and first.get("orientation") == "h":
        series = [_with(one, values) for one, values in zip(series, counted, strict=True)]
        return Panel("share bar", "", categories, tuple(series), Axis(title(at)), Axis(title(size), 0.0, 1.0, *shown))
    need(low is not None, "an axis without a range")
    need(all(_told(one) for one in series), "numbers that are not those of the bars")
    kind = "stacked bar" if along == "y" else "stacked column"
    return Panel(kind, "", categories, tuple(series), Axis(title(at)), Axis(title(size), float(low), float(high), *shown))


def _sort(trace: Trace) -> tuple[str, str, str]:
    """What makes neighbours one series: name, colour, hatching."""
    return str(trace["name"]), str(trace["marker"]["color"]), str(trace["marker"].get("pattern", {}).get("shape") or "")


def _places(traces: Sequence[Trace], axis: Mapping[str, Any], along: str) -> list[Any]:
    """The places of the bars from top to bottom, or from left to right."""
    found = list(dict.fromkeys(place for trace in traces for place in trace[along]))
    order = list(axis.get("categoryarray") if axis.get("categoryarray") is not None else [])
    if order:
        need(set(found) <= set(order), "a bar without a place")
        ranked = [place for place in order if place in found]
    else:
        need(not any(isinstance(place, str) for place in found), "bars without an order")
        ranked = sorted(found)
    low, high = axis.get("range") or (0, 1)
    is_rising = (low < high) == (along == "x")
    return ranked if is_rising else ranked[::-1]


def _labels(axis: Mapping[str, Any]) -> dict[Any, str]:
    return {place: plain(text) for place, text in zip(axis["tickvals"], axis["ticktext"], strict=True)}


def _series(traces: Sequence[Trace], places: Sequence[Any], along: str, across: str) -> Series:
    values: dict[Any, float] = {}
    labels: dict[Any, str] = {}
    for trace in traces:
        for place, value, text in zip(trace[along], trace[across], each(trace.get("text"), len(trace[along]), ""), strict=True):
            values[place] = values.get(place, 0) + float(value)
            labels[place] = plain(text)
    marker = traces[0]["marker"]
    need(isinstance(marker["color"], str), "bars of several colours")
    pattern = marker.get("pattern", {})
    hatch, stripes = pattern.get("shape") or "", pattern.get("fgcolor") or ""
    need(hatch in HATCHES and (not hatch or isinstance(stripes, str)), "a pattern that an editable chart does not know")
    return Series(
        plain(traces[0]["name"]),
        colour(marker["color"]),
        tuple(values.get(place) for place in places),
        tuple(labels.get(place, "") for place in places),
        hatch=hatch,
        stripes=colour(stripes) if hatch else "",
    )


def _told(one: Series) -> bool:
    """Whether every label is the number of its bar."""
    return all(label in ("", number(value or 0)) for label, value in zip(one.labels, one.values, strict=True))


def _with(one: Series, values: Sequence[float | None]) -> Series:
    made = replace(one, values=tuple(values))
    need(_told(made), "numbers that are not those of the bars")
    return made


def _notes(notes: Sequence[Mapping[str, Any]], along: str, across: str, names: Sequence[str]) -> dict[Any, str]:
    """The words at the end of bars, by place. The key is told by the legend; other notes have no place in an editable chart."""
    found: dict[Any, str] = {}
    for note in notes:
        text = plain(note["text"])
        if note.get("yref") == "paper":
            need(all(name in text for name in names), f"a note: {text[:40]}")
        else:
            found[note[along]] = text
    return found


def _counted(traces: Sequence[Trace], places: Sequence[Any], along: str, across: str, frame: pd.DataFrame) -> list[list[float | None]] | None:
    """The numbers behind bars that are drawn as shares of 100, a list a series; None where the bars are no such shares."""
    if "n" not in frame or not all(len(set(map(_sort, group))) == 1 for group in ([trace] for trace in traces)):
        return None
    made: list[dict[Any, float]] = []
    for trace in traces:
        rows = list(trace.get("customdata") or ())
        if len(rows) != len(trace[along]) or None in rows:
            return None
        made.append({place: float(frame["n"].iloc[row]) for place, row in zip(trace[along], rows, strict=True)})
    sums = {place: sum(values.get(place, 0) for values in made) for place in places}
    shares = [(value, made[i][place], sums[place]) for i, trace in enumerate(traces) for place, value in zip(trace[along], trace[across], strict=True)]
    if len({_sort(trace) for trace in traces}) != len(traces) or not all(whole and abs(share - WHOLE * n / whole) < LEEWAY for share, n, whole in shares):
        return None
    return [[values.get(place) for place in places] for values in made]
