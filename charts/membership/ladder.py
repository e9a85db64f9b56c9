"""The country ladder: one row a state, its statuses as spans, its steps as marks."""

import pandas as pd

from charts.axes import dated_years, row_axis
from charts.figure import Figure, Plotted, plot
from charts.form import in_parts
from charts.keys import Entry, key
from charts.look import Look, ordered
from charts.marks import days_between, each, iso
from charts.membership import ladder_parts
from charts.membership.statuses import KEY_LINE, colour, counted, is_full, letter, name, order, step_keys
from charts.notes import at_left
from charts.words import day, plural

ROW, ROW_NARROW = 27, 42
WIDE, NARROW = 800, 300  # pixels of axis to reckon with


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Spans coloured and lettered by status, marks shaped by kind of step; frame as of `country_ladder.sql`."""
    states = list(dict.fromkeys(frame["country"]))
    first, last = _bounds(frame)
    pixels = look.room(WIDE, NARROW) / max(days_between(first, last), 1)
    parts = ladder_parts.Ladder(list(each(frame)), states, pixels, look)
    legend = key(_entries(frame, look), look, 5)
    names = [at_left(look, state, i - 0.34, "text") for i, state in enumerate(states)] if look.narrow else []
    after = last + pd.Timedelta(days=max(int(6 / pixels), 1))
    return plot(
        parts.traces(),
        look,
        (ROW_NARROW if look.narrow else ROW) * len(states) + KEY_LINE * legend.lines + 56,
        annotations=[legend.note(look, yshift=34), *parts.ends(), *names],
        barmode="overlay",
        xaxis=dated_years(look, 10, (after - first).days, range=[iso(first), iso(after)], side="top"),
        yaxis=row_axis(states, look, (len(states) - 0.4, -0.7), showticklabels=not look.narrow),
        margin={"r": 22, "t": KEY_LINE * legend.lines + 38},
    )


def _entries(frame: pd.DataFrame, look: Look) -> list[Entry]:
    steps = frame[frame["is_step_shown"]]
    statuses = [(f"■ {letter(s)}", colour(s, look), name(s)) for s in ordered(list(frame["status"]), order())]
    hollow = [("○◇□", look.ink, "Only month or year known")] if (steps["date_precision"] != "day").any() else []
    return [*statuses, *step_keys(steps["step"], look), *hollow]


def _bounds(frame: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    steps = frame[frame["is_step_shown"]]["on_date"]
    days = pd.concat([frame["shown_from"], frame["shown_until"], steps]).dropna()
    first, last = days.min(), days.max()
    return first - pd.Timedelta(days=max(days_between(first, last) // 60, 20)), last


def _latest(frame: pd.DataFrame) -> tuple[pd.Timestamp, dict[str, int]]:
    spans = frame[frame["shown_from"] < frame["shown_until"]]
    end = spans["shown_until"].max()
    return end, spans[spans["shown_until"] == end]["status"].value_counts().to_dict()


def describe(frame: pd.DataFrame) -> str:
    """Alt text: states and steps by kind, and the statuses at the end of the time shown."""
    steps = frame[frame["is_step_shown"]]["step"].value_counts()
    kinds = ", ".join(f"{kind} {n}" for kind, n in steps.items()) or "none"
    end, held = _latest(frame)
    now = ", ".join(counted(status, held[status]) for status in ordered(list(held), order()))
    close = f" On {day(end)}: {now}." if now else ""
    return f"One row a state, {plural(int(frame['country'].nunique()), 'states')} by first step. Steps shown: {kinds}.{close}"


def finding(frame: pd.DataFrame) -> str:
    """How many states took how many steps, and how many of them are members at the end."""
    end, held = _latest(frame)
    full = next((status for status in order() if is_full(status) and held.get(status)), None)
    if full is None:
        return ""
    taken = frame[frame["is_step_shown"]]  # the other rows are statuses that were held already
    steps = f"{plural(len(taken), 'steps')} of {plural(int(taken['country'].nunique()), 'states')}" if len(taken) else "No step"
    return f"{steps}; {counted(full, held[full])} {_when(end)}"


def _when(end: pd.Timestamp) -> str:
    """ "at the end of 2025", "on 28 June 2026" of a year that is not over."""
    return f"at the end of {end:%Y}" if (end.month, end.day) == (12, 31) else f"on {day(end)}"


FIGURE = Figure(
    name="country-ladder",
    page="membership",
    measure="Statuses and steps of each state",
    query="membership/ladder",
    fit=in_parts(("country",), {"slide": 10, "square": 9}, "states"),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="steps",
    method="States stand in the order of their first step. A span shows the status held; "
    "it begins with the step from which the status counts and ends with the next status of the same state, or with a step that ends it. "
    "The letter at the end of a row is the last status shown. "
    "A step on the path, such as an application, changes no status by itself. "
    "A hollow mark on a line means that only the month or the year is known; the mark stands in the middle of it. "
    "Marks close to each other are set apart up and down. "
    "Spans end with the last year in which a step is recorded, or with the day of the release where that year was not over; what came later is not in the sources.",
    columns={
        "country": "State",
        "status": "Status concerned",
        "step": "Step",
        "on_date": "Date",
        "date_precision": "Date known to the",
        "is_effective": "Status counts from here",
        "end_on": "Status ended",
        "end_precision": "End known to the",
        "note": "Note",
    },
    height=860,
    empty="No step and no status",
)
