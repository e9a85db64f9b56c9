"""The country ladder: one row a state, its statuses as spans, its steps as marks."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, key, plot
from charts.look import Look, ordered
from charts.statuses import LETTERS, ORDER, colour, counted, in_text, name, step_keys, step_shape
from charts.words import day, plural, wrapped

ROW, ROW_NARROW = 27, 42
PLOT_PIXELS, PLOT_PIXELS_NARROW = 800, 330
DAY_MS = 86_400_000
UNCERTAIN = {"month": 30, "year": 365}


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Spans coloured and lettered by status, marks shaped by kind of step; frame as of `country_ladder.sql`."""
    states = list(dict.fromkeys(frame["country"]))
    rows = {state: i for i, state in enumerate(states)}
    first, last = _bounds(frame)
    pixels = (PLOT_PIXELS_NARROW if look.narrow else PLOT_PIXELS) / max((last - first).days, 1)
    traces = _spans(frame, look, rows, pixels)
    traces += _marks(frame, look, rows, pixels)
    steps = step_keys(frame[frame["is_step_shown"]]["step"], look)
    statuses = [(f"■ {LETTERS.get(s, '?')}", colour(s, look), name(s)) for s in ordered(list(frame["status"]), ORDER)]
    hollow = [("○◇□", look.ink, "Only month or year known")] if (frame["is_step_shown"] & (frame["date_precision"] != "day")).any() else []
    per_line = 2 if look.narrow else 5
    signs = key([*statuses, *steps, *hollow], per_line)
    lines = -(-len(statuses + steps + hollow) // per_line)
    notes = [signs]
    if look.narrow:
        notes += [{"x": 0, "xref": "paper", "xanchor": "left", "y": rows[s] - 0.34, "text": s, "font": {"size": 13}} for s in states]
    across = {
        "type": "date",
        "range": [str(first)[:10], str(last + pd.Timedelta(days=max(6 / pixels, 1)))[:10]],
        "fixedrange": True,
        "side": "top",
        "tickformat": "%Y",
        "nticks": 5 if look.narrow else 10,
    }
    down = {
        "tickmode": "array",
        "tickvals": list(rows.values()),
        "ticktext": states,
        "range": [len(states) - 0.4, -0.7],
        "showgrid": False,
        "fixedrange": True,
        "tickfont": {"color": look.ink},
        "showticklabels": not look.narrow,
    }
    height = (ROW_NARROW if look.narrow else ROW) * len(states) + 26 * lines + 50
    return plot(traces, look, height, annotations=notes, barmode="overlay", xaxis=across, yaxis=down, margin={"l": 8, "r": 8, "t": 26 * lines + 34, "b": 8})


def _bounds(frame: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    starts = [frame["shown_from"].min(), frame[frame["is_step_shown"]]["on_date"].min()]
    ends = [frame["shown_until"].max(), frame[frame["is_step_shown"]]["on_date"].max()]
    first, last = min(s for s in starts if not pd.isna(s)), max(e for e in ends if not pd.isna(e))
    return first - pd.Timedelta(days=max((last - first).days // 60, 20)), last


def _spans(frame: pd.DataFrame, look: Look, rows: dict[str, int], pixels: float) -> list[dict[str, Any]]:
    traces = []
    spans = frame[frame["shown_from"] < frame["shown_until"]]
    for status in ordered(list(spans["status"]), ORDER):
        part = spans[spans["status"] == status]
        lengths = [(row.shown_until - row.shown_from).days for row in part.itertuples()]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": name(status),
                "base": [str(d)[:10] for d in part["shown_from"]],
                "x": [n * DAY_MS for n in lengths],
                "y": [rows[state] + (0.12 if look.narrow else 0) for state in part["country"]],
                "width": 0.36 if look.narrow else 0.66,
                "marker": {"color": colour(status, look), "line": {"width": 1, "color": look.paper}},
                "text": [_inside(status, n * pixels) for n in lengths],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "constraintext": "none",
                "textfont": {"color": look.on(colour(status, look)), "size": 11},
                "customdata": part.index.tolist(),
                "hovertext": [_span_hover(row) for row in part.itertuples()],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    return traces


def _inside(status: str, width: float) -> str:
    """The name of the status where it fits into the span, else its letter, else nothing."""
    if width > 6.4 * len(name(status)) + 26:
        return name(status)
    return LETTERS.get(status, "?") if width > 26 else ""


def _marks(frame: pd.DataFrame, look: Look, rows: dict[str, int], pixels: float) -> list[dict[str, Any]]:
    steps = frame[frame["is_step_shown"]]
    shifts = _shifts(steps, (9 if look.narrow else 13) / pixels)
    low = 0.12 if look.narrow else 0
    ranges: dict[str, list[Any]] = {"x": [], "y": []}
    points: dict[str, list[Any]] = {name: [] for name in ("x", "y", "symbol", "fill", "edge", "text", "row")}
    for row, shift in zip(steps.itertuples(), shifts, strict=True):
        vague = UNCERTAIN.get(str(row.date_precision), 0)
        x, y = row.on_date + pd.Timedelta(days=vague // 2), rows[str(row.country)] + low + shift
        if vague:
            ranges["x"] += [str(row.on_date)[:10], str(row.on_date + pd.Timedelta(days=vague))[:10], None]
            ranges["y"] += [y, y, None]
        for part, value in zip(
            points.values(),
            (str(x)[:10], y, step_shape(str(row.step)), look.paper if vague else look.ink, look.ink if vague else look.paper, _step_hover(row), row.Index),
            strict=True,
        ):
            part.append(value)
    lines = {"type": "scatter", "mode": "lines", **ranges, "line": {"color": look.ink, "width": 2}, "hoverinfo": "skip"}
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": points["x"],
        "y": points["y"],
        "marker": {
            "size": 9 if look.narrow else 11,
            "symbol": points["symbol"],
            "color": points["fill"],
            "opacity": 1,
            "line": {"color": points["edge"], "width": 1.4},
        },
        "customdata": points["row"],
        "text": points["text"],
        "hovertemplate": "%{text}<extra></extra>",
    }
    return [lines, marks] if ranges["x"] else [marks]


def _shifts(steps: pd.DataFrame, near_days: float) -> list[float]:
    """Up, down and back to the middle for marks of one state that would cover each other."""
    shifts: list[float] = []
    before: tuple[str, pd.Timestamp] | None = None
    for row in steps.itertuples():
        close = before is not None and before[0] == row.country and (row.on_date - before[1]).days < near_days
        shifts.append((-0.2 if shifts[-1] >= 0 else 0.2) if close else 0.0)
        before = (str(row.country), row.on_date)
    return shifts


def _span_hover(row: Any) -> str:
    until = f" to {day(row.end_on)}" if not pd.isna(row.end_on) else ""
    return f"<b>{row.country}</b><br>{name(row.status)} from {day(row.on_date, row.date_precision)}{until}"


def _step_hover(row: Any) -> str:
    note = f"<br>{wrapped(row.note, 60)}" if row.note else ""
    counts = "<br>The status counts from this step." if row.is_effective else ""
    return f"<b>{row.country}</b>: {row.step} ({in_text(row.status)})<br>{day(row.on_date, row.date_precision)}{counts}{note}"


def _latest(frame: pd.DataFrame) -> tuple[pd.Timestamp, dict[str, int]]:
    spans = frame[frame["shown_from"] < frame["shown_until"]]
    end = spans["shown_until"].max()
    return end, spans[spans["shown_until"] == end].groupby("status", sort=False)["country"].nunique().to_dict()


def describe(frame: pd.DataFrame) -> str:
    """Alt text: states and steps by kind, and the statuses at the end of the time shown."""
    steps = frame[frame["is_step_shown"]]["step"].value_counts()
    kinds = ", ".join(f"{kind} {n}" for kind, n in steps.items()) or "none"
    end, held = _latest(frame)
    now = ", ".join(counted(status, n) for status, n in ((s, held[s]) for s in ordered(list(held), ORDER)))
    close = f" On {day(end)}: {now}." if now else ""
    return f"One row a state, {plural(frame['country'].nunique(), 'states')} by first step. Steps shown: {kinds}.{close}"


def finding(frame: pd.DataFrame) -> str:
    """How many states took how many steps, and how many of them are members at the end."""
    end, held = _latest(frame)
    if not held.get("member"):
        return ""
    return f"{plural(int(frame['is_step_shown'].sum()), 'steps')} of {plural(frame['country'].nunique(), 'states')}; {counted('member', held['member'])} at the end of {end:%Y}"


FIGURE = Figure(
    name="country-ladder",
    page="membership",
    measure="Statuses and steps of each state",
    query="country_ladder",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="steps",
    method="States stand in the order of their first step. A span shows the status held; it begins with the step from which the status counts and ends with the next status of the same state. "
    "An application, a decision to start an accession, a memorandum or a national approval is a step on the path and changes no status by itself. "
    "A hollow mark on a line means that only the month or the year is known; the mark stands in the middle of it. Marks close to each other are set apart up and down. "
    "Spans end with the last year in which a step is recorded; what came later is not in the sources.",
    columns={
        "country": "State",
        "status": "Status concerned",
        "step": "Step",
        "on_date": "Date",
        "date_precision": "Date known to the",
        "is_effective": "Status counts from here",
        "end_on": "Status ended",
        "note": "Note",
    },
    height=860,
    empty="No step and no status in this choice",
)
