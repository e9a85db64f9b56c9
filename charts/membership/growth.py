"""The number of states by status over time, with the compared chairmanships shaded."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, plot
from charts.look import Look, ordered
from charts.marks import each
from charts.membership.statuses import DASHES, LABELS, ORDER, SHAPES, counted
from charts.words import day, plural


def draw(frame: pd.DataFrame, look: Look, backdrop: pd.DataFrame | None = None) -> go.Figure:
    """A step line a status; frame as of `membership_growth.sql`, backdrop as of `chairmanship_bands.sql`."""
    latest = pd.Timestamp(frame["day"].max())
    end = latest + pd.DateOffset(months=6)
    start = frame["day"].min() - (latest - frame["day"].min()) / 80  # room for the first mark
    traces, labels = [], []
    for status in ordered(list(frame["status"]), ORDER):
        rows = frame[frame["status"] == status]
        colour = look.statuses.get(status, look.quiet)
        days, counts = [str(d)[:10] for d in rows["day"]], rows["n"].tolist()
        lasting = counts[-1] > 0
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": days + ([str(end)[:10]] if lasting else []),
                "y": counts + ([counts[-1]] if lasting else []),
                "customdata": rows.index.tolist() + ([None] if lasting else []),
                "text": [_hover(row) for row in each(rows)] + ([""] if lasting else []),
                "hovertemplate": "%{text}<extra></extra>",
                "name": LABELS.get(status, status),
                "cliponaxis": False,
                "line": {"shape": "hv", "color": colour, "width": 2.5, "dash": DASHES.get(status, "solid")},
                "marker": {"size": [8 if change else 0 for change in rows["change"]] + ([0] if lasting else []), "symbol": SHAPES.get(status, "circle"), "color": colour},
            }
        )
        labels.append((status, days, counts, colour, lasting))
    shapes, notes = _bands(backdrop, start, end, look)
    notes += _direct_labels(labels, end, look)
    return plot(
        traces,
        look,
        380,
        shapes=shapes,
        annotations=notes,
        xaxis={"type": "date", "showgrid": False, "range": [str(start)[:10], str(end)[:10]]},
        yaxis={"rangemode": "tozero", "title": {"text": "States"}, "range": [0, max(frame["n"].max() * 1.22, 4)]},
        margin={"l": 8, "r": 40 if look.narrow else 150, "t": 22 if look.narrow else 38, "b": 8},
    )


def _hover(row: Any) -> str:
    return f"<b>{counted(row.status, row.n)}</b><br>{'' if row.change else 'already on '}{day(row.day)}<br>{row.states}"


def _bands(backdrop: pd.DataFrame | None, start: pd.Timestamp, end: pd.Timestamp, look: Look) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    shapes, notes = [], []
    for row in each(backdrop if backdrop is not None else pd.DataFrame()):
        if pd.isna(row.start_on) or pd.isna(row.end_on):
            continue
        begin, close = max(row.start_on, start), min(row.end_on, end)  # the name stands in the middle of what is seen of the term
        if begin >= close:
            continue
        x0, x1 = str(row.start_on)[:10], str(row.end_on)[:10]
        colour = look.chair(bool(row.is_first))
        shapes.append(
            {
                "type": "rect",
                "xref": "x",
                "yref": "paper",
                "x0": x0,
                "x1": x1,
                "y0": 0,
                "y1": 1,
                "fillcolor": colour,
                "opacity": 0.16,
                "line": {"width": 0},
                "layer": "below",
            }
        )
        name, _, term = row.label.partition(" ")
        text = (term if look.narrow and term else f"{name}<br>{term}").replace("-", "–")
        middle = str(begin + (close - begin) / 2)[:10]
        notes.append(
            {
                "x": middle,
                "y": 1,
                "yref": "paper",
                "text": text,
                "showarrow": False,
                "xanchor": "center",
                "yanchor": "bottom",
                "font": {"color": colour, "size": 12},
            }
        )
    return shapes, notes


def _longest_level(days: list[str]) -> int:
    """Where the longest level part of a line begins: there its name is crossed by no step of its own, and seldom by others."""
    begun = [date.fromisoformat(one) for one in days]
    return max(range(len(days) - 1), key=lambda place: begun[place + 1] - begun[place], default=0)


def _direct_labels(labels: list[tuple[str, list[str], list[int], str, bool]], end: pd.Timestamp, look: Look) -> list[dict[str, Any]]:
    notes = []
    taken: list[float] = []
    named: set[tuple[str, int]] = set()
    for status, days, counts, colour, lasting in labels:
        if lasting:
            height = float(counts[-1])
            while any(abs(height - other) < 1.3 for other in taken):
                height += 1.3
            taken.append(height)
            text = f"{counts[-1]}" if look.narrow else f"{LABELS.get(status, status)} {counts[-1]}"
            notes.append(
                {
                    "x": str(end)[:10],
                    "y": height,
                    "xanchor": "left",
                    "xshift": 6,
                    "showarrow": False,
                    "text": f"<b>{text}</b>",
                    "font": {"color": colour, "size": 14},
                }
            )
        if not lasting or look.narrow:
            place = _longest_level(days) if lasting else max(range(len(counts)), key=counts.__getitem__)
            if (days[place], counts[place]) in named:
                place = 0
            named.add((days[place], counts[place]))
            leftwards = len(counts) == 1 or not (lasting or place == 0)
            notes.append(
                {
                    "x": days[place],
                    "y": counts[place],
                    "xshift": 0 if leftwards else 4,
                    "yshift": 12,
                    "showarrow": False,
                    "xanchor": "right" if leftwards else "left",
                    "text": LABELS.get(status, status),
                    "font": {"color": colour, "size": 12},
                }
            )
    return notes


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the last number of each status and the days on which members joined."""
    last = frame.groupby("status", sort=False).tail(1)
    now = ", ".join(f"{counted(row.status, row.n)} {'since' if row.change else 'already on'} {day(row.day)}" for row in each(last))
    return f"Step lines of the number of states by status, {day(frame['day'].min())} to {day(frame['day'].max())}. Last values: {now}."


def finding(frame: pd.DataFrame) -> str:
    """From how many members to how many, and when."""
    members = frame[frame["status"] == "member"]
    if len(members) < 2:
        return ""
    first, last = members.iloc[0], members.iloc[-1]
    begun = f" in {first['day']:%Y}" if first["day"].year < last["day"].year else ""
    return f"From {plural(int(first['n']), 'members')}{begun} to {int(last['n'])} in {last['day']:%Y}"


FIGURE = Figure(
    name="membership-growth",
    page="membership",
    measure="States by status",
    query="membership/growth",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="steps",
    method="Members count from founding or accession; observers, dialogue partners and SCO partners from the decision of the summit. "
    "A state has one status at a time; a step into a new status ends the old one. "
    "With a choice of years a line begins with the number on their first day, without a mark; the chart ends half a year after the last change within them.",
    columns={"status": "Status", "day": "Date", "n": "States after the change", "change": "Change", "states": "States concerned"},
    native=Native("step", category="day", value="n", series="status", colours="statuses", labels=LABELS),
    backdrop="common/chairmanship_bands",
    height=380,
    empty="No state changed its status in these years",
)
