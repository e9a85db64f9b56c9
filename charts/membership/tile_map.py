"""The tile map: the status of every state on one day."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, key, plot
from charts.look import Look, ordered
from charts.marks import each
from charts.membership.statuses import KEY_LINE, LETTERS, NONE, ORDER, colour, counted, in_text, name
from charts.membership.tiles import COLUMNS, places
from charts.words import day, wrapped

TILE_PIXELS = 64
HALF = 0.47


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Equal tiles with code, letter of the status and name; frame as of `membership_on_day.sql`."""
    at = places(list(frame["iso3"]))
    rows = max(row for _, row in at.values()) + 1
    shapes, notes = [], []
    for row in each(frame):
        x, y = at[str(row.iso3)]
        held = row.status != NONE
        fill = colour(str(row.status), look) if held else look.band
        shapes.append(
            {
                "type": "rect",
                "x0": x - HALF,
                "x1": x + HALF,
                "y0": y - HALF,
                "y1": y + HALF,
                "layer": "below",
                "fillcolor": fill,
                "line": {"width": 1, "color": fill if held else look.quiet, "dash": "solid" if held else "dot"},
            }
        )
        notes.append({"x": x, "y": y, "text": _label(row, look.narrow), "font": {"color": look.on(fill) if held else look.ink, "size": 12}})
    hits = {
        "type": "scatter",
        "mode": "markers",
        "x": [at[iso3][0] for iso3 in frame["iso3"]],
        "y": [at[iso3][1] for iso3 in frame["iso3"]],
        "marker": {"size": 38, "opacity": 0, "symbol": "square"},
        "customdata": frame.index.tolist(),
        "text": [_hover(row) for row in each(frame)],
        "hovertemplate": "%{text}<extra></extra>",
    }
    shown = ordered(list(frame["status"]), (*ORDER, NONE))
    per_line = 2 if look.narrow else 6
    signs = key([(LETTERS.get(status, "?"), colour(status, look) if status != NONE else look.quiet, name(status)) for status in shown], per_line)
    lines = -(-len(shown) // per_line)
    hidden = {"visible": False, "fixedrange": True, "showgrid": False}
    return plot(
        [hits],
        look,
        TILE_PIXELS * rows + KEY_LINE * lines + 20,
        shapes=shapes,
        annotations=[*notes, signs | {"text": f"<b>{signs['text']}</b>"}],
        xaxis={**hidden, "range": [-0.5, COLUMNS - 0.5]},
        yaxis={**hidden, "range": [rows - 0.5, -0.5]},
        margin={"l": 4, "r": 4, "t": KEY_LINE * lines + 12, "b": 4},
    )


def _label(row: Any, narrow: bool) -> str:
    letter = LETTERS.get(row.status, "?")
    if narrow:
        return f"<b>{row.iso3}</b><br>{letter}"
    return f"<b>{row.iso3} {letter}</b><br>{wrapped(row.country, 12)}"


def _hover(row: Any) -> str:
    held = f"{name(row.status)} since {day(row.since)}" if row.status != NONE else "No status on this day"
    step = ""
    if row.latest_step and (row.status == NONE or row.latest_step_on != row.since):
        step = f"<br>Latest step: {row.latest_step} ({in_text(row.latest_step_status)}), {day(row.latest_step_on, row.latest_step_precision)}"
    return f"<b>{row.country}</b><br>{held}{step}"


def groups(frame: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """The states of each status on the day, in the order of the statuses; states without a status are left out."""
    held = frame[frame["status"] != NONE]
    return [(status, held[held["status"] == status]["country"].tolist()) for status in ordered(list(held["status"]), ORDER)]


def _day(frame: pd.DataFrame) -> str:
    return day(frame["as_of"].iloc[0])


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the states of each status on the day."""
    told = "; ".join(f"{counted(status, len(states))}: {', '.join(states)}" for status, states in groups(frame))
    return f"Tile map of {len(frame)} states on {_day(frame)}. {told or 'No state had a status'}."


def finding(frame: pd.DataFrame) -> str:
    """How many states held each status on the day."""
    parts = [counted(status, len(states)) for status, states in groups(frame)]
    if not parts:
        return f"No state had a status on {_day(frame)}"
    if not (frame["status"] == "member").any():
        parts = ["no members", *parts]
    told = ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else parts[0]
    return f"{told[:1].upper()}{told[1:]} on {_day(frame)}"


FIGURE = Figure(
    name="membership-map",
    page="membership",
    measure="Status of each state on one day",
    query="membership/map",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="steps",
    method="Every state that ever took a step is one tile of the same size. "
    "Tiles stand roughly west to east and north to south; they show no borders and measure nothing. "
    "Letters: M member, O observer, D dialogue partner, P SCO partner, 5 Shanghai Five, – no status on this day. "
    "A status counts from its effective step (founding, accession or the decision of the summit) until the next status of the same state begins. "
    "Before the organisation was founded there were no members; the Shanghai Five stands for itself. "
    "The number of steps counts all steps up to the day, applications included.",
    columns={
        "country": "State",
        "iso3": "Code",
        "status": "Status",
        "since": "Since",
        "latest_step": "Latest step",
        "latest_step_status": "Status concerned",
        "latest_step_on": "Date of the step",
        "latest_step_precision": "Date known to the",
    },
    height=426,
)
