"""Documents of two chairmanships by body, type and legal force."""

import pandas as pd
import plotly.graph_objects as go

from charts.compare.pair import chairs
from charts.figure import Figure, Native, key, plot
from charts.look import HATCH, Look
from charts.marks import each
from charts.words import plural, wrapped
from queries.filters import with_dashes

MOST_VALUES = 8


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Paired bars by body, type and legal force, the smaller values folded; frame as of `compared_documents.sql`."""
    blocks = [(facet, _shown(rows)) for facet, rows in frame.groupby("facet", sort=False)]
    traces, notes = [], []
    positions: dict[tuple[str, str], float] = {}
    at = 0.0
    for facet, values in blocks:
        notes.append(
            {"xref": "paper", "x": 0, "yref": "y", "y": at, "text": _heading(facet, frame, look), "showarrow": False, "xanchor": "left", "font": {"size": 14}}
        )
        at += 1
        for value in values:
            # On a phone the label stands above its bars, and one of two lines needs room for the second.
            at += 0.3 if look.narrow and "<br>" in wrapped(value, 52) else 0
            positions[(facet, value)] = at
            at += 1
    for chair, is_first in chairs(frame):
        rows = frame[(frame["chairmanship"] == chair)]
        rows = rows[[(f, v) in positions for f, v in zip(rows["facet"], rows["value"], strict=True)]]
        shift, width = ((-0.09, 0.24) if is_first else (0.17, 0.24)) if look.narrow else ((-0.19, 0.36) if is_first else (0.19, 0.36))
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": with_dashes(chair),
                "x": rows["n"].tolist(),
                "y": [positions[(f, v)] + shift for f, v in zip(rows["facet"], rows["value"], strict=True)],
                "width": width,
                "customdata": rows.index.tolist(),
                "text": [str(n) if n else "0" for n in rows["n"]],
                "textposition": "outside",
                "textfont": {"color": look.chair(is_first), "size": 12},
                "constraintext": "none",
                "textangle": 0,
                "cliponaxis": False,
                "marker": {"color": look.chair(is_first), **({} if not is_first else {"pattern": {**HATCH, "fgcolor": look.paper}})},
                "hovertext": [f"<b>{v}</b><br>{chair}: {plural(n, 'documents')}" for v, n in zip(rows["value"], rows["n"], strict=True)],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    notes.append(key([("▨" if is_first else "■", look.chair(is_first), with_dashes(chair)) for chair, is_first in chairs(frame)], 1 if look.narrow else 2))
    if look.narrow:
        notes += [
            {
                "xref": "paper",
                "x": 0,
                "y": at - 0.23,
                "text": wrapped(value, 52),
                "align": "left",
                "showarrow": False,
                "xanchor": "left",
                "yanchor": "bottom",
                "font": {"size": 12},
            }
            for (_, value), at in positions.items()
        ]
    return plot(
        traces,
        look,
        90 + int((60 if look.narrow else 32) * at),
        annotations=notes,
        barmode="overlay",
        margin={"l": 8, "r": 8, "t": 52 if look.narrow else 32, "b": 8},
        xaxis={"range": [0, float(frame["n"].max()) * 1.1 or 1], "fixedrange": True, "showgrid": False, "showticklabels": False},
        yaxis={
            "tickmode": "array",
            "tickvals": list(positions.values()),
            "ticktext": [wrapped(value, 48) for _, value in positions],
            "range": [at - 0.4, -0.7],
            "fixedrange": True,
            "showticklabels": not look.narrow,
            "showgrid": False,
            "tickfont": {"color": look.ink},
        },
    )


def _heading(facet: str, frame: pd.DataFrame, look: Look) -> str:
    """The name of the facet; where values are left out, how many stand in the chart."""
    n = frame[frame["facet"] == facet]["value"].nunique()
    rest = f" <span style='font-size:12px;color:{look.quiet}'>{MOST_VALUES} of {n}, the most frequent; the table has all</span>" if n > MOST_VALUES else ""
    return f"<b>{facet}</b>{rest}"


def _shown(rows: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(rows["value"]))[:MOST_VALUES]


def describe(frame: pd.DataFrame) -> str:
    """Alt text: both numbers of each value shown."""
    found: dict[str, list[str]] = {}
    for facet, value, chair, n in zip(frame["facet"], frame["value"], frame["chairmanship"], frame["n"], strict=True):
        found.setdefault(f"{facet} {value}", []).append(f"{n} in {chair}")
    parts = [f"{name}: {', '.join(numbers)}" for name, numbers in found.items()]
    return "Documents by body, type and legal force. " + "; ".join(parts[:24]) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many of the documents of each term are treaties."""
    treaties = frame[(frame["facet"] == "Legal force") & (frame["value"] == "Treaty")]
    everything = frame[frame["facet"] == "Legal force"].groupby("chairmanship", sort=False)["n"].sum()
    if len(treaties) != 2:
        return ""
    parts = [f"{row.n} of {everything[row.chairmanship]} in {with_dashes(row.chairmanship)}" for row in each(treaties)]
    return f"Treaties: {parts[0]}, {parts[1]}"


FIGURE = Figure(
    name="compared-documents",
    page="compare",
    measure="Documents by body, type and legal force",
    query="compare/documents",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="documents",
    method=f"Documents that count, by the body that adopted or signed them, by type and by legal force. "
    f"The chart shows the {MOST_VALUES} most frequent values of each; the table has all. "
    "Decisions of SCO bodies and texts between agencies count as political.",
    columns={"facet": "Facet", "value": "Value", "chairmanship": "Chairmanship", "n": "Documents"},
    native=Native("bar", category=("facet", "value"), value="n", series="chairmanship", colours="chairs", most=MOST_VALUES),
    height=700,
)
