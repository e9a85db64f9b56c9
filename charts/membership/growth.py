"""The number of states by status over time, with the compared chairmanships shaded."""

from typing import Any

import pandas as pd

from charts.figure import Figure, Plotted, plot
from charts.hover import card
from charts.look import Look, ordered
from charts.marks import each, iso
from charts.membership.line_names import Line, Plot, names
from charts.membership.statuses import colour, counted, dash, is_full, order, shape
from charts.notes import above
from charts.points import marker, steps
from charts.shapes import band
from charts.words import day
from queries.filters import with_dashes

WIDE, AXIS, NARROW, HIGH = 440, 840, 260, 300  # pixels to reckon with: of an axis beside which little is certain, of one on a whole page, on a phone, upwards
LETTER, LINE = 7, 16  # pixels: a letter of a name, and a line of it


def draw(frame: pd.DataFrame, look: Look, backdrop: pd.DataFrame | None = None) -> Plotted:
    """A step line a status; frame as of `membership_growth.sql`, backdrop as of `chairmanship_bands.sql`."""
    latest = pd.Timestamp(frame["day"].max())
    end = latest + pd.DateOffset(months=6)
    start = frame["day"].min() - (latest - frame["day"].min()) / 80  # room for the first mark
    lines = [(_line(rows, look), rows) for status in ordered(list(frame["status"]), order()) if len(rows := frame[frame["status"] == status])]
    top = max(frame["n"].max() * 1.22, 4)
    terms = _terms(backdrop, start, end, look)
    return plot(
        [_steps(line, rows, iso(end)) for line, rows in lines],
        look,
        380,
        shapes=[shade for shade, _ in terms],
        annotations=[*(name for _, name in terms), *names([line for line, _ in lines], Plot((iso(start), iso(end)), look.room(AXIS, NARROW), HIGH / top), look)],
        xaxis={"type": "date", "showgrid": False, "range": [iso(start), iso(end)], "fixedrange": True},
        yaxis={"rangemode": "tozero", "title": {"text": "States"}, "range": [0, top], "fixedrange": True},
        margin={"r": 40 if look.narrow else 165 if look.form.width else 150, "t": (22 if look.narrow else 38) * (1 + any(name.get("yshift") for _, name in terms))},
    )


def _line(rows: pd.DataFrame, look: Look) -> Line:
    status = str(rows["status"].iloc[0])
    return Line(status, [iso(on_day) for on_day in rows["day"]], rows["n"].tolist(), colour(status, look))


def _steps(line: Line, rows: pd.DataFrame, end: str) -> dict[str, Any]:
    """The line of a status, drawn on to the end without a mark where it lasts."""
    tail = ([end], [line.counts[-1]], [None], [""], [0]) if line.is_lasting else ([], [], [], [], [])
    sizes = [8 if change else 0 for change in rows["change"]]
    form = marker(shape(line.status), [*sizes, *tail[4]], line.colour)
    hovers = [card(counted(row.status, row.n), ("" if row.change else "already on ") + day(row.day, row.date_precision), row.states) for row in each(rows)]
    broken = dash(line.status)
    return steps([*line.days, *tail[0]], [*line.counts, *tail[1]], [*rows.index, *tail[2]], [*hovers, *tail[3]], form, broken, name=line.name, cliponaxis=False)


def _terms(backdrop: pd.DataFrame | None, start: pd.Timestamp, end: pd.Timestamp, look: Look) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Shade and name of each term within the days; the name stands in the middle of what is seen of the term, above the one before where both have no room."""
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []
    pixels = look.room(WIDE, NARROW) / max((end - start).days, 1)
    taken = 0.0
    for row in [] if backdrop is None else each(backdrop):
        if pd.isna(row.start_on) or pd.isna(row.end_on) or (begin := max(row.start_on, start)) >= (close := min(row.end_on, end)):
            continue
        ink = look.chair(bool(row.is_first))
        name, _, term = with_dashes(row.label).rpartition(" ")
        lines = [term] if look.narrow or not name else [name, term]
        shade = band(iso(row.start_on), iso(row.end_on), ink, 0.16)
        middle, half = ((begin - start).days + (close - begin).days / 2) * pixels, max(map(len, lines)) * LETTER / 2
        lift = {"yshift": LINE * len(lines)} if middle - half < taken else {}
        taken = 0.0 if lift else middle + half
        found.append((shade, above(look, "<br>".join(lines), iso(begin + (close - begin) / 2), ink=ink, xanchor="center", **lift)))
    return found


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the last number of each status and the days on which members joined."""
    last = frame.groupby("status", sort=False).tail(1)
    now = ", ".join(f"{counted(row.status, row.n)} {'since' if row.change else 'already on'} {day(row.day, row.date_precision)}" for row in each(last))
    first, close = (frame.loc[frame["day"] == end].iloc[0] for end in (frame["day"].min(), frame["day"].max()))
    begun, ended = (day(end["day"], end["date_precision"]) for end in (first, close))
    return f"Step lines of the number of states by status, {begun} to {ended}. Last values: {now}."


def finding(frame: pd.DataFrame) -> str:
    """From how many members to how many, and when."""
    members = frame[frame["status"].map(is_full)]
    if len(members) < 2 or members["status"].nunique() > 1:
        return ""
    first, last = members.iloc[0], members.iloc[-1]
    begun = f" in {first['day']:%Y}" if first["day"].year < last["day"].year else ""
    return f"From {counted(first['status'], int(first['n']))}{begun} to {int(last['n'])} in {last['day']:%Y}"


FIGURE = Figure(
    name="membership-growth",
    page="membership",
    measure="States by status",
    query="membership/growth",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="steps",
    method="A status counts from the step that is marked as effective. "
    "A state has one status at a time; a step into a new status ends the old one, as does a step that is told to end it. "
    "With a choice of years a line begins with the number on their first day, without a mark; the chart ends half a year after the last change within them.",
    columns={"status": "Status", "day": "Date", "date_precision": "Date known to the", "n": "States after the change", "change": "Change", "states": "States concerned"},
    backdrop="common/chairmanship_bands",
    height=380,
    empty="No state changed its status",
)
