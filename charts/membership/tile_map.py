"""The tile map: the status of every state on one day."""

from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.figure import Figure, Plotted, plot
from charts.hover import card
from charts.keys import key
from charts.look import Look, ordered
from charts.marks import each
from charts.membership.statuses import KEY_LINE, NONE, colour, counted, in_text, is_full, letter, name, order
from charts.membership.tiles import columns, places
from charts.notes import note
from charts.points import hits
from charts.shapes import cell
from charts.words import day, plural, sentence_case, wrapped

TILE_PIXELS = 64
HALF = (0.47, 0.47)


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Equal tiles with code, letter of the status and name; frame as of `membership_on_day.sql`."""
    placed = frame[frame["tile_column"].notna()]
    at = places(list(frame["iso3"]), {row.iso3: (int(row.tile_column), int(row.tile_row)) for row in each(placed)})
    states = list(each(frame))
    lines = max(y for _, y in at.values()) + 1
    shown = ordered(list(frame["status"]), (*order(), NONE))
    legend = key([(letter(status), colour(status, look), name(status)) for status in shown], look, 6)
    return plot(
        [hits((at[row.iso3][0] for row in states), (at[row.iso3][1] for row in states), frame.index, map(_hover, states), 38)],
        look,
        TILE_PIXELS * lines + KEY_LINE * legend.lines + 20,
        shapes=[_tile(row, *at[row.iso3], look) for row in states],
        annotations=[*(_words(row, *at[row.iso3], look) for row in states), legend.note(look, is_bold=True)],
        xaxis=hidden_axis(-0.5, columns(at) - 0.5),
        yaxis=hidden_axis(lines - 0.5, -0.5),
        margin={"l": 4, "r": 4, "t": KEY_LINE * legend.lines + 12, "b": 4},
    )


def _tile(row: Any, x: int, y: int, look: Look) -> dict[str, Any]:
    if row.status == NONE:
        return cell(x, y, HALF, look.band) | {"line": {"width": 1, "color": look.quiet, "dash": "dot"}}
    return cell(x, y, HALF, colour(row.status, look), edge=colour(row.status, look))


def _words(row: Any, x: int, y: int, look: Look) -> dict[str, Any]:
    sign = letter(row.status)
    text = f"<b>{row.iso3}</b><br>{sign}" if look.narrow else f"<b>{row.iso3} {sign}</b><br>{wrapped(row.country, 12)}"
    words = note(look, text, x, y, "note", look.ink if row.status == NONE else look.on(colour(row.status, look)))
    if look.form.height and text.count("<br>") > 1:  # three lines in a tile that cannot grow
        words["font"]["size"] = look.form.smallest
    return words


def _hover(row: Any) -> str:
    held = f"{name(row.status)} since {day(row.since, row.since_precision)}" if row.status != NONE else "No status on this day"
    step = ""
    if row.latest_step and (row.status == NONE or row.latest_step_on != row.since):
        step = f"Latest step: {row.latest_step} ({in_text(row.latest_step_status)}), {day(row.latest_step_on, row.latest_step_precision)}"
    return card(row.country, held, step)


def groups(frame: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """The states of each status on the day, in the order of the statuses; states without a status are left out."""
    held = frame[frame["status"] != NONE]
    return [(status, held[held["status"] == status]["country"].tolist()) for status in ordered(list(held["status"]), order())]


def _day(frame: pd.DataFrame) -> str:
    return day(frame["as_of"].iloc[0])


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the states of each status on the day."""
    told = "; ".join(f"{counted(status, len(states))}: {', '.join(states)}" for status, states in groups(frame))
    return f"Tile map of {plural(len(frame), 'states')} on {_day(frame)}. {told or 'No state had a status'}."


def finding(frame: pd.DataFrame) -> str:
    """How many states held each status on the day."""
    parts = [counted(status, len(states)) for status, states in groups(frame)]
    if not parts:
        return f"No state had a status on {_day(frame)}"
    if (full := next(filter(is_full, order()), None)) and not (frame["status"] == full).any():
        parts = [counted(full, 0).replace("0", "no", 1), *parts]
    told = ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else parts[0]
    return f"{sentence_case(told)} on {_day(frame)}"


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
    "Where tiles stand, neighbours are near each other as far as the dataset gives places; states without a place stand in rows beneath. They show no borders and measure nothing. "
    "A status counts from its effective step until the next status of the same state begins or a step ends it. "
    "The number of steps counts all steps up to the day, also those that changed no status.",
    columns={
        "country": "State",
        "iso3": "Code",
        "status": "Status",
        "since": "Since",
        "since_precision": "Since, known to the",
        "latest_step": "Latest step",
        "latest_step_status": "Status concerned",
        "latest_step_on": "Date of the step",
        "latest_step_precision": "Date known to the",
    },
    height=426,
)
